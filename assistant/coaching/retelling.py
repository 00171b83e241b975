"""A suggestion as its author goes on with it: another line chosen, questions answered, edited.

No model is asked and no session kept: the suggestion travels with what was done to it, and the
rules judge the result as they judged the first line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic import Field

from assistant.coaching.check import Checker
from assistant.coaching.review import left_broken
from assistant.coaching.rewriting.answers import fill_in
from assistant.coaching.rewriting.choosing import chosen
from assistant.coaching.rewriting.drafts import Draft, Line
from assistant.coaching.rewriting.finish import finish
from assistant.coaching.rewriting.gaps import pending
from assistant.coaching.rewriting.judging import Judge
from assistant.coaching.rewriting.questions import questions_of
from assistant.models import Language, OkrSet
from assistant.models.base import Shape
from assistant.models.decision import LONGEST_LINE, MOST_LINES
from assistant.models.suggestion import Question, Suggestion


class Turn(Shape):
    """What an author did with a suggestion: `pick` is the alternative, `edited` the own words."""

    set: int = 0
    language: Language = Language.EN
    suggestion: Suggestion
    pick: int = 0
    answers: dict[str, str] = Field(default_factory=dict)
    edited: list[str] = Field(default_factory=list, max_length=MOST_LINES)


@dataclass(frozen=True, slots=True)
class Told:
    """A turn's outcome: the suggestion as it stands, all its questions, what was wrong."""

    turn: Turn
    now: Suggestion
    questions: tuple[Question, ...]
    notes: tuple[str, ...] = ()


def first_told(suggestion: Suggestion, set_number: int, language: Language) -> Told:
    """A suggestion that nobody has touched."""
    turn = Turn(set=set_number, language=language, suggestion=suggestion)
    return Told(turn, suggestion, tuple(suggestion.questions))


def retold(turn: Turn, okr_set: OkrSet, checker: Checker) -> Told:
    """The suggestion after a turn, judged again where it would stand."""
    shown = turn.suggestion
    pick = turn.pick if 0 <= turn.pick < len(shown.alternatives) else 0
    draft, tongue = chosen(shown, pick, turn.language)
    asked = [question for _, question in questions_of(draft, tongue)]
    if pick == 0 and len(asked) == len(shown.questions):
        # A new line's place is not in the suggestion, so ids made here would be others.
        told = dict(zip((one.id for one in shown.questions), asked, strict=True))
        answers = {told[key].id: text for key, text in turn.answers.items() if key in told}
        questions = tuple(shown.questions)
    else:
        answers, questions = dict(turn.answers), tuple(asked)
    filled = fill_in(draft, _given(answers), tongue)
    made = _edited(filled.draft, turn.edited)
    left = left_broken(made, okr_set, Judge(checker, okr_set)) if _fits(made, okr_set) else ()
    broken = frozenset((*shown.fixes, *shown.remaining))
    left = frozenset(left) - pending(made.lines[0].text, tongue)
    now = finish(made, tongue, broken, left)
    carried = {
        "id": shown.id,
        "alternatives": shown.alternatives,
        "initiative": shown.initiative,
        "assumed": shown.assumed if pick == 0 else [],
        "written_by": shown.written_by,
        "citations": shown.citations,
    }
    return Told(turn, now.model_copy(update=carried), questions, filled.notes)


def _given(answers: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in answers.items() if text.strip()}


def _edited(draft: Draft, lines: list[str]) -> Draft:
    """The draft in the author's own words; a line is one line, however it was typed."""
    plain = [" ".join(line.split())[:LONGEST_LINE] for line in lines]
    words = [line for line in plain if line]
    return replace(draft, lines=tuple(Line(line) for line in words)) if words else draft


def _fits(draft: Draft, okr_set: OkrSet) -> bool:
    """Whether the place is one of the set's; a turn comes from outside."""
    if draft.objective is None:
        return True
    if not 0 <= draft.objective < len(okr_set.objectives):
        return False
    held = okr_set.objectives[draft.objective].key_results
    return draft.key_result is None or 0 <= draft.key_result < len(held)
