"""Numbers of a line with what they count or measure, before their roles are known."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.language.figures.compound import rest_of
from assistant.language.figures.draft import Draft
from assistant.language.figures.names import find_names, is_label
from assistant.language.figures.numbers import MOST_NUMBERS, Form, Number, digit_runs, find_numbers
from assistant.language.figures.special import find_special
from assistant.language.figures.units import (
    counted_noun,
    currency_before,
    magnitude_after,
    unit_after,
    unit_in_brackets,
    unit_of_name,
)
from assistant.language.lexicon import expressions
from assistant.language.reading import QuantityKind, Role
from assistant.language.script import CJK
from assistant.patterns import lazy

# Behind a Han numeral these name a thing and count none: 二期, 三级, 五轴.
_ORDINAL_UNITS = frozenset("期级届代号轴线方月面校包国省市县城路步部站楼班行层点对把道")
_TAIL = lazy("[+余多几](?![0-9])")
_OF_SCALE = lazy(r"(?: ?/ ?| out of )(5|7|10|100)(?:\.0)?(?![0-9/]|k(?![a-z]))")
# P0, MP3, AF-2231, 第3
_NAME_BEFORE = lazy(r"(?:[a-z]-|[a-z_#第])$")
_RANGE_GAP = lazy(r" ?(?:[-~—]{1,2}) ?")
_NPS = lazy(r"(?:nps|net promoter score|净推荐值)[^0-9,;。]{0,12}$")
_HYPHENED = lazy("-[a-z]")
_REACH = 16  # how far before a "one" the word may stand that makes it a count


def find_quantities(text: str, folded: str, taken: Iterable[tuple[int, int]]) -> list[Draft]:
    """The quantities of a line in order; `taken` are places that are dates or placeholders."""
    mask = bytearray(len(folded))
    _cover(mask, taken)
    special = find_special(folded)[:MOST_NUMBERS]
    found = [d for d in special if _free(mask, d.start, d.end)]
    _cover(mask, ((d.start, d.end) for d in found))
    _cover(mask, find_names(text, folded, digit_runs(folded)))
    chinese = CJK.search(folded) is not None
    for number in find_numbers(folded):
        if _free(mask, number.start, number.end):
            draft = _measured(number, folded, chinese)
            if draft:
                _cover(mask, [(draft.start, draft.end)])
                found.append(draft)
    found.sort(key=lambda d: d.start)
    return _with_ranges(found[:MOST_NUMBERS], folded)


def _cover(mask: bytearray, spans: Iterable[tuple[int, int]]) -> None:
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)


def _free(mask: bytearray, start: int, end: int) -> bool:
    return not any(mask[start:end])


def _measured(number: Number, folded: str, chinese: bool) -> Draft | None:
    """The number with its currency, magnitude and unit; None when it measures nothing."""
    start, at = number.start, number.end
    money = currency_before(folded, start)
    if money:
        start = money[1]
    elif _is_named(folded, number):
        return None
    factor, at = magnitude_after(folded, at, bool(money), chinese)
    tail = _TAIL.match(folded, at)
    if tail and number.form is not Form.WORDS:
        at = tail.end()
        if factor == 1.0:
            factor, at = magnitude_after(folded, at, bool(money), chinese)
    more, at = rest_of(folded, at, factor) if chinese and factor > 1 else (0.0, at)
    value = number.value * factor + more
    draft = Draft(start, at, QuantityKind.BARE, value, value, None, factor=factor)
    if money:
        draft.kind, draft.unit = QuantityKind.MONEY, money[0]
    _add_unit(draft, folded)
    _add_sign(draft, folded)
    return draft if _counts(number, draft, folded) else None


def _is_named(folded: str, number: Number) -> bool:
    """Letters before a digit make it part of a name (P0, MP3)."""
    if number.form is not Form.DIGITS:
        return False
    return _NAME_BEFORE.search(folded, max(0, number.start - 2), number.start) is not None


def _add_unit(draft: Draft, folded: str) -> None:
    scale = _OF_SCALE.match(folded, draft.end)
    if scale and draft.kind is QuantityKind.BARE:
        draft.kind, draft.unit, draft.end = QuantityKind.RATING, f"/{scale[1]}", scale.end()
        return
    unit = unit_after(folded, draft.end)
    if unit and (draft.kind is QuantityKind.BARE or unit.kind is QuantityKind.MONEY):
        draft.kind, draft.unit, draft.end = unit.kind, unit.name, unit.end
        draft.low = draft.high = round(draft.low * unit.factor, 9)
    elif draft.kind is QuantityKind.BARE and not _add_bracketed(draft, folded):
        _add_noun(draft, folded)


def _add_bracketed(draft: Draft, folded: str) -> bool:
    """Whether brackets behind the number, or behind the name of its metric, hold its unit."""
    behind = unit_in_brackets(folded, draft.end)
    unit = behind or unit_of_name(folded, draft.start)
    if unit is None:
        return False
    draft.kind, draft.unit = unit.kind, unit.name
    draft.low = draft.high = round(draft.low * unit.factor, 9)
    draft.factor *= unit.factor
    draft.end = behind.end if behind else draft.end
    return True


def _add_noun(draft: Draft, folded: str) -> None:
    if _NPS.search(folded, max(0, draft.start - 40), draft.start):
        draft.kind, draft.unit = QuantityKind.RATING, "NPS"
        return
    noun = counted_noun(folded, draft.end) if folded[draft.end : draft.end + 1] == " " else None
    if noun:
        draft.kind, draft.unit = QuantityKind.COUNT, noun


def _add_sign(draft: Draft, folded: str) -> None:
    before = folded[max(0, draft.start - 2) : draft.start]
    sign = before[-1:]
    inside = len(before) == 2 and before[0].isascii() and before[0].isalnum()
    if not sign or sign not in "+-" or inside:
        return
    draft.start -= 1
    if sign == "-":
        draft.low, draft.high = -draft.low, -draft.high
    if draft.kind is QuantityKind.PERCENT or sign == "+":
        draft.role = Role.CHANGE


def _counts(number: Number, draft: Draft, folded: str) -> bool:
    """Whether this is an amount, not a name or an article."""
    if number.form is Form.HAN:
        return _counts_in_han(number, draft, folded)
    unmeasured = draft.kind in (QuantityKind.BARE, QuantityKind.COUNT)
    if unmeasured and _HYPHENED.match(folded, draft.end):
        return False
    if number.form is Form.WORDS:
        return _counts_in_words(number, draft, folded)
    after = folded[draft.end : draft.end + 1]
    return draft.end > number.end or not (after.isascii() and after.isalpha())


def _counts_in_han(number: Number, draft: Draft, folded: str) -> bool:
    if draft.kind is QuantityKind.BARE and draft.factor == 1.0:
        return False
    if number.value == 1 and draft.factor == 1:
        return draft.unit == "人" or _stated("one_zh", folded, number.start)
    return number.value > 0 and draft.unit not in _ORDINAL_UNITS


def _counts_in_words(number: Number, draft: Draft, folded: str) -> bool:
    if _stated("vague", folded, number.start) or is_label(folded, number.start):
        return False
    if number.value != 1:
        return True
    if draft.kind is not QuantityKind.COUNT:
        return draft.kind is not QuantityKind.BARE
    if _stated("no_one_en", folded, number.start):
        return False
    return bool(draft.unit) and not folded.startswith((" of", " another"), number.end)


def _stated(key: str, folded: str, at: int) -> bool:
    return expressions("numerals", key).search(folded, max(0, at - _REACH), at) is not None


def _with_ranges(drafts: list[Draft], folded: str) -> list[Draft]:
    """Neighbours with a dash or tilde between them become one range."""
    merged: list[Draft] = []
    for draft in drafts:
        last = merged[-1] if merged else None
        if last and _RANGE_GAP.fullmatch(folded, last.end, draft.start):
            join_range(last, draft)
        elif last and draft.role is Role.CHANGE and folded[last.end : draft.start].strip() == "":
            join_range(last, draft, signed=True)
        else:
            merged.append(draft)
    return merged


def join_range(low: Draft, high: Draft, signed: bool = False) -> None:
    """Make `low` the range from itself to `high`; a lone first number takes the second's unit."""
    if signed:
        high.low, high.high = abs(high.low), abs(high.high)
    if low.factor == 1.0 and high.factor > 1.0 and low.unit is None:
        low.low *= high.factor
    if low.unit is None or high.unit is not None:
        low.kind, low.unit = high.kind, high.unit
    low.high, low.end = high.high, high.end
    low.role = Role.OTHER
