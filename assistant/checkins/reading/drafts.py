"""The numbers of a message, before it is known what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checkins.reading.lexicon import patterns
from assistant.language.figures.dates import find_dates
from assistant.language.figures.draft import Draft
from assistant.language.figures.numbers import find_numbers
from assistant.language.figures.quantities import find_quantities
from assistant.language.figures.units import unit_after
from assistant.language.lexicon import words as listed
from assistant.language.reading import QuantityKind as Kind

_HALF = 0.5
_NO_NOUNS = frozenset(
    {
        "less",
        "fewer",
        "more",
        "vs",
        "ones",
        "us",
        "as",
        "its",
        "is",
        "was",
        "wk",
        "mom",
        "wow",
        "yoy",
        "qoq",
    }
)
# 货损0.6 单车25单: what stands behind a blank, with a number of its own, is no measure word.
_OPENS_NEXT = re.compile(r"(?<=[0-9]) [一-鿿](?=[一-鿿]{1,6}[0-9])")
_HAS_DIGIT = re.compile("[0-9]")
# "8.4、" is no number of a list here, and "187 +15" no range.
_SPLIT = re.compile(
    r"、|(?<=[0-9%a-z一-鿿]) (?=[+-][0-9])"
    r"|(?<=[0-9%]) (?=[-–—] ?(?:one|two|three|four|five|six|seven|eight|nine|ten|a|an)(?![a-z]))"
)


def quantities(text: str, seen: str, taken: Sequence[tuple[int, int]]) -> list[Draft]:
    """Every number of a message that is neither a date nor in `taken`, line by line."""
    found: list[Draft] = []
    at = 0
    for line in seen.split("\n"):
        end = at + len(line)
        if any(char.isdigit() or char > "\u4e00" or char.isalpha() for char in line):
            days = [(d.span.start, d.span.end) for d in find_dates(line, 2000)]
            held = [(max(0, a - at), b - at) for a, b in taken if a < end and b > at]
            drafts = find_quantities(text[at:end], _SPLIT.sub(";", line), [*days, *held])
            drafts = [d for d in drafts if not patterns("values", "half_of").match(line, d.start)]
            said = [m.span() for m in patterns("values", "sayings", "names_of").finditer(line)]
            said += [span for _, day in days if (span := clock_behind(line, day))]
            drafts = [d for d in drafts if not any(a <= d.start < b for a, b in said)]
            shares = [*_shares(line), *_coins(line), *_compounds(line)]
            drafts = [d for d in drafts if not any(s.start <= d.start < s.end for s in shares)]
            drafts = sorted([*drafts, *shares], key=lambda draft: draft.start)
            found += [_settled(draft, line, at) for draft in drafts]
        at = end + 1
    return found


def clock_behind(line: str, day: int) -> tuple[int, int] | None:
    """The time behind a day: the 2nd, 10.30."""
    gap = len(line) - len(line[day:].lstrip(" ,(a")) if line[day:] else day
    found = patterns("values", "clock").match(line, gap)
    return found.span() if found else None


def _compounds(line: str) -> Iterator[Draft]:
    """Thousands told behind ten thousands: 11 万 2 千张."""
    for match in patterns("values", "compound").finditer(line):
        value = int(match["n"]) * 10_000 + int(match["k"]) * 1_000
        unit = unit_after(line, match.end())
        kind, name, end = (
            (unit.kind, unit.name, unit.end) if unit else (Kind.BARE, None, match.end())
        )
        yield Draft(match.start(), end, kind, float(value), float(value), name)


def _coins(line: str) -> Iterator[Draft]:
    """Sums as they are said: 3块5, 三块五毛, 12 块半."""
    for match in patterns("values", "coins").finditer(line):
        whole, tenth = (next(find_numbers(match[name] or ""), None) for name in ("n", "tenth"))
        if whole:
            value = round(whole.value + (tenth.value / 10 if tenth else _HALF), 2)
            yield Draft(match.start(), match.end(), Kind.MONEY, value, value, "元")


def _shares(line: str) -> Iterator[Draft]:
    """Half a point, a point, 半个百分点; five and a half hours, 五个半小时."""
    for match in patterns("values", "and_half").finditer(line):
        unit, whole = unit_after(line, match.end()), next(find_numbers(match["n"]), None)
        if unit and whole:
            value = (whole.value + _HALF) * unit.factor
            yield Draft(match.start(), unit.end, unit.kind, value, value, unit.name)
    yield from _with_half(line)
    for key, share in (("half", _HALF), ("one", 1.0)):
        for match in patterns("values", key).finditer(line):
            unit = unit_after(line, match.end())
            if unit:
                value = unit.factor * share
                yield Draft(match.start(), unit.end, unit.kind, value, value, unit.name)
    for match in patterns("values", "single").finditer(line):
        yield Draft(match.start(), match.end(), Kind.BARE, 1.0, 1.0, None)


def _with_half(line: str) -> Iterator[Draft]:
    """A point and a half, 5 分半."""
    for match in patterns("values", "unit_and_half").finditer(line):
        written, at = (
            match["n"] or match["number"],
            match.start("unit" if match["n"] else "measure"),
        )
        unit, whole = unit_after(line, at), next(find_numbers(written), None)
        if unit and (whole or written in ("a", "an")):
            value = ((whole.value if whole else 1.0) + _HALF) * unit.factor
            yield Draft(match.start(), match.end(), unit.kind, value, value, unit.name)


def _settled(draft: Draft, line: str, at: int) -> Draft:
    """With its place in the message; a noun that is no plural counts nothing (21 again)."""
    if line[draft.start : draft.end] == "零":
        unit = unit_after(line, draft.end)
        draft.unit, draft.end = (unit.name, unit.end) if unit else (None, draft.end)
    if _OPENS_NEXT.match(line, draft.end - 2) and draft.kind is Kind.COUNT:
        draft.kind, draft.unit, draft.end = Kind.BARE, None, draft.end - 2
    noun = draft.unit if draft.kind is Kind.COUNT else None
    digits = line[draft.end - 1].isdigit()
    plural = noun and (noun.endswith("s") or noun in listed("units", "english_plurals"))
    goes_on = patterns("values", "goes_on_after").match(line, draft.end) is not None
    odd = noun is not None and (bool(_HAS_DIGIT.search(noun)) or noun.endswith("ed"))
    no_noun = noun in _NO_NOUNS or goes_on or odd
    if noun and noun.isascii() and (no_noun or (digits and not plural)):
        draft.kind, draft.unit = Kind.BARE, None
    draft.start, draft.end = draft.start + at, draft.end + at
    return draft
