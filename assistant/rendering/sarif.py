"""Answers as SARIF 2.1.0, so that editors and CI show the findings at their lines.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0,
<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from assistant.models import Answer, At, Finding, Objective, Severity
from assistant.parsing.places import source_span
from assistant.parsing.reading import Draft, Format
from assistant.records import record

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}

_PLACELESS = (Format.XLSX, Format.DOCX)  # no lines that an editor could show
_WINDOW = 20_000  # characters from the start of a line in which its words are looked for


@record
class RuleTold:
    """A rule as a log describes it.

    Attributes:
        id: As the results name it.
        name: Its permanent name.
        title: What it asks for.
        why: Its reason.
        fix: How to mend what it finds.
        severity: What its findings are without a variant's own severity.
        page: Address of the page about it.
    """

    id: str
    name: str
    title: str
    why: str
    fix: str
    severity: Severity
    page: str


def log(results: Sequence[Mapping[str, Any]], rules: Sequence[RuleTold], version: str) -> Any:
    """One SARIF log.

    Args:
        results: What `results` gave for each answer.
        rules: Those that were on.
        version: Version of okr-coach.
    """
    driver = {"name": "okr-coach", "version": version, "rules": list(map(_descriptor, rules))}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _descriptor(rule: RuleTold) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{rule.why} {rule.fix}",
            "markdown": f"**{rule.title}**\n\n{rule.why}\n\n{rule.fix}",
        },
        "helpUri": rule.page,
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def results(answer: Answer, name: str, draft: Draft | None) -> Iterator[dict[str, Any]]:
    """The findings of one answer.

    Args:
        answer: The answer.
        name: The file it was read from, `-` for standard input.
        draft: The draft as it was read; None for a line of JSONL.
    """
    artifact = {"uri": "stdin" if name == "-" else _uri(name)}
    for finding in answer.findings:
        place: dict[str, Any] = {"artifactLocation": artifact}
        if draft is None or draft.format not in _PLACELESS:
            place["region"] = _region(finding, answer, draft)
        yield {
            "ruleId": finding.rule,
            "level": LEVELS[finding.severity],
            "message": {"text": f"{finding.message} {finding.fix}"},
            "locations": [{"physicalLocation": place}],
        }


def _uri(name: str) -> str:
    return quote(os.fsencode(Path(name).as_posix()))


def _region(finding: Finding, answer: Answer, draft: Draft | None) -> dict[str, int]:
    at, text = _line(finding, answer)
    whole = {"startLine": at.line}
    if finding.span is None:
        return whole
    if draft is None:  # no text starts a line of JSONL: the first column stands for "unknown"
        start = at.column + finding.span.start
        end = at.column + finding.span.end
        return whole if at.column == 1 else {**whole, "startColumn": start, "endColumn": end}
    if draft.text is None or draft.format is Format.CSV:
        return whole
    return _traced(draft.text, at, text, finding) or whole


def _line(finding: Finding, answer: Answer) -> tuple[At, str]:
    """Where the line stands that a finding is about, and its text."""
    first = At(line=1)
    if finding.objective is None:
        objectives: list[Objective] = answer.set.objectives
        return (objectives[0].at if objectives else None) or first, ""
    objective = answer.set.objectives[finding.objective]
    if finding.key_result is None:
        return objective.at or first, objective.objective
    key_result = objective.key_results[finding.key_result]
    return key_result.at or first, key_result.text


def _traced(source: str, at: At, text: str, finding: Finding) -> dict[str, int] | None:
    starts = _line_starts(source)
    if finding.span is None or at.line > len(starts):
        return None
    begin = starts[at.line - 1]
    window = source[begin : begin + _WINDOW]
    found = source_span(window, At(line=1, column=at.column), text, finding.span)
    if found is None:
        return None
    (line, column), (end_line, end_column) = (_place(starts, begin + one) for one in found)
    region = {"startLine": line, "startColumn": column, "endColumn": end_column}
    return region if line == end_line else {**region, "endLine": end_line}


@lru_cache(maxsize=1)
def _line_starts(source: str) -> list[int]:
    starts = [0]
    while found := source.find("\n", starts[-1]) + 1:
        starts.append(found)
    return starts


def _place(starts: list[int], offset: int) -> tuple[int, int]:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
