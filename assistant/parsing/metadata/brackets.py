"""What stands in brackets behind a line: fields, grades, and remarks that are set apart."""

from __future__ import annotations

import re

from assistant.language.script import fold
from assistant.parsing.metadata.pieces import FIELDS, PERCENT, Stripped, field_of, fits, understood
from assistant.patterns import lazy

_BRACKETED_END = lazy(
    r"\s*(?:(?<=\s)[*_]{1,3}(?=[(\[]))?[(\[【{〔]([^()\[\]【】{}〔〕]{1,80})[)\]】}〕]"
    r"(?:(?<=[)\]])[*_]{1,3})?\s*[.。;；]?\s*$"
)
_SLANTED = lazy(r"[*_]([A-Z\u4e00-\u9fff][^*_\d,;:，；：]{1,20})[*_]")
_CODED_END = lazy(r"\s*`([^`]{1,40})`\s*$")


def strip_bracket(rest: str, text: str, part: str, found: Stripped) -> int:
    """Take a bracket off the end of a line where it is none of its words; where the rest ends."""
    match = _BRACKETED_END.search(rest[-90:]) or _CODED_END.search(rest[-90:])
    if not match:
        return 0
    offset = max(len(rest) - 90, 0)
    inside = text[offset + match.start(1) : offset + match.end(1)]
    valued = any(map(str.isdigit, rest[: offset + match.start()]))
    tagged = match[0].endswith("`") and (bool(found.left_out) or valued)
    if tagged and PERCENT.fullmatch(match[1]):  # "`60%` `confidence 7`"
        found.left_out.append(inside)
        return offset + match.start()
    if (name := _SLANTED.fullmatch(inside)) and "owner" in FIELDS[part] - found.fields.keys():
        found.fields["owner"] = name[1]  # set in italics it is no part of the sentence
        return offset + match.start()
    if (noted := _NOTED.fullmatch(inside)) or understood(match[1], inside, part, found):
        if noted:
            _take_noted(noted, part, found)
        return offset + match.start()
    square = match[0].lstrip().startswith(("[", "【"))
    if not _is_said_after(rest[: offset + match.start()], match[1], square=square):
        return 0
    found.left_out.append(inside)
    return offset + match.start()


# "[due:: 2031-05-04]", as some keepers of notes write a field.
_NOTED = lazy(r"\s*(?P<name>[\w ]{1,24})::\s*(?P<value>.{1,60})")


def _take_noted(noted: re.Match[str], part: str, found: Stripped) -> None:
    name, value = field_of(fold(noted["name"]).strip(), part), noted["value"].strip()
    if name and name not in found.fields and fits(name, value):
        found.fields[name] = value
    else:
        found.left_out.append(noted[0].strip())


def _is_said_after(before: str, inside: str, *, square: bool) -> bool:
    """Whether a remark stands behind the full stop: "Grow the club. (Brand)", "… [half done]"."""
    if _PICTURED.search(before):
        return True
    short = square or (len(inside.split()) <= _FEW_WORDS and len(inside) <= _FEW_SIGNS)
    return before.endswith((".", "。")) and short and not any(map(str.isdigit, inside))


_FEW_WORDS, _FEW_SIGNS = 2, 20
# A picture sets the remark apart: "Grow the club. 📋 (asked each spring)".
_PICTURED = lazy(r"[.。] ?[\U0001f300-\U0001faff]\ufe0f?$")
