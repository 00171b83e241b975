"""A key result as it is in force on a day: its kind, its values in one unit, its owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.checkins.amounts import PERCENT, Amount, Unit, amount_of, amount_read, named_unit
from assistant.language.figures.direction import direction_of, worded_direction
from assistant.language.figures.lines import read_line
from assistant.language.reading import Comparator, LineReading, Quantity, Role
from assistant.models import Band, Direction, KeyResult, KeyResultKind, Objective, OkrSet
from assistant.models.cycle import Change, ChangedField, CheckIn

Place = tuple[int, int]
_FLOORS = (Comparator.AT_LEAST, Comparator.MORE)
_CEILINGS = (Comparator.AT_MOST, Comparator.LESS)


@dataclass(frozen=True, slots=True)
class Goal:
    """One key result with all changes up to a day in force; values are in `unit`.

    `mixed` says that baseline and target were written in units of different size (8,000万 and
    1.2亿), so that a bare number could be in either.
    """

    place: Place
    source: KeyResult
    kind: KeyResultKind | None
    owner: str | None
    weight: float | None
    unit: Unit
    mixed: bool
    baseline: float | None
    target: float | None
    band: Band | None
    closed_on: date | None
    eased: Change | None
    changed: dict[ChangedField, Change]

    @property
    def without_way(self) -> bool:
        """Whether the target of a metric is its baseline, so that no progress can be measured."""
        return self.kind is KeyResultKind.METRIC and self.baseline == self.target is not None

    @property
    def is_bare(self) -> bool:
        """Whether it goes from one number to another and no unit is known of either."""
        return self.unit.dimension is None and None not in (self.baseline, self.target)

    def is_bare_for(self, checkin: CheckIn) -> bool:
        """Whether 60 % is told of a metric that goes from 3 to 8: of what, only its owner knows."""
        told = amount_of(checkin.value, checkin.unit)
        return self.is_bare and told is not None and told.unit.dimension == PERCENT

    def read(self, value: float | str | None, unit: str | None) -> float | None:
        """A value of a check-in in the goal's unit; None where it has none that fits."""
        amount = amount_of(value, unit)
        if amount is None or (amount.bare and self.mixed):
            return None
        if self.is_bare and amount.unit.dimension == PERCENT:
            return None  # a share of the way, or a number with a sign too many
        return amount.within(self.unit)

    def read_delta(self, delta: float | str | None, unit: str | None) -> float | None:
        """A movement in the goal's unit; 5 % of a metric that is not in % is of an unknown base."""
        amount = amount_of(delta, unit)
        if amount and amount.unit.dimension == PERCENT and self.unit.dimension != PERCENT:
            return None
        return self.read(delta, unit)


def goal_of(okr_set: OkrSet, place: Place, changes: Sequence[Change], as_of: date) -> Goal:
    """A key result as of a day.

    Args:
        okr_set: The set it stands in.
        place: Its 0-based objective and key result.
        changes: All changes of this key result, in the order of their days.
        as_of: The last day that counts.
    """
    objective = okr_set.objectives[place[0]]
    source = objective.key_results[place[1]]
    changed = in_force(changes, as_of)
    current = _with(source, changes, changed, as_of)
    declared = None not in (current.baseline, current.target, current.unit)
    line = None if declared else line_of(current.text)
    values = _values(current, line)
    return Goal(
        place=place,
        source=current,
        kind=_kind(current, line, values),
        owner=_owner(current, objective, okr_set),
        weight=current.weight,
        unit=values.unit,
        mixed=values.mixed,
        baseline=values.baseline,
        target=values.target,
        band=_band(current, line, values.unit),
        closed_on=current.closed_on,
        eased=eased(values, changes, as_of),
        changed=changed,
    )


@lru_cache(maxsize=64)
def line_of(text: str) -> LineReading:
    """What a key result's text says; a roll-up asks for it twice."""
    return read_line(text)


def in_force(changes: Sequence[Change], as_of: date) -> dict[ChangedField, Change]:
    """The last change of each field up to a day."""
    return {change.field: change for change in changes if change.date <= as_of}


def _with(
    source: KeyResult,
    changes: Sequence[Change],
    changed: dict[ChangedField, Change],
    as_of: date,
) -> KeyResult:
    """The key result with what was in force; before a change its old value was."""
    fields = {field.value: change.new for field, change in changed.items()}
    for change in reversed(changes):
        if change.date > as_of and change.field not in changed and change.old is not None:
            fields[change.field.value] = change.old
    if not fields:
        return source
    return _revised(source, fields)


