"""Results that a cycle cannot read: what is done in it shows in them only afterwards."""

from __future__ import annotations

from assistant.guides.forms import Form
from assistant.guides.statements import AREA
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters
from assistant.models.knowledge import Role

QUARTER = 91  # days: a cycle of which none are known
MONTH, LONGEST_IN_DAYS = 30.4, 100  # longer times are told in months


def is_read_later(form: Form, parameters: GuideParameters) -> bool:
    """Whether less than half of what a cycle does can stand in a result at its end."""
    if form.known_after is None or form.role is not Role.LAGGING:
        return False
    return 2 * form.known_after > _days(parameters)


def told_time(form: Form, language: Language) -> str:
    """How long it takes, in days or months."""
    days = form.known_after or 0
    if days <= LONGEST_IN_DAYS:
        return say(AREA, "form.days", language, count=days)
    return say(AREA, "form.months", language, count=round(days / MONTH))


def timing_of(form: Form, parameters: GuideParameters) -> str:
    """What a form does in its set, and that it is read later."""
    timing = say(AREA, f"form.{form.role}", parameters.language)
    if not is_read_later(form, parameters):
        return timing
    return say(AREA, "form.later", parameters.language, timing=timing)


def _days(parameters: GuideParameters) -> int:
    if parameters.start is None or parameters.end is None:
        return QUARTER
    return (parameters.end - parameters.start).days + 1
