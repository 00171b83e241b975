"""What a report is printed on: a terminal with colours, or plain lines for a file or a pipe."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import IO, Protocol

Piece = tuple[str, str]  # a text and its style
Mark = tuple[str, int, int]  # a style, and from where to where in the line


class Paper(Protocol):
    """Takes a report line by line."""

    def line(self, indent: int, *pieces: Piece, marks: Sequence[Mark] = ()) -> None:
        """Print one line; later marks lie over earlier ones."""


def paper(out: IO[str]) -> Paper:
    """Colours for a terminal, and where the user forces them; plain lines else."""
    forced = os.environ.get("FORCE_COLOR") or os.environ.get("TTY_COMPATIBLE") == "1"
    return Coloured(out) if forced or out.isatty() else Plain(out)


class Plain:
    """Lines without colour that are not folded."""

    def __init__(self, out: IO[str]) -> None:
        self._out = out

    def line(self, indent: int, *pieces: Piece, marks: Sequence[Mark] = ()) -> None:
        """Print one line."""
        self._out.write(" " * indent + "".join(text for text, _ in pieces) + "\n")


_UNBROKEN = 1_000_000  # columns: what goes into a file or a pipe is not folded


class Coloured:
    """Lines in colour, folded at the width of the terminal."""

    def __init__(self, out: IO[str]) -> None:
        from rich.console import Console  # takes 40 ms, which a pipe does not need

        width = None if out.isatty() else _UNBROKEN
        self._console = Console(file=out, highlight=False, width=width)

    def line(self, indent: int, *pieces: Piece, marks: Sequence[Mark] = ()) -> None:
        """Print one line; the style of the first piece is that of the line."""
        from rich.padding import Padding
        from rich.text import Text

        text = Text(style=pieces[0][1] if pieces else "")
        for piece in pieces:
            text.append(*piece)
        for style, start, end in marks:
            text.stylize(style, start, end)
        self._console.print(Padding(text, (0, 0, 0, indent), expand=False) if indent else text)
