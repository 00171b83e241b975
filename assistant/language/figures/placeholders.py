"""Values that are still to be filled in: X%, N天, TBD, ＿＿, [baseline to confirm]."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.language.figures.numbers import MOST_NUMBERS
from assistant.language.lexicon import expressions, pattern
from assistant.language.script import fold
from assistant.models import Span
from assistant.patterns import lazy

# Without one of these nothing can match; most lines are spared the rest.
_HINT = lazy(
    r"[XYNMxyzn](?![a-z])|[\[_?<{○●□〇＿？［]|[Tt](?:[Bb]|o be)|(?:xx|nn|yy)|待|若干|[ＸＹＮ％]"
)


_GAP = lazy(r"\\?[\[【][^\[\]【】]{1,60}[\]】]")


def find_placeholders(text: str, folded: str) -> tuple[Span, ...]:
    """The placeholders of a line, in order.

    `text` is the line as typed: a single letter stands for a value only as a capital, or before
    a percent sign.
    """
    if not _HINT.search(text):
        return ()
    found = sorted(_matches(text, folded))[:MOST_NUMBERS]
    return tuple(Span(start=start, end=end) for start, end in _outermost(found))


def is_empty(folded: str, placeholders: Sequence[Span]) -> bool:
    """Whether a line says nothing beside its placeholders: "TBD", "（待补充）", "XX%"."""
    if not placeholders:
        return False
    left, at = "", 0
    for span in placeholders:
        left, at = left + folded[at : span.start], span.end
    return not any(map(str.isalnum, left + folded[at:]))


def is_open(text: str) -> bool:
    """Whether a text only holds a place open: "[one name]", "【待定】", "TBD"."""
    folded = fold(text)
    alone = _GAP.fullmatch(text.strip()) is not None
    return alone or is_empty(folded, find_placeholders(text, folded))


def _matches(text: str, folded: str) -> Iterator[tuple[int, int]]:
    for match in pattern("placeholders", "words").finditer(folded):
        yield match.span()
    for match in expressions("placeholders", "forms").finditer(folded):
        yield match.span()
    for match in expressions("placeholders", "letters").finditer(text):
        yield match.span()


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept
