"""Blocks 10 to 15: what people said, in their own words, and what was changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.checkins.arithmetic.carrying import Ending, Thread, blocker_of, open_threads, settled
from assistant.checkins.arithmetic.goal import Place
from assistant.checkins.arithmetic.promises import Became, is_overdue, promises_of
from assistant.checkins.summary.movement import achieved_now, recovered
from assistant.checkins.summary.report import Report
from assistant.checkins.summary.since import rise, value_since
from assistant.checkins.wording import number, points, quoted
from assistant.models import KeyResultKind
from assistant.models.cycle import Change, ChangedField
from assistant.models.summary import Code, Item, Shown

# What is told beside a blocker that was said in the same check-in.
_DETAILS = (
    ("next", "next_action"),
    ("due", "next_action_due"),
    ("due", "ask_due"),
    ("due", "blocker_due"),
    ("ask", "ask"),
)


def blockers(report: Report) -> Iterator[Item]:
    """Block 10: the blocker as it was said, since when, who takes it on, what is next."""
    for place, state in report.team.states.items():
        if state.shown is Shown.CLOSED:
            continue
        blocker = blocker_of(report.team.seen[place])
        if blocker is not None:
            yield _blocked(report, place, blocker)
        yield from _settled(report, place, "blocker")


def _blocked(report: Report, place: Place, blocker: Thread) -> Item:
    parts = [report.say(f"blocked.{_spoken(report, place, blocker)}", **_days(blocker))]
    owner = report.words(place, "blocker_owner")
    if owner is not None:
        parts.append(report.say("blocked.owner", owner=owner))
    kinds = [kind for key, kind in _DETAILS if _of_day(report, place, kind, blocker.day)]
    for key, kind in _DETAILS:
        if kind in kinds:
            told = report.words(place, kind)
            late = key == "due" and str(told) < str(report.team.as_of)
            parts.append(
                report.say("blocked.late" if late else f"blocked.{key}", words=told, due=told)
            )
    if blocker.heard is not None:
        parts.append(report.say("heard", words=report.words(place, "blocker_heard")))
    text = report.say("blocked", name=report.name(place), parts=report.say("clause").join(parts))
    of = ("blocker", "blocker_since", "blocker_owner", "blocker_heard", "last", *kinds)
    words = report.words(place, "blocker")
    return report.item(place, text, *of, quote=words, codes=[Code.BLOCKED])


def _days(thread: Thread) -> dict[str, object]:
    return {"since": thread.since, "day": thread.day, "due": thread.due}


def _spoken(report: Report, place: Place, thread: Thread) -> str:
    """Whether something was said in the last check-in, there again, or not any more since."""
    last = report.team.states[place].last
    if thread.day != last:
        return "heard" if thread.heard else "open"
    return "again" if thread.since != thread.day else "since"


def _of_day(report: Report, place: Place, kind: str, day: date) -> bool:
    """Whether a fact was said on the day of another."""
    return any(report.table.day(one) == day for one in report.table.ids(place, kind))


def _settled(report: Report, place: Place, of: str) -> Iterator[Item]:
    """What was said within the week to be over: of blockers, or of asks."""
    for index, one in enumerate(settled(report.team.seen[place], of), start=1):
        kind = f"settled_{of}{index}"
        quote = report.words(place, f"{kind}_heard") or report.words(place, kind)
        key = f"settled.{of}.written" if one.heard else f"settled.{of}"
        text = report.say(key, name=report.name(place), day=one.since, ended=one.ended)
        yield report.item(place, text, kind, f"{kind}_told", f"{kind}_heard", quote=quote)


def asks(report: Report) -> Iterator[Item]:
    """Block 11: what is asked of the manager or of others, as it was said, until it is settled."""
    for place, state in report.team.states.items():
        if state.shown is Shown.CLOSED:
            continue
        for asked in open_threads(report.team.seen[place]):
            if asked.kind == "ask":
                yield _asked(report, place, asked)
        yield from _settled(report, place, "ask")


def _asked(report: Report, place: Place, asked: Thread) -> Item:
    late = is_overdue(asked, report.team.as_of)
    key = "late" if late else _spoken(report, place, asked)
    name, heard = report.name(place, owned=True), report.words(place, "ask_heard")
    text = report.say(f"ask.{key}", name=name, words=heard, **_days(asked))
    kinds = ("ask", "ask_since", "ask_due", "ask_heard", "last")
    return report.item(place, text, *kinds, quote=report.words(place, "ask"))


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
    if achieved_now(report, place):
        key = "win.achieved.eased" if Code.TARGET_EASED in state.codes else "win.achieved"
        return report.say(key, name=name), ("value", "target", "progress")
    if _names_blocker(report, place):
        return None
    if recovered(report, place):
        text = report.say("win.recovered", name=name, shown=report.shown(state.shown))
        return text, ("shown", "shown_before")
    return _risen(report, place)


def _risen(report: Report, place: Place) -> tuple[str, tuple[str, ...]] | None:
    """A good rise, as the headline counts it, and since which day."""
    by = rise(report.team, place)
    if by is None or by < report.team.limits.win_rise:
        return None
    told = {"points": points(by), "since": value_since(report.team.seen[place])}
    progress = report.percent(report.team.states[place].progress)
    text = report.say("win.risen", name=report.name(place), progress=progress, **told)
    kinds = ("progress", "progress_before", "progress_since", "progress_change", "progress_rise")
    return text, kinds


def _names_blocker(report: Report, place: Place) -> bool:
    """Whether the last check-in says that something is in the way."""
    blocker = blocker_of(report.team.seen[place])
    return blocker is not None and blocker.day == report.team.states[place].last


def commitments(report: Report) -> Iterator[Item]:
    """Block 13: what became of what was promised, then what is still to come."""
    found = [
        (became, place, kind, promise)
        for place, seen in report.team.seen.items()
        if report.team.states[place].shown is not Shown.CLOSED
        for kind, became, promise in promises_of(seen)
    ]
    for became, place, kind, promise in sorted(found, key=lambda one: list(Became).index(one[0])):
        parts = report.say("clause").join(_became(report, place, kind, became, promise))
        text = report.say("promise", name=report.name(place, most=24), parts=parts)
        kinds = (
            kind,
            *(f"{kind}_{part}" for part in ("since", "due", "first_due", "told", "heard")),
        )
        yield report.item(place, text, *kinds, quote=report.words(place, kind))


def _became(
    report: Report, place: Place, kind: str, became: Became, promise: Thread
) -> Iterator[str]:
    """What is said of a promise: when it was made, for when, and what was said of it since."""
    if became in (Became.KEPT, Became.BROKEN):
        day = promise.ended or promise.missed
        yield report.say(f"promise.{became}", day=day)
        return
    late = "promise.late" if became is Became.OVERDUE else "promise.dated"
    yield report.say(late if promise.due else "promise.made", **_days(promise))
    if promise.since != promise.day:
        yield report.say("promise.since", since=promise.since)
    if promise.first_due != promise.due:
        yield report.say("promise.moved", due=promise.first_due)
    heard = report.words(place, f"{kind}_heard")
    if heard is not None:
        yield report.say("heard", words=heard)
    elif promise.ending is Ending.REPLACED:
        yield report.say("promise.replaced", ended=promise.ended)
    else:
        yield report.say("promise.next" if became is Became.NEXT else "promise.open")


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
    unknown = report.say("unknown")
    if value is None:
        return unknown
    if change.field in (ChangedField.TARGET, ChangedField.BASELINE):
        return report.typed(value, place, 60)
    return number(value) if not isinstance(value, str) else quoted(value, 60) or unknown
