"""A week's summary as the bytes of an answer, whether in the service itself or in a worker."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from assistant.checkins import calendar
from assistant.checkins.files.loading import needs_a_cycle, read_cycle
from assistant.checkins.languages import language_of_week
from assistant.checkins.summary.composing import summarise
from assistant.checkins.thresholds import load_thresholds
from assistant.models import Language
from assistant.models.cycle import CycleRecord
from assistant.models.summary import Summary
from assistant.models.written import Written
from assistant.rendering.summaries import mail
from assistant.rendering.summaries.outline import outline
from assistant.settings import Settings


class SummaryFormat(StrEnum):
    """What a summary can be answered as."""

    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"


MEDIA_TYPES = {
    SummaryFormat.JSON: "application/json",
    SummaryFormat.MARKDOWN: "text/markdown; charset=utf-8",
    SummaryFormat.HTML: "text/html; charset=utf-8",
    SummaryFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def summary_of(
    data: bytes,
    settings: Settings,
    *,
    as_of: date | None,
    language: Language | None,
    written: Written | None = None,
) -> Summary:
    """The summary of a cycle in JSON.

    Args:
        data: The cycle.
        settings: Limits, and where the thresholds are.
        as_of: The last day that counts; None for what the cycle says, else today.
        language: Of the statements; None for the set's own.
        written: What a model wrote of the same week.

    Raises:
        UnreadableInput: `no_weeks`, and what `read_cycle` raises.
    """
    made, record = week_of(
        data, "cycle.json", settings, as_of=as_of, language=language, written=written
    )
    needs_a_cycle(record, "cycle.json")
    return made


def week_of(
    data: bytes,
    name: str | None,
    settings: Settings,
    *,
    as_of: date | None,
    language: Language | None,
    written: Written | None = None,
) -> tuple[Summary, CycleRecord]:
    """The summary of a cycle of any format, and the cycle as it was read."""
    reading = read_cycle(data, name=name, settings=settings)
    told_in = language or language_of_week(reading.record.set)
    made = summarise(
        reading.record,
        as_of=as_of or reading.record.as_of or calendar.today(),
        limits=load_thresholds(settings.thresholds_file),
        language=told_in,
        told=reading.told(told_in),
        written=written,
    )
    return made, reading.record


def written(summary: Summary, form: SummaryFormat) -> bytes:
    """A summary in a format."""
    if form is SummaryFormat.MARKDOWN:
        return summary.markdown.encode()
    if form is SummaryFormat.HTML:
        return mail.report(outline(summary)).encode()
    if form is SummaryFormat.DOCX:
        from assistant.rendering.summaries import document  # loads a library of its own

        return document.report(outline(summary))
    return summary.model_dump_json().encode()
