"""Values as they are typed, brought to the unit of their key result.

`9,300万元`, 9300 with the unit 万元, and 93000000 元 are one amount; 3 percentage points are 3 of a
metric in %. What cannot be brought to the unit is None, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.language.figures.lines import read_line
from assistant.language.lexicon import section
from assistant.language.reading import Quantity, QuantityKind
from assistant.language.script import fold
from assistant.own_data import load

_LEADING = re.compile(r"[-+]?[\d,，.]+\s*")
# A number and what stands behind it, without a further number.
_PLAIN = re.compile(
    r"([-+]?\d{1,18}(?:[,，]\d{3}){0,5}(?:\.\d{1,12})?)( ?[^\d\s,，.;；/~-][^\d]{0,24})?"
)
_LONGEST = 60  # characters: what is longer is a sentence, not a value
_LARGEST = 1e15
PERCENT = "percent"
_MONEY = "money"
_SAME_MONEY = {"元": "CNY"}
_TYPED = {"w": "万"}  # 38w in a field of its own has no Chinese line around it that says so
_IN_PERCENT = (QuantityKind.PERCENT, QuantityKind.POINTS)
_COUNTED = (QuantityKind.COUNT, QuantityKind.RATING, QuantityKind.BARE)
_EXACT = 9  # digits after the point that a division by 10,000 may leave


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is written: what it measures, and how many base units it is.

    `dimension` is None where only a bare number is known; any unit goes with it.
    """

    label: str | None = None
    dimension: str | None = None
    factor: float = 1.0

    def fits(self, other: Unit) -> bool:
        """Whether an amount in the other unit can be told in this one: 1.22M where it is in $."""
        either = None in (self.dimension, other.dimension)
        money = (self.dimension or "").startswith(_MONEY)
        return either or self.dimension == other.dimension or (money and other.is_magnitude)

    @property
    def is_magnitude(self) -> bool:
        """Whether it only says how large the number is: M, k, 万."""
        return fold(self.label or "") in _magnitudes()


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the unit it was written in; `bare` when none was."""

    number: float
    unit: Unit

    @property
    def bare(self) -> bool:
        """Whether it was written without a unit."""
        return self.unit.label is None

    def within(self, unit: Unit) -> float | None:
        """The number in another unit; None where the two do not fit."""
        if self.bare:
            return self.number
        if not unit.fits(self.unit):
            return None
        return round(self.number * self.unit.factor / unit.factor, _EXACT)


def amount_of(value: float | str | None, unit: str | None = None) -> Amount | None:
    """A value with its unit, in one text or apart; None where it is no single number."""
    if isinstance(value, str):
        amount = _amount_in(" ".join(value.split()), unit)
    else:
        amount = None if value is None else Amount(float(value), named_unit(unit))
    return amount if amount and abs(amount.number) <= _LARGEST else None


def _amount_in(text: str, unit: str | None) -> Amount | None:
    plain = _PLAIN.fullmatch(text)
    if plain:
        return Amount(_number(plain[1]), _unit_behind(plain[2]) if plain[2] else named_unit(unit))
    if len(text) > _LONGEST:
        return None
    read = _single(read_line(text).quantities)
    if read is None:
        return None
    amount = amount_read(text, read)
    return Amount(amount.number, named_unit(unit)) if amount.bare else amount


@cache
def _magnitudes() -> frozenset[str]:
    return frozenset(map(fold, section("units")["magnitudes"]))


def as_written(value: float, label: str | None) -> str:
    """A value with its unit, as `amount_of` reads it again."""
    gap = " " if label and label[0].isascii() and label[0].isalpha() else ""
    return f"{value:.12g}{gap}{label or ''}"


def amount_read(text: str, read: Quantity, *, ceiling: bool = False) -> Amount:
    """A quantity of a text as an amount; of a range the end that must be reached."""
    unit = _written_unit(text, read)
    end = read.high if ceiling else read.low
    return Amount(end * _seconds(read) / unit.factor, unit)


@cache
def named_unit(unit: str | None) -> Unit:
    """A unit by the name it was given: "%", "万元", "days", "customers"."""
    name = " ".join((unit or "").split())[:_LONGEST]
    return _unit_behind(f" {name}") if name else Unit()


@lru_cache(maxsize=4096)
def _unit_behind(behind: str) -> Unit:
    """The unit that words behind a number name; words that name none are what is counted."""
    label = behind.strip()
    if label in _TYPED:
        return _unit_behind(_TYPED[label])
    found = read_line(f"1{behind}").quantities or read_line(f"1{label}").quantities
    if len(found) != 1:
        return Unit(label, "counted")
    return Unit(label, _dimension(found[0]), found[0].low * _seconds(found[0]))


def _written_unit(text: str, read: Quantity) -> Unit:
    """The unit of a number in a text, as it is written behind it: 亿元, %, days."""
    words = text[read.span.start : read.span.end]
    number = _LEADING.match(words)
    label = words[number.end() :].strip() if number else ""
    if not label and read.kind is QuantityKind.BARE:
        return Unit()
    in_base = read.low * _seconds(read)
    digits = _number(number.group()) if number else 0.0
    if label and digits:
        return Unit(label, _dimension(read), in_base / digits)
    if label and read.unit is None:
        return Unit(label, _dimension(read))
    return Unit(read.unit or label or None, _dimension(read), _seconds(read))


def _single(found: Sequence[Quantity]) -> Quantity | None:
    """The one number of a text; several, or a range, are none."""
    if len(found) != 1 or found[0].low != found[0].high:
        return None
    return found[0]


def _number(digits: str) -> float:
    try:
        return float(digits.replace(",", "").replace("，", ""))
    except ValueError:
        return 0.0


def _dimension(read: Quantity) -> str:
    if read.kind in _IN_PERCENT:
        return PERCENT
    if read.kind is QuantityKind.MONEY:
        return f"{_MONEY} {_SAME_MONEY.get(str(read.unit), read.unit)}"
    if read.kind is QuantityKind.DURATION and read.unit in _seconds_each():
        return "seconds"
    if read.kind in _COUNTED:
        return "counted"
    return f"{read.kind} {read.unit}"


def _seconds(read: Quantity) -> float:
    if read.kind is not QuantityKind.DURATION:
        return 1.0
    return float(_seconds_each().get(str(read.unit), 1.0))


def _seconds_each() -> Mapping[str, float]:
    seconds: Mapping[str, float] = section("units")["scales"]["time"]
    return seconds


def names_share(text: str) -> bool:
    """Whether a metric is a share by its name: a rate, 占比."""
    return _share_names().search(fold(text)) is not None


@cache
def _share_names() -> re.Pattern[str]:
    return re.compile(str(load("assistant.checkins", "values.yml")["share"]))


def share_of(value: float | str | None, unit: str | None) -> float | None:
    """A value as a share: 0.5 as it is, 50% as 0.5; None where it is no bare number or percent."""
    amount = amount_of(value, unit)
    if amount is None:
        return None
    if amount.unit.dimension == PERCENT:
        return amount.number / 100
    return amount.number if amount.bare else None
