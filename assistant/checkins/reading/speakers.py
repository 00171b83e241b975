"""Who wrote what in a copied chat: the name and time over or before each message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.checkins.reading.labels import label_at
from assistant.checkins.reading.lexicon import patterns
from assistant.language.script import fold

_FEWEST = 2
_NO_NAME = r":\[\]|<>#*=%0-9,;。!?()"
_NAME = rf"[^\W\d_](?:[^\n{_NO_NAME}]{{0,26}}[^\s{_NO_NAME}])?(?:\([^()\n]{{1,16}}\))?"
_BLANKS = r"[ \u3000]{0,6}"


def apart(text: str, metrics: Sequence[str] = ()) -> tuple[str, tuple[int, ...]]:
    """A text of the same length in which each message of a chat is a line with a dash.

    And where each of them starts. `metrics`: folded key results; what stands in one of them is the
    name of no person. A text that is no chat stays as it is.
    """
    seen = fold(text.replace("\t", "|"))
    found = [m for m in _marked().finditer(seen) if _is_name(m, metrics)]
    found = found or _over(seen, metrics)
    for match in found:
        start, end = match.span()
        text = text[:start] + "-".ljust(end - start) + text[end:]
    return text, tuple(match.start() for match in found)


def _over(seen: str, metrics: Sequence[str]) -> list[re.Match[str]]:
    """Lines with a name and a bare clock; in a chat one of them is the first line."""
    found = [m for m in _alone().finditer(seen) if _is_name(m, metrics)]
    opens = len(seen) - len(seen.lstrip())
    if not found or found[0].start() > opens:
        return []
    told = sum(1 for line in seen.split("\n") if line.strip())
    return found if told >= _FEWEST * len(found) else []


def _is_name(match: re.Match[str], metrics: Sequence[str]) -> bool:
    name = next(name for name in match.groupdict().values() if name).strip()
    if patterns("chat", "no_name").match(name) or label_at(f"{name}:", 0, len(name) + 1):
        return False
    whole = re.compile(rf"(?<![a-z]){re.escape(name)}(?![a-z])")
    return not any(whole.search(metric) for metric in metrics)


def _clock(*, firm: bool) -> str:
    """A time of day; `firm` where it can be no number of minutes: 09:12, 9:12 am, 上午9:12."""
    half = patterns("chat", "half").pattern
    digits = r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?"
    if not firm:
        return rf"(?:{half})?{_BLANKS}{digits}(?:{_BLANKS}(?:{half}))?"
    return (
        rf"(?:[01][0-9]:[0-5][0-9](?::[0-5][0-9])?|2[0-3]:[0-5][0-9](?::[0-5][0-9])?|{digits}"
        rf"{_BLANKS}(?:{half})|(?:{half}){_BLANKS}{digits})"
    )


@cache
def _marked() -> re.Pattern[str]:
    """`[09:12] Mira:`, `10/12/26, 09:58 - Mira:`, `Mira [9:58]`, `Mira 2026-10-12 09:58`."""
    day, joint = patterns("chat", "day").pattern, patterns("chat", "joint").pattern
    clock = _clock(firm=False)
    both = rf"(?<![a-z])(?:{day}){joint}{clock}"
    boxed = rf"(?:\[(?:{both}|{clock})\]|\((?:{both}|{clock})\))"
    over = r"(?:: *|(?= *\n)) *\n?"
    return re.compile(
        rf"(?m)^[ \t]{{0,4}}(?:(?:{boxed}|{both}){_BLANKS}[-–—]?{_BLANKS}(?P<a>{_NAME}){over}"
        rf"|(?P<b>{_NAME}){_BLANKS},?{_BLANKS}"
        rf"(?:{boxed}[: ]*\n?|[-–—·]?{_BLANKS}{both}:?(?= *\n) *\n)"
        rf"|{_clock(firm=True)}(?:{_BLANKS}(?P<c>{_NAME}): *|\|(?P<d>{_NAME})\|))"
    )


@cache
def _alone() -> re.Pattern[str]:
    """`Mira 09:58` on a line of its own, or with the time on the line behind the name."""
    clock, day = _clock(firm=True), patterns("chat", "day").pattern
    joint = patterns("chat", "joint").pattern
    return re.compile(
        rf"(?m)^[ \t]{{0,4}}(?P<a>{_NAME})(?:[ \t\u3000,—–·-]{{1,6}}|[ \t]*\n[ \t]*)"
        rf"(?:(?:{day}){joint})?{clock}[ \t:]*\n"
    )
