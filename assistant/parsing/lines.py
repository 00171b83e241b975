"""A text as lines: how deep each is indented, with which sign it begins, and where its text is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assistant.language.script import CJK, fold
from assistant.parsing.chat import Speakers
from assistant.parsing.marks import Mark, Role, read_mark
from assistant.parsing.signs import EMOJI, end_before_tags, read_sign, read_tags
from assistant.patterns import lazy


@dataclass(slots=True)
class Line:
    """One line of the source, or a part of it that has a label of its own.

    `kind` tells lists apart: the sign or the style of number that items of one list share; it is
    "" for plain text, "#" for headings and "|" for a whole table. `column` is 0-based; `text`
    stands there, behind the `label` that `mark` tells. `fence` is the number of the block of code
    that it stands in, from 1.
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


_QUOTE = lazy(r"[ \t]*(?:>[ \t]?)+")
_HEADING = lazy(r"(#{1,6})(?:[ \t]+|(?<=##)(?=[^#\s]))")
# What stands beside a line ends it: "(owner: Li Na)", "[30%]".
_BESIDE = lazy(r"[(（\[【][^()（）\[\]【】]{0,80}[:：@%％][^()（）\[\]【】]{0,80}[)）\]】]$")
_CLOSING_HASHES = lazy(r"[ \t]+#{1,6}$")
_FENCE = lazy(r"[ \t]*(?:```|~~~(?!~*[ \t]*$))")
_UNDERLINE = lazy(r"[ \t]*(={3,}|-{3,}|~{3,})[ \t]*$")
# A further label inside a line: "O1：… KR1：… KR2：…" as chats have it.
_INNER = lazy(
    r"(?<=[\s;,。.、])(?:kr ?\d{1,2}(?:\.\d{1,2})?|关键结果 ?[\d一二三四五]{0,2}) ?[:︰、]"
)
_BETWEEN = " ;；,，·/|"
_MAY_HOLD = lazy(r"[kKｋＫ][rRｒＲ]|[关關][键鍵]")
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
# Width in columns from which a line may have been wrapped: what follows could be its end, or,
# where it begins like a sentence of its own, has to be.
_LONG_LINE, _FULL_LINE = 40, 60
# What begins so goes on with the line before only where that leads on to it: "… services that".
_OWN_SENTENCE = lazy(r"(?:we|this|these|those|they|it|i|our|note|see)\b", re.IGNORECASE)
_LEADS_ON = lazy(
    r"(?:[,，、(（-]|\b(?:that|which|who|what|where|when|and|or|but|to|of|for|the|an?|in|on|at|by|with|as"
    r"|than|from|if|so|because|while|until|how|is|are))$",
    re.IGNORECASE,
)


def read_lines(text: str, tables: Mapping[int, int] | None = None) -> list[Line]:
    """The non-blank lines of a text; a wrapped line is joined to the one it continues.

    Args:
        text: The source.
        tables: First and last lines of the tables in it; each becomes one line.
    """
    found: list[Line] = []
    speakers = Speakers(text)
    blank, covered, fences = True, 0, 0
    for number, source in enumerate(text.split("\n"), start=1):
        if tables and number in tables:
            covered = tables[number]
            found.append(Line(number, source, 0, "", kind="|"))
        if number <= covered:
            continue
        if not source.strip().strip("\ufeff"):
            blank = True
            continue
        fences += _FENCE.match(source) is not None
        line = read_line(source, number, blank, speakers.prefix(source))
        line.fence = (fences + 1) // 2 if fences % 2 else 0
        if blank or not found or not _takes_up(found[-1], line, len(found) == 1):
            found.extend(split_labels(line))
        blank = False
    return found


def _takes_up(last: Line, line: Line, only: bool) -> bool:
    """Whether a line belongs to the one before: its underline, or its wrapped end."""
    named = last.kind or (last.mark and last.text)
    # A row of dashes is a heading's underline only under a lone line.
    lone = "=" in line.source or last.after_blank or only
    if not named and lone and _UNDERLINE.match(line.source):
        last.kind, last.level = "#", 1 if "=" in line.source else 2
        return True
    if not _continues(last, line):
        return False
    last.more.append((line.number, line.source.strip()))
    return True


def _is_title(line: Line) -> bool:
    """Whether an item is only the title of the sentence that a forced line break sets below it."""
    return line.item and not line.more and line.source.endswith("**  ")


def _continues(last: Line, line: Line) -> bool:
    """Whether a line goes on with the sentence of an item or label that was too long."""
    if last.heading or last.kind == "|" or not last.text.strip():
        return False
    if (
        line.kind
        or line.mark
        or not line.text
        or line.after_speaker
        or (line.quoted and not last.quoted)
        or line.text.startswith(("|", "<", "```"))
    ):
        return False
    end = last.more[-1][1] if last.more else last.text
    if _is_title(last) and line.indent > last.indent:
        return True
    if end.endswith(tuple(".。；;:：!！?？|\\")) or _BESIDE.search(end[-90:]):
        return False
    fresh = line.text[0].isupper() or CJK.match(line.text) is not None
    if _OWN_SENTENCE.match(line.text) and not _LEADS_ON.search(end):
        return False
    if last.item and line.indent > last.indent and not fresh and _LEADS_ON.search(end):
        return True
    wide = len(end) + len(CJK.findall(end)) >= (_FULL_LINE if fresh else _LONG_LINE)
    if not last.item and not last.mark:
        return line.text[0].islower() and len(end) >= _FULL_LINE and not last.after_speaker
    return wide and (line.text[0].islower() or (last.item and line.indent > last.indent))


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
    if heading := _HEADING.match(source, start):
        line.kind, line.level = "#", len(heading[1])
        start = heading.end()
    start = _past_signs(line, folded, start)
    end = len(source.rstrip())
    if (emoji := EMOJI.match(source, start)) and (line.heading or read_mark(source[emoji.end() :])):
        start = emoji.end()
    if line.heading and (closing := _CLOSING_HASHES.search(source, start)):
        end = closing.start()
    if "<" in folded:
        end = end_before_tags(folded, start, end)
    line.column, line.text = start, source[start:end]
    _take_mark(line, folded[start:end])
    return line


def _take_mark(line: Line, folded: str) -> None:
    line.mark = read_mark(line.text, folded)
    if line.heading and not line.mark and (named := _HEADED.fullmatch(folded)):
        role = Role.OBJECTIVE if named["objective"] else Role.KEY_RESULT
        line.mark = Mark(role, len(line.text), named["objective"] or named["key_result"])
    if tag := _TAG.search(line.text, len(line.text) - 40):
        _take_tag(line, tag)
    if line.mark:
        line.label, line.text = line.text[: line.mark.start], line.text[line.mark.start :]
        line.column += line.mark.start


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


def split_labels(line: Line) -> Iterator[Line]:
    """The line, cut before each further label when it begins with one."""
    labels = (Role.OBJECTIVE, Role.KEY_RESULT)
    if not line.mark or line.mark.role not in labels or not _MAY_HOLD.search(line.text):
        yield line
        return
    folded = fold(line.text)
    cuts = [match.start() for match in _INNER.finditer(folded)]
    ends = [*cuts, len(line.text)]
    whole, column = line.text, line.column
    line.text = whole[: ends[0]].rstrip(_BETWEEN)
    yield line
    for begin, end in zip(cuts, ends[1:], strict=True):
        text = whole[begin:end].rstrip(_BETWEEN)
        part = Line(line.number, line.source, column + begin, text, line.indent + 1)
        _take_mark(part, folded[begin : begin + len(text)])
        yield part
