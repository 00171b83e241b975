"""What the form of the check-ins page carries, and a draft that becomes a cycle by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fastapi import Request
from starlette.datastructures import FormData

from api.entry import NOTHING, PREFIX
from api.forms import read_fields, text_of, upload_of
from api.languages import wanted
from api.order import Job, Order, Output
from api.putting_right import UNTOUCHED, Confirmed, confirmed_in
from api.weekly import SummaryFormat
from assistant.checkins import calendar
from assistant.checkins.files.loading import day_that_counts, read_cycle
from assistant.checkins.files.starting import begun, document
from assistant.errors import UsageError
from assistant.settings import Settings

MOST_FIELDS = 2_000  # a check-in that was read has a mark, and each field as read and as typed
LONGEST_AUTHOR = 80


@dataclass(frozen=True, slots=True)
class CycleForm:
    """What the page's form carries."""

    cycle: str = ""
    as_of: str = ""
    message: str = ""
    day: str = ""
    start: str = ""
    end: str = ""
    author: str = ""
    by_model: bool = False
    confirmed: Confirmed = UNTOUCHED
    entry: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    upload: tuple[str, bytes] | None = None

    def job(self, request: Request, output: Output, form: SummaryFormat) -> Job:
        """The work on the cycle."""
        language = wanted(request)
        order = Order(
            output=output,
            messages=language,
            told_in=language,
            as_of=day_of(self.as_of, "as_of"),
            summary_format=form,
        )
        return Job(order, self.cycle.encode("utf-8", "replace"))

    @property
    def written_on(self) -> date:
        """The day of the message: what the form says, else the last day that counts."""
        return day_of(self.day, "day") or day_of(self.as_of, "as_of") or calendar.today()


async def read_form(request: Request, settings: Settings) -> CycleForm:
    """The fields of the form as they were sent."""
    form = await read_fields(request, settings, MOST_FIELDS)
    try:
        return await _form_of(form)
    finally:
        await form.close()


async def _form_of(form: FormData) -> CycleForm:
    return CycleForm(
        # Forms carry every line end as CR LF, whatever was typed.
        cycle=text_of(form, "cycle").replace("\r\n", "\n"),
        as_of=text_of(form, "as_of").strip(),
        message=text_of(form, "message").replace("\r\n", "\n"),
        day=text_of(form, "day").strip(),
        start=text_of(form, "start").strip(),
        end=text_of(form, "end").strip(),
        author=text_of(form, "author").strip()[:LONGEST_AUTHOR],
        by_model=text_of(form, "llm") == "on",
        confirmed=confirmed_in(form),
        entry={name: text_of(form, f"{PREFIX}{name}").strip() for name in NOTHING},
        upload=await upload_of(form),
    )


def day_of(text: str, name: str) -> date | None:
    """A day as the form sends it; none where it is empty.

    Raises:
        UsageError: If it is no day.
    """
    if not text:
        return None
    day = day_that_counts(text)
    if day is None:
        raise UsageError("bad_parameter", field=name, choices="YYYY-MM-DD")
    return day


def started(form: CycleForm, settings: Settings) -> str:
    """The draft of the form as the file of a cycle between its two days.

    Raises:
        UsageError: `bad_parameter`, where a day is missing or the last is not after the first.
        UnreadableInput: If it is no draft.
    """
    first, last = day_of(form.start, "start"), day_of(form.end, "end")
    if first is None:
        raise UsageError("bad_parameter", field="start", choices="YYYY-MM-DD")
    if last is None or last <= first:
        raise UsageError("bad_parameter", field="end", choices=f"> {first}")
    reading = read_cycle(form.cycle.encode("utf-8", "replace"), name=None, settings=settings)
    return document(begun(reading.record, first, last, None))