def _revised(source: KeyResult, fields: dict[str, float | str | None]) -> KeyResult:
    """A copy with other values; one that its field cannot hold leaves the field as it was."""
    made = source
    for name, value in fields.items():
        told = value if name in ("baseline", "target", "weight") or value is None else str(value)
        try:
            checked = KeyResult.model_validate({**made.model_dump(), name: told})
        except ValueError:
            continue
        made = checked
    return made


@dataclass(frozen=True, slots=True)
class _Values:
    unit: Unit
    mixed: bool
    baseline: float | None
    target: float | None


def _values(source: KeyResult, line: LineReading | None) -> _Values:
    """Declared values before those that the text states, both in one unit."""
    stated_base, stated_target = _stated(line) if line else (None, None)
    base = amount_of(source.baseline, source.unit)
    target = amount_of(source.target, source.unit)
    agree = _agree(base, stated_base) and _agree(target, stated_target)
    base, target = base or stated_base, target or stated_target
    unit = named_unit(source.unit) if source.unit else _unit_of(target, base)
    if unit.label is None and agree:
        unit = _unit_of(stated_target, stated_base)
    written = [one.unit.factor for one in (base, target) if one and not one.bare]
    mixed = source.unit is None and len(set(written)) > 1
    return _Values(
        unit, mixed, base.within(unit) if base else None, target.within(unit) if target else None
    )


def _agree(declared: Amount | None, stated: Amount | None) -> bool:
    """Whether a bare declared number is the one that the text states with its unit."""
    return declared is None or (stated is not None and declared.number == stated.number)


def _unit_of(*amounts: Amount | None) -> Unit:
    found = [one.unit for one in amounts if one and not one.bare]
    named = (unit for unit in found if not unit.is_magnitude)  # 1.4M for a target of ¥1.5M
    return next(named, next(iter(found), Unit()))


def _stated(line: LineReading) -> tuple[Amount | None, Amount | None]:
    """Baseline and target as the text has them, the first pair before lone values."""
    for pair in line.pairs:
        return _amount(line, pair.baseline), _amount(line, pair.target)
    found = {role: _first(line, role) for role in (Role.BASELINE, Role.TARGET)}
    return _amount(line, found[Role.BASELINE]), _amount(line, found[Role.TARGET])


def _first(line: LineReading, role: Role) -> Quantity | None:
    return next((q for q in line.quantities if q.role is role), None)


def _amount(line: LineReading, read: Quantity | None) -> Amount | None:
    if read is None:
        return None
    return amount_read(line.text, read, ceiling=read.comparator in _CEILINGS)


def _kind(source: KeyResult, line: LineReading | None, values: _Values) -> KeyResultKind | None:
    """The declared kind, else what band, stages, wording and values show, if they do."""
    if source.kind is not None:
        return source.kind
    if source.stages:
        return KeyResultKind.MILESTONE
    if source.band is not None:
        return KeyResultKind.MAINTAIN
    kept = line is not None and (direction_of(line) is Direction.MAINTAIN or _is_ceiling(line))
    if kept and values.baseline is None:
        return KeyResultKind.MAINTAIN
    return KeyResultKind.METRIC if values.target is not None else None


def _is_ceiling(line: LineReading) -> bool:
    """Whether it only says what shall not be passed: no more than 5 a month, and no way there."""
    bound = _first(line, Role.TARGET)
    most = bound is not None and bound.comparator is Comparator.AT_MOST
    return most and worded_direction(line) is None


def _band(source: KeyResult, line: LineReading | None, unit: Unit) -> Band | None:
    """The declared band, else the bound that the text states in words (at least, 不低于)."""
    if source.band is not None:
        return source.band
    bound = _first(line, Role.TARGET) if line else None
    amount = _amount(line, bound) if line and bound else None
    limit = amount.within(unit) if amount else None
    if bound is None or limit is None:
        return None
    if bound.comparator in _FLOORS:
        return Band(min=limit)
    return Band(max=limit) if bound.comparator in _CEILINGS else None


def _owner(source: KeyResult, objective: Objective, okr_set: OkrSet) -> str | None:
    """A key result without an owner is its objective's owner's, else the set's."""
    owners = (source.owner, objective.owner, okr_set.owner)
    return next((owner.strip() for owner in owners if owner and owner.strip()), None)


def eased(values: _Values, changes: Sequence[Change], as_of: date) -> Change | None:
    """The last change that brought the target nearer to the baseline; it stays for the cycle."""
    found = None
    for change in changes:
        if change.field is ChangedField.TARGET and change.date <= as_of:
            old, new = (_way(value, values) for value in (change.old, change.new))
            if old is not None and new is not None and new < old:
                found = change
    return found


def _way(target: float | str | None, values: _Values) -> float | None:
    """How far a target lies from the baseline."""
    amount = amount_of(target)
    number = amount.within(values.unit) if amount else None
    if number is None or values.baseline is None:
        return None
    return abs(number - values.baseline)
