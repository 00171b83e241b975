"""One statement of what needs attention: where a key result stands, and why it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.checkins.arithmetic.forecast import may_reach
from assistant.checkins.arithmetic.goal import Place
from assistant.checkins.arithmetic.seen import doubted_last
from assistant.checkins.arithmetic.status import is_stated
from assistant.checkins.arithmetic.urgency import low_weight, stated_weight, weight_of
from assistant.checkins.summary.report import Report
from assistant.checkins.wording import clip, number, points
from assistant.models import KeyResultKind
from assistant.models.summary import Code, Item, KeyResultState

# The facts behind a reason, besides those that every item of attention rests on.
_BEHIND = {
    Code.STALE: ("last", "days_since"),
    Code.CONF_DROP: ("confidence", "confidence_before", "confidence_change"),
    Code.CONF_LOW: ("confidence", "confidence_before"),
    Code.UNMOVED: ("unmoved_since", "unmoved_weeks"),
    Code.TREND_DOWN: ("forecast", "forecast_progress"),
    Code.BLOCKED: ("blocker",),
    Code.TARGET_EASED: ("eased", "target_old"),
}

# What a gap in points, or the silence that is shown, says already.
_REPEATED = (Code.PACE_GAP, Code.STALE)


_LONGEST_AUTHOR = 24


@dataclass(frozen=True, slots=True)
class Tightness:
    """How short the opening has to be: what of a text, how many reasons and names are told.

    A text is held to so many characters of Chinese, or to as many words. Where it is lean, what
    follows from the figures beside it is left out: the progress that a gap is counted from, and the
    reasons that only repeat the gap or the silence.
    """

    text: int
    reasons: int
    names: int
    lean: bool = False


# Tried one after the other until the opening is short enough.
TIGHTENING = (
    Tightness(36, 9, 8),
    Tightness(24, 6, 6),
    Tightness(14, 4, 4),
    Tightness(14, 4, 4, lean=True),
    Tightness(10, 3, 3, lean=True),
    Tightness(6, 3, 2, lean=True),
    Tightness(6, 2, 2, lean=True),
    Tightness(0, 2, 2, lean=True),
    Tightness(0, 1, 1, lean=True),
)


def attention(report: Report, place: Place, tight: Tightness) -> Item:
    """Where a key result stands, what it is shown as, and the reasons."""
    state = report.team.states[place]
    codes = sorted(state.codes, key=list(Code).index)
    reasons = _reasons(report, state, codes, tight)
    text = report.say(
        "attention" if reasons else "attention.bare",
        name=report.name(place, most=tight.text, owned=True),
        parts=report.say("clause").join(_parts(report, place, state, tight)),
        shown=_capital(report.status(state)),
        reasons=report.say("comma").join(reasons),
    )
    kinds: tuple[str, ...] = (
        "baseline",
        "value",
        "target",
        "band_min",
        "band_max",
        "progress",
        "expected",
        "gap",
    )
    why = (kind for code in codes for kind in _BEHIND.get(code, ()))
    kinds += ("shown", "judged", "reported", "reported_by", "pace", "confidence", "doubted")
    return report.item(place, text, *kinds, *why, codes=codes)


def _reasons(
    report: Report, state: KeyResultState, codes: list[Code], tight: Tightness
) -> list[str]:
    """The weightiest reasons that have room, in their order."""
    lean = [code for code in codes if code not in _REPEATED]
    found = list(_found(report, state, lean if tight.lean else codes, tight))
    found = found or list(_found(report, state, codes, tight))
    numbered = sorted(enumerate(found), key=lambda one: one[1][0], reverse=True)[: tight.reasons]
    return [text for _, (_, text) in sorted(numbered)]


def _found(
    report: Report, state: KeyResultState, codes: list[Code], tight: Tightness
) -> Iterator[tuple[float, str]]:
    """The reasons with their weights, in the order in which they are told."""
    if is_stated(state):
        yield stated_weight(), _stated(report, state)
    for code in Code:
        if code in codes:
            yield weight_of(code), _reason(report, state, code, tight)
        elif code is Code.CONF_LOW and state.confidence_low and code not in state.codes:
            yield low_weight(), _dated(report, state, "code.low", state.confidence_on)


def _stated(report: Report, state: KeyResultState) -> str:
    """That the status is what was said, not what the numbers say; by whom, else on which day."""
    if state.reported_by is None:
        return report.say("code.stated.day", day=state.reported_on)
    author = clip(state.reported_by, _LONGEST_AUTHOR)
    return _dated(report, state, "code.stated", state.reported_on, author=author)


def _dated(
    report: Report, state: KeyResultState, key: str, day: date | None, **told: object
) -> str:
    """A reason, with its day where that is not of this week."""
    told["confidence"] = number(state.confidence or 0)
    if day is None or (report.team.as_of - day).days < report.team.limits.cadence_days:
        return report.say(key, **told)
    return report.say(f"{key}.since", day=day, **told)


def _reason(report: Report, state: KeyResultState, code: Code, tight: Tightness) -> str:
    """A reason in words; of an eased target also what it was, where there is room."""
    if code in (Code.CONF_DROP, Code.CONF_LOW):
        return _dated(report, state, f"code.{code}", state.confidence_on)
    if code is Code.TREND_DOWN and may_reach(state):
        return report.say("code.TREND_DOWN.open")
    place = (state.objective, state.key_result)
    old = report.table.ids(place, "target_old")
    if code is not Code.TARGET_EASED or tight.lean or not old:
        return report.say(f"code.{code}")
    told = report.typed(report.table.value(old[0]), place, 24)
    return report.say("code.eased", old=told)


def _parts(report: Report, place: Place, state: KeyResultState, tight: Tightness) -> list[str]:
    return [*_known_parts(report, place, state, tight), *_in_doubt(report, place)]


def _in_doubt(report: Report, place: Place) -> list[str]:
    """The last value that was told, where it does not count."""
    point = doubted_last(report.team.seen[place])
    if point is None:
        return []
    value = report.value(point.doubted, report.team.states[place])
    return [report.say("in_doubt", value=value)]


def _known_parts(
    report: Report, place: Place, state: KeyResultState, tight: Tightness
) -> list[str]:
    if state.kind is KeyResultKind.MAINTAIN:
        band = report.band(report.team.seen[place].goal.band, state)
        return [report.say("way.band", value=report.value(state.value, state), band=band)]
    way = [_way(report, state)] if state.target is not None else []
    behind = state.gap is not None and round(state.gap * 100) > 0
    gap = [report.say("gap", points=points(state.gap or 0))] if behind else []
    return [*way, _progress(report, state, lean=tight.lean and behind), *gap]


def _progress(report: Report, state: KeyResultState, *, lean: bool) -> str:
    """How far it has come and should have come; lean: the second, where the gap tells the first."""
    if state.progress is None:
        return report.say("progress.unknown")
    told = {"progress": report.percent(state.progress), "expected": report.percent(state.expected)}
    if state.expected is None:
        return report.say("progress", **told)
    return report.say("expected" if lean else "progress.expected", **told)


def _way(report: Report, state: KeyResultState) -> str:
    """Baseline, value and target; the unit stands at the last of them alone."""
    unknown = report.say("unknown")
    told = [unknown if v is None else number(v) for v in (state.baseline, state.value)]
    return report.say(
        "way", baseline=told[0], value=told[1], target=report.value(state.target, state)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
