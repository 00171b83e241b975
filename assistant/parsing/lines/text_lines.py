"""A text as lines: how deep each is indented, with which sign it begins, and where its text is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache

from assistant.language.script import fold
from assistant.parsing.labels.marks import OKR, Mark, Role, read_mark
from assistant.parsing.labels.signs import (
    BADGE,
    EMOJI,
    SCORE,
    STATE,
    end_before_tags,
    read_sign,
    read_tags,
)
from assistant.parsing.names import data, words_of
from assistant.parsing.phrases import RESULTS
from assistant.patterns import compiled, lazy


@dataclass(slots=True)
class Line:
    """One line of the source, or a part of it that has a label of its own.

    `kind` tells lists apart: the sign or the style of number that items of one list share; it is
    "" for plain text, "#" for headings and "|" for a whole table. `column` is 0-based; `text`
    stands there, behind the `label` that `mark` tells. `fence` is the number of the block of code
    that it stands in, from 1. `bracketed` lines begin within a bracket, which may be `closed`.
    """

    number: int
    source: str
    column: int
    text: str
    indent: int = 0
    kind: str = ""
    level: int = 0
    after_blank: bool = False
    after_speaker: bool = False
    quoted: bool = False
    fence: int = 0
    bracketed: bool = False
    closed: bool = False
    mark: Mark | None = None
    label: str = ""
    ordinal: str = ""
    more: list[tuple[int, str]] = field(default_factory=list)

    def without_mark(self) -> None:
        """Take the label as a part of the text."""
        self.text, self.column = self.label + self.text, self.column - len(self.label)
        self.mark, self.label = None, ""

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.kind == "#"

    @property
    def item(self) -> bool:
        """Whether it is an item of a list."""
        return self.kind not in ("", "#", "|")


# "\\[ KR: …": a bracket before a label, that closes behind the text or on a later line.
_OPENED = lazy(r"(?:\\\[\s{0,2}|[\[【]\s{1,2})(?=[^\s\[\]【】]{1,40}[^\[\]【】]*(?:[\]】]\s*)?$)")
# A link whose words are a line with its label: "[KR: Grow](https://…)".
_LINKED = lazy(r"\[(?P<words>[^\[\]]+)\]\([^()\s]{1,300}\)\s*$")
_LITERAL = lazy(r"(?P<sign>[\"'`])(?P<words>(?:(?!(?P=sign)).)+)(?P=sign),")
# A text between quotation marks behind a label: `KR1: "Open 4 shops"`, 「…」.
_QUOTED = lazy(r"\"[^\"]{3,}\" *|“[^“”]{3,}” *|「[^「」]{2,}」 *")
_QUOTE = lazy(r"[ \t]*(?:>[ \t]?)+")
_HEADING = lazy(r"(#{1,6})(?:[ \t]+|(?<=##)(?=[^#\s]))")
# "## Grow ##", "## Grow {#grow}"
_CLOSING = lazy(r"(?:(?<![ \t])[ \t]+#{1,6}|(?:(?<![ \t])[ \t]+|(?<=\*))\{[#.][^{}]{1,200}\})$")
# A label behind the text: "Grow revenue to 1 million (objective)".
_TAG = lazy(
    r"\s*[(（\[【][*_]{0,2}"
    r"(?:(?P<key_result>KR\d?|key result|关键结果|關鍵結果)|O\d?|objective|目标|目標)"
    r"[*_]{0,2}[)）\]】][.。]?$",
    re.IGNORECASE,
)
# "Our key results for the season": a heading that only says what stands below.
_HEADED = lazy(
    r"(?:our |my |the )?(?:team |company )?"
    r"(?:(?P<objective>objective|goal)|(?P<key_result>key results|krs)) (?:for|in|of) [^:]{1,40}"
)

# "Key results and action plan": what stands below are key results with the work for each.
_JOINT = lazy(
    rf"[*_]{{0,3}}(?:our |the )?{RESULTS} ?(?:and|&|[与和及、/+]) ?"
    r"(?P<work>[^*_:]{2,20})[*_:]{0,4}"
)


def read_line(source: str, number: int, blank: bool = False, begin: int = 0) -> Line:
    """One line taken apart: quotation sign, indentation, list sign, label, text.

    Args:
        source: The line.
        number: Its number.
        blank: Whether a blank line stands before it.
        begin: Where to begin, behind the name of who wrote it.
    """
    spoken = begin > 0
    quote = _QUOTE.match(source, begin)
    begin = quote.end() if quote else begin
    folded = fold(source)
    start = _skip(folded, begin)
    while folded.startswith("│", start):  # the trunk of a drawn tree
        start = _skip(folded, start + 1)
    outside = _width(quote[0][: quote[0].find(">")]) if quote else 0
    indent = outside + _width(source[begin:start])
    line = Line(number, source, start, "", indent, after_blank=blank)
    line.after_speaker, line.quoted = spoken, quote is not None
    if tags := read_tags(folded, start):
        line.kind, line.level, start = tags.kind, tags.level, tags.end
    heading = None if _counts().match(folded, start) else _HEADING.match(source, start)
    if heading:
        line.kind, line.level = "#", len(heading[1])
        start = heading.end()
    start = _past_signs(line, folded, start)
    end = len(source.rstrip())
    if (emoji := EMOJI.match(source, start)) and (line.heading or read_mark(source[emoji.end() :])):
        start = emoji.end()
    start = _past_state(source, folded, start)
    start = _past_tags(source, folded, start)
    start, end = _within_brackets(line, start, end)
    if line.heading and (closing := _CLOSING.search(source, start)):
        end = closing.start()
    if "<" in folded:
        end = end_before_tags(folded, start, end)
    line.column, line.text = start, source[start:end]
    take_mark(line, folded[start:end])
    _take_off_quotes(line)
    return line


@cache
def _counts() -> re.Pattern[str]:
    words = data("marks")["counted"]
    latin = "|".join(word for word in words if word.isascii())
    chinese = "|".join(word for word in words if not word.isascii())
    return compiled(rf"# (?:(?:{latin}) |(?:{chinese}))")


def _take_off_quotes(line: Line) -> None:
    """Take the signs off a text of a program or of data: `"Grow",`, `O: "Grow",`, `KR1: "Grow"`."""
    named = line.mark is not None and line.mark.role in OKR
    if _LITERAL.fullmatch(line.text) or (named and _QUOTED.fullmatch(line.text)):
        line.column, line.text = line.column + 1, line.text.rstrip(" ,")[1:-1]


def _within_brackets(line: Line, start: int, end: int) -> tuple[int, int]:
    """Where a line's text is that stands in a bracket or a link together with its label."""
    if (opened := _OPENED.match(line.source, start)) and _is_okr(line.source[opened.end() :]):
        line.bracketed = True
        return opened.end(), end
    linked = _LINKED.match(line.source, start)
    return linked.span("words") if linked and _is_okr(linked["words"]) else (start, end)


