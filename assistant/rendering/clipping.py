"""Texts cut short without a false word: a number is shown whole or not at all."""

from __future__ import annotations

import re

_OPEN_NUMBER = re.compile(r"[-+~]?\d[\d.,，]*$")
_GOES_ON = re.compile(r"[.,，]?\d")


def cut(plain: str, most: int) -> str:
    """The first characters of a text, with a sign where something was left out."""
    if len(plain) <= most:
        return plain
    return ended(plain[: max(1, most - 1)], plain)


def ended(beginning: str, plain: str) -> str:
    """The beginning of a text with the sign; of 50 that was cut in two, neither 5 nor 0 stays."""
    if _GOES_ON.match(plain, len(beginning)):
        beginning = _OPEN_NUMBER.sub("", beginning)
    return beginning.rstrip() + "…"
