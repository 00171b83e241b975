"""What a key result is shown as, in words."""

from __future__ import annotations

from assistant.messages import say
from assistant.models import Language
from assistant.models.cycle import Status
from assistant.models.summary import KeyResultState, Shown

AREA = "checkins"
_SILENT = (Shown.STALLED, Shown.OUTDATED)


def status_told(state: KeyResultState, language: Language) -> str:
    """The status; silence does not hide that a key result is off its way by all that is known."""
    told = say(AREA, f"shown.{state.shown}", language)
    if state.shown not in _SILENT or state.judged in (None, Status.ON_TRACK):
        return told
    judged = say(AREA, f"shown.{state.judged}", language)
    return say(AREA, "shown.silent", language, shown=told, judged=judged)
