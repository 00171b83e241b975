"""The reason codes of a key result: one function a code, as a manager would ask the question.

The codes and their bounds are those of `docs/check-in-arithmetic.md`; TREND_DOWN and UNMOVED look
at the owner's plan besides (docs/decisions/006).
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.checkins.arithmetic.carrying import blocker_of
from assistant.checkins.arithmetic.confidence import dropped, fell_low
from assistant.checkins.arithmetic.pace import STEADY, asked_by, late_low
from assistant.checkins.arithmetic.seen import Seen, confidences
from assistant.checkins.arithmetic.status import SILENT
from assistant.models import KeyResultKind, ObjectiveKind
from assistant.models.summary import Code, KeyResultState, Shown

# What no time can mend: told of a key result that is closed, too.
_LASTING = (Code.WENT_BACK, Code.TARGET_EASED)


def codes_of(seen: Seen, state: KeyResultState) -> list[Code]:
    """The codes that hold of a key result, in their order; fewer once it is closed."""
    asked = _LASTING if state.shown is Shown.CLOSED else tuple(_HOLDS)
    return [code for code in asked if _HOLDS[code](seen, state)]


def _has_gap(seen: Seen, state: KeyResultState) -> bool:
    return state.gap is not None and state.gap > seen.limits.on_track_gap + STEADY


def _is_late_and_low(seen: Seen, state: KeyResultState) -> bool:
    elapsed = seen.days.elapsed(seen.as_of)
    return state.pace is not None and late_low(elapsed, state.progress, seen.limits)


def _is_trending_down(seen: Seen, state: KeyResultState) -> bool:
    """The line through the check-ins ends too low, and neither end nor plan speaks against it."""
    limits = seen.limits
    aspires = seen.aspires is ObjectiveKind.ASPIRATIONAL
    least = limits.trend_aspirational if aspires else limits.trend_others
    if state.forecast is None or state.forecast.progress >= least - STEADY:
        return False
    return not _has_arrived(seen, state, least) and not _keeps_to_plan(seen, state)


def _has_arrived(seen: Seen, state: KeyResultState, least: float) -> bool:
    """Whether the end is reached and not being lost again, whatever the line says."""
    last = [point.progress for point in seen.valued if point.progress is not None][-2:]
    there = state.progress is not None and state.progress >= least
    return there and last == sorted(last)


def _keeps_to_plan(seen: Seen, state: KeyResultState) -> bool:
    """Whether the owner's plan or stages, which need not be a straight line, are kept to."""
    asked = asked_by(seen.goal.source, seen.days, seen.as_of)
    return asked is not None and state.gap is not None and state.gap <= 0


def _went_back(seen: Seen, state: KeyResultState) -> bool:
    return state.progress is not None and state.progress < 0


def _lacks_baseline(seen: Seen, state: KeyResultState) -> bool:
    return seen.goal.kind is KeyResultKind.METRIC and seen.goal.baseline is None


_HOLDS: dict[Code, Callable[[Seen, KeyResultState], bool]] = {
    Code.PACE_GAP: _has_gap,
    Code.LATE_LOW: _is_late_and_low,
    Code.STALE: lambda seen, state: state.shown in SILENT,
    Code.CONF_DROP: lambda seen, state: dropped(confidences(seen), seen.limits),
    Code.CONF_LOW: lambda seen, state: fell_low(confidences(seen), seen.limits),
    Code.DIVERGENT: lambda seen, state: state.divergent,
    Code.UNMOVED: lambda seen, state: state.unmoved,
    Code.TREND_DOWN: _is_trending_down,
    Code.WENT_BACK: _went_back,
    Code.TARGET_EASED: lambda seen, state: seen.goal.eased is not None,
    Code.NO_BASELINE: _lacks_baseline,
    Code.NO_OWNER: lambda seen, state: seen.goal.owner is None,
    Code.BLOCKED: lambda seen, state: blocker_of(seen) is not None,
}
