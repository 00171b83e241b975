"""The page of weekly check-ins: a cycle's week, and a message read and added to it.

The cycle travels with the form, there and back: nothing is stored here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Literal

from fastapi import APIRouter, Request, Response

from api.cycle_form import CycleForm, day_of, read_form, started
from api.entry import NOTHING, choices, entered
from api.languages import wanted
from api.markup import ours
from api.message import confirmation, days_told, doubts_told, kept
from api.order import HTML, Job, Order, Output, Reply
from api.pages import LANGUAGES, page
from api.panel import render_problem
from api.putting_right import UNTOUCHED
from api.sample_cycles import sample_cycle
from api.service import Served, Service
from api.summaries import opened
from api.week import with_entries
from api.weekly import SummaryFormat
from assistant.errors import CoachError, UsageError
from assistant.messages import say
from assistant.models.cycle import CheckIn, Status
from assistant.problems import problem_of

router = APIRouter(include_in_schema=False)

ENDINGS = {
    SummaryFormat.MARKDOWN: "md",
    SummaryFormat.HTML: "html",
    SummaryFormat.DOCX: "docx",
    SummaryFormat.JSON: "json",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the page beside the form, as HTML, and the status of the answer."""

    week: str = ""
    read: str = ""
    entry: str = ""
    days: str = ""
    notice: str = ""
    asked: Sequence[str] = ()
    places: Sequence[tuple[str, str]] = ()
    dated: bool = True
    status: int = 200


@router.get("/checkins")
async def show(request: Request, service: Served) -> Response:
    """The page: empty, or with a sample."""
    chosen = request.query_params.get("sample")
    form = CycleForm(sample_cycle(chosen)) if chosen else CycleForm()
    return await _answer(request, service, form, Shown())


@router.post("/checkins")
async def show_week(request: Request, service: Served) -> Response:
    """The week of the cycle that was sent."""
    form = await read_form(request, service.settings)
    if form.upload is None and not form.cycle.strip():
        language = wanted(request)
        told = render_problem(problem_of(UsageError("nothing_to_show"), language), language)
        return _page(request, service, form, Shown(told, status=400))
    if form.upload is None:
        return await _answer(request, service, form, Shown())
    name, data = form.upload
    order = Order(output=Output.CYCLE, name=name, told_in=wanted(request))
    reply = await service.reply(Job(order, data), request)
    if reply.status != 200:
        return _page(request, service, form, Shown(reply.body.decode(), status=reply.status))
    return await _answer(request, service, replace(form, cycle=reply.body.decode()), Shown())


@router.post("/checkins/start")
async def start(request: Request, service: Served) -> Response:
    """The draft that was sent as a cycle between the two days of the form."""
    form = await read_form(request, service.settings)
    try:
        cycle = await asyncio.to_thread(started, form, service.settings)
    except CoachError as error:
        told = render_problem(problem_of(error, wanted(request)), wanted(request))
        return await _answer(request, service, form, Shown(days=told))
    return await _answer(request, service, replace(form, cycle=cycle), Shown())


@router.post("/checkins/read")
async def read_message(request: Request, service: Served) -> Response:
    """The message as it was read, for confirmation."""
    form = await read_form(request, service.settings)
    typed = replace(form.confirmed, keep=frozenset())
    read = await _shown_again(request, service, replace(form, confirmed=typed))
    return await _answer(request, service, form, Shown(read=read))


async def _shown_again(request: Request, service: Service, form: CycleForm) -> str:
    """The message as it was read, with what was typed over it; or what is wrong with it."""
    language, settings = wanted(request), service.settings
    try:
        sent = form.cycle, form.message, form.written_on, language, settings, form.confirmed
        return await asyncio.to_thread(confirmation, *sent)
    except CoachError as error:
        return render_problem(problem_of(error, language), language)


@router.post("/checkins/add")
async def add(request: Request, service: Served) -> Response:
    """The cycle with the check-ins that were confirmed."""
    form = await read_form(request, service.settings)

    def confirmed() -> list[CheckIn]:
        day, settings = form.written_on, service.settings
        entries = kept(form.cycle, form.message, day, form.author, form.confirmed, settings)
        if not entries:
            raise UsageError("says_nothing")
        return entries

    return await _added(request, service, form, confirmed, "message")


@router.post("/checkins/enter")
async def enter(request: Request, service: Served) -> Response:
    """The cycle with the check-in that was typed into the fields."""
    form = await read_form(request, service.settings)

    def typed() -> list[CheckIn]:
        settings = service.settings
        return [entered(form.cycle, form.entry, form.written_on, form.author, settings)]

    return await _added(request, service, form, typed, "entry")


