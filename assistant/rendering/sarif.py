"""Answers as SARIF 2.1.0, so that editors and CI show the findings at their lines.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0,
<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.models import Answer, At, Finding, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def log(answers: Iterable[tuple[str, Answer]], rules: Mapping[str, str], version: str) -> Any:
    """One SARIF log.

    Args:
        answers: Each with the name of the file it was read from (`-` for standard input).
        rules: Rule id to its name.
        version: Version of okr-coach.
    """
    driver = {
        "name": "okr-coach",
        "version": version,
        "rules": [{"id": rule, "name": name} for rule, name in sorted(rules.items())],
    }
    results = [
        _result(finding, answer, name) for name, answer in answers for finding in answer.findings
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, answer: Answer, name: str) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.fix}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "stdin" if name == "-" else name},
                    "region": _region(finding, _at(finding, answer)),
                }
            }
        ],
    }


def _at(finding: Finding, answer: Answer) -> At | None:
    if finding.objective is None:
        return answer.set.objectives[0].at if answer.set.objectives else None
    objective = answer.set.objectives[finding.objective]
    if finding.key_result is None:
        return objective.at
    return objective.key_results[finding.key_result].at


def _region(finding: Finding, at: At | None) -> dict[str, int]:
    at = at or At(line=1)
    if finding.span is None:
        return {"startLine": at.line}
    return {
        "startLine": at.line,
        "startColumn": at.column + finding.span.start,
        "endColumn": at.column + finding.span.end,
    }
