"""Accepted lines: asked for one by one or taken as they are, shown, and written back."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from assistant.coaching.applying import Accepted, Applied, accept, applied, fits, write
from assistant.commands.interactive import converse
from assistant.messages import say
from assistant.models import Answer, Language
from assistant.parsing import Draft
from assistant.rendering.paper import Paper, paper
from assistant.rendering.visible import visible


def take_over(
    path: str,
    data: bytes,
    reviewed: Sequence[tuple[Answer, Draft]],
    *,
    asks: bool,
    writes: bool,
) -> None:
    """Ask about the suggestions, or take all that fit in place, and write the accepted lines.

    Raises:
        UnreadableInput: `not_written`; the file is then as it was.
    """
    shown = paper(sys.stdout)
    accepted: list[Accepted] = []
    for number, (answer, _) in enumerate(reviewed):
        fitting = (accept(one, number, answer.set) for one in answer.suggestions)
        accepted += converse(answer, number, shown) if asks else [one for one in fitting if one]
    if not reviewed:
        return
    language = reviewed[0][0].message_language
    for one in accepted:
        _show(one, reviewed[one.set_number][0], shown)
    if writes and accepted:
        changed = applied(data, reviewed[0][1], accepted, path)
        write(Path(path), changed.data)
        _tell(changed, path, language)
    others = sum(not fits(one, answer.set) for answer, _ in reviewed for one in answer.suggestions)
    if others:
        typer.echo(say("report", "not_placed", language, count=others), err=True)


def _show(one: Accepted, answer: Answer, shown: Paper) -> None:
    """A line as it was and as it is now, and the work that goes on under it."""
    objective = answer.set.objectives[one.objective]
    known = objective.objective
    if one.key_result is not None:
        known = objective.key_results[one.key_result].text
    shown.line(0, (f"- {visible(known)}", "red"))
    for line in one.lines:
        shown.line(0, (f"+ {visible(line)}", "green"))
    if one.initiative:
        kept = say("report", "initiative", answer.message_language)
        shown.line(2, (f"{kept}  {visible(one.initiative)}", ""))


def _tell(changed: Applied, path: str, language: Language) -> None:
    """What was written, and what found no place."""
    count = len(changed.written)
    typer.echo(say("report", "written", language, count=count, file=path), err=True)
    for one in changed.left_out:
        line = visible(one.lines[0])
        typer.echo(say("report", "left_out", language, line=line), err=True)
    for work in changed.homeless:
        typer.echo(say("report", "homeless", language, work=visible(work)), err=True)
