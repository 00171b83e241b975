"""One piece of metadata, such as stands between the commas of "(Sam, weight 30%, due 1 May)"."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from assistant.language.script import CJK, fold
from assistant.parsing.names import data, field_named, plain_name, value_named, words_of
from assistant.parsing.phrases import GRADE, MONTH
from assistant.parsing.values import is_name_alone, is_points, read_date
from assistant.patterns import lazy

# Which fields each kind of line has.
FIELDS = {
    "objective": {"owner", "parent", "kind"},
    "key_result": {
        "owner", "kind", "baseline", "target", "current", "unit", "source", "due", "weight",
    },
    "initiative": {"owner"},
}  # fmt: skip

# A score; "3/5": done so far, of all; a priority; the scores between which it goes.
_NO_FIELD = lazy(
    rf"0|{GRADE}|\d{{1,4}} ?/ ?\d{{1,4}}|p[0-9]|(?:0(?:\.0)?|{GRADE}) ?(?:->|→|to|到) ?{GRADE}"
)
# The objective or key result above that a line serves: "[O1-KR2]".
_CODE = lazy(r"o ?\d{1,2}(?:[-_. ]{0,2}kr ?\d{1,2})?|kr ?\d{1,2}(?:\.\d{1,2})?")
# When an objective is for, as its title says: "(2026 Q2-Q3)"; a key result keeps its day.
_QUARTER = r"(?:q[1-4]|h[12]|第?[一二三四]季度|[上下]半年)"
_MONTH = (
    rf"(?:{MONTH} ?'?(?:20)?\d\d"
    r"|(?:20\d\d ?年 ?)?\d{1,2} ?月)"
)
_ONWARDS = r"(?:及?以后|及?之后|起|and (?:after|later|beyond)|onwards?)"
_PERIOD = lazy(
    rf"(?:(?:fy ?)?20\d\d ?年?[ -]?)?{_QUARTER}(?: ?[-–~至到] ?{_QUARTER})?(?:[ ,]{{1,2}}20\d\d)?"
    r"|\d{1,2}(?: ?[-–~至到] ?\d{1,2})? ?(?:个月|周|weeks?|months?|quarters?)"
    rf"|(?:from |since |自)?(?:{_MONTH}|(?:20\d\d ?年? ?)?{_QUARTER}) ?{_ONWARDS}"
)
_BEFORE = lazy(r"(?:之前|以前|前|为止|截止|到期)(?:完成|达成)?$")  # "3月31日前"
PERCENT = lazy(r"\d{1,3}(?:\.\d+)?\s*%")
_NO_SCORE = ("n/a", "na", "-", "tbd", "待定", "未评", "无")
_SURE = ("due", "source")  # the one has to be a date, the other has no second meaning behind a line
_INSIDE = lazy(r"\s*[,;；|]\s*|\s/\s|\s{2,}")


@dataclass(slots=True)
class Stripped:
    """What is left of a text, `text[start:end]`, and what was beside it."""

    start: int
    end: int
    fields: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


@cache
def field_of(words: str, part: str) -> str | None:
    """The field of a line that a label names; words too common for a label are none."""
    if part == "initiative":
        return "owner" if field_named("objective", words) == "owner" else None
    name = field_named(part, words)
    if plain_name(words) in _no_labels() and name not in _SURE:
        return None
    return name if name in FIELDS[part] else None


@cache
def _no_labels() -> frozenset[str]:
    return frozenset(map(plain_name, data("marks")["no_label"]))


def fits(name: str, value: str) -> bool:
    """Whether words can be the value of a field."""
    if name == "due":
        return read_date(value, 2000) is not None
    if name == "weight":
        return is_points(fold(value))
    return len(value) <= (60 if name in ("source", "parent") else 30)


def name_beside(written: str) -> tuple[str, str] | None:
    """A name without a label beside other metadata: "(Wang Ting, weight 40%)"."""
    return ("owner", written) if is_name_alone(written) else None


def cut_apart(folded: str, inside: str) -> list[tuple[str, str]]:
    """What stands in brackets, piece by piece: folded, and as it was written."""
    cuts = [0, *(m.end() for m in _INSIDE.finditer(folded)), len(folded)]
    ends = [*(m.start() for m in _INSIDE.finditer(folded)), len(folded)]
    spans = [(a, b) for a, b in zip(cuts, ends, strict=False) if folded[a:b].strip()]
    return [(folded[a:b].strip(), inside[a:b].strip()) for a, b in spans]


def read_piece(folded: str, written: str, part: str, at_start: bool) -> tuple[str, str] | None:
    """Field and value of one piece of metadata; the field is "" for what no field takes."""
    if folded.startswith("@"):
        return "owner", written[1:].strip()
    label, colon, _ = folded.partition(":")
    if colon:
        return _labelled(label, written[len(label) + 1 :].strip(), part)
    if value_named("objective_kind", folded) or value_named("key_result_kind", folded):
        own = part in FIELDS and part != "initiative" and value_named(f"{part}_kind", folded)
        return ("kind" if own else ""), written
    if (
        folded in words_of("progress") | words_of("priorities")
        or _NO_FIELD.fullmatch(folded)
        or _is_given_up(folded)
    ):
        return "", written
    if not at_start and (served := _served(folded, part)) is not None:
        return served, written
    if (at_start or part == "objective") and PERCENT.fullmatch(folded):
        return ("weight" if part == "key_result" else ""), written
    day = _BEFORE.sub("", folded)
    if fits("due", day) and any(map(str.isalpha, day)):
        return ("due" if part == "key_result" else ""), written[: len(day)]
    return _worded(folded, written, part)


def _served(folded: str, part: str) -> str | None:
    """The field of a code or a period behind a line: what, or when, the line serves."""
    if _CODE.fullmatch(folded):
        return "parent" if "parent" in FIELDS[part] else ""
    return "" if part == "objective" and _PERIOD.fullmatch(folded) else None


def _is_given_up(folded: str) -> bool:
    """Whether a short remark tells that a line was dropped or put off: "postponed to Q1".

    "Cancelled orders" and "取消订单" are of what is measured.
    """
    word = next((one for one in _by_length("given_up") if folded.startswith(one)), None)
    if len(folded) > _LONGEST_REMARK:
        return False
    began = word is not None and _WHEN_OR_WHY.match(folded, len(word)) is not None
    return began or folded.endswith(tuple(data("marks")["given_up"]))


_LONGEST_REMARK = 30
_WHEN_OR_WHY = lazy(
    r" ?(?:$|[,.;:—\d-]|[到至中于因由了]|[下明后本次今]|第|年底|(?:q\d|h\d|to|till?|until|by|on|in"
    r"|after|before|due|for|because|since|as|this|next|with|while|from)(?![a-z]))"
)


def _labelled(label: str, value: str, part: str) -> tuple[str, str] | None:
    if label.strip() in words_of("scores"):
        return "", value
    name = field_of(label.strip(), part)
    if name is None and any(field_of(label.strip(), other) for other in FIELDS):
        return "", value
    return (name, value) if name and value and fits(name, value) else None


def _worded(folded: str, written: str, part: str) -> tuple[str, str] | None:
    """A piece that begins with a telling word: "supports O1", "权重30%", "due 2026-11-30"."""
    label, _, name_behind = folded.partition(" ")
    named = written[len(label) :].lstrip(" @")[:1]
    written_as_name = named.isupper() or CJK.match(named) is not None
    if written_as_name and field_of(label, part) == "owner" and name_behind.count(" ") < 2:
        return "owner", written[len(label) :].strip().lstrip("@")
    for key, name in (("parents", "parent"), ("due", "due"), ("weights", "weight")):
        word = next((w for w in _by_length(key) if folded.startswith(w)), None)
        value = written[len(word) :].strip() if word else ""
        if value and fits(name, value):
            return (name if name in FIELDS[part] else ""), value if name in FIELDS[
                part
            ] else written
    score = next((w for w in _by_length("scores") if folded.startswith(w)), None)
    rest = folded[len(score) :].strip() if score else ""
    return ("", written) if is_points(rest) or rest in _NO_SCORE else None


@cache
def _by_length(key: str) -> tuple[str, ...]:
    return tuple(sorted(data("marks")[key], key=len, reverse=True))


def understood(
    folded: str, inside: str, part: str, found: Stripped, *, at_start: bool = False
) -> bool:
    """Read what stands in brackets; all of it has to be metadata, or none is taken."""
    cut = cut_apart(folded, inside)
    read = [read_piece(piece, written, part, at_start) for piece, written in cut]
    if sum(piece is None for piece in read) == 1 < len(read):
        read = [piece or name_beside(cut[i][1]) for i, piece in enumerate(read)]
    if not all(read):
        return False
    for (name, value), (_, written) in zip(filter(None, read), cut, strict=True):
        if name and name not in found.fields:
            found.fields[name] = value
        else:
            found.left_out.append(written)
    return True
