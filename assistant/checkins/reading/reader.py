"""A message as people type it, read into the fields of check-ins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from assistant.checkins.languages import language_of_message
from assistant.checkins.reading.attaching import Attacher, Decide, by_weights
from assistant.checkins.reading.claiming import Claimer
from assistant.checkins.reading.clauses import Clause, find_clauses
from assistant.checkins.reading.confidence import Level, find_levels, find_tenths
from assistant.checkins.reading.days import Day, find_days
from assistant.checkins.reading.drafts import clock_behind, quantities
from assistant.checkins.reading.earlier import find_earlier
from assistant.checkins.reading.elsewhere import find_elsewhere
from assistant.checkins.reading.items import ItemReading
from assistant.checkins.reading.lexicon import before, patterns
from assistant.checkins.reading.measures import (
    Measured,
    Place,
    in_basis_points,
    measured_key_results,
)
from assistant.checkins.reading.message import take
from assistant.checkins.reading.moving import Mover
from assistant.checkins.reading.named_days import without_named
from assistant.checkins.reading.names import Names
from assistant.checkins.reading.part import Part
from assistant.checkins.reading.parts import Joiner
from assistant.checkins.reading.pointing import Pointer
from assistant.checkins.reading.promised import marked
from assistant.checkins.reading.references import find_references
from assistant.checkins.reading.rest import find_unjoined, is_telling
from assistant.checkins.reading.run_ons import cut_at_names
from assistant.checkins.reading.shared import Shared, find_shared
from assistant.checkins.reading.spreading import spread
from assistant.checkins.reading.told import Told
from assistant.checkins.reading.turns import by_turns
from assistant.checkins.reading.unbound import find_unbound
from assistant.checkins.reading.weighing import Said
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind
from assistant.models import OkrSet
from assistant.models.reading import Reading, Reason

_NEAR = 16
Joined = dict[Place, list[Clause]]


def read_message(text: str, okr_set: OkrSet, as_of: date, *, weighed: bool = True) -> Reading:
    """What a message says of the key results of a set; `as_of` is the day it was written.

    Nothing is added: every number stands in the message, and each field names its words. With
    `weighed`, what a clause of English tells is weighed by its words; else the rules alone say it.

    Raises:
        InputTooLarge: If the message is longer than any message is.
    """
    seen = _understood(text, okr_set, as_of, weighed=weighed)
    readings = [reading for reading in seen.readings() if not reading.is_empty]
    joined = [seen.joined[reading.place] for reading in readings]
    items = spread([reading.read() for reading in readings], joined, seen.shared, text)
    return Reading(
        items=items,
        unjoined=find_unjoined(seen.told, seen.rest, seen.joined, any_joined=bool(items)),
        language=language_of_message(text, okr_set),
        as_of=as_of,
    )


def weighed_clauses(text: str, okr_set: OkrSet, as_of: date) -> list[tuple[Clause, Said]]:
    """The clauses of a message whose words are weighed, as the weights are trained on them."""
    seen = _understood(text, okr_set, as_of, weighed=True)
    return [pair for reading in seen.readings() for pair in reading.weighed()]


class _Understood(NamedTuple):
    """A message: clauses by key result, of these the ones only a neighbour places, and the rest."""

    told: Told
    places: dict[Place, Measured]
    joined: Joined
    loose: dict[Place, frozenset[int]]
    rest: list[Part]
    shared: list[Shared]

    def readings(self) -> list[ItemReading]:
        return [
            ItemReading(self.told, self.places[place], own, self.loose.get(place, frozenset()))
            for place, own in self.joined.items()
        ]


def attach(text: str, okr_set: OkrSet, as_of: date, decide: Decide) -> None:
    """Let `decide` say of each open sentence whose it is: the weights are trained with it."""
    _understood(text, okr_set, as_of, weighed=True, decide=decide)


def _understood(
    text: str, okr_set: OkrSet, as_of: date, *, weighed: bool, decide: Decide | None = None
) -> _Understood:
    decide = decide or (by_weights if weighed else None)
    measured = measured_key_results(okr_set)
    message = take(text, [m.folded for m in measured])
    refs = find_references(message.seen, [(m.folded, m.place) for m in measured])
    names = Names(measured)
    clauses = find_clauses(message.seen, [(ref.start, ref.end) for ref in refs])
    clauses = marked(clauses, message.promises)
    clauses = clauses if refs else cut_at_names(message.seen, clauses, names)
    shared = find_shared(message.seen, clauses, refs)
    levels = find_levels(message.seen, clauses)
    days = _without_parts(_days(message.seen, as_of), message.seen, levels, measured)
    days = _without_lengths(without_named(days, message.seen, measured), message.seen, measured)
    taken = [(ref.start, ref.end) for ref in refs]
    taken += [(lv.start, lv.end) for lv in levels] + find_tenths(message.seen)
    taken += [(lv.start, lv.end) for one in shared for lv in one.levels]
    earlier = find_earlier(message.seen, clauses)
    taken += earlier
    drafts = _without(quantities(text, message.seen, taken), days, message.seen)
    drafts = [d for d in drafts if not _is_named(message.seen, d, measured)]
    in_basis_points(drafts, message.seen, measured)
    parts = Joiner(measured, names).parts(message.seen, clauses, refs, drafts)
    parts = Claimer(message.seen, measured, names, refs, drafts).claimed(parts)
    parts = Pointer(message.seen, measured, names, refs, drafts).pointed(parts)
    in_order = {c.start: p.places[0] for p in parts if len(p.places) == 1 for c in p.clauses}
    parts = Mover(message.seen, measured, names, refs, drafts).moved(parts)
    if decide:
        by = Attacher(message.seen, measured, names, refs, drafts)
        parts = by.attached(parts, in_order, decide)
    parts = by_turns(parts, in_order, message.turns)
    aside = find_elsewhere(message.seen, clauses, names)
    parts = _apart(parts, aside | find_unbound(message.seen, clauses, parts, names))
    of_all = frozenset(s.clause.start for s in shared) | _listed(clauses, shared)
    told = Told(message, drafts, days, as_of, of_all, earlier, len(measured) > 1, weighed)
    joined, loose, rest = _joined(told, parts, [m.place for m in measured])
    places = {m.place: m for m in measured}
    return _Understood(told, places, joined, loose, rest, shared)


def _listed(clauses: Sequence[Clause], shared: Sequence[Shared]) -> frozenset[int]:
    """Clauses with nothing but a level of a list: 8/10, of 6/10, 8/10, 7/10."""
    levels = [level for one in shared if len(one.levels) > 1 for level in one.levels]
    return frozenset(c.start for c in clauses for lv in levels if lv.start == c.start)


def _days(seen: str, as_of: date) -> list[Day]:
    """Line by line: so many numbers are read of a line, not of a whole message."""
    found: list[Day] = []
    at = 0
    for line in seen.split("\n"):
        days = find_days(line, as_of) if line.strip() else []
        found += [replace(day, start=day.start + at, end=day.end + at) for day in days]
        at += len(line) + 1
    return found


def _without_parts(
    days: Sequence[Day], seen: str, levels: Sequence[Level], measured: Sequence[Measured]
) -> list[Day]:
    """Without what looks like 2/12 and is a part of a whole, or a level: 11/18, 4/6 场, 6/10."""
    counted = (None, QuantityKind.COUNT, QuantityKind.BARE)
    targets = {m.target for m in measured if m.kind in counted}
    kept = []
    for day in days:
        _, slash, whole = seen[day.start : day.end].partition("/")
        part = whole.isdecimal() and float(whole) in targets
        part = part and patterns("days", "told_after").match(seen, day.end) is None
        part = part or (
            bool(slash) and patterns("days", "counted_after").match(seen, day.end) is not None
        )
        if not part and not any(lv.start < day.end and day.start < lv.end for lv in levels):
            kept.append(day)
    return kept


def _without_lengths(days: Sequence[Day], seen: str, measured: Sequence[Measured]) -> list[Day]:
    """Without what tells how long something takes, where days are measured: 平均 9 日."""
    timed = [m for m in measured if m.kind is QuantityKind.DURATION]

    def is_length(day: Day) -> bool:
        if not patterns("days", "length_or_day").fullmatch(seen, day.start, day.end):
            return False
        head = seen[max(0, day.start - _NEAR) : day.start]
        told = before("days", "length_before").search(head) or any(m.is_named(head) for m in timed)
        return bool(told and patterns("days", "length_after").match(seen, day.end))

    return [day for day in days if not (timed and is_length(day))]


def _without(drafts: Sequence[Draft], days: Sequence[Day], seen: str) -> list[Draft]:
    """Without those of a day, and of the time behind it."""
    firm = [(day.start, day.end) for day in days if not day.loose]
    firm += [span for _, end in firm if (span := clock_behind(seen, end))]
    return [d for d in drafts if not any(start < d.end and d.start < end for start, end in firm)]


_TWO_WORDS = re.compile("[a-z]+[ -][a-z]+")


def _is_named(seen: str, draft: Draft, measured: Sequence[Measured]) -> bool:
    """Whether a number word is a part of a name: four eyes, of four-eyes exceptions."""
    written = _TWO_WORDS.match(seen, draft.start)
    if written is None:
        return False
    values = {value for m in measured for value in (m.target, m.baseline)}
    words = written[0].replace("-", " ")
    return draft.high not in values and any(words in m.folded.replace("-", " ") for m in measured)


def _apart(parts: Sequence[Part], elsewhere: frozenset[int]) -> list[Part]:
    """The parts, what is told of something else in parts of its own that are of no key result."""
    found: list[Part] = []
    for part in parts:
        aside = [c for c in part.clauses if c.start in elsewhere]
        if aside and part.places:
            part.clauses = [c for c in part.clauses if c.start not in elsewhere]
            found.append(Part((), aside, Reason.NOT_NAMED, named=True))
        found += [part] if part.clauses or not aside else []
    return found


def _joined(
    told: Told, parts: Sequence[Part], places: Sequence[Place]
) -> tuple[Joined, dict[Place, frozenset[int]], list[Part]]:
    """Clauses by key result; those that name none go to the only one there is, or are left."""
    joined: Joined = {}
    rest = [part for part in parts if not part.places]
    for part in parts:
        for place in part.places:
            joined.setdefault(place, []).extend(part.clauses)
    if len(places) == 1 and not joined and any(_tells(told, part) for part in rest):
        return {places[0]: [c for part in rest for c in part.clauses]}, {}, []
    if len(joined) != 1:
        return joined, {}, rest
    place = next(iter(joined))
    unnamed = [part for part in rest if not part.candidates and part.named is False]
    several = len(places) > 1  # then no value is read off what names none of them
    unsure = [c for part in unnamed for c in part.clauses]
    extra = [c for c in unsure if is_telling(told, c, numbers=not several)]
    joined[place] += extra
    loose = frozenset(c.start for c in extra) if several else frozenset[int]()
    left = [c for c in unsure if c not in extra]
    others = [part for part in rest if part not in unnamed]
    return joined, {place: loose}, [*others, Part((), left, Reason.NOT_NAMED)]


def _tells(told: Told, part: Part) -> bool:
    return any(is_telling(told, clause) for clause in part.clauses)
