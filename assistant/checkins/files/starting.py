"""A drafted set as the beginning of a cycle: what was taken of it, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.checkins.arithmetic.goal import Goal, goal_of, line_of
from assistant.checkins.arithmetic.team import label
from assistant.checkins.files.adding import written
from assistant.checkins.wording import AREA, clip, with_unit
from assistant.language.figures.direction import direction_of
from assistant.messages import say
from assistant.models import Cycle, Direction, KeyResultKind, Language
from assistant.models.cycle import CycleRecord

_LONGEST = 60


def begun(record: CycleRecord, first: date, last: date, team: str | None) -> CycleRecord:
    """The cycle of a set between two days; the name of the cycle stays as the draft has it."""
    own = record.set.cycle or Cycle()
    cycle = own.model_copy(update={"start": first, "end": last})
    changed = {"cycle": cycle, **({"team": team} if team else {})}
    return record.model_copy(update={"set": record.set.model_copy(update=changed)})


def document(record: CycleRecord) -> str:
    """The cycle as the text of its file, without what nobody said and without places."""
    told = record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return written({"checkins": [], **told, "set": _placeless(told["set"])})


def _placeless(value: object) -> object:
    if isinstance(value, dict):
        return {key: _placeless(one) for key, one in value.items() if key != "at"}
    return [_placeless(one) for one in value] if isinstance(value, list) else value


def taken(record: CycleRecord, language: Language) -> Iterator[str]:
    """A line for each key result: the values as the arithmetic takes them."""
    first = record.set.cycle and record.set.cycle.start
    for number, objective in enumerate(record.set.objectives):
        for index, one in enumerate(objective.key_results):
            goal = goal_of(record.set, (number, index), [], first or date.max)
            name = f"{label((number, index))} {clip(one.text, _LONGEST)}"
            yield say(AREA, "start.taken", language, name=name, **_values(goal, language))
            if lacking := _lacking(goal):
                named = [say(AREA, f"start.lacks.{what}", language) for what in lacking]
                told = say(AREA, "comma", language).join(named)
                yield say(AREA, "start.missing", language, names=told)


def _values(goal: Goal, language: Language) -> dict[str, str]:
    unknown = say(AREA, "unknown", language)
    direction = _direction(goal)
    way = say(AREA, f"start.way.{direction}", language) if direction else unknown
    ends = {name: getattr(goal, name) for name in ("baseline", "target")}
    told = {
        name: unknown if value is None else with_unit(value, goal.unit.label, language)
        for name, value in ends.items()
    }
    return {**told, "unit": goal.unit.label or unknown, "way": way}


def _direction(goal: Goal) -> Direction | None:
    if goal.kind is KeyResultKind.MAINTAIN:
        return Direction.MAINTAIN
    if goal.baseline is None or goal.target is None or goal.baseline == goal.target:
        return direction_of(line_of(goal.source.text))
    return Direction.INCREASE if goal.target > goal.baseline else Direction.DECREASE


def _lacking(goal: Goal) -> list[str]:
    """What the arithmetic of a metric needs and the draft does not say."""
    in_steps = goal.kind in (KeyResultKind.MILESTONE, KeyResultKind.BASELINE)
    kept = goal.kind is KeyResultKind.MAINTAIN
    needs = () if in_steps else ("target",) if kept else ("baseline", "target")
    known = goal.band if kept else None
    found = [name for name in needs if getattr(goal, name) is None and known is None]
    return [*found, *([] if goal.owner else ["owner"])]
