"""Metadata written beside a line's words: owner, weight, due day, kind, source, parent, score.

It is taken off the text only when it stands at the line's end or start in brackets, or behind a
sign that leaves no doubt (`@sam`, `Owner: Sam`, `=> done`); else it stays a part of the text.
"""

from __future__ import annotations

import re

from assistant.language.script import fold
from assistant.parsing.metadata.brackets import strip_bracket
from assistant.parsing.metadata.leading import strip_start
from assistant.parsing.metadata.pieces import FIELDS, Stripped, field_of, fits, understood
from assistant.parsing.metadata.trailing import (
    all_beside,
    amount_now,
    cell_behind,
    picture_beside,
    points_beside,
    progress_from,
    remark_behind,
)
from assistant.parsing.names import words_of
from assistant.parsing.phrases import GRADE
from assistant.parsing.values import is_whole_name, lacks_value
from assistant.patterns import lazy

_AT_NAME = lazy(r"[\s,;(]*@([\w.\-]{1,40}(?:[ ,、]{1,2}@[\w.\-]{1,40}){0,4})\s*[.。]?$")
_HASHTAGS = lazy(r"(?:\s+#(?=[\w/\-]*[^\W\d])[\w/\-]{1,40}){1,5}$")
_OUTCOME = lazy(r"=>|-->|⇒|(?<=\s)←(?=\s)")
_PAIR = lazy(
    r"(?:^|[\s|;,、。.\-—(]+)[*_]{0,2}(?P<name>[a-z][a-z ]{1,20}|[\u4e00-\u9fff]{2,6})"
    r" ?: ?(?P<value>[^:|;,；，]{1,60})$"
)
_DASHED = lazy(r"\s+[-–—]{1,2}\s+(?P<inside>[^–—]{3,60}?)\s*[.。]?$")
_NUMBER = lazy(r"\d[\d.,]*(?: ?(?:of|/) ?\d+)?")
_FROM_AND_TO = 2
_SCORE = lazy(rf"(?<![=<>≥≤\s])(?:\s+p[0-4][,:]?)?\s+{GRADE}$")
# "… (0.3) - started late, see notes"
_SCORED = lazy(rf"(?<!\s)\s*[(\[]{GRADE}[)\]]\s*[-–—:]{{1,2}}\s*\S[^\d]*$")
# A line whose end has none of these signs carries no metadata there.
_MAY_END = lazy(
    r"  | [·•→] |[.。!！] ?[*_]|[`)\]】}〕@#:|—\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001faff]"
    r"|-\s|[/%\d]\s*$"
)


def strip_metadata(text: str, part: str) -> Stripped:
    """Find the metadata at both ends of a line.

    Args:
        text: The line's text behind its label.
        part: `objective`, `key_result` or `initiative`.
    """
    found = Stripped(0, len(text))
    folded = fold(text)
    tabs = "\t" in text
    strip_start(text, folded, part, found)
    for _ in range(6):
        found.end = found.start + len(_trimmed(folded[found.start : found.end]))
        tail = max(found.end - 90, found.start)
        told = tabs or _OUTCOME.search(folded, found.start) or _SCORED.search(folded, found.start)
        if not told and not _MAY_END.search(folded, tail, found.end):
            break
        if not _strip_end(text, folded, part, found):
            break
    return found


def _trimmed(rest: str) -> str:
    """A text without the blanks at its end, nor a sign that set apart what stood behind it."""
    rest = rest.rstrip()
    return rest[:-1].rstrip() if rest.endswith((" ·", " •", " |")) else rest


def _strip_end(text: str, folded: str, part: str, found: Stripped) -> bool:
    """Take one piece off the end; False when there is none."""
    rest = folded[found.start : found.end]
    for strip in _AT_END:
        cut = strip(rest, text[found.start : found.end], part, found)
        if cut:  # never take the whole line
            found.end = found.start + cut
            _begin_today(rest[:cut], found)
            return True
    return False


def _begin_today(rest: str, found: Stripped) -> None:
    """Take the value of today for the start of a line that names its target only."""
    if "current" in found.fields and len(_NUMBER.findall(rest)) < _FROM_AND_TO:
        found.fields.setdefault("baseline", found.fields.pop("current"))


def _strip_name(rest: str, text: str, part: str, found: Stripped) -> int:
    match = _AT_NAME.search(rest[-200:])
    if not match or "owner" in found.fields:
        return 0
    offset = max(len(rest) - 200, 0)
    names = text[offset + match.start(1) : offset + match.end(1)]
    found.fields["owner"] = re.sub(r"[ ,、]{1,2}@", ", ", names)
    return offset + match.start()


def _strip_beside(rest: str, text: str, part: str, found: Stripped) -> int:
    """`权重 40%` behind the sentence, without brackets."""
    beside = points_beside(rest)
    if beside is None:
        return 0
    fields = FIELDS[part] - found.fields.keys()
    if "weight" in fields and beside["word"] in words_of("weights"):
        found.fields["weight"] = beside["points"]
    else:
        found.left_out.append(text[beside.start("word") :].strip())
    return beside.start()


