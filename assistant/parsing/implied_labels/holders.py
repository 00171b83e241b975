"""Trees of goals by who holds them: "Sales: Open 4 shops" below "CRO", under an objective."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from assistant.language.script import fold
from assistant.parsing.labels.marks import Mark, Role
from assistant.parsing.lines.text_lines import Line
from assistant.parsing.titles.title_words import is_name
from assistant.patterns import lazy

# "VP of Sales: ", "市场部："
_HELD = lazy(r"(?P<who>[A-Z\u4e00-\u9fff][^:：\d.,;，。；|]{1,23}?) ?[:：]\s?(?=\S)")
_FEWEST, _MOST = 2, 0.8


def take_holders(lines: list[Line]) -> None:
    """Take the holder before each goal for its label, where most items name theirs so.

    Some stand alone over the goals of those that they lead, and both come again. Where key
    results have labels, those tell.

    Args:
        lines: The lines of a text.
    """
    roles = {line.mark.role for line in lines if line.mark}
    if Role.OBJECTIVE not in roles or Role.KEY_RESULT in roles:
        return
    items = [line for line in lines if line.item and not line.mark]
    held = {id(line): match for line in items if (match := _HELD.match(line.text))}
    alone = {id(line): name for line in items if (name := _holder_alone(line))}
    over = {id(line) for line, below in pairwise(lines) if _leads(line, below, held)}
    named = Counter(fold(match["who"]) for match in held.values())
    leading = Counter(name for key, name in alone.items() if key in over)
    told = len(held.keys() | alone.keys()) >= len(items) * _MOST
    if told and _come_again(named) and _come_again(leading):
        for line in items:
            if match := held.get(id(line)):
                _take(line, match["who"], match.end())


def _holder_alone(line: Line) -> str:
    name = line.text.strip("*_:： ")
    return fold(name) if is_name(name, "item") and ":" not in fold(name) else ""


def _leads(line: Line, below: Line, held: Mapping[int, object]) -> bool:
    return id(below) in held and below.indent > line.indent


def _come_again(names: Counter[str]) -> bool:
    return max(names.values(), default=0) >= _FEWEST


def _take(line: Line, who: str, end: int) -> None:
    line.mark = Mark(Role.KEY_RESULT, end, holder=who.strip("*_ "))
    line.label, line.text = line.text[:end], line.text[end:]
    line.column += end
