"""What a model answers is judged: sound wordings are heard, all others refused for their reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from assistant.coaching.check import Checker, load_checker
from assistant.coaching.modelling.hearing import Heard, Hearing
from assistant.coaching.modelling.places import mark_of, place_of
from assistant.coaching.modelling.shapes import LineDraft, OpinionDraft
from assistant.coaching.review import Asked, Reviewer
from assistant.models import Answer, OkrSet
from assistant.parsing import SetReading
from assistant.settings import Settings
from evals.forms import AnswerRow
from evals.lines import DATASETS
from evals.outcomes import DEV, Outcome
from evals.rows import rows

ANSWERS = DATASETS / "model_answers.jsonl"
HEARD, OWN_REASON, REFUSED, NEITHER = "heard", "own reason", "refused", "-"


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each answer of a file, by default our own: which lines count, and which opinions."""
    checker = load_checker(Settings(), None, None)
    for row in rows(data or ANSWERS, AnswerRow):
        hearing = _hearing(checker, row)
        drafts = [LineDraft.model_validate(each) for each in row["lines"]]
        places = frozenset(place for mark in row["asked"] if (place := place_of(mark)))
        heard = hearing.lines(drafts, places)
        told = row["objectives"][0]["key_results"][0]
        split = row.get("split", DEV)
        for mark, gold in row["heard"].items():
            said = " / ".join(each.rewrite for each in drafts)
            subject = f"{row['why']}: {told} > {said[:90]} {mark}"
            found = _found(heard, mark, drafts, gold)
            yield Outcome("hearing", "line", row["lang"], subject, gold, found, split)
        yield _opinions(hearing, row, f"{row['why']}: {told}", split)


def _hearing(checker: Checker, row: AnswerRow) -> Hearing:
    return Hearing(checker, _by_rules(checker, json.dumps(row["objectives"])), {})


@cache
def _by_rules(checker: Checker, objectives: str) -> Answer:
    okr_set = OkrSet.model_validate({"objectives": json.loads(objectives)})
    return Reviewer(checker).review(SetReading(okr_set), Asked())


def _found(heard: Heard, mark: str, drafts: list[LineDraft], gold: str) -> str:
    place = place_of(mark)
    if place in heard.accepted:
        why = heard.accepted[place].why
        return HEARD if any(each.reason == why for each in drafts) else OWN_REASON
    if place not in heard.refused:
        return NEITHER
    reason = heard.refused[place][1]
    return gold if gold == REFUSED or gold in reason else reason


def _opinions(hearing: Hearing, row: AnswerRow, subject: str, split: str) -> Outcome:
    asked = [OpinionDraft.model_validate(each) for each in row["opinions"]]
    rules = sorted({each.question for each in asked if each.question.startswith("K")})
    kept = hearing.opinions(asked, rules)
    held = [f"{each.rule} {mark_of((each.objective or 0, each.key_result))}" for each in kept]
    gold, found = (", ".join(each) or NEITHER for each in (row["held"], held))
    return Outcome("hearing", "opinion", row["lang"], subject, gold, found, split)
