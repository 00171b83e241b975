"""The review as a talk: one suggestion after the other, the questions one by one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import typer

from assistant.coaching.applying import Accepted, accept
from assistant.coaching.rewriting.answers import fill_in
from assistant.coaching.rewriting.choosing import chosen
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.drafts import Draft
from assistant.coaching.rewriting.questions import questions_of
from assistant.messages import say
from assistant.models import Answer, Language, Severity
from assistant.models.suggestion import Suggestion
from assistant.rendering.paper import Paper
from assistant.rendering.review_terminal import show_suggestion
from assistant.rendering.visible import visible

A_TURN = 3  # suggestions before it is asked whether to go on
_ORDER = list(Severity)


def talk(answer: Answer, set_number: int, paper: Paper) -> list[Accepted]:
    """Ask about each suggestion of a set, the worst findings first; what was accepted."""
    language = answer.message_language
    taken: list[Accepted] = []
    with suppress(typer.Abort):  # no more input, or Ctrl+C: what was accepted stays
        for count, suggestion in enumerate(by_weight(answer)):
            if count and count % A_TURN == 0 and not _goes_on(language):
                break
            show_suggestion(suggestion, language, paper)
            lines = _choice(suggestion, language)
            if lines is None:
                break
            accepted = accept(suggestion, set_number, answer.set, *lines) if lines else None
            if accepted:
                taken.append(accepted)
    return taken


def by_weight(answer: Answer) -> Sequence[Suggestion]:
    """The suggestions, those for errors first, then warnings, then hints."""
    worst: dict[tuple[int | None, int | None], int] = {}
    for finding in answer.findings:
        key = (finding.objective, finding.key_result)
        worst[key] = min(worst.get(key, len(_ORDER)), _ORDER.index(finding.severity))
    return sorted(
        answer.suggestions,
        key=lambda one: worst.get((one.objective, one.key_result), len(_ORDER)),
    )


def _goes_on(language: Language) -> bool:
    return typer.confirm(say("report", "ask.go_on", language), default=True, err=True)


def _choice(suggestion: Suggestion, language: Language) -> tuple[str, ...] | None:
    """The lines that were taken, none for "as is", None to stop."""
    others = len(suggestion.alternatives)
    told = say("report", "ask.choice", language, count=max(others, 1))
    while True:
        said = typer.prompt(told, default="a", err=True).strip().lower()
        if said in ("q", "s"):
            return None if said == "q" else ()
        if said == "e":
            return (typer.prompt(say("report", "ask.edit", language), err=True).strip(),)
        number = 0 if said == "a" else int(said) - 1 if said.isdecimal() else -1
        if number == 0 or 0 < number < others:
            return tuple(line.text for line in _answered(suggestion, number, language).lines)
        typer.echo(say("report", "ask.unknown", language, said=visible(said)), err=True)


def _answered(suggestion: Suggestion, number: int, language: Language) -> Draft:
    """What was chosen, with the answers to its questions; those that were not given stay open."""
    draft, tongue = chosen(suggestion, number, language)
    shown = {} if number else {one.id: one.text for one in suggestion.questions}
    with suppress(typer.Abort):  # the end of the input: what was answered before stays
        for _, question in list(questions_of(draft, tongue)):
            text = shown.get(question.id, question.text)
            draft = _asked(draft, question.id, text, tongue)
    return draft


def _asked(draft: Draft, identity: str, text: str, tongue: Tongue) -> Draft:
    """The draft with the answer to a question; an empty one leaves the placeholder."""
    while said := typer.prompt(visible(text), default="", show_default=False, err=True).strip():
        filled = fill_in(draft, {identity: said}, tongue)
        if not filled.notes:
            return filled.draft
        typer.echo(visible(filled.notes[0]), err=True)
    return draft
