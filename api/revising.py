"""The work behind the page of a review: suggestions, one of them gone on with, the finished set."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.suggested import Cards, line_labels, set_html
from api.templating import render
from assistant.coaching.check import Checker
from assistant.coaching.finishing import finished, parked_cycle
from assistant.coaching.retelling import Turn, retold
from assistant.errors import UnreadableInput
from assistant.messages import say
from assistant.models import Answer, KeyResult, Language, Objective, OkrSet, Verdict
from assistant.models.decision import Decision
from assistant.parsing import Draft, SetReading
from assistant.rendering.draft import as_draft
from assistant.rendering.sets.writers import SetFormat, write_sets
from assistant.rules.library import Library


def suggestions_html(answers: Sequence[Answer], library: Library) -> str:
    """The sets of a draft with their cards."""
    count = len(answers)
    return "\n".join(set_html(each, n, count, library) for n, each in enumerate(answers))


def as_message(html: str, answers: Sequence[Answer]) -> str:
    """The HTML with the answers that a model may go on with."""
    told = {"html": html, "answers": [each.model_dump(mode="json") for each in answers]}
    return json.dumps(told)


def card_html(draft: Draft, turn: Turn, checker: Checker, library: Library) -> str:
    """A card after what its author did with it.

    Raises:
        UnreadableInput: `no_such_set`.
    """
    if not 0 <= turn.set < len(draft.sets):
        raise UnreadableInput("no_such_set", field="set")
    told = retold(turn, draft.sets[turn.set].set, checker)
    return Cards(turn.language, library).html(told)


def exported(
    draft: Draft, decisions: Sequence[Decision], form: SetFormat, language: Language | None
) -> bytes:
    """The sets of a draft with what was decided, as a file."""
    words = language or _language(draft)
    sets = finished([one.set for one in draft.sets], decisions, words)
    return write_sets(sets, form, words)


def _language(draft: Draft) -> Language:
    """The language of most of a draft's text, for the labels around it."""
    from assistant.language.script import language_of

    texts = (_worded(part, Language.EN)[0] for one in draft.sets for part in _parts(one.set))
    found = language_of(" ".join(texts))
    return Language.ZH_HANS if found is Language.MIXED else found


Worded = tuple[str, tuple[str, ...]]
"""A line: its text, and its owner, day and source as they are labelled."""


def _parts(okr_set: OkrSet) -> Iterator[Objective | KeyResult]:
    for objective in okr_set.objectives:
        yield objective
        yield from objective.key_results


def _worded(part: Objective | KeyResult, language: Language) -> Worded:
    given = ((name, getattr(part, name, None)) for name in ("owner", "due", "source"))
    fields = (
        f"{say('report', f'draft.{name}', language)}{value}" for name, value in given if value
    )
    return part.objective if isinstance(part, Objective) else part.text, tuple(fields)


@dataclass(frozen=True, slots=True)
class FinishedLine:
    """A line of the finished set; `changed` where the draft has no such line.

    `fields` are its owner, day and source as they are labelled.
    """

    label: str
    text: str
    fields: tuple[str, ...]
    is_objective: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class FinishedSet:
    """A set as it is now; score, verdict and its reason are none for what was parked."""

    name: str
    lines: list[FinishedLine]
    works: list[str]
    score: tuple[int, int] | None
    verdict: Verdict | None
    reason: str | None


def finished_html(
    draft: Draft,
    decisions: Sequence[Decision],
    checker: Checker,
    language: Language | None,
    *,
    final: bool,
) -> str:
    """The finished sets with their scores before and after."""
    first = [*checker.check_all(draft.sets, final=final, language=language)]
    words = language or (first[0].message_language if first else Language.EN)
    sets = finished([one.set for one in draft.sets], decisions, words)
    aside = parked_cycle(words).name
    scored = [one for one in sets if not _is_parked(one, aside)]
    readings = [SetReading(one) for one in scored]
    answers = iter([*checker.check_all(readings, final=final, language=language)])
    before = iter(first)
    known = {_worded(part, words) for one in draft.sets for part in _parts(one.set)}
    shown = []
    for one in sets:
        if _is_parked(one, aside):
            shown.append(_shown(one, known, words, None, None))
        else:
            shown.append(_shown(one, known, words, next(before, None), next(answers)))
    text = as_draft(sets, words)
    return render("finished.html", words, sets=shown, text=text, accepted=len(decisions))


def _is_parked(okr_set: OkrSet, cycle: str | None) -> bool:
    return okr_set.cycle is not None and okr_set.cycle.name == cycle


def _shown(
    okr_set: OkrSet,
    known: set[Worded],
    language: Language,
    before: Answer | None,
    after: Answer | None,
) -> FinishedSet:
    lines: list[FinishedLine] = []
    for number, objective in enumerate(okr_set.objectives, start=1):
        parts: list[Objective | KeyResult] = [objective, *objective.key_results]
        for label, part in zip(line_labels(objective, number, language), parts, strict=True):
            worded = _worded(part, language)
            if worded[0]:
                new = worded not in known
                lines.append(FinishedLine(label, *worded, part is objective, new))
    cycle = okr_set.cycle.name if okr_set.cycle else None
    name = " · ".join(part for part in (okr_set.team or okr_set.owner, cycle) if part)
    works = [one.text for each in okr_set.objectives for one in each.initiatives]
    score = (before.score, after.score) if before and after else None
    verdict, reason = (after.verdict, after.arithmetic.verdict_reason) if after else (None, None)
    return FinishedSet(name, lines, works, score, verdict, reason)
