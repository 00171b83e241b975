"""The lines of a text: one that is wrapped is joined to what it continues."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.language.script import CJK
from assistant.parsing.labels.marks import Role
from assistant.parsing.lines.bracketed import join_bracketed
from assistant.parsing.lines.chat import Speakers
from assistant.parsing.lines.gathered import spread_lists
from assistant.parsing.lines.splitting import split_entries
from assistant.parsing.lines.text_lines import Line, read_line
from assistant.parsing.lines.told import spread_told
from assistant.patterns import lazy

_FENCE = lazy(r"[ \t]*(?:```|~~~(?!~*[ \t]*$))")
_HEADING_TAG = lazy(r"<h[1-6]\b[^<>]{0,200}>", re.IGNORECASE)
_UNDERLINE = lazy(r"[ \t]*(={3,}|-{3,}|~{3,})[ \t]*$")
# What stands beside a line ends it: "(owner: Li Na)", "[30%]".
_BESIDE = lazy(
    r"[(（\[【〔][^()（）\[\]【】〔〕]{0,80}[:：@%％][^()（）\[\]【】〔〕]{0,80}[)）\]】〕]$"
)
# Width in columns from which a line may have been wrapped: what follows could be its end, or,
# where it begins like a sentence of its own, has to be.
_LONG_LINE, _FULL_LINE = 40, 60
_OPEN_END = (",", "，", "、", "(", "（")
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
        if found and not blank and _opens_heading(found[-1]) and not line.kind:
            line.kind, line.level = found[-1].kind, found.pop().level
        if blank or not found or not _takes_up(found[-1], line, len(found) == 1):
            found.extend(split_entries(line))
        blank = False
    _settle_numerals(found)
    return spread_told(spread_lists(join_bracketed(found)))


def _opens_heading(line: Line) -> bool:
    """Whether a tag that opens a heading stands on a line of its own, before its words."""
    return line.heading and _HEADING_TAG.fullmatch(line.source.strip()) is not None


def _settle_numerals(lines: list[Line]) -> None:
    """Take "I." for a number where "II." follows it, not for a letter; so "V." after "IV."."""
    last: dict[int, Line] = {}
    for line in filter(lambda each: each.kind in ("letter", "roman"), lines):
        before = last.get(line.indent)
        if before and line.kind == "roman" and _may_be_numeral(before):
            before.kind = "roman"
        elif before and before.kind == "roman" and _may_be_numeral(line):
            line.kind = "roman"
        last[line.indent] = line


def _may_be_numeral(line: Line) -> bool:
    sign = line.source[: line.column].rstrip(" \t.)")[-2:]
    return sign.strip().lower() in ("i", "v", "x")


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


def _begins_anew(last: Line, line: Line) -> bool:
    """Whether a sign, a label or another writer parts a line from the one before."""
    marked = bool(line.kind or line.mark or not line.text)
    another = line.after_speaker or (line.quoted and not last.quoted)
    return marked or another or line.text.startswith(("|", "<", "```"))


def _may_go_on(last: Line, line: Line, end: str, fresh: bool) -> bool:
    """Whether an entry of a draft stops short: it ends in a comma, or was wrapped before here."""
    entry = last.mark is not None and last.mark.role in (Role.OBJECTIVE, Role.KEY_RESULT)
    if not (entry or last.item) or line.indent <= last.indent:
        return False
    return end.endswith(_OPEN_END) or (bool(last.more) and not fresh)


def _continues(last: Line, line: Line) -> bool:
    """Whether a line goes on with the sentence of an item or label that was too long."""
    if last.heading or last.kind == "|" or not last.text.strip() or _begins_anew(last, line):
        return False
    end = last.more[-1][1] if last.more else last.text
    if _is_title(last) and line.indent > last.indent:
        return True
    if end.endswith(tuple(".。；;:：!！?？|\\")) or _BESIDE.search(end[-90:]):
        return False
    fresh = line.text[0].isupper() or CJK.match(line.text) is not None
    if _OWN_SENTENCE.match(line.text) and not _LEADS_ON.search(end):
        return False
    deeper = line.indent > last.indent if last.item else last.mark is not None
    if deeper and not fresh and _LEADS_ON.search(end):
        return True
    if _may_go_on(last, line, end, fresh):
        return True
    wide = len(end) + len(CJK.findall(end)) >= (_FULL_LINE if fresh else _LONG_LINE)
    if not last.item and not last.mark:
        return line.text[0].islower() and len(end) >= _FULL_LINE and not last.after_speaker
    return wide and (line.text[0].islower() or (last.item and line.indent > last.indent))
