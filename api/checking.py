"""`POST /v1/check`: drafts in, answers out."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.bounds import NDJSON
from api.documentation import CHECK_BODY, CHECK_RESPONSES
from api.languages import wanted
from api.parameters import (
    FileName,
    Final,
    InputFormat,
    Lang,
    LangOf,
    Pack,
    Profile,
    Report,
    ReportFormat,
)
from api.service import Served
from api.streaming import Streamed, answer_lines
from api.work import Job, Order, Output
from assistant.parsing import Format

router = APIRouter(prefix="/v1", tags=["check"])

FORMATS = {
    "application/json": Format.JSON,
    "text/markdown": Format.MARKDOWN,
    "text/csv": Format.CSV,
    "application/yaml": Format.YAML,
    "application/x-yaml": Format.YAML,
    "text/yaml": Format.YAML,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Format.XLSX,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Format.DOCX,
}
"""What a media type says for sure; any other draft is recognised by its name and content."""


@router.post(
    "/check",
    summary="Check drafted OKRs",
    openapi_extra={"requestBody": CHECK_BODY},
    responses=CHECK_RESPONSES,
    response_class=Response,
)
async def check(
    request: Request,
    service: Served,
    profile: Profile = None,
    pack: Pack = None,
    final: Final = False,
    lang: LangOf = Lang.AUTO,
    input_format: InputFormat = None,
    name: FileName = None,
    report: Report = ReportFormat.JSON,
) -> Response:
    """Facts, findings with the words they are about, and the score.

    One set as JSON gives one answer. Text, files and several sets give a list. A stream of sets
    (`application/x-ndjson`, one a line) gives a stream of answers in the same order; a line that
    cannot be read gives an error object and stops nothing.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    order = Order(
        output=Output(report),
        name=name,
        form=input_format or FORMATS.get(media_type),
        profile=profile,
        pack=pack,
        final=final,
        messages=lang.language,
        told_in=wanted(request),
    )
    if media_type == NDJSON:
        service.desk.checker(profile, pack)  # a wrong name is told before the stream begins
        return Streamed(answer_lines(request, service, order), service.settings.max_seconds)
    data = await request.body()
    one = media_type == "application/json" and data.lstrip()[:1] == b"{"
    reply = await service.reply(Job(order.model_copy(update={"one": one}), data), request)
    return Response(reply.body, reply.status, media_type=reply.media_type)
