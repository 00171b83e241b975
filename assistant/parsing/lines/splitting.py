"""Lines that hold several entries, cut into a line for each."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.script import fold
from assistant.parsing.labels.marks import Mark, Role
from assistant.parsing.lines.cuts import cut_line
from assistant.parsing.lines.entries import (
    BETWEEN,
    Entry,
    labels_within,
    listed_within,
    numbered_within,
)
from assistant.parsing.lines.text_lines import Line, take_mark


def split_entries(line: Line) -> Iterator[Line]:
    """The line, cut before each further label or number of the entries that stand on it."""
    for part in cut_line(line):
        yield from _split(part)


def _split(line: Line) -> Iterator[Line]:
    if line.mark and line.mark.role in (Role.OBJECTIVE, Role.KEY_RESULT):
        parts = list(_split_labels(line))
        for number, part in enumerate(parts):
            of_many = _names_many(part, inner=number > 0 and number + 1 == len(parts))
            yield from _split_listed(part) if of_many else _split_numbers(part)
    elif not line.mark and _is_first(line):
        yield from _split_siblings(line)
    else:
        yield line


def _split_labels(line: Line) -> Iterator[Line]:
    """Cut "O1：… KR1：… KR2：…", as chats have it."""
    whole, column, folded = line.text, line.column, fold(line.text)
    mark = line.mark
    cuts = labels_within(whole, folded, mark.number if mark and _is_objective(mark) else None)
    ends = [*cuts, len(whole)]
    line.text = whole[: ends[0]].rstrip(BETWEEN) if cuts else whole
    yield line
    for begin, end in zip(cuts, ends[1:], strict=True):
        text = whole[begin:end].rstrip(BETWEEN)
        part = Line(line.number, line.source, column + begin, text, line.indent + 1)
        take_mark(part, folded[begin : begin + len(text)])
        if part.mark and _is_objective(part.mark):
            part.indent, part.kind = line.indent, line.kind
        yield part


def _is_objective(mark: Mark) -> bool:
    return mark.role is Role.OBJECTIVE


def _split_numbers(line: Line) -> Iterator[Line]:
    """Cut "关键结果：①… ②…" and "目标：… 1) … 2) …" into a label and the items under it."""
    folded = fold(line.text)
    entries = numbered_within(folded)
    lists = line.mark is not None and line.mark.role is Role.OBJECTIVE
    if not entries or not (lists or entries[0].sign == 0):
        yield line
        return
    items = [_item(line, entry, line.indent + 2) for entry in entries]
    line.text = line.text[: entries[0].sign].rstrip(BETWEEN + ":：")
    yield line
    yield from items


def _names_many(line: Line, *, inner: bool) -> bool:
    """Whether a label without a number may name several, as one behind its objective does."""
    mark = line.mark
    if mark is None or mark.role is not Role.KEY_RESULT or mark.number:
        return False
    several = len(listed_within(fold(line.text))) >= _SURELY_SEVERAL
    return inner or mark.of_many or not mark.word.isascii() or several


_SURELY_SEVERAL = 3


def _split_listed(line: Line) -> Iterator[Line]:
    """Cut "关键结果：…；…；…" into the label and the items under it."""
    spans = listed_within(fold(line.text))
    if not spans or numbered_within(fold(line.text)):
        yield from _split_numbers(line)
        return
    whole, line.text = line.text, ""
    yield line
    for begin, end in spans:
        text = whole[begin:end]
        lead = len(text) - len(text.lstrip(BETWEEN))
        entry = Line(line.number, line.source, line.column + begin + lead, text.strip(BETWEEN))
        entry.indent, entry.kind = line.indent + 2, "semicolon"
        entry.quoted, entry.fence = line.quoted, line.fence
        yield entry


def _split_siblings(line: Line) -> Iterator[Line]:
    """Cut "1. … 2. …", the first sign of which is read already."""
    entries = [entry for entry in numbered_within(fold(line.text), 2) if entry.kind == line.kind]
    items = [_item(line, entry, line.indent) for entry in entries]
    if entries:
        line.text = line.text[: entries[0].sign].rstrip(BETWEEN)
    yield line
    yield from items


def _is_first(line: Line) -> bool:
    """Whether the sign of an item is the first of its list: "1.", "①"."""
    sign = fold(line.source[max(line.column - 6, 0) : line.column]).strip(" ().、")
    return line.item and sign in ("1", "①")


def _item(line: Line, entry: Entry, indent: int) -> Line:
    """An entry of a numbered list as a line of its own."""
    text = line.text[entry.begin : entry.end].rstrip(BETWEEN)
    made = Line(line.number, line.source, line.column + entry.begin, text, indent, entry.kind)
    made.quoted, made.fence = line.quoted, line.fence
    take_mark(made, fold(text))
    return made
