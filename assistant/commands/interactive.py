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
from assistant.commands.asking import Talk
from assistant.models import Answer, Severity
from assistant.models.suggestion import Suggestion
from assistant.rendering.paper import Paper
from assistant.rendering.review_terminal import show_suggestion

A_TURN = 3  # suggestions before it is asked whether to go on
_ORDER = list(Severity)


def converse(answer: Answer, set_number: int, paper: Paper) -> list[Accepted]:
    """Ask about each suggestion of a set, the worst findings first; what was accepted."""
    talk = Talk(answer.message_language)
    taken: list[Accepted] = []
    with suppress(typer.Abort):  # no more input, or Ctrl+C: what was accepted stays
        for count, suggestion in enumerate(by_weight(answer)):
            if talk.over or (count and count % A_TURN == 0 and not talk.confirm("ask.go_on")):
                break
            show_suggestion(suggestion, talk.language, paper)
            lines = _choice(suggestion, talk)
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


def _choice(suggestion: Suggestion, talk: Talk) -> tuple[str, ...]:
    """The lines that were taken; none for "as is"."""
    others = len(suggestion.alternatives)
    told = talk.say("ask.choice", count=max(others, 1))
    while True:
        said = talk.ask(told, "a").lower()
        if talk.stops(said):
            talk.stop()
        if talk.leaves(said):
            return talk.usable(())
        if said == "e":
            return _own_line(talk)
        number = 0 if said == "a" else int(said) - 1 if said.isdecimal() else -1
        if number == 0 or 0 < number < others:
            talk.usable(said)
            return tuple(line.text for line in _answered(suggestion, number, talk).lines)
        talk.refuse(talk.say("ask.unknown", said=said))


def _own_line(talk: Talk) -> tuple[str, ...]:
    """The line that somebody writes; left empty, the draft's stays."""
    written = talk.ask(talk.say("ask.edit"))
    return (written,) if written else ()


def _answered(suggestion: Suggestion, number: int, talk: Talk) -> Draft:
    """What was chosen, with the answers to its questions; those that were not given stay open."""
    draft, tongue = chosen(suggestion, number, talk.language)
    shown = {} if number else {one.id: one.text for one in suggestion.questions}
    questions = list(questions_of(draft, tongue))
    with suppress(typer.Abort):  # the end of the input, or of the talk: what was answered stays
        if questions:
            typer.echo(talk.say("ask.leave"), err=True)
        for _, question in questions:
            text = shown.get(question.id, question.text)
            draft = _asked(draft, question.id, text, tongue, talk)
    return draft


def _asked(draft: Draft, identity: str, text: str, tongue: Tongue, talk: Talk) -> Draft:
    """The draft with the answer to a question; an empty one leaves the placeholder."""
    while said := talk.ask(text):
        if talk.stops(said):
            talk.stop()
        if talk.leaves(said):
            break
        filled = fill_in(draft, {identity: said}, tongue)
        if not filled.notes:
            return talk.usable(filled.draft)
        talk.refuse(filled.notes[0])
    return draft