def _past_state(source: str, folded: str, start: int) -> int:
    """Skip how far a line is, or how it went, before its label."""
    if (score := SCORE.match(folded, start)) and read_mark(source[score.end() :]):
        return score.end()
    badge = BADGE.match(folded, start)
    if badge and not read_mark(source[start:]) and read_mark(source[badge.end() :]):
        return badge.end()
    return start


def _past_tags(source: str, folded: str, start: int) -> int:
    """Skip up to three states and pictures before a label: "!WIP! 🚧 Objective: …"."""
    end = start
    for _ in range(_MOST_TAGS):
        tag = STATE.match(folded, end)
        told = (
            tag if tag and tag["word"].strip() in words_of("states") else EMOJI.match(source, end)
        )
        if told is None:
            return start
        end = told.end()
        if _is_okr(source[end:]):
            return end
    return start


def _is_okr(text: str) -> bool:
    mark = read_mark(text)
    return mark is not None and mark.role in OKR


_MOST_TAGS = 3


def take_mark(line: Line, folded: str) -> None:
    """Part a line's label, before or behind it, from its text."""
    line.mark = read_mark(line.text, folded)
    if line.heading and not line.mark and (named := _HEADED.fullmatch(folded)):
        role = Role.OBJECTIVE if named["objective"] else Role.KEY_RESULT
        line.mark = Mark(role, len(line.text), named["objective"] or named["key_result"])
    if not line.mark and (joint := _JOINT.fullmatch(folded)) and _is_work(joint["work"]):
        line.mark = Mark(Role.KEY_RESULT, len(line.text), "key results")
    if line.mark and line.mark.role in OKR:
        line.mark = _with_twin(line.mark, line.text)
    if tag := _TAG.search(line.text, len(line.text) - 40):
        _take_tag(line, tag)
    if line.mark:
        line.label, line.text = line.text[: line.mark.start], line.text[line.mark.start :]
        line.column += line.mark.start


def _is_work(words: str) -> bool:
    """Whether what is named beside key results is work: "Key results and action plan"."""
    return words.strip() in data("marks")["initiative"]["words"]


def _with_twin(mark: Mark, text: str) -> Mark:
    """The label with the same in another language behind its colon: "关键结果: Key Results"."""
    behind = read_mark(text[mark.start :]) if 0 < len(text) - mark.start < _LONGEST_TWIN else None
    whole = behind is not None and mark.start + behind.start >= len(text)
    same = behind is not None and behind.role is mark.role and not behind.number
    return replace(mark, start=len(text)) if whole and same else mark


_LONGEST_TWIN = 30


def _skip(folded: str, start: int) -> int:
    while start < len(folded) and (folded[start].isspace() or folded[start] == "\ufeff"):
        start += 1
    return start


def _width(indentation: str) -> int:
    """Columns of an indentation; a tab and an ideographic space count as people see them."""
    return sum({"\t": 4, "\u3000": 2, "\ufeff": 0}.get(char, 1) for char in indentation)


def _past_signs(line: Line, folded: str, start: int) -> int:
    """Skip up to three signs in a row ("- [ ] 1."); the first tells the kind of list."""
    for _ in range(3):
        sign = read_sign(folded, start)
        if sign is None or (sign.kind == "hollow" and line.source[start] != "o"):
            break  # "O 提升…" is a label
        if sign.kind == "rank" and line.kind:
            break  # the sign before "P0:" makes the list
        line.kind, line.ordinal = line.kind or sign.kind, line.ordinal or sign.ordinal
        start = sign.end
    return start


def _take_tag(line: Line, tag: re.Match[str]) -> None:
    """A label behind the text; "Goal (O1)" is a label as a whole."""
    role = Role.KEY_RESULT if tag["key_result"] else Role.OBJECTIVE
    before = line.text[: tag.start()]
    named = read_mark(before)
    if named and named.start >= len(before):
        number = "".join(filter(str.isdigit, tag[0]))
        line.mark = Mark(role, len(line.text), named.word, named.number or number)
    elif not line.mark:
        line.mark, line.text = Mark(role, 0), before
