"""How numbers, names and other people's words stand in a report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from assistant.language.script import CJK
from assistant.messages import say
from assistant.models import Language
from assistant.rendering.clipping import cut, ended

AREA = "checkins"
_LINK = re.compile(
    r"\[([^\]\n]{0,200})\]\([^)\s]{0,500}\)|<?\b(?:https?|ftp|file|mailto)://?[^\s<>）)】]+>?|\bwww\.[^\s<>）)】]+",
    re.I,
)
_STEERING = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_LATIN_WORD = re.compile(r"[A-Za-z'’]+(?: (?=[A-Za-z]))?")
_PART = re.compile(r"[A-Za-z'’]+|[^A-Za-z'’]")
_MOST_SOURCE = 4000  # more than any line that is read; keeps what follows bounded


def number(value: float) -> str:
    """A number as people write it: two digits after the point at most, no trailing zeros."""
    digits = 2 if abs(value) >= 0.01 or value == 0 else 4
    text = f"{round(value, digits):,.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def with_unit(value: float | None, unit: str | None, language: Language) -> str:
    """A value with its unit as it was written; a sign for unknown where there is none."""
    if value is None:
        return say(AREA, "unknown", language)
    if not unit:
        return number(value)
    close = not unit[0].isalpha() or CJK.match(unit)
    return f"{number(value)}{'' if close else ' '}{unit}"


def percent(share: float | None, language: Language) -> str:
    """A share as a whole percentage."""
    return say(AREA, "unknown", language) if share is None else f"{number(_whole(share))}%"


def points(change: float) -> str:
    """A difference of two shares in whole percentage points, without its sign."""
    return number(abs(_whole(change)))


def _whole(share: float) -> int:
    """A share in whole percent; 62.5 is 63, as people round, and not 62, as Python does."""
    return int((Decimal(str(share)) * 100).quantize(Decimal(1), ROUND_HALF_UP))


def signed(text: str, change: float) -> str:
    """A number with its sign, a change of nothing without."""
    return text if text == "0" else f"{'+' if change > 0 else '-'}{text}"


def clip(text: str, most: int) -> str:
    """The first characters of a text, with a sign where something was left out."""
    plain = " ".join(cleaned(text).split())
    return cut(plain, most)


def worth(text: str) -> int:
    """How long a text is in characters of Chinese, as word processors count: a Latin word is one.

    So a name in English is no longer in a Chinese report than it says.
    """
    return len(_LATIN_WORD.sub("w", text))


def clip_worth(text: str, most: int) -> str:
    """The first words or characters of a text, up to what they are worth."""
    plain = " ".join(cleaned(text).split())
    if worth(plain) <= most:
        return plain
    parts = _PART.findall(plain)
    while parts and worth("".join(parts)) >= most:
        parts.pop()
    return ended("".join(parts), plain)


def quoted(words: str | None, most: int) -> str | None:
    """Somebody's own words: verbatim, but for links, control characters and length."""
    return clip(_LINK.sub(lambda link: link[1] or "", cleaned(words or "")), most) or None


def cleaned(text: str) -> str:
    """A text without characters that steer a terminal or turn the order of words."""
    return _STEERING.sub("", text[:_MOST_SOURCE])


def listing(names: Iterable[str], language: Language, most: int) -> str:
    """Names one after the other, the first ones and how many more there are."""
    found = [clip(name, 24) for name in names]
    joined = say(AREA, "comma", language).join(found[:most])
    if len(found) <= most:
        return joined
    return say(AREA, "and_more", language, names=joined, more=len(found) - most)