async def _added(
    request: Request,
    service: Service,
    form: CycleForm,
    make: Callable[[], list[CheckIn]],
    field: Literal["message", "entry"],
) -> Response:
    """The page with what was added, its field empty again; or with what is wrong, beside it."""
    language = wanted(request)
    try:
        entries = await asyncio.to_thread(make)
        cycle = await asyncio.to_thread(with_entries, form.cycle, entries, service.settings)
    except CoachError as error:
        told = render_problem(problem_of(error, language), language)
        if field == "entry":
            return await _answer(request, service, form, Shown(entry=told))
        again = await _shown_again(request, service, form)
        return await _answer(request, service, form, Shown(read=told + again))
    filled = replace(form, cycle=cycle, as_of=_later(form))
    filled = replace(filled, entry=NOTHING) if field == "entry" else replace(filled, message="")
    notice = say("web", "checkins.added", language, count=len(entries))
    days = days_told(cycle, entries, language, service.settings)
    asked = doubts_told(form.cycle, entries, language, service.settings)
    shown = Shown(notice=f"{notice} {days}".strip(), asked=asked)
    return await _answer(request, service, filled, shown)


def _later(form: CycleForm) -> str:
    """The last day that counts, so that the check-ins of the message do."""
    as_of = day_of(form.as_of, "as_of")
    return "" if as_of is None else max(as_of, form.written_on).isoformat()


@router.post("/checkins/cycle")
async def download_cycle(request: Request, service: Served) -> Response:
    """The cycle as a file."""
    form = await read_form(request, service.settings)
    return _file(Reply(200, "application/json", form.cycle.encode()), "CYCLE.json")


@router.post("/checkins/summary/{form}")
async def download_summary(form: SummaryFormat, request: Request, service: Served) -> Response:
    """The week's summary as a file."""
    sent = await read_form(request, service.settings)
    reply = await _done(sent.job(request, Output.SUMMARY, form), sent, request, service)
    if reply.status != 200:  # tell it on the page
        return await _answer(request, service, sent, Shown())
    return _file(reply, f"okr-week.{ENDINGS[form]}")


async def _done(job: Job, form: CycleForm, request: Request, service: Service) -> Reply:
    """The reply to a job about a week, opened by a model where that was asked for."""
    if form.by_model and service.writer.usable:
        return await opened(job, request)
    return await service.reply(job, request)


def _file(reply: Reply, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(reply.body, media_type=reply.media_type, headers=headers)


async def _answer(request: Request, service: Service, form: CycleForm, shown: Shown) -> Response:
    """The page with the week of its cycle, where it has one."""
    if not form.cycle.strip():
        return _page(request, service, form, shown)
    with suppress(CoachError):  # told with the week
        offered = await asyncio.to_thread(choices, form.cycle, service.settings)
        day = form.day or form.as_of or (offered.as_of.isoformat() if offered.as_of else "")
        form, shown = (
            replace(form, day=day),
            replace(shown, places=offered.places, dated=offered.dated),
        )
    if form.message.strip() and form.confirmed != UNTOUCHED and not shown.read:
        shown = replace(shown, read=await _shown_again(request, service, form))
    try:
        job = form.job(request, Output.WEEK, SummaryFormat.HTML)
    except UsageError as error:
        told = render_problem(problem_of(error, wanted(request)), wanted(request))
        return _page(request, service, form, replace(shown, week=told, status=400))
    reply = await _done(job, form, request, service)
    week = reply.body.decode()
    if not reply.media_type.startswith(HTML):
        week = f'<p class="problem-text">{say("web", "http.500", wanted(request))}</p>'
    return _page(request, service, form, replace(shown, week=week, status=reply.status))


def _page(request: Request, service: Service, form: CycleForm, shown: Shown) -> Response:
    return page(
        "checkins.html",
        request,
        service,
        shown.status,
        form=form,
        # Made of templates of ours, escaped there.
        week=ours(shown.week),
        read=ours(shown.read),
        entry=ours(shown.entry),
        days=ours(shown.days),
        places=shown.places,
        dated=shown.dated,
        statuses=[status.value for status in Status],
        notice=shown.notice,
        asked=shown.asked,
        whole=bool(shown.week) and shown.status == 200,
        endings=ENDINGS,
        samples=LANGUAGES,
        model=service.writer.usable,
    )
