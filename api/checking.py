"""`POST /v1/check`: drafts in, answers out."""

from __future__ import annotations

from codecs import BOM_UTF8

from fastapi import APIRouter, Request, Response

from api.bounds import NDJSON
from api.documentation import CHECK_BODY, CHECK_RESPONSES
from api.languages import wanted
from api.order import Job, Order, Output
from api.parameters import CheckQuery, described, read_query
from api.service import service_of
from api.streaming import Streamed, answer_lines
from assistant.parsing import Format

router = APIRouter(prefix="/v1", tags=["check"])

OFFICE = "application/vnd.openxmlformats-officedocument."
FORMATS = {
    "application/json": Format.JSON,
    "text/markdown": Format.MARKDOWN,
    "text/csv": Format.CSV,
    "application/yaml": Format.YAML,
    "application/x-yaml": Format.YAML,
    "text/yaml": Format.YAML,
    f"{OFFICE}spreadsheetml.sheet": Format.XLSX,
    f"{OFFICE}wordprocessingml.document": Format.DOCX,
}
"""What a media type says for sure; any other draft is recognised by its name and content."""


@router.post(
    "/check",
    summary="Check drafted OKRs",
    openapi_extra={"parameters": described(CheckQuery), "requestBody": CHECK_BODY},
    responses=CHECK_RESPONSES,
    response_class=Response,
)
async def check(request: Request) -> Response:
    """Facts, findings with the words they are about, and the score.

    One set as JSON gives one answer. Text, files and several sets give a list. A stream of sets
    (`application/x-ndjson`, one a line) gives a stream of answers in the same order; a line that
    cannot be read gives an error object and stops nothing.
    """
    return await answer(request, order_of(read_query(request, CheckQuery), request))


async def answer(request: Request, order: Order) -> Response:
    """The answer to a request for a check or a review by the rules."""
    service = service_of(request)
    if is_stream(request):
        service.desk.checker(order.profile, order.pack)  # a wrong name is told before it begins
        return Streamed(answer_lines(request, service, order), service.settings.max_seconds)
    data = await request.body()
    one = is_one_set(data, request)
    reply = await service.reply(Job(order.model_copy(update={"one": one}), data), request)
    return Response(reply.body, reply.status, media_type=reply.media_type)


def is_stream(request: Request) -> bool:
    """Whether the body is a set a line."""
    return _media_type(request) == NDJSON


def is_one_set(data: bytes, request: Request) -> bool:
    """Whether the body is one set as JSON, whose answer is no list."""
    start = data.removeprefix(BOM_UTF8).lstrip()[:1]
    return _media_type(request) == "application/json" and start == b"{"


def order_of(query: CheckQuery, request: Request, *, review: bool = False) -> Order:
    """What is wanted of a draft."""
    return Order(
        review=review,
        output=Output(query.format),
        name=query.name,
        form=query.input_format or FORMATS.get(_media_type(request)),
        profile=query.profile,
        pack=query.pack,
        final=query.final,
        messages=query.lang.language,
        told_in=wanted(request),
    )


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()
