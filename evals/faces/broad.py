"""All that is read from and offered for many texts, whole: drafts, messages, single lines.

What the labels of a suite do not ask for is held here too: which notes a draft gets, what a message
leaves open, what is asked about a line and why. One row is one text, so `compare` names it, and
shows what was said of it before and what is said now. Texts of the test half stand by their
fingerprints alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from functools import cache
from typing import Any

from assistant.checkins.reading import read_message
from assistant.checkins.summary.composing import summarise
from assistant.checkins.thresholds import default_thresholds
from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.errors import CoachError
from assistant.language import read_key_result, read_objective
from assistant.language.reading import KeyResultReading, ObjectiveReading
from assistant.messages import traditional
from assistant.models import KeyResult, Language, Objective, OkrSet
from assistant.models.cycle import CycleRecord
from assistant.models.suggestion import Suggestion
from assistant.parsing import SetReading, read_draft
from assistant.rendering.summaries.markdown import report
from assistant.settings import Settings
from evals.checkins import HELD, UPDATES
from evals.faces.handed_on import read_whole
from evals.faces.rows import FOLDER, Said, leaves, plain, samples
from evals.forms import UpdateRow
from evals.in_code import named
from evals.lines import Line, own_lines
from evals.outcomes import TEST
from evals.rows import read_text, rows
from evals.said import own_key_results

LAYOUTS, MESSAGES = FOLDER / "layouts.jsonl", FOLDER / "told.jsonl"
SETS = FOLDER / "reviewed.jsonl"
LINES, WEEKS = FOLDER / "lines.jsonl", FOLDER / "weeks.jsonl"
OBJECTIVE = "objective"
SHOWN_IN_KEY = {"language", "objective", "key_result"}
NOT_TOLD = {"text", "folded", "facts", "places"}
MIXED = Language.ZH_HANS  # stands beside a line in several languages
DAY = "2026-02-12"  # of messages that name none
SHOWN = 240  # characters of what is said; a fingerprint holds all of it
ONE_OF = 16  # of our labelled lines


def layouts() -> Iterator[Said]:
    """What is read from drafts of every layout that we know, with notes and what stays unread."""
    for language, name, text in _listed(LAYOUTS):
        yield language, plain(f"{name} {named(text)}"), told(_drafted(name or None, text))
        if language == Language.ZH_HANS:
            twin = traditional(text)
            yield Language.ZH_HANT, plain(f"{name} {named(twin)}"), told(_drafted(name, twin))


def updates() -> Iterator[Said]:
    """What is read from messages about key results, with what is asked back."""
    for path in (UPDATES, HELD):
        for row in rows(path, UpdateRow):
            hidden = row.get("split") == TEST
            key = f"{path.stem} {row['id']}"
            okr_set = OkrSet.model_validate(row["set"])
            yield (
                row["lang"],
                key,
                told(_read(row["raw"], okr_set, row["as_of"] or DAY), hidden=hidden),
            )
    sets = samples("told_of")
    for language, place, text, day in _listed(MESSAGES):
        read = _read(text, OkrSet.model_validate(sets[place]), day)
        yield language, f"of set {place}, {day}: {named(text)}", told(read)


def lines() -> Iterator[Said]:
    """What is read from single lines: key results with what they declare, and objectives.

    Of our own labelled lines, whose labels are held elsewhere, the fingerprints alone.
    """
    for kind, line, year in _listed(LINES):
        read: ObjectiveReading | KeyResultReading
        if kind == OBJECTIVE:
            read = read_objective(Objective(objective=line), 0, year)
        else:
            read = read_key_result(KeyResult.model_validate(line), 0, 0, year)
        yield read.facts.language, plain(f"{kind} {line} {year or ''}"), told(reading_of(read))
    for own, read in own_key_results():
        yield own.language, f"key result {named(own.text)}", told(reading_of(read), hidden=True)
    for own in (line for line in own_lines() if line.of_objective):
        read = read_objective(Objective(objective=own.text), 0)
        yield own.language, f"{OBJECTIVE} {named(own.text)}", told(reading_of(read), hidden=True)


def reading_of(read: ObjectiveReading | KeyResultReading) -> Iterator[str]:
    """The facts of a line, then the values, days, pairs and words under them."""
    said = read.facts.model_dump(mode="json", exclude_none=True, exclude=SHOWN_IN_KEY)
    yield from (f"{name}={value}" for name, value in said.items())
    under = asdict(read).items()
    yield from (f"{name}={value}" for name, value in under if value and name not in NOT_TOLD)


def weeks() -> Iterator[Said]:
    """What is told of cycles as of a day, with all facts under it."""
    for raw, day in _listed(WEEKS):
        record, limits = CycleRecord.model_validate(raw), default_thresholds()
        summary = summarise(record, as_of=date.fromisoformat(day), limits=limits)
        facts = [f"{one.kind} {one.value} {one.unit} {one.as_of}" for one in summary.facts]
        lines = [*report(summary).splitlines(), *facts]
        yield summary.message_language, f"as of {day}: {named(json.dumps(raw))}", told(lines)


def offers() -> Iterator[Said]:
    """What a review finds in small sets and single lines, asks about them and offers."""
    for language, held in _listed(SETS):
        okr_set = OkrSet.model_validate(held)
        yield language, named(" / ".join(_lines(okr_set))), told(offered(okr_set))
    beside = samples("beside")
    for line in own_lines():
        if _fingerprint(line.text) % ONE_OF == 0:
            okr_set = _paired(line, beside.get(line.language, beside[MIXED]))
            yield (
                line.language,
                named(line.text),
                told(offered(okr_set), hidden=line.split == TEST),
            )


def told(said: Iterable[str], *, hidden: bool = False) -> str:
    """What is said in a row: its beginning to read, and a fingerprint of all."""
    whole = plain(" ; ".join(said))
    made = hashlib.sha256(whole.encode()).hexdigest()[:8]
    return f"#{made}" if hidden else f"{whole[:SHOWN]} #{made}"


def _listed(path: Any) -> Iterator[list[Any]]:
    for row in read_text(path).rstrip("\n").split("\n"):
        yield json.loads(row)


def _drafted(name: str | None, text: str) -> list[str]:
    try:
        draft = read_draft(text, name=name, limits=Settings())
    except CoachError as error:
        return [f"refused: {error} {error.facts}"]
    read = (f"{key}={value}" for key, value in leaves(read_whole(draft)))
    unread = (str(one) for each in draft.sets for one in each.unread)
    places = (str(each.set.model_dump(mode="json", exclude_none=True)) for each in draft.sets)
    return [draft.format, *read, *unread, *places]


def _read(text: str, okr_set: OkrSet, day: str) -> list[str]:
    reading = read_message(text, okr_set, date.fromisoformat(day))
    held = reading.model_dump(mode="json", exclude={"text", "as_of"}, exclude_none=True)
    return [f"{path}={value}" for path, value in leaves(held)]


def _lines(okr_set: OkrSet) -> Iterator[str]:
    for each in okr_set.objectives:
        yield from (each.objective, *(one.text for one in each.key_results))


def offered(okr_set: OkrSet) -> list[str]:
    """The suggestions of a review, each with all that its author is told, then the findings."""
    answer = _reviewer().review(SetReading(okr_set), Asked())
    found = [f"{each.rule} {each.severity} {each.message}" for each in answer.findings]
    return [*map(_suggested, answer.suggestions), *found, f"score {answer.score}"]


def _suggested(each: Suggestion) -> str:
    others = [f"or {other.after} ({other.metric}: {other.why})" for other in each.alternatives]
    asked = [f"asks {one.asks}: {one.text}" for one in each.questions]
    more = [*each.more, *others, *asked, each.why, *each.fixes, *each.remaining, *each.citations]
    return " | ".join([f"{each.action}: {each.after}", *more, f"{each.initiative}"])


def _paired(line: Line, beside: dict[str, list[str]]) -> OkrSet:
    """A line with one beside it that its own words choose, so that new lines change no other."""
    others = beside["key_results" if line.of_objective else "objectives"]
    other = others[_fingerprint(line.text) // ONE_OF % len(others)]
    objective, text = (line.text, other) if line.of_objective else (other, line.text)
    held = {"objective": objective, "key_results": [text]}
    return OkrSet.model_validate({"objectives": [held]})


def _fingerprint(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16)


@cache
def _reviewer() -> Reviewer:
    return Reviewer(load_checker(Settings(), None, None))
