"""Blocks 10 to 15: what people said, in their own words, and what was changed."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checkins.goal import Place
from assistant.checkins.movement import achieved_now, recovered
from assistant.checkins.oddness import odd_points
from assistant.checkins.promises import promises_of
from assistant.checkins.report import Report
from assistant.checkins.wording import number, points, quoted
from assistant.models import KeyResultKind
from assistant.models.cycle import Change, ChangedField
from assistant.models.summary import Code, Item, Shown

_DETAILS = (("owner", "blocker_owner"), ("next", "next_action"), ("due", "due"), ("ask", "ask"))


def blockers(report: Report) -> Iterator[Item]:
    """Block 10: the blocker as it was said, who takes it on, what is next, who is asked."""
    for place, state in report.team.states.items():
        words = report.words(place, "blocker")
        if words is None or state.shown is Shown.CLOSED:
            continue
        parts = [report.say("blocked.since", day=state.last)]
        for key, kind in _DETAILS:
            told = report.words(place, kind)
            if told is not None:
                facts = {"words": told, "owner": told, "due": told}
                parts.append(report.say(f"blocked.{key}", **facts))
        joined = report.say("clause").join(parts)
        text = report.say("blocked", name=report.name(place), parts=joined)
        kinds = ("blocker", "last", *(kind for _, kind in _DETAILS))
        yield report.item(place, text, *kinds, quote=words, codes=[Code.BLOCKED])


def asks(report: Report) -> Iterator[Item]:
    """Block 11: what is asked of the manager or of others, as it was said."""
    for place, state in report.team.states.items():
        words = report.words(place, "ask")
        if words is not None and state.shown is not Shown.CLOSED:
            text = report.say("ask", name=report.name(place, owned=True), day=state.last)
            yield report.item(place, text, "ask", "last", quote=words)


def wins(report: Report) -> Iterator[Item]:
    """Block 12: achieved, recovered, or risen by a good deal, with the comment of the week."""
    for place in report.team.states:
        found = _win(report, place)
        if found:
            text, kinds = found
            quote = report.words(place, "comment")
            more = ("comment",) if quote else ()
            yield report.item(place, text, *kinds, *more, quote=quote)


def _win(report: Report, place: Place) -> tuple[str, tuple[str, ...]] | None:
    state, name = report.team.states[place], report.name(place)
    if achieved_now(report, place) and not _is_doubtful(report, place):
        key = "win.achieved.eased" if Code.TARGET_EASED in state.codes else "win.achieved"
        return report.say(key, name=name), ("value", "target", "progress")
    if Code.BLOCKED in state.codes or _is_doubtful(report, place):
        return None
    if recovered(report, place):
        text = report.say("win.recovered", name=name, shown=report.shown(state.shown))
        return text, ("shown", "shown_before")
    rise = state.progress_change
    if rise is None or rise < report.team.limits.win_rise:
        return None
    told = report.percent(state.progress)
    text = report.say("win.risen", name=name, points=points(rise), progress=told)
    return text, ("progress", "progress_before", "progress_change")


def _is_doubtful(report: Report, place: Place) -> bool:
    """Whether the last value is asked about rather than believed."""
    seen = report.team.seen[place]
    valued = seen.valued
    return any(point is valued[-1] for point, _ in odd_points(seen.goal, valued, seen.limits))


def commitments(report: Report) -> Iterator[Item]:
    """Block 13: what became of last week's promises, then those for the next."""
    found = [
        (kind.rstrip("0123456789"), kind, place, promise)
        for place, seen in report.team.seen.items()
        if report.team.states[place].shown is not Shown.CLOSED
        for kind, promise in promises_of(seen)
    ]
    order = ("kept", "broken", "open", "next")
    for what, kind, place, promise in sorted(found, key=lambda one: order.index(one[0])):
        text = report.say(f"promise.{what}", name=report.name(place, most=24), day=promise.day)
        quote = quoted(promise.text, report.team.limits.most_quote)
        yield report.item(place, text, kind, quote=quote)


def health(report: Report) -> Iterator[Item]:
    """Block 14: the maintained metrics, red or green outside the objectives' progress."""
    for place, state in report.team.states.items():
        if state.kind is KeyResultKind.MAINTAIN:
            well = state.in_band
            key = "health.none" if well is None else f"health.{str(well).lower()}"
            band = report.band(report.team.seen[place].goal.band, state)
            value = report.value(state.value, state)
            text = report.say(key, name=report.name(place), value=value, band=band)
            yield report.item(place, text, "value", "band_min", "band_max", "shown")


def scope_changes(report: Report) -> Iterator[Item]:
    """Block 15: what of a key result was changed in this cycle, with the stated reason."""
    found = [
        (change.date, place, number, change)
        for place, changes in report.team.log.changes.items()
        for number, change in enumerate(changes)
        if change.date <= report.team.as_of
    ]
    for _, place, index, change in sorted(found, key=lambda one: one[:3]):
        yield _scope_change(report, place, index, change)


def _scope_change(report: Report, place: Place, index: int, change: Change) -> Item:
    eased = report.team.seen[place].goal.eased is change
    reason = report.words(place, f"change{index}_reason")
    key = ("change.eased" if eased else "change") + ("" if reason else ".silent")
    text = report.say(
        key,
        day=change.date,
        name=report.name(place),
        field=report.say(f"field.{change.field}"),
        old=_told(report, place, change, change.old),
        new=_told(report, place, change, change.new),
    )
    kinds = [f"change{index}_{part}" for part in ("date", "field", "old", "new", "reason")]
    codes = [Code.TARGET_EASED] if eased else []
    return report.item(place, text, *kinds, quote=reason, codes=codes)


def _told(report: Report, place: Place, change: Change, value: float | str | None) -> str:
    if value is None:
        return report.say("unknown")
    if isinstance(value, str):
        return quoted(value, 60) or report.say("unknown")
    measured = change.field in (ChangedField.TARGET, ChangedField.BASELINE)
    return report.value(value, report.team.states[place]) if measured else number(value)