def _strip_cell(rest: str, text: str, part: str, found: Stripped) -> int:
    r"""What a tab or a wide gap sets apart: `…\t@sam\t进度 35%`."""
    cell = cell_behind(text)
    if cell is None:
        return 0
    inside, folded = cell["cell"], rest[cell.start("cell") : cell.end("cell")]
    tabbed = "\t" in cell[0] and "owner" in FIELDS[part] - found.fields.keys()
    if tabbed and is_whole_name(inside):
        found.fields["owner"] = inside
        return cell.start()
    return cell.start() if understood(folded, inside, part, found) else 0


def _strip_picture(rest: str, text: str, part: str, found: Stripped) -> int:
    """`👤 Sam`, `📅 12/15`."""
    beside = picture_beside(rest)
    if beside is None:
        return 0
    name, match = beside
    value = text[match.start("value") : match.end("value")].strip().lstrip("@")
    if name in FIELDS[part] - found.fields.keys() and fits(name, value):
        found.fields[name] = value
    else:
        found.left_out.append(value)
    return match.start()


def _strip_remark(rest: str, text: str, part: str, found: Stripped) -> int:
    begin = remark_behind(rest)
    if not begin:
        return 0
    found.left_out.append(text[begin:].strip(" *_-–—"))
    return begin


def _strip_dashed(rest: str, text: str, part: str, found: Stripped) -> int:
    """`— Ana, due 30 June`: all of it has to be metadata, and one piece a field by its words."""
    match = _DASHED.search(rest, max(len(rest) - 90, 0))
    if match is None or lacks_value(rest[: match.start()]):
        return 0
    tried = Stripped(0, 0, dict(found.fields))
    inside = text[match.start("inside") : match.end("inside")]
    if not understood(match["inside"], inside, part, tried) or tried.fields == found.fields:
        return 0
    found.fields, found.left_out = tried.fields, found.left_out + tried.left_out
    return match.start()


def _strip_hashtags(rest: str, text: str, part: str, found: Stripped) -> int:
    match = _HASHTAGS.search(rest, max(len(rest) - 210, 0))
    if not match:
        return 0
    found.left_out.append(text[match.start() :].strip())
    return match.start()


def _strip_outcome(rest: str, text: str, part: str, found: Stripped) -> int:
    """`=> done`; an arrow between two numbers is a from-to, not an outcome."""
    if match := _OUTCOME.search(rest):
        before, after = rest[: match.start()].rstrip(), rest[match.end() :].lstrip()
        if before.count("(") > before.count(")"):
            return 0
        if not before or (before.rstrip(" %")[-1:].isdigit() and after[:1].isdigit()):
            return 0
        found.left_out.append(text[match.end() :].strip())
        return len(before)
    score = _SCORE.search(rest) if part == "objective" else None
    if score and not lacks_value(rest[: score.start()]):
        found.left_out.append(text[score.start() :].strip())
        return score.start()
    if scored := _SCORED.search(rest):
        found.left_out.append(text[scored.start() :].strip())
        return scored.start()
    if part == "key_result" and (now := amount_now(rest)):
        found.fields.setdefault("current", text[now[1] : now[2]])
        return now[0]
    begin = progress_from(rest)
    if begin is None:
        return 0
    found.left_out.append(text[begin:].strip(" *_-–—|"))
    return begin


def _strip_pair(rest: str, text: str, part: str, found: Stripped) -> int:
    """`Owner: Sam` behind the sentence."""
    if ":" not in rest[-90:]:
        return 0
    offset = max(len(rest) - 90, 0)
    match = _PAIR.search(rest[-90:])
    if not match:
        return 0
    value = text[offset + match.start("value") : offset + match.end("value")].strip()
    if fold(value).count(")") > fold(value).count("("):
        return 0
    name = _last_field(match["name"], part, found)
    if name and fits(name, value):
        found.fields[name] = value.lstrip("@")
    elif _tells_how_far(match["name"], value):
        found.left_out.append(text[offset + match.start("name") :].strip())
    else:
        return 0
    return offset + match.start()


_AT_END = (
    _strip_remark,
    strip_bracket,
    _strip_cell,
    _strip_picture,
    _strip_outcome,
    _strip_dashed,
    _strip_pair,
    _strip_beside,
    _strip_name,
    _strip_hashtags,
)


def _tells_how_far(name: str, value: str) -> bool:
    """A score, or a weight where no field takes it."""
    weight = field_of(name, "key_result") == "weight" and fits("weight", value)
    return weight or name.strip() in words_of("scores")


def _last_field(words: str, part: str, found: Stripped) -> str | None:
    name = field_of(words, part)
    return name if name and name not in found.fields else None


def metadata_alone(text: str, part: str) -> Stripped | None:
    """The metadata of a line that holds nothing else: "权重 50% 进度 30% @林晓"."""
    folded = fold(text).rstrip()
    read = all_beside(folded) if len(folded) == len(text.rstrip()) else []
    found = Stripped(0, 0)
    for match in read:
        name = (
            "owner" if match["owner"] else "weight" if match["word"] in words_of("weights") else ""
        )
        if name in FIELDS[part]:
            group = "owner" if match["owner"] else "points"
            found.fields.setdefault(name, text[match.start(group) : match.end(group)].strip())
        else:
            found.left_out.append(text[match.start() : match.end()].strip())
    return found if read else None
