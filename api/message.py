"""A message about key results on the page: how it was read, and the check-ins out of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from api.templating import render
from assistant.checkins.files.doubts import doubts, with_doubts
from assistant.checkins.files.loading import read_cycle
from assistant.checkins.files.misdated import ELSEWHERE, misdated
from assistant.checkins.reading import read_message
from assistant.checkins.reading.keeping import as_checkins
from assistant.checkins.thresholds import load_thresholds
from assistant.models import Language
from assistant.models.cycle import CheckIn, CycleRecord
from assistant.models.reading import Reading
from assistant.rendering.readings import heading, reason, rows
from assistant.settings import Settings


def confirmation(
    cycle: str, message: str, day: date, language: Language, settings: Settings
) -> str:
    """What was read off a message as HTML: each field with the words that it came from."""
    record, found = _read(cycle, message, day, settings)
    limits = load_thresholds(settings.thresholds_file)
    reading, okr_set = with_doubts(found, record, limits, language), record.set
    items = [
        (number, heading(item, okr_set), list(rows(item, language)))
        for number, item in enumerate(reading.items)
    ]
    unjoined = [(reason(one, language), one.text) for one in reading.unjoined]
    entries = as_checkins(found, record)
    days = misdated(record, entries, language, ahead_of_us=ELSEWHERE, before_kept=True)
    asked = [*reading.asked, *days]
    return render("checkins_read.html", language, items=items, unjoined=unjoined, asked=asked)


def kept(
    cycle: str,
    message: str,
    day: date,
    author: str,
    keep: Collection[str],
    settings: Settings,
) -> list[CheckIn]:
    """The check-ins of a message that were confirmed, by their numbers.

    The message is read anew: what is kept is what it says, not what a form claims it says.
    """
    record, reading = _read(cycle, message, day, settings)
    items = [item for number, item in enumerate(reading.items) if str(number) in keep]
    confirmed = reading.model_copy(update={"items": items})
    return as_checkins(confirmed, record, author or None)


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
