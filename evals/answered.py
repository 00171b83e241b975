"""What a line becomes when its author takes a wording and answers what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.rewriting.answers import fill_in
from assistant.coaching.rewriting.choosing import chosen
from assistant.coaching.rewriting.questions import questions_of
from assistant.models import Answer, OkrSet
from assistant.models.suggestion import Suggestion
from assistant.parsing import SetReading
from assistant.settings import Settings
from evals.forms import TakenRow
from evals.lines import DATASETS
from evals.outcomes import Outcome
from evals.rows import rows

TAKEN = DATASETS / "answers.jsonl"
NOTHING = "-"


def outcomes(data: Path) -> Iterator[Outcome]:
    """The line of each row: as it is when all that it asks is answered, and what it asks."""
    reviewer = Reviewer(load_checker(Settings(), None, None))
    for row in rows(data, TakenRow):
        answer = reviewer.review(SetReading(OkrSet.model_validate(row["set"])), Asked())
        asks, line = taken(reviewer, answer, row)
        told = row["set"]["objectives"][0]["key_results"][row["key_result"]]
        subject = f"{told} {row['alternative']} {row['answers']}"
        yield Outcome("rewrite", "asks", row["lang"], subject, " ".join(row["answers"]), asks)
        yield Outcome("rewrite", "answered", row["lang"], subject, row["line"], line)


def taken(reviewer: Reviewer, answer: Answer, row: TakenRow) -> tuple[str, str]:
    """What is asked, and the line with the answers: by reviewing again, or of a chosen wording."""
    one = _suggested(answer, row["key_result"])
    if one is None:
        return NOTHING, NOTHING
    if row["alternative"] is not None:
        return _chosen(one, row["alternative"], answer, row["answers"])
    ids = {each.id: row["answers"].get(each.asks, "") for each in one.questions}
    again = reviewer.review(SetReading(answer.set), Asked(answers=ids))
    filled = _suggested(again, row["key_result"])
    return " ".join(each.asks for each in one.questions), filled.after if filled else NOTHING


def _chosen(
    one: Suggestion, alternative: int, answer: Answer, answers: Mapping[str, str]
) -> tuple[str, str]:
    draft, tongue = chosen(one, alternative, answer.message_language)
    asked = [question for number, question in questions_of(draft, tongue) if not number]
    ids = {each.id: answers.get(each.asks, "") for each in asked}
    line = fill_in(draft, ids, tongue).draft.lines[0].text
    return " ".join(each.asks for each in asked), line


def _suggested(answer: Answer, key_result: int) -> Suggestion | None:
    here = (each for each in answer.suggestions if each.key_result == key_result)
    return next(here, None)
