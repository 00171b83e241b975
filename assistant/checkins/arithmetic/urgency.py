"""Which key results need a manager's attention, and in which order they are told."""

from __future__ import annotations

from functools import cache
from typing import Any

from assistant.checkins.arithmetic.status import SILENT
from assistant.models.summary import Code, KeyResultState, Shown
from assistant.own_data import load

_ALARMING = frozenset((Shown.OFF_TRACK, Shown.AT_RISK, *SILENT))


@cache
def _ordering() -> dict[str, Any]:
    loaded: dict[str, Any] = load("assistant.checkins.arithmetic", "ordering.yml")
    return loaded


def alarming(state: KeyResultState) -> bool:
    """Whether a manager must look at a key result; one that lacks an owner alone is noted."""
    if state.shown is Shown.CLOSED:
        return False
    blind = state.shown is Shown.UNKNOWN and Code.NO_BASELINE in state.codes
    told = any(code in _ordering()["alarming"] for code in state.codes)
    return state.shown in _ALARMING or told or state.confidence_low or blind


def urgency(state: KeyResultState) -> tuple[float, float]:
    """The order in which key results are told: by what weighs on them, then by their gap."""
    return -_weight(state), -(state.gap if state.gap is not None else 0.0)


def weight_of(code: Code) -> float:
    """How much a reason weighs."""
    return float(_ordering()["codes"].get(code, 0))


def low_weight() -> float:
    """How much a confidence weighs that is low, whenever it became so."""
    return float(_ordering()["low_confidence"])


def stated_weight() -> float:
    """How much it weighs among the reasons that a status was stated; it adds to no urgency."""
    return float(_ordering()["stated"])


def _weight(state: KeyResultState) -> float:
    silent = state.shown in SILENT and state.judged is not None
    judged = _ordering()["judged"].get(state.judged, 0) if silent else 0
    low = low_weight() if state.confidence_low else 0
    reasons = sum(weight_of(code) for code in state.codes)
    return float(_ordering()["shown"][state.shown]) + judged + low + reasons
