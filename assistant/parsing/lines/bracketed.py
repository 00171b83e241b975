"""Lines that minutes quote between brackets: "[ KR: Paint the hall. - mona ]", wrapped or not."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from assistant.parsing.labels.marks import OKR, Mark, Role
from assistant.parsing.lines.text_lines import Line
from assistant.patterns import lazy

_CLOSED = lazy(r"(?<!\s)\s*\\?[\]】]\s*$")
_NAMES = r"(?P<names>@?[^\W\d_][\w.]{1,20}(?:[,，、&] ?@?[^\W\d_][\w.]{1,20}){0,4})"
_WHO = lazy(rf"(?<!\s)\s*[-–—]{{1,2}} ?{_NAMES}$")
# "[ - mona ]" on a line of its own
_SIGNED = lazy(rf"\\?[\[【]\s*[-–—]{{1,2}} ?{_NAMES}\s*\\?[\]】]")
_MOST = 3  # lines over which one goes on


def join_bracketed(lines: list[Line]) -> list[Line]:
    """Put such lines together, and take off the bracket that closes them and who is named there."""
    found: list[Line] = []
    last: Line | None = None
    for at, line in enumerate(lines):
        signed = _SIGNED.fullmatch(line.source.strip()) if last else None
        if last and signed:
            _sign(last, signed["names"])
        elif last and _goes_on(last, lines[at : at + _MOST]):
            last.more += [(line.number, line.source.strip()), *line.more]
        else:
            found.append(line)
            last = line if line.bracketed and line.mark and line.mark.role in OKR else None
        if last:
            _close(last)
    _leave_talk(found)
    return found


def _leave_talk(lines: list[Line]) -> None:
    """Take what was said between such lines for remarks."""
    quoted = {at: line.mark.role for at, line in enumerate(lines) if line.bracketed and line.mark}
    if not set(quoted.values()).issuperset(OKR):
        return
    for line in lines[min(quoted) : max(quoted)]:
        if not line.kind and not line.mark:
            line.mark = Mark(Role.ASIDE, 0)


def _goes_on(last: Line, below: list[Line]) -> bool:
    """Whether the bracket closes in the plain lines below."""
    plain = takewhile(lambda line: not line.mark and not line.kind, below)
    return not last.closed and any(_CLOSED.search(line.source) for line in plain)


def _close(line: Line) -> None:
    """Take off the closing bracket, and the names before it."""
    text = line.more[-1][1] if line.more else line.text
    closing = None if line.closed else _CLOSED.search(text)
    if closing is None:
        return
    line.closed, text = True, text[: closing.start()]
    if who := _WHO.search(text):
        _sign(line, who["names"])
        text = text[: who.start()]
    if line.more:
        line.more[-1] = (line.more[-1][0], text)
    else:
        line.text = text


def _sign(line: Line, names: str) -> None:
    if line.mark:
        line.mark = replace(line.mark, holder=line.mark.holder or names.replace("@", ""))
