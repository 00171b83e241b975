"""What a key result is shown as: closed, silent, or the worse of what is said and computed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from assistant.models.cycle import Status
from assistant.models.summary import KeyResultState, Shown
from assistant.models.thresholds import Thresholds

_BY_STATUS = list(Status)
# From the weakest on: an objective is shown as its weakest key result.
WEAKEST = (
    Shown.OFF_TRACK,
    Shown.STALLED,
    Shown.OUTDATED,
    Shown.AT_RISK,
    Shown.UNKNOWN,
    Shown.ON_TRACK,
    Shown.CLOSED,
)
SILENT = frozenset((Shown.STALLED, Shown.OUTDATED))


def due_on(last: date | None, start: date | None, limits: Thresholds) -> date | None:
    """When the next check-in is due: a week after the last one, else after the cycle's start."""
    since = last or start
    return since + timedelta(days=limits.cadence_days) if since else None


def silence(last: date | None, start: date | None, as_of: date, limits: Thresholds) -> Shown | None:
    """Stalled or outdated, when nobody has said anything for too long."""
    since, due = last or start, due_on(last, start, limits)
    if since is None or due is None:
        return None
    if (as_of - since).days > limits.stalled_days:
        return Shown.STALLED
    return Shown.OUTDATED if as_of > due + timedelta(days=limits.grace_days) else None


def worst(statuses: Iterable[Status | None]) -> Status | None:
    """The worst of those that are known."""
    known = [status for status in statuses if status is not None]
    return max(known, key=_BY_STATUS.index, default=None)


def shown(
    *, closed: bool, silent: Shown | None, said: Status | None, computed: Status | None
) -> Shown:
    """Closed before stalled before outdated before the worse of what is said and computed."""
    if closed:
        return Shown.CLOSED
    if silent:
        return silent
    status = worst((said, computed))
    return Shown(status.value) if status else Shown.UNKNOWN


def is_stated(state: KeyResultState) -> bool:
    """Whether a status stands on what was said alone, the numbers being better or unknown."""
    if state.reported in (None, Status.ON_TRACK) or state.shown is Shown.CLOSED:
        return False
    computed = Status.OFF_TRACK if state.in_band is False else state.pace
    return computed is None or _BY_STATUS.index(state.reported) > _BY_STATUS.index(computed)


def weakest(states: Iterable[Shown]) -> Shown:
    """The weakest of some key results; unknown when there are none."""
    return min(states, key=WEAKEST.index, default=Shown.UNKNOWN)
