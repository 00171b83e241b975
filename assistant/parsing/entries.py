"""Where several entries stand on one line: "O1：… KR1：… KR2：…", "关键结果：①… ②…"."""

from __future__ import annotations

import re

from assistant.patterns import lazy
from assistant.records import record

# A further label inside a line: with a colon behind it, or set apart by a sign before it.
_NAMES = r"(?:kr ?\d{1,2}(?:\.\d{1,2})?|(?:关键结果|key results?|krs) ?[\d一二三四五]{0,2})"
_INNER = lazy(
    rf"(?<=[\s;,。.、(])(?:{_NAMES} ?[:︰、]|krs? ?:"
    rf"|(?<=[;|/▸»→·] )kr ?\d{{1,2}}(?:\.\d{{1,2}})?(?= \S))"
)
_MAY_HOLD = lazy(r"[kKｋＫ][rRｒＲ]|[kK]ey|[关關][键鍵]")
# Signs between two entries, no part of either.
BETWEEN = " \t\u3000;；,，·/|▸»►▶→"
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩"
_NUMBERED = lazy(
    r"(?<![^\s;,。.:、])(?:\((?P<round>\d{1,2})\)|(?P<half>\d{1,2})\)|(?P<point>\d{1,2})\.(?!\d)"
    rf"|(?P<pause>\d{{1,2}})、)\s*|(?P<circle>[{_CIRCLES}])[.、]?\s*"
)
_FEWEST = 2
_SEMICOLON = lazy(r";")
_DIGIT = lazy(r"\d")


@record
class Entry:
    """One entry of a numbered list within a line: its sign, and its text `folded[begin:end]`."""

    sign: int
    begin: int
    end: int
    kind: str


def may_name_results(text: str) -> bool:
    """Whether a text has the beginning of any name of key results; most have none."""
    return _MAY_HOLD.search(text) is not None


def labels_within(text: str, folded: str) -> list[int]:
    """Where further labels begin in the text behind a line's first label."""
    if not may_name_results(text):
        return []
    return [match.start() for match in _INNER.finditer(folded)]


def numbered_within(folded: str, first: int = 1) -> list[Entry]:
    """The entries that are numbered one after the other in one style, at least two in all.

    Args:
        folded: The folded text of a line.
        first: The number of the first that stands in it.
    """
    signs = list(_NUMBERED.finditer(folded))
    begins = {match.lastgroup: match for match in reversed(signs) if _number(match) == first}
    for begin in sorted(begins.values(), key=re.Match.start):
        chosen = _one_after_the_other(signs, begin)
        if len(chosen) + first - 1 >= _FEWEST:
            ends = [*(match.start() for match in chosen[1:]), len(folded)]
            return [
                Entry(match.start(), match.end(), end, str(match.lastgroup))
                for match, end in zip(chosen, ends, strict=True)
            ]
    return []


def listed_within(folded: str) -> list[tuple[int, int]]:
    """Begin and end of the entries between semicolons, where each has a number of its own."""
    cuts = [match.start() for match in _SEMICOLON.finditer(folded.rstrip(" ;"))]
    spans = list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(folded)], strict=True))
    told = all(_DIGIT.search(folded, *span) for span in spans)
    return spans if len(spans) >= _FEWEST and told else []


def _one_after_the_other(signs: list[re.Match[str]], first: re.Match[str]) -> list[re.Match[str]]:
    chosen = [first]
    for match in signs:
        follows = match.start() > chosen[-1].start() and match.lastgroup == first.lastgroup
        if follows and _number(match) == _number(chosen[-1]) + 1:
            chosen.append(match)
    return chosen


def _number(match: re.Match[str]) -> int:
    written = match[match.lastgroup or 0]
    return _CIRCLES.find(written) + 1 or int(written)
