"""How far a line is, said behind it: "- now at 9%", "— done", "✅"."""

from __future__ import annotations

import re
from functools import cache

from assistant.parsing.names import data
from assistant.parsing.phrases import GRADE
from assistant.patterns import compiled, lazy

# "… from 14% to 5% - now at 9%"
_NOW = lazy(
    r"\s+[-–—|]{1,2}\s*(?:now(?: at)?|at|ended(?: up)? at|finished at|landed at|reached"
    r"|currently(?: at)?|today|目前|当前|现在|现|已达|已到|最终|实际) ?:? ?"
    r"(?P<amount>[¥$€£]?\d[\d,.:]{0,12} ?(?:%|[a-z]{1,2}|[万亿]|小时|分钟|天)?)$"
)
_PICTURE = r"[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001faff]"
_SIGNS = lazy(
    rf"\s+[-—|]\s*({GRADE}(?: ?\([^()]{{1,40}}\))?)$"
    r"|\s*([✅✔☑❌🟢🟡🔴⏳])\ufe0f?$"
    rf"|(?:\s+|(?<=[.。]))({_PICTURE}{{1,3}}\ufe0f?)$|\s*({_PICTURE}\ufe0f?\s*\d{{1,3}}\s?%)$"
    r"|(?<=[)\]】])(⭐\ufe0f?)$"
    r"|\s*([✅➕🛫❌]\ufe0f?\s*\d{4}-\d{2}-\d{2})$"  # the day of a task
    rf"|(?:\s+|(?<=[\u4e00-\u9fff]))(p[0-4][ ,:]{{1,2}}{GRADE})$"  # "… P1 0.7"
    r"|\s+(:[a-z][a-z0-9_+-]{2,40}:)$"  # how chats write a picture out: ":large_green_circle:"
)
_REACH = 40  # characters at a line's end in which it stands


def amount_now(rest: str) -> tuple[int, int, int] | None:
    """Where a folded line ends before the amount that it has reached, and where that stands."""
    offset = max(len(rest) - _REACH, 0)
    found = _NOW.search(rest[-_REACH:])
    if found is None:
        return None
    return offset + found.start(), offset + found.start("amount"), offset + found.end("amount")


def progress_from(rest: str) -> int | None:
    """Where words or a sign of progress begin at the end of a folded line."""
    found = _SIGNS.search(rest[-_REACH:]) or _progress().search(rest[-_REACH:])
    if found:
        return max(len(rest) - _REACH, 0) + found.start()
    state = _state().search(rest, max(len(rest) - _LONGEST_STATE, 0))
    return state.start() if state else None


_LONGEST_STATE = 200


@cache
def _state() -> re.Pattern[str]:
    """An arrow with a state set in bold, and a remark on it: "… → **done** (since May)."."""
    words = _either([*data("marks")["progress"], *data("marks")["arrived"]])
    return compiled(
        rf"\s+(?:→|->)\s*[*_]{{1,2}}(?:{words})[*_]{{1,2}}(?: ?\([^()]{{1,120}}\))?[.。]?$"
    )


_REACHED = r":?\s?\d[\d.,]{0,12}\s?[%％]?"


@cache
def _progress() -> re.Pattern[str]:
    words = _either(data("marks")["progress"])
    return compiled(
        # "… → **reached 35%**", "… → **done**"; without emphasis or amount it may be where to go
        rf"\s+→\s*(?:[*_]{{1,2}}(?:{words})(?:\s?{_REACHED})?[*_]{{1,2}}|(?:{words})\s?{_REACHED})$|"
        rf"(?:\s+[-—]+|\s*{_PICTURE}\ufe0f?|(?<=[\])】])\s*)\s*[*_]{{0,2}}((?:{words})\s?(?:\d{{1,3}}\s?%)?)[*_]{{0,2}}$"
    )


def points_beside(rest: str) -> re.Match[str] | None:
    """A weight or a confidence at the end of a folded line: its `word` and its `points`."""
    return _beside().search(rest, max(len(rest) - _REACH, 0))


_POINTS = r"\d{1,3}(?:\.\d{1,2})? ?(?:%|/ ?(?:10|5|100)(?!\d)|分)|0\.\d{1,2}"


@cache
def _beside() -> re.Pattern[str]:
    words = _either(data("marks")["beside"])
    return compiled(rf"[\s,;|、。-]+(?P<word>{words}) ?:? ?(?P<points>{_POINTS})\s*$")


