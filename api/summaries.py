"""`POST /v1/summaries`: a cycle in, the week's summary out."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from api.documentation import problems
from api.languages import wanted
from api.order import Job, Order, Output, Reply
from api.parameters import LONGEST_SHOWN
from api.service import service_of, while_wanted
from api.weekly import MEDIA_TYPES, SummaryFormat
from assistant.checkins.files.loading import FIRST_DAY, LAST_DAY
from assistant.errors import UsageError
from assistant.messages import WriteIn
from assistant.models.suggestion import ModelUse
from assistant.models.summary import Summary

router = APIRouter(prefix="/v1", tags=["check-ins"])

EXAMPLE = {
    "set": {
        "team": "Parcel returns",
        "cycle": {"name": "2026-Q1"},
        "objectives": [
            {
                "objective": "Sending a parcel back is no chore for anyone",
                "key_results": [
                    {"text": "Refunded within 3 days", "baseline": 54, "target": 90, "unit": "%"}
                ],
            }
        ],
    },
    "as_of": "2026-02-06",
    "checkins": [
        {"date": "2026-02-06", "objective": 0, "key_result": 0, "value": 61, "confidence": 6}
    ],
}
CHOICES = {
    "lang": tuple(WriteIn),
    "format": tuple(SummaryFormat),
    "llm": tuple(ModelUse),
    "as_of": ("a day as YYYY-MM-DD",),
}


class SummaryQuery(BaseModel):
    """What a caller can ask for beside the cycle."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lang: WriteIn = Field(WriteIn.AUTO, description="Of the statements; `auto`: the set's own.")
    as_of: date | None = Field(
        None, ge=FIRST_DAY, le=LAST_DAY, description="The last day that counts."
    )
    format: SummaryFormat = Field(SummaryFormat.JSON, description="The summary, or a report.")
    llm: ModelUse = Field(ModelUse.AUTO, description="Whether a language model opens it.")


PARAMETERS: list[dict[str, Any]] = [
    {"name": "lang", "in": "query", "schema": {"type": "string", "enum": list(WriteIn)}},
    {"name": "as_of", "in": "query", "schema": {"type": "string", "format": "date"}},
    {"name": "format", "in": "query", "schema": {"type": "string", "enum": list(SummaryFormat)}},
    {"name": "llm", "in": "query", "schema": {"type": "string", "enum": list(ModelUse)}},
]
BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {"$ref": "#/components/schemas/CycleRecord"},
            "examples": {"cycle": {"summary": "A cycle with one check-in", "value": EXAMPLE}},
        }
    },
}
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The arithmetic, the blocks, the facts under them; or a report.",
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/Summary"}},
            MEDIA_TYPES[SummaryFormat.MARKDOWN]: {"schema": {"type": "string"}},
            MEDIA_TYPES[SummaryFormat.HTML]: {"schema": {"type": "string"}},
            MEDIA_TYPES[SummaryFormat.DOCX]: {"schema": {"type": "string", "format": "binary"}},
        },
    },
    **problems(400, 401, 403, 413, 415, 422, 503),
}


@router.post(
    "/summaries",
    summary="Sum up the week of a cycle",
    openapi_extra={"parameters": PARAMETERS, "requestBody": BODY},
    responses=ANSWERS,
    response_class=Response,
)
async def summaries(request: Request) -> Response:
    """Sixteen blocks, each statement with the facts that it rests on, and the arithmetic."""
    query = read_query(request)
    order = Order(
        output=Output.SUMMARY,
        messages=query.lang.language,
        told_in=wanted(request),
        as_of=query.as_of,
        summary_format=query.format,
    )
    service = service_of(request)
    asked = service.writer.wanted(query.llm)
    job = Job(order, await request.body())
    reply = await (opened if asked else service.reply)(job, request)
    return Response(reply.body, reply.status, media_type=reply.media_type)


async def opened(job: Job, request: Request) -> Reply:
    """The reply to a job about a week, with the opening that a model writes of it."""
    service = service_of(request)
    plain = job.order.model_copy(
        update={"output": Output.SUMMARY, "summary_format": SummaryFormat.JSON}
    )
    reply = await service.reply(Job(plain, job.data), request)
    if reply.status != 200:
        return await service.reply(job, request)
    made = await asyncio.to_thread(Summary.model_validate_json, reply.body)
    written = await while_wanted(service.writer.open_week(made), request)
    more = {"written": written, "as_of": made.header.cutoff}
    return await service.reply(Job(job.order.model_copy(update=more), job.data), request)


def read_query(request: Request) -> SummaryQuery:
    """The parameters of a request.

    Raises:
        UsageError: Naming the parameter, and what it takes.
    """
    try:
        return SummaryQuery.model_validate(dict(request.query_params))
    except ValidationError as error:
        found = error.errors()[0]
        field = str(found["loc"][0])[:LONGEST_SHOWN]
        if found["type"] == "extra_forbidden":
            known = ", ".join(SummaryQuery.model_fields)
            raise UsageError("unknown_parameter", field=field, choices=known) from error
        choices = ", ".join(CHOICES[field])
        raise UsageError("bad_parameter", field=field, choices=choices) from error
