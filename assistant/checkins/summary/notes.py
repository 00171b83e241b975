"""What a reader has to know of the entries: corrected, not counted, not understood."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from assistant.checkins.arithmetic.asked import doubted_value, is_unread, typed
from assistant.checkins.arithmetic.carrying import old_threads
from assistant.checkins.arithmetic.history import Point
from assistant.checkins.arithmetic.seen import Seen
from assistant.checkins.arithmetic.team import headline, label
from assistant.checkins.summary.report import Report
from assistant.checkins.summary.since import old_values
from assistant.checkins.wording import listing
from assistant.models.summary import Shown

_MOST_NOTES = 50
_MOST_NAMES = 12
_STEADY = 1e-6


def notes(report: Report) -> list[str]:
    """All notes, in the order of what they are about; the first fifty where they are many."""
    found = [*_odd(report), *_entries(report), *_values(report), *_objectives(report)]
    found += [*_old(report), *_compared(report)]
    return found[:_MOST_NOTES]


def _entries(report: Report) -> Iterator[str]:
    log = report.team.log
    if report.team.days.elapsed(report.team.as_of) is None:
        yield report.say("note.no_days")
    for place, day in dict.fromkeys(((o.objective, o.key_result), o.date) for o in log.corrected):
        yield report.say("note.corrected", label=label(place), day=day)
    for place, day in log.added:
        yield report.say("note.added", label=label(place), day=day)
    if log.later:
        yield report.say("note.later", count=log.later)
    for one in log.outside:
        name = label((one.objective, one.key_result))
        yield report.say("note.outside", label=name, day=one.date)
    for entry in log.nowhere:
        name = label((entry.objective, entry.key_result))
        yield report.say("note.nowhere", label=name, day=entry.date)


def _values(report: Report) -> Iterator[str]:
    for place, seen in report.team.seen.items():
        if seen.goal.without_way:
            yield report.say("note.no_way", label=label(place))
        last, told_before = seen.goal.baseline, False
        for point in seen.points:
            told = {"label": label(place), "day": point.checkin.date}
            if is_unread(point):
                key = "note.percent" if seen.goal.is_bare_for(point.checkin) else "note.unread"
                yield report.say(key, value=typed(point.checkin), **told)
            elif (told_before or _is_first_week(seen, point)) and _disagrees(seen, point, last):
                yield report.say("note.disagrees", **told)
            if point.value is not None:
                last, told_before = point.value, True


def _odd(report: Report) -> Iterator[str]:
    """Values that are hard to believe, as questions."""
    for place, seen in report.team.seen.items():
        for point in seen.points:
            if point.doubted is not None:
                value = doubted_value(point, seen.goal, report.language)
                last = report.value(point.before, report.team.states[place])
                told = {"label": label(place), "day": point.checkin.date}
                yield report.say("note.odd", value=value, last=last, **told)


def _old(report: Report) -> Iterator[str]:
    """How much was never closed and is left out by its age."""
    days = report.team.limits.open_days
    for place, seen in report.team.seen.items():
        count = len(old_threads(seen))
        if count and report.team.states[place].shown is not Shown.CLOSED:
            yield report.say("note.old", label=label(place), days=days, count=count)


def _is_first_week(seen: Seen, point: Point) -> bool:
    """Whether the starting value is of a week ago: a change is told against last week's."""
    start, limits = seen.days.start, seen.limits
    borne = timedelta(days=limits.cadence_days + limits.grace_days)
    return start is not None and point.checkin.date - start <= borne


def _disagrees(seen: Seen, point: Point, last: float | None) -> bool:
    """Whether value and delta of one check-in contradict each other."""
    if point.value is None or last is None or point.checkin.value is None:
        return False
    delta = seen.goal.read_delta(point.checkin.delta, point.checkin.unit)
    return delta is not None and abs(last + delta - point.value) > _STEADY * max(1.0, abs(last))


def _compared(report: Report) -> Iterator[str]:
    """What the change on last week holds besides movement: progress that was unknown then."""
    team = report.team
    if headline(team).progress_change is None:
        return
    new = [
        label(place)
        for place, state in team.states.items()
        if state.progress is not None and team.earlier[place].progress is None
    ]
    if new:
        yield report.say("note.compared", names=listing(new, report.language, _MOST_NAMES))
    old = [
        report.say("note.since.one", label=label(place), day=day) for place, day in old_values(team)
    ]
    if old:
        yield report.say("note.since", names=listing(old, report.language, _MOST_NAMES))


def _objectives(report: Report) -> Iterator[str]:
    for one in report.team.objectives:
        if one.rescaled:
            goals = [s.goal for place, s in report.team.seen.items() if place[0] == one.objective]
            lacking = any(goal.weight is None for goal in goals)
            key = "note.unweighted" if lacking else "note.rescaled"
            yield report.say(key, number=one.objective + 1)
        if 0 < one.known < one.key_results:
            told = {"known": one.known, "all": one.key_results}
            yield report.say("note.partly", number=one.objective + 1, **told)
