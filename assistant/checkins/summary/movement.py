"""Blocks 5 to 9: what moved, what is silent, what does not fit, where it leads."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checkins.arithmetic.confidence import run_of
from assistant.checkins.arithmetic.forecast import may_reach
from assistant.checkins.arithmetic.goal import Place
from assistant.checkins.arithmetic.seen import confidences
from assistant.checkins.arithmetic.status import SILENT
from assistant.checkins.arithmetic.team import label
from assistant.checkins.summary.gathering import run_kinds
from assistant.checkins.summary.report import Report
from assistant.checkins.wording import listing, number
from assistant.models import KeyResultKind
from assistant.models.cycle import Status
from assistant.models.summary import Code, Item, KeyResultState, Shown

_ORDER = (Shown.ON_TRACK, Shown.AT_RISK, Shown.OFF_TRACK)
_MOST_NAMES = 12


def achieved_now(report: Report, place: Place) -> bool:
    """Whether a key result has reached its target within the last week."""
    now, before = report.team.states[place].progress, report.team.earlier[place].progress
    return now is not None and now >= 1 and not (before is not None and before >= 1)


def recovered(report: Report, place: Place) -> bool:
    """Whether a key result is on track that was at risk or off track a week ago."""
    now, before = report.team.states[place].shown, report.team.earlier[place].shown
    return now is Shown.ON_TRACK and before in (Shown.AT_RISK, Shown.OFF_TRACK)


def _worse(now: Shown, before: Shown) -> bool:
    if now not in (Shown.AT_RISK, Shown.OFF_TRACK):
        return False
    return before not in _ORDER or _ORDER.index(now) > _ORDER.index(before)


def state_changes(report: Report) -> Iterator[Item]:
    """Block 5: newly at risk, recovered, achieved."""
    for place, state in report.team.states.items():
        before = report.team.earlier[place].shown
        told = {"shown": report.shown(state.shown), "before": report.shown(before)}
        kinds = ("shown", "shown_before")
        if achieved_now(report, place):
            yield _achieved(report, place, state)
        elif recovered(report, place):
            text = report.say("state.recovered", name=report.name(place), **told)
            yield report.item(place, text, *kinds)
        elif _worse(state.shown, before):
            text = report.say("state.risk", name=report.name(place), **told)
            yield report.item(place, text, *kinds, codes=state.codes)


def _achieved(report: Report, place: Place, state: KeyResultState) -> Item:
    key = "state.achieved" if state.target is not None else "state.achieved.bare"
    key = "state.achieved.eased" if Code.TARGET_EASED in state.codes else key
    value = report.value(state.value, state)
    text = report.say(key, name=report.name(place), value=value)
    return report.item(place, text, "value", "target", "progress", "progress_before")


def confidence_drops(report: Report) -> Iterator[Item]:
    """Block 6: from, to, and the reason that was stated with it, if one was."""
    for place, state in report.team.states.items():
        codes = [code for code in (Code.CONF_DROP, Code.CONF_LOW) if code in state.codes]
        if not codes:
            continue
        seen = report.team.seen[place]
        run = run_of(confidences(seen), seen.limits)
        reason = report.words(place, "confidence_reason")
        text = report.say(
            "drop" if reason else "drop.silent",
            name=report.name(place),
            before=report.say("arrow").join(number(one) for one in run[:-1]),
            confidence=number(state.confidence or 0),
            day=state.confidence_on,
        )
        kinds = ("confidence_before", "confidence", "confidence_reason", *run_kinds(seen))
        yield report.item(place, text, *kinds, quote=reason, codes=codes)


def silent_ones(report: Report) -> Iterator[Item]:
    """Block 7: days since the last check-in."""
    for place, state in report.team.states.items():
        if state.shown in SILENT:
            key = "stale.never" if state.last is None else "stale"
            facts = {"last": state.last, "days": state.days_since}
            text = report.say(key, name=report.name(place), **facts)
            yield report.item(place, text, "last", "days_since", "shown", codes=[Code.STALE])


def contradictions(report: Report) -> Iterator[Item]:
    """Block 8: said otherwise than computed, unmoved for weeks, gone back, or not to be judged."""
    for place, state in report.team.states.items():
        if state.shown is not Shown.CLOSED:
            yield from _diverging(report, place, state)
        yield from _unjudged(report, place, state)


def _diverging(report: Report, place: Place, state: KeyResultState) -> Iterator[Item]:
    if state.divergent and state.in_band is False:
        yield _out_of_band(report, place, state)
    elif state.divergent and state.pace is Status.OFF_TRACK:
        yield _off_pace(report, place, state)
    if state.unmoved:
        yield _unmoved(report, place, state)


def _unjudged(report: Report, place: Place, state: KeyResultState) -> Iterator[Item]:
    if Code.WENT_BACK in state.codes:
        values = {n: report.value(getattr(state, n), state) for n in ("value", "baseline")}
        text = report.say("went_back", name=report.name(place), **values)
        yield report.item(place, text, "value", "baseline", "progress", codes=[Code.WENT_BACK])
    for code in (Code.NO_BASELINE, Code.NO_OWNER):
        if code in state.codes:
            text = report.say(f"lacks.{code}", name=report.name(place))
            yield report.item(place, text, codes=[code])


def _out_of_band(report: Report, place: Place, state: KeyResultState) -> Item:
    band = report.band(report.team.seen[place].goal.band, state)
    value = report.value(state.value, state)
    text = report.say("divergent.band", name=report.name(place), value=value, band=band)
    kinds = ("reported", "value", "band_min", "band_max")
    return report.item(place, text, *kinds, codes=[Code.DIVERGENT])


def _off_pace(report: Report, place: Place, state: KeyResultState) -> Item:
    text = report.say(
        "divergent.pace",
        name=report.name(place),
        pace=report.shown(Shown.OFF_TRACK),
        progress=report.percent(state.progress),
        expected=report.percent(state.expected),
    )
    kinds = ("reported", "pace", "progress", "expected", "gap")
    return report.item(place, text, *kinds, codes=[Code.DIVERGENT])


def _unmoved(report: Report, place: Place, state: KeyResultState) -> Item:
    since, weeks = report.words(place, "unmoved_since"), report.words(place, "unmoved_weeks")
    key = "divergent.unmoved" if state.divergent else "unmoved"
    text = report.say(key, name=report.name(place), weeks=weeks, since=since)
    codes = [Code.UNMOVED, *([Code.DIVERGENT] if state.divergent else [])]
    return report.item(place, text, "unmoved_since", "unmoved_weeks", "reported", codes=codes)


def forecasts(report: Report) -> Iterator[Item]:
    """Block 9: where the trend ends; those with too few points are named in one item."""
    few = []
    for place, state in report.team.states.items():
        if state.forecast is not None:
            yield _forecast(report, place, state)
        elif _could_be_forecast(report, place, state):
            few.append(place)
    if few:
        names = listing(map(label, few), report.language, _MOST_NAMES)
        item = report.item(None, report.say("forecast.few", names=names))
        item.facts = [fact for place in few for fact in report.table.ids(place, "text", "last")]
        yield item


def _could_be_forecast(report: Report, place: Place, state: KeyResultState) -> bool:
    paced = state.kind in (KeyResultKind.METRIC, KeyResultKind.MILESTONE)
    judged = state.progress is not None or not report.team.seen[place].valued
    there = Code.NO_BASELINE in state.codes or report.team.seen[place].goal.without_way
    return (
        paced
        and judged
        and not there
        and state.shown is not Shown.CLOSED
        and report.team.days.end is not None
    )


def _forecast(report: Report, place: Place, state: KeyResultState) -> Item:
    found = state.forecast
    assert found is not None  # noqa: S101 - asked before
    short = Code.TREND_DOWN in state.codes
    values = {name: report.value(getattr(found, name), state) for name in ("value", "low", "high")}
    text = report.say(
        _forecast_key(state, short=short),
        name=report.name(place),
        progress=report.percent(found.progress),
        points=found.points,
        surely=report.percent(report.team.limits.forecast_interval),
        **values,
    )
    kinds = [f"forecast{part}" for part in ("", "_low", "_high", "_progress", "_points")]
    codes = [Code.TREND_DOWN] if short else []
    item = report.item(place, text, *kinds, "target", codes=codes)
    item.facts += report.table.ids(None, "forecast_interval")
    return item


def _forecast_key(state: KeyResultState, *, short: bool) -> str:
    if not short:
        return "forecast"
    return "forecast.open" if may_reach(state) else "forecast.short"
