"""`POST /v1/review`: drafts in, answers with suggestions out."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request, Response

from api.checking import answer, is_one_set, is_stream, order_of
from api.documentation import CHECK_RESPONSES, REVIEW_BODY
from api.envelope import answered
from api.order import JSON, MARKDOWN, Job, Order, Output, Reply
from api.parameters import ReviewQuery, described, read_query
from api.service import Service, service_of
from api.streaming import Streamed, answer_lines
from api.writer import ANSWERS, Event
from assistant.coaching.check import Checker
from assistant.models import Answer
from assistant.rendering.review_markdown import review_report

router = APIRouter(prefix="/v1", tags=["review"])


@router.post(
    "/review",
    summary="Review drafted OKRs",
    openapi_extra={"parameters": described(ReviewQuery), "requestBody": REVIEW_BODY},
    responses=CHECK_RESPONSES,
    response_class=Response,
)
async def review(request: Request) -> Response:
    """What a check gives, with a better line for each that needs one, and examples that fit.

    The body is that of a check, or `{"set": ..., "answers": {"<question id>": "31"}}`: what was
    asked in an earlier answer is put in and checked again. Nothing is kept between two calls.
    """
    service = service_of(request)
    query = read_query(request, ReviewQuery)
    order = order_of(query, request, review=True)
    if not service.writer.wanted(query.llm):
        return await answer(request, order)
    if is_stream(request):
        return Streamed(_lines(request, service, order), service.settings.max_seconds)
    data = await request.body()
    reply = await _by_rules(data, order, request)
    if reply.status != 200:
        return Response(reply.body, reply.status, media_type=reply.media_type)
    given = answered(data)[1]
    made = await service.writer.improve_all(_answers(reply), given, _checker(service, order))
    return _written(made, order, one=is_one_set(data, request))


@router.post(
    "/review/events",
    summary="Review drafted OKRs, as it comes about",
    openapi_extra={"parameters": described(ReviewQuery), "requestBody": REVIEW_BODY},
    responses=CHECK_RESPONSES,
    response_class=Response,
)
async def events(request: Request) -> Response:
    """One event a line: the review by the rules, each suggestion of a model, the review as it ends.

    `{"event": "rules", "answer": ...}`, `{"event": "suggestion", "set": 0, "suggestion": ...}`,
    `{"event": "done", "answer": ...}`; where no model writes, the rules' review is followed by
    `done` at once.
    """
    service = service_of(request)
    query = read_query(request, ReviewQuery)
    order = order_of(query, request, review=True)
    data = await request.body()
    reply = await _by_rules(data, order, request)
    if reply.status != 200:
        return Response(reply.body, reply.status, media_type=reply.media_type)
    answers = _answers(reply)
    if service.writer.wanted(query.llm):
        given, checker = answered(data)[1], _checker(service, order)
        told = service.writer.events(answers, given, checker)
    else:
        told = _at_once(answers)
    return Streamed(_told(told), service.settings.max_seconds)


async def _by_rules(data: bytes, order: Order, request: Request) -> Reply:
    plain = order.model_copy(update={"output": Output.JSON, "one": False})
    return await service_of(request).reply(Job(plain, data), request)


def _answers(reply: Reply) -> list[Answer]:
    return ANSWERS.validate_json(reply.body)


def _checker(service: Service, order: Order) -> Checker:
    return service.desk.checker(order.profile, order.pack)


def _written(answers: list[Answer], order: Order, *, one: bool) -> Response:
    if order.output is Output.MARKDOWN:
        shown = (review_report(each, each.message_language) for each in answers)
        return Response("\n".join(shown), media_type=MARKDOWN)
    if one:
        return Response(answers[0].model_dump_json(), media_type=JSON)
    return Response(ANSWERS.dump_json(answers), media_type=JSON)


async def _lines(request: Request, service: Service, order: Order) -> AsyncIterator[bytes]:
    """Answers to a stream of sets, each with what the model adds; errors stay as they are."""
    checker = _checker(service, order)
    async for batch in answer_lines(request, service, order):
        for line in batch.splitlines():
            if b'"error"' in line[:12]:
                yield line + b"\n"
                continue
            [made] = await service.writer.improve_all(
                [Answer.model_validate_json(line)], {}, checker
            )
            yield made.model_dump_json().encode() + b"\n"


async def _at_once(answers: list[Answer]) -> AsyncIterator[Event]:
    for name in ("rules", "done"):
        for number, each in enumerate(answers):
            yield {"event": name, "set": number, "answer": each.model_dump(mode="json")}


async def _told(events: AsyncIterator[Event]) -> AsyncIterator[bytes]:
    async for event in events:
        yield json.dumps(event, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
