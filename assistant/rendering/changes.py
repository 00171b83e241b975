"""What changed between two lines, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

# A placeholder, a Latin word or number, or one sign of any other script.
_PIECE = re.compile(r"\[[^\[\]]{1,30}\]|[A-Za-z0-9.,%'’-]+|\s+|.", re.DOTALL)
MOST_PIECES = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; `changed` where the other line does not have it."""

    text: str
    changed: bool


def changes(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both lines in pieces, those marked that the other does not have."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if len(old) > MOST_PIECES or len(new) > MOST_PIECES:
        return [Piece(before, True)], [Piece(after, True)]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    kept = [(op == "equal", old[a:b], new[c:d]) for op, a, b, c, d in blocks]
    return (
        list(_joined((text, same) for same, left, _ in kept if (text := "".join(left)))),
        list(_joined((text, same) for same, _, right in kept if (text := "".join(right)))),
    )


def _joined(pieces: Iterator[tuple[str, bool]]) -> Iterator[Piece]:
    for text, same in pieces:
        yield Piece(text, changed=not same)
