"""Who said it: the time and name that a chat program puts before each line it copies."""

from __future__ import annotations

from collections import Counter

from assistant.parsing.labels.marks import Role, read_mark
from assistant.parsing.values import is_whole_name
from assistant.patterns import lazy

_DAY = r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)[ ,]{0,2}"
_CLOCK = (
    r"(?:(?:上午|下午|早上|中午|晚上|凌晨) ?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?: ?[AaPp][Mm])?"
)
_NAME = r"(?P<name>[^\s:：\[\]|>#*\-][^:：\[\]|\n]{0,24}?)"
# "[09:58] Mira: ", "10/12/26, 09:58 - Mira: ", "Mira [9:58 AM]: "
_TIMED = lazy(
    rf"\s*(?:[\[(]?(?:{_DAY})?{_CLOCK}[\])]?(?:\s*[-–—])?\s*{_NAME}[:：]\s*"
    rf"|(?P<first>[^\s:：\[\]|>#*\-][^:：\[\]|\n]{{0,24}}?)\s[\[(](?:{_DAY})?{_CLOCK}[\])][:：]?\s*)"
)
# "15:12 Wendy O1: …": a name without a colon counts when it comes again.
_CLOCKED = lazy(rf"\s*(?:{_DAY})?{_CLOCK}[ \t]+(?P<name>[^\s:：\[\]|>#*\-]{{1,20}})[ \t]+(?=\S)")
# "李娜 10:02" on a line of its own, over what she wrote.
_ALONE = lazy(
    rf"\s*(?P<name>[\u4e00-\u9fff]{{2,4}}|[A-Z][a-z]{{1,15}} [A-Z][a-z]{{0,15}})[ \t]+(?:{_DAY})?"
    rf"{_CLOCK}\s*$"
)
_NAMED = lazy(rf"\s*{_NAME}[:：]\s*(?=\S)")
_PICTURES = lazy(r"^[^\w:：\[\]|>#*\-]*")
_TWO_COLONS = lazy(r"[:：].*[:：]")
_ROLES = (Role.OBJECTIVE, Role.KEY_RESULT, Role.INITIATIVE)


class Speakers:
    """The people whose names stand before the lines of a text.

    A name counts when a time stands beside it, or when a label follows it somewhere.
    """

    def __init__(self, text: str) -> None:
        self._names: set[str] = set()
        self._clocked = Counter(m["name"] for m in map(_CLOCKED.match, text.split("\n")) if m)
        for line in text.split("\n"):
            if _TWO_COLONS.search(line) and (name := _named_before_label(line)):
                self._names.add(name)

    def prefix(self, line: str) -> int:
        """How many characters of a line say who wrote it and when."""
        clocked = _CLOCKED.match(line) if self._clocked else None
        again = clocked is not None and self._clocked[clocked["name"]] > 1
        if clocked and again and _is_labelled(line[clocked.end() :]):
            return clocked.end()  # the colon of "15:12 Wendy O1: …" is the label's
        if timed := _TIMED.match(line):
            return timed.end()
        if (alone := _ALONE.match(line)) and is_whole_name(alone["name"]):
            return len(line)
        if clocked and again:
            return clocked.end()
        named = _NAMED.match(line) if self._names else None
        return named.end() if named and named["name"].strip() in self._names else 0


def _named_before_label(line: str) -> str | None:
    match = _NAMED.match(line)
    if not match or read_mark(_PICTURES.sub("", line)):  # "⛳ O1: …" is nobody's name
        return None
    return match["name"].strip() if _is_labelled(line[match.end() :]) else None


def _is_labelled(text: str) -> bool:
    mark = read_mark(text)
    return mark is not None and mark.role in _ROLES and bool(mark.word)
