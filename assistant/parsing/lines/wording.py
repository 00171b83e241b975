"""The words of a line: metadata off, inline Markdown off, and where they start in the source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.language.script import CJK
from assistant.models import At
from assistant.parsing.labels.signs import EMOJI, UNITS
from assistant.parsing.lines.explained import end_of_said
from assistant.parsing.lines.text_lines import Line
from assistant.parsing.metadata.stripping import strip_metadata
from assistant.patterns import lazy

Plain = Callable[[str], str]
_WIDE_SIGNS = ("，", "、", "；", "（")
# "**1. Grow**", "**1.1** 14 events"; "**1.5** million" is an amount.
_BOLD_NUMBER = lazy(
    r"(?:\*\*|__)(?:\d{1,2}[.)、](?!\d)\s*(?:(?:\*\*|__)\s+)?"
    rf"|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}(?:\*\*|__)\s+(?!{UNITS}))"
)
_DANGLING = lazy(r"(?:\s[-–—]{1,2}|\s?[(（\[【])\s*$")
_PAIRED = ("*", "_", "`", "~")


@dataclass(slots=True)
class Worded:
    """A line's own text, where it starts, and the metadata that stood beside it."""

    text: str
    at: At
    fields: dict[str, str]
    left_out: list[str]


def worded(line: Line, part: str, plain: Plain) -> Worded:
    """The words of a line that is an objective, a key result or an initiative."""
    written = whole_text(line)
    written = written[: end_of_said(line, written)]
    picture = EMOJI.match(written) or _BOLD_NUMBER.match(written)
    begin = picture.end() if picture else 0
    written = _unpaired_off(written[begin:])
    found = strip_metadata(written, part)
    shown = plain(_unpaired_off(written[found.start : found.end])).strip()
    shown = _whole(shown)
    column = _starts(line.source, line.column + begin + found.start, shown)
    at = At(line=line.number, column=column + 1)
    return Worded(shown, at, found.fields, found.left_out)


def whole_text(line: Line) -> str:
    """The text of a line with the lines that continue it."""
    text = line.text.removesuffix("\\").rstrip()
    for _, more in line.more:
        wide = CJK.match(text[-1:]) or text.endswith(_WIDE_SIGNS)
        between = "" if wide and CJK.match(more[:1]) else " "
        text = f"{text}{between}{more.removesuffix(chr(92)).rstrip()}"
    return text


def as_written(line: Line) -> str:
    """A line as it stands in the source, for the list of what stayed unread."""
    return line.source.strip()


def _whole(text: str) -> str:
    """Without a sign at the end that led to what was taken off, and without half a bracket."""
    text = _DANGLING.sub("", text)
    if text.endswith((")", "）")) and _closing(text) > _opening(text):
        text = text[:-1].rstrip()
    return text


def _opening(text: str) -> int:
    return text.count("(") + text.count("（")


def _closing(text: str) -> int:
    return text.count(")") + text.count("）")


def _unpaired_off(text: str) -> str:
    """Without the signs of emphasis that were opened before the label: `**O1: Grow**`."""
    if not text.endswith(_PAIRED):
        return text
    for sign in _PAIRED:
        kept = text.rstrip(sign)
        closing = len(text) - len(kept)
        if closing and text.count(sign) % 2 == closing % 2 and sign not in kept:
            text = kept
    return text


def _starts(source: str, column: int, text: str) -> int:
    """Where a text begins in its source line, from a column on."""
    found = source.find(text[:12], column)
    if found < 0 and text:
        found = source.find(text[0], column)
    return found if found >= 0 else min(column, len(source))
