"""From a judged draft to the suggestion that is shown."""

from __future__ import annotations

from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.drafts import Draft
from assistant.coaching.rewriting.questions import questions_of, suggestion_id
from assistant.models.suggestion import Suggestion


def finish(
    draft: Draft, tongue: Tongue, broken: frozenset[str], left: frozenset[str]
) -> Suggestion:
    """The suggestion for a place.

    Args:
        draft: The draft as it stands after the answers.
        tongue: The language that its questions are asked in.
        broken: Rules that the author's line breaks.
        left: Rules that the new lines break still.
    """
    questions = [question for _, question in questions_of(draft, tongue)]
    first, *more = [line.text for line in draft.lines]
    return Suggestion(
        id=suggestion_id(draft),
        action=draft.action,
        objective=draft.objective,
        key_result=draft.key_result,
        before=draft.before,
        after=first,
        more=more,
        alternatives=list(draft.alternatives),
        why=draft.why,
        initiative=draft.initiative,
        placeholders=list(dict.fromkeys(question.asks for question in questions)),
        questions=questions,
        assumed=list(draft.assumed),
        fixes=sorted(broken - left),
        remaining=sorted(left),
        written_by=draft.written_by,
        citations=list(dict.fromkeys(draft.citations)),
    )
