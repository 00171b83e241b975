"""`POST /v1/export`: a draft in one form in, the same sets in another out."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.checking import order_of
from api.documentation import CHECK_BODY, problems
from api.order import Job, Output
from api.parameters import CheckQuery, described, read_query
from api.service import service_of
from assistant.messages import WriteIn
from assistant.parsing import Format
from assistant.rendering.sets.writers import ENDINGS, MEDIA_TYPES, SetFormat

router = APIRouter(prefix="/v1", tags=["export"])


class ExportQuery(BaseModel):
    """What a caller wants of an export."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: SetFormat = Field(SetFormat.DOCX, description="Of the file.")
    lang: WriteIn = Field(WriteIn.AUTO, description="Of the labels; `auto`: the draft's own.")
    input_format: Format | None = Field(None, description="What the draft is.")
    name: str | None = Field(None, max_length=255, description="Name of the draft's file.")


_SET = {"$ref": "#/components/schemas/OkrSet"}
_JSON = {"schema": {"anyOf": [_SET, {"type": "array", "items": _SET}]}}
RESPONSES: dict[int | str, dict[str, object]] = {
    200: {
        "description": "The file.",
        "content": {
            media: _JSON if form is SetFormat.JSON else {} for form, media in MEDIA_TYPES.items()
        },
    },
    **problems(400, 401, 403, 413, 415, 422, 503),
}


@router.post(
    "/export",
    summary="Hand OKRs on as a file",
    openapi_extra={"parameters": described(ExportQuery), "requestBody": CHECK_BODY},
    responses=RESPONSES,
    response_class=Response,
)
async def export(request: Request) -> Response:
    """Any draft that a check reads, as Markdown, DOCX, XLSX, CSV or JSON.

    In tables every cell is text: what begins like a formula is none.
    """
    query = read_query(request, ExportQuery)
    asked = CheckQuery(lang=query.lang, input_format=query.input_format, name=query.name)
    order = order_of(asked, request).model_copy(
        update={"output": Output.EXPORT, "set_format": query.format}
    )
    reply = await service_of(request).reply(Job(order, await request.body()), request)
    if reply.status != 200:
        return Response(reply.body, reply.status, media_type=reply.media_type)
    headers = {"content-disposition": f'attachment; filename="okr.{ENDINGS[query.format]}"'}
    return Response(reply.body, media_type=reply.media_type, headers=headers)
