"""A message about key results on the page: how it was read, and the check-ins out of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from api.putting_right import Confirmed, editable, put_right
from api.templating import render
from assistant.checkins.files.doubts import doubts, with_doubts
from assistant.checkins.files.loading import read_cycle
from assistant.checkins.files.misdated import ELSEWHERE, misdated
from assistant.checkins.reading import read_message
from assistant.checkins.reading.keeping import as_checkins
from assistant.checkins.thresholds import load_thresholds
from assistant.models import Language
from assistant.models.cycle import CheckIn, CycleRecord, Status
from assistant.models.reading import Reading
from assistant.rendering.readings import heading, reason
from assistant.settings import Settings


def confirmation(
    cycle: str,
    message: str,
    day: date,
    language: Language,
    settings: Settings,
    confirmed: Confirmed,
) -> str:
    """What was read off a message as HTML: each field, to be put right, with its words.

    `confirmed` is what was ticked and typed over when the page was sent.
    """
    record, found = _read(cycle, message, day, settings)
    limits = load_thresholds(settings.thresholds_file)
    reading, okr_set = with_doubts(found, record, limits, language), record.set
    items = [
        (number, heading(item, okr_set), editable(item, confirmed.fixes, language))
        for number, item in enumerate(reading.items)
    ]
    ticked = confirmed.keep or {str(n) for n, one in enumerate(reading.items) if one.quotes}
    unjoined = [(reason(one, language), one.text) for one in reading.unjoined]
    entries = as_checkins(found, record)
    days = misdated(record, entries, language, ahead_of_us=ELSEWHERE, before_kept=True)
    asked = [*reading.asked, *days]
    told = {"items": items, "ticked": ticked, "unjoined": unjoined, "asked": asked}
    return render("checkins_read.html", language, statuses=list(Status), **told)


def kept(
    cycle: str,
    message: str,
    day: date,
    author: str,
    confirmed: Confirmed,
    settings: Settings,
) -> list[CheckIn]:
    """The check-ins of a message that were confirmed, by their numbers.

    The message is read anew: what is kept is what it says, not what a form claims it says, and
    what somebody typed over it.

    Raises:
        UsageError: If what was typed can be no such field.
    """
    record, reading = _read(cycle, message, day, settings)
    items = [one for number, one in enumerate(reading.items) if str(number) in confirmed.keep]
    chosen = reading.model_copy(update={"items": items})
    entries = as_checkins(chosen, record, author or None)
    return put_right(chosen, entries, confirmed.fixes, author, settings.max_line_chars)


def days_told(
    cycle: str, entries: Collection[CheckIn], language: Language, settings: Settings
) -> str:
    """What to know of the days of check-ins that were added; empty where nothing is."""
    record = read_cycle(cycle.encode("utf-8", "replace"), name=None, settings=settings).record
    return " ".join(misdated(record, entries, language, ahead_of_us=ELSEWHERE))


def doubts_told(
    cycle: str, entries: Sequence[CheckIn], language: Language, settings: Settings
) -> list[str]:
    """What has to be asked of check-ins that were added to a cycle, beside what it held before."""
    record = read_cycle(cycle.encode("utf-8", "replace"), name=None, settings=settings).record
    limits = load_thresholds(settings.thresholds_file)
    return list(doubts(record, entries, limits, language))


def _read(cycle: str, message: str, day: date, settings: Settings) -> tuple[CycleRecord, Reading]:
    record = read_cycle(cycle.encode("utf-8", "replace"), name=None, settings=settings).record
    return record, read_message(message, record.set, day)
