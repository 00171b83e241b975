"""Accepted lines: asked for one by one or taken as they are, shown, and written back."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from assistant.coaching.applying import Accepted, accept, applied, fits, write
from assistant.commands.interactive import converse
from assistant.messages import say
from assistant.models import Answer
from assistant.parsing import Draft
from assistant.rendering.paper import paper
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
    for one in accepted:
        for line in one.lines:
            shown.line(0, (f"+ {visible(line)}", "green"))
    language = reviewed[0][0].message_language
    if writes and accepted:
        changed = applied(data, reviewed[0][1], accepted, path)
        write(Path(path), changed.data)
        typer.echo(say("report", "written", language, count=len(accepted), file=path), err=True)
        for work in changed.homeless:
            typer.echo(say("report", "homeless", language, work=visible(work)), err=True)
    others = sum(not fits(one, answer.set) for answer, _ in reviewed for one in answer.suggestions)
    if others:
        typer.echo(say("report", "not_placed", language, count=others), err=True)
