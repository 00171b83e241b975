"""Every objective and key result of a draft is found, nothing else is; so is what stands beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.errors import CoachError
from assistant.models import OkrSet
from assistant.models.base import At
from assistant.parsing import read_draft
from assistant.settings import Settings
from evals.forms import ReadingRow
from evals.lines import DATASETS
from evals.outcomes import DEV, TEST, Outcome, holds
from evals.parsing import DRAFTS, Entry, cases_of_data, cases_of_folder, read_entries
from evals.rows import rows

READINGS = DATASETS / "readings.jsonl"


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Our messy drafts and readings, or the labelled sets of a file with their source text."""
    if data is not None:
        for name, groups, source, expected in cases_of_data(data):
            yield from _compared(name, groups[0], expected, read_entries(source, None))
        return
    for name, groups, raw, expected in cases_of_folder(DRAFTS):
        yield from _compared(name, groups[0], expected, read_entries(raw, name))
    for row in rows(READINGS, ReadingRow):
        yield from _reading(row)


def _compared(
    name: str, language: str, expected: list[Entry], found: list[Entry]
) -> Iterator[Outcome]:
    split = TEST if name.startswith("test/") else DEV
    wanted, got = Counter(expected), Counter(each for each in found if each[0] != "I")
    for entry in wanted | got:
        role, text = entry
        check = "found" if wanted[entry] else "is one"
        subject = f"{name} {role} {text}"
        yield holds("parsing", check, language, subject, wanted[entry] == got[entry], split)


def _reading(row: ReadingRow) -> Iterator[Outcome]:
    """Each field of a draft, those of key results and initiatives too, and none besides."""
    sets = _read(row["raw"], row.get("name"))
    read = [each.model_dump(mode="json", exclude_defaults=True) for each in sets]
    wanted, found = dict(_fields(row["sets"])), dict(_fields(read))
    begins = " ".join(row["raw"].split())[:30]
    for key in sorted(wanted | found):
        gold, got = (str(each.get(key, "-")) for each in (wanted, found))
        subject = f"{row.get('name', 'text')} {begins}: {key}"
        yield Outcome("parsing", "field", row["lang"], subject, gold, got, row.get("split", DEV))
    if "name" not in row:
        for at, text in (each for okr_set in sets for each in _places(okr_set)):
            there = at is not None and _stands(row["raw"], at, text)
            subject = f"{begins}: {text}"
            yield holds("parsing", "place", row["lang"], subject, there, row.get("split", DEV))


def _places(okr_set: OkrSet) -> Iterator[tuple[At | None, str]]:
    for objective in okr_set.objectives:
        yield objective.at, objective.objective
        yield from ((each.at, each.text) for each in objective.key_results)


def _stands(raw: str, at: At, text: str) -> bool:
    """Whether a line begins where it is said to."""
    lines = raw.splitlines()
    return at.line <= len(lines) and lines[at.line - 1][at.column - 1 :].startswith(text)


def _read(raw: str, name: str | None) -> list[OkrSet]:
    try:
        draft = read_draft(raw.encode() if name else raw, name=name, limits=Settings())
    except CoachError:
        return []
    return [reading.set for reading in draft.sets]


def _fields(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict | list):
        held = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in held:
            if key != "at":  # where it stood is no part of the set
                yield from _fields(inner, f"{place}.{key}".strip("."))
    elif value is not None:
        yield place, value
