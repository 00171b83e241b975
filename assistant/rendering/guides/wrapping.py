"""How many lines a text takes in a cell: Latin words stay whole, Chinese breaks between signs."""

from __future__ import annotations

import re

SPARE = 1  # letters of a line that are never used
_WORDS = re.compile(r"[!-~]+[ ]?|[^!-~]")  # a Latin word with its gap, or any other sign


def lines_of(text: str, width: int) -> int:
    """Lines in a column of that width, which is told in Latin letters."""
    lines, used = 1, 0
    for word in _WORDS.findall(text):
        wide = wide_of(word)
        if used and used + wide_of(word.rstrip()) > width - SPARE:
            lines, used = lines + 1, 0
        lines += max(0, wide - 1) // max(1, width - SPARE) if not used else 0
        used += min(wide, width - SPARE)
    return lines


def wide_of(text: str) -> int:
    """Its width in Latin letters; a Chinese character takes two."""
    return sum(1 if char.isascii() else 2 for char in text)