# A tab, a wide gap or a dot, and the cell behind it: "…\t@sam\t进度 35%", "… · owner Sam".
_CELL = lazy(
    r"(?:\t[ \u3000]?|[ \u3000]{2,}|[ \u3000][·•|｜][ \u3000])"
    r"(?P<cell>\S(?:\S|[ \u3000](?![ \u3000])){0,59})$"
)


def cell_behind(written: str) -> re.Match[str] | None:
    """The last `cell` of a line, where a tab or a wide gap sets it apart as in a sheet."""
    return _CELL.search(written, max(len(written) - _WIDEST_CELL, 0))


_WIDEST_CELL = 64


def picture_beside(rest: str) -> tuple[str, re.Match[str]] | None:
    """The field that a picture stands for at the end of a line, and its `value`: "👤 Sam"."""
    found = _pictured().search(rest, max(len(rest) - _REACH, 0))
    if found is None:
        return None
    pictures = data("marks")["pictures"]
    return next(name for name, signs in pictures.items() if found["picture"] in signs), found


@cache
def _pictured() -> re.Pattern[str]:
    signs = _either([sign for signs in data("marks")["pictures"].values() for sign in signs])
    return compiled(rf"\s*(?P<picture>{signs})\ufe0f?\s*(?P<value>(?:(?!{_PICTURE}).){{1,30}})$")


# "([#12](https://…))", "(see [the dashboard](https://…))", "(web/#24)"
_REFERENCE = lazy(
    r"\s*\((?:(?:[^()\[\]]{0,12}\b(?:see|click|tracked in|details|source|more)\b[^()\[\]]{0,30}"
    r"|[详参]?[见見][^()\[\]]{0,12})\[[^\[\]]{1,60}\]\([^()\s]{1,300}\)[^()\[\]]{0,30}"
    r"|\[?[\w./-]{0,40}#\d{1,6}(?:\]\([^()\s]{1,300}\))?|\[(?:here|link|issue|pr|doc|链接|文档)\]\([^()\s]{1,300}\))"
    r"\)\s*[.。]?$"
    # "… [#](https://…), [#12](https://…)"
    r"|\s+(?:\[(?:[#↗→🔗]|#?\d{1,6})\]\([^()\s]{1,300}\)[ ,/|]{0,3}){1,6}$"
    r"|(?<=[^\s\[(:：])(?:\[\^?\d{1,2}\]){1,3}$"  # a footnote: "… 40 visits[2]"
)
# "… — *we are at 650 ms*", "… *(done in May)*"
_SLANTED = lazy(
    r"\s*[-–—]{1,2}\s*(?P<dashed>(?<![*_])[*_][^*_]{2,120}[*_])$"
    r"|\s*(?P<bracket>(?<![*_])[*_]\([^()*_\d]{2,160}\)[*_])$"
    r"|(?<=[.。!！])\s?(?P<sentence>(?<![*_])[*_][^*_]{8,200}[.。!！)][*_])$"
)
_LONGEST_REMARK = 400


def remark_behind(rest: str) -> int | None:
    """Where a reference or a remark in italics begins at the end of a folded line."""
    if not rest.endswith((")", "]", "*", "_", ").", ")。")):
        return None
    if match := _REFERENCE.search(rest, max(len(rest) - _LONGEST_REMARK, 0)):
        return match.start()
    match = _SLANTED.search(rest, max(len(rest) - _LONGEST_REMARK, 0))
    if match is None:
        return None
    numbers = any(map(str.isdigit, match[0]))
    return None if numbers and not any(map(str.isdigit, rest[: match.start()])) else match.start()


def all_beside(folded: str) -> list[re.Match[str]]:
    """The owners, weights and states of a folded line that holds nothing else, else none."""
    found = list(_one_beside().finditer(folded[:_LONGEST_ALONE]))
    covered = sum(match.end() - match.start() for match in found)
    return found if covered == len(folded.strip()) else []


_LONGEST_ALONE = 120


@cache
def _one_beside() -> re.Pattern[str]:
    words = _either([*data("marks")["beside"], *data("marks")["alone"]])
    states = _either(data("marks")["progress"])
    named = rf"(?P<word>{words}) ?:? ?(?P<points>{_POINTS}|\d(?:\.\d{{1,2}})?(?!\d)|{states})"
    return compiled(rf"(?:@(?P<owner>[\w.-]{{1,40}})|{named})(?:[\s,;|、]+|$)")


def _either(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
