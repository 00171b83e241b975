"""Where several entries stand on one line: "O1：… KR1：… KR2：…", "关键结果：①… ②…"."""

from __future__ import annotations

import re

from assistant.parsing.phrases import RESULTS
from assistant.patterns import lazy
from assistant.records import record

# A further label inside a line: with a colon behind it, or set apart by a sign before it.
_NAMES = rf"(?:kr ?\d{{1,2}}(?:\.\d{{1,2}})?|{RESULTS} ?[\d一二三四五]{{0,2}})"
_INNER = lazy(
    rf"(?<=[\s;,。.、(])(?:{_NAMES} ?[:︰、]|krs? ?:"
    rf"|(?<=[;|/▸»→·] )kr ?\d{{1,2}}(?:\.\d{{1,2}})?(?= \S))"
)
# A further objective: "… Objective 2: …", "…目标二：…"; counted on from the first of the line.
_FURTHER = lazy(
    r"(?<![a-z0-9])(?:objective|okr|o|目标) ?#?(?P<number>\d{1,2}|[一二三四五六七八九十]) ?[:︰]"
)
_AGAIN = lazy(r"(?<=[\s.;。])(?:Objective|OBJECTIVE|目标|目標) ?[:：]")
# The same without a colon, told by their numbers alone: "O1 Grow KR1 40 members KR2 …".
_COUNTED = lazy(
    r"(?<![A-Za-z0-9])(?:(?P<result>KR|Kr|Key Result|关键结果|關鍵結果)|O|OKR|Objective|目标|目標)"
    r" ?(?P<number>\d{1,2})(?:[:：.]|(?= ?[A-Z\d\u4e00-\u9fff]))"
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
_BRACKET = lazy(r"\([^()]*\)")
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


def labels_within(text: str, folded: str, objective: str | None = None) -> list[int]:
    """Where further labels begin in the text behind a line's first label.

    Args:
        text: The text.
        folded: The same folded.
        objective: The number of the objective that the first label is of, if it is of one.
    """
    if not may_name_results(text):
        return []
    results = [match.start() for match in _INNER.finditer(folded)]
    if objective is None:
        return results
    if not results:
        return _counted_within(text)
    return sorted({*results, *_further_objectives(text, folded, objective, results)})


def _further_objectives(text: str, folded: str, number: str, results: list[int]) -> list[int]:
    """Where the objectives after the first begin, each behind key results of the one before."""
    after = results[0]
    if not number:
        return [match.start() for match in _AGAIN.finditer(text, after)]
    found, count = [], as_count(number)
    for match in _FURTHER.finditer(folded, after):
        if count and as_count(match["number"]) == count + 1:
            found.append(match.start())
            count += 1
    return found


def as_count(number: str) -> int:
    """The number that an objective has: "3", "三"."""
    return int(number) if number.isdecimal() else _HAN.find(number) + 1


_HAN = "一二三四五六七八九十"


def _counted_within(text: str) -> list[int]:
    """Where labels without a colon begin, if at least two key results are counted from 1 on."""
    chosen: list[int] = []
    results = last = 0
    for match in _COUNTED.finditer(text):
        number = int(match["number"])
        if match["result"] and number == last + 1:
            last, results = number, results + 1
        elif match["result"] or not last:
            continue
        else:
            last = 0
        chosen.append(match.start())
    return chosen if results >= _FEWEST else []


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
    cuts = [
        match.start() for match in _SEMICOLON.finditer(_BRACKET.sub(_filled, folded.rstrip(" ;")))
    ]
    spans = list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(folded)], strict=True))
    told = all(_DIGIT.search(folded, *span) for span in spans)
    return spans if len(spans) >= _FEWEST and told else []


def _filled(bracket: re.Match[str]) -> str:
    """As many other signs: what stands in a bracket parts nothing."""
    return "_" * len(bracket[0])


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
