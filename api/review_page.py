"""The page of a review: suggestions beside the draft, taken, edited, and handed on."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from typing import TypeVar

from fastapi import APIRouter, Request, Response
from pydantic import TypeAdapter, ValidationError
from starlette.datastructures import FormData

from api.forms import MOST_REVIEW_FIELDS, Asked, DraftForm, draft_form_of, read_fields, text_of
from api.markup import ours
from api.order import Job, Output, Reply
from api.pages import page
from api.reading import Reading
from api.service import Served, Service
from api.streaming import Streamed
from api.suggested import Cards, set_html
from api.writer import ANSWERS
from assistant.coaching.retelling import Turn, first_told
from assistant.errors import UnreadableInput, UsageError
from assistant.models import Answer
from assistant.models.decision import Decision
from assistant.models.suggestion import Suggestion
from assistant.rendering.sets.writers import ENDINGS, SetFormat

router = APIRouter(include_in_schema=False)

TURN: TypeAdapter[Turn] = TypeAdapter(Turn)
DECISIONS: TypeAdapter[tuple[Decision, ...]] = TypeAdapter(tuple[Decision, ...])
ANSWER_FIELD = "answer:"
_T = TypeVar("_T")


@router.get("/review")
async def show(request: Request, service: Served) -> Response:
    """The page without a draft; the script brings the one that the browser keeps."""
    return _page(request, service, DraftForm("", Asked.first(service.settings)))


@router.post("/review")
async def review(request: Request, service: Served) -> Response:
    """The page with the suggestions of the rules, for a browser that runs no script too."""
    fields = await read_fields(request, service.settings, MOST_REVIEW_FIELDS)
    form = await draft_form_of(fields, service.settings)
    if (reading := form.reading(request)) is not None:
        read = await service.reply(reading, request)
        if read.status == 200:
            text = Reading.model_validate_json(read.body).text
            form = DraftForm(text, form.asked)
    if not form.text.strip():
        return _page(request, service, form)
    given = {
        name.removeprefix(ANSWER_FIELD): text
        for name, text in fields.items()
        if name.startswith(ANSWER_FIELD) and isinstance(text, str) and text.strip()
    }
    reply = await service.reply(_suggestions(form, request, given), request)
    done = await service.reply(_job(form, request, Output.FINISHED), request)
    return _page(request, service, form, _html_of(reply), done.body.decode(), given)


@router.post("/ui/review/events")
async def events(request: Request, service: Served) -> Response:
    """A line an event: the cards by the rules, each card of a model, each set as it ends."""
    fields = await read_fields(request, service.settings, MOST_REVIEW_FIELDS)
    form = await draft_form_of(fields, service.settings)
    reply = await service.reply(_suggestions(form, request, {}), request)
    return Streamed(_told(reply, form, service), service.settings.max_seconds)


@router.post("/ui/review/card")
async def go_on(request: Request, service: Served) -> Response:
    """A card after its author chose, answered or edited."""
    fields = await read_fields(request, service.settings, MOST_REVIEW_FIELDS)
    form = await draft_form_of(fields, service.settings)
    turn = _read(TURN, text_of(fields, "turn"), "turn")
    job = _job(form, request, Output.CARD, turn=turn)
    return _send(await service.reply(job, request))


@router.post("/ui/review/finished")
async def show_finished(request: Request, service: Served) -> Response:
    """The finished set with what was decided."""
    fields = await read_fields(request, service.settings, MOST_REVIEW_FIELDS)
    form = await draft_form_of(fields, service.settings)
    job = _job(form, request, Output.FINISHED, decisions=_decisions(fields))
    return _send(await service.reply(job, request))


@router.post("/ui/review/export")
async def download(request: Request, service: Served) -> Response:
    """The finished set as a file."""
    asked = request.query_params.get("format", "")
    form_wanted = next((one for one in SetFormat if one == asked), None)
    if form_wanted is None:
        raise UsageError("bad_parameter", field="format", choices=", ".join(SetFormat))
    fields = await read_fields(request, service.settings, MOST_REVIEW_FIELDS)
    form = await draft_form_of(fields, service.settings)
    job = _job(form, request, Output.EXPORT, decisions=_decisions(fields), set_format=form_wanted)
    response = _send(await service.reply(job, request))
    if response.status_code == 200:
        name = f"okr.{ENDINGS[form_wanted]}"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(
    request: Request,
    service: Service,
    form: DraftForm,
    panel: str = "",
    finished: str = "",
    given: Mapping[str, str] | None = None,
) -> Response:
    return page(
        "review.html",
        request,
        service,
        text=form.text,
        asked=form.asked,
        model=service.writer.usable,
        given=given or {},
        # Both come from templates of ours, escaped there.
        panel=ours(panel),
        finished=ours(finished),
    )


def _job(form: DraftForm, request: Request, output: Output, **more: object) -> Job:
    job = form.check(output, request)
    return Job(job.order.model_copy(update=more), job.data)


def _suggestions(form: DraftForm, request: Request, given: dict[str, str]) -> Job:
    return _job(form, request, Output.SUGGESTIONS, review=True, given=given)


def _html_of(reply: Reply) -> str:
    if reply.status != 200:
        return reply.body.decode()
    html: str = json.loads(reply.body)["html"]
    return html


def _decisions(fields: FormData) -> tuple[Decision, ...]:
    return _read(DECISIONS, text_of(fields, "decisions") or "[]", "decisions")


def _read(shape: TypeAdapter[_T], text: str, field: str) -> _T:
    """What the script sends beside the draft.

    Raises:
        UnreadableInput: `bad_json`, where it is something else.
    """
    try:
        return shape.validate_json(text)
    except ValidationError as error:
        raise UnreadableInput("bad_json", field=field) from error


async def _told(reply: Reply, form: DraftForm, service: Service) -> AsyncIterator[bytes]:
    if reply.status != 200:
        yield _line("problem", html=reply.body.decode())
        return
    told = json.loads(reply.body)
    yield _line("rules", html=told["html"], waits=service.writer.usable)
    if not service.writer.usable:
        return
    answers = ANSWERS.validate_python(told["answers"])
    checker = service.desk.checker(form.asked.profile, form.asked.pack or None)
    async for event in service.writer.events(answers, {}, checker):
        number = event.get("set", 0)
        language = answers[number].message_language
        if event["event"] == "suggestion":
            suggestion = Suggestion.model_validate(event["suggestion"])
            cards = Cards(language, service.library)
            html = cards.html(first_told(suggestion, number, language))
            yield _line("suggestion", set=number, html=html)
        elif event["event"] == "done":
            answer = Answer.model_validate(event["answer"])
            html = set_html(answer, number, len(answers), service.library)
            yield _line("done", set=number, html=html)


def _line(event: str, **facts: object) -> bytes:
    return json.dumps({"event": event, **facts}).encode() + b"\n"


def _send(reply: Reply) -> Response:
    return Response(reply.body, reply.status, media_type=reply.media_type)
