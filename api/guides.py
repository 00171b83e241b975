"""`POST /v1/guides` and `POST /v1/templates`: what a coach hands out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from api.documentation import problems
from api.languages import wanted
from assistant.errors import UnreadableInput, UsageError
from assistant.guides.making import make_guide, make_template
from assistant.models.guide import Guide, Template
from assistant.rendering.guides.writers import (
    ENDINGS,
    MEDIA_TYPES,
    GuideFormat,
    TemplateFormat,
    write,
)

router = APIRouter(prefix="/v1", tags=["guides"])


class GuideRequest(BaseModel):
    """What a guide or a template set is made for; only the industry has to be given."""

    model_config = ConfigDict(extra="forbid")

    industry: str = Field(max_length=200, examples=["logistics", "智能制造"])
    company_type: str | None = Field(None, max_length=200)
    size: str = Field("medium", max_length=40, description="small, medium, large, or people.")
    maturity: str = Field("first-cycle", max_length=40)
    focus: list[str] = Field(default_factory=list, max_length=20)
    function: str | None = Field(None, max_length=60)
    level: str = Field("team", max_length=40)
    language: str | None = Field(None, max_length=10, description="en, zh-Hans or zh-Hant.")
    cycle: str | None = Field(None, max_length=60)
    start: str | None = Field(None, max_length=10)
    end: str | None = Field(None, max_length=10)


BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": GuideRequest.model_json_schema()}},
    }
}
FormatQuery = Annotated[str, Query(alias="format", description="What to write.")]
ANSWERS = problems(400, 401, 403, 413, 422)


@router.post(
    "/guides", summary="An implementation guide", openapi_extra=BODY, responses=ANSWERS,
    response_class=Response, response_model=None,
)  # fmt: skip
async def guides(request: Request, form: FormatQuery = "json") -> Response:
    """Nine parts, every sentence with its sources; as JSON, Markdown, HTML or DOCX."""
    return await _made(request, make_guide, _form(GuideFormat, form))


@router.post(
    "/templates", summary="A template set", openapi_extra=BODY, responses=ANSWERS,
    response_class=Response, response_model=None,
)  # fmt: skip
async def templates(request: Request, form: FormatQuery = "json") -> Response:
    """Objectives with key results as forms to fill in; as JSON, Markdown, HTML, DOCX or XLSX."""
    return await _made(request, make_template, _form(TemplateFormat, form))


async def _made(
    request: Request,
    make: Callable[[dict[str, Any]], Guide | Template],
    form: GuideFormat | TemplateFormat,
) -> Response:
    asked = read_request(await request.body())
    asked["language"] = asked["language"] or wanted(request)
    written = await asyncio.to_thread(lambda: write(make(asked), form))
    name = "okr-guide" if make is make_guide else "okr-template"
    headers = {"content-disposition": f'attachment; filename="{name}.{ENDINGS[form]}"'}
    shown = headers if form not in ("json", "markdown", "html") else None
    return Response(written, media_type=MEDIA_TYPES[form], headers=shown)


def read_request(body: bytes) -> dict[str, Any]:
    """The parameters of a request.

    Raises:
        UnreadableInput: It is no JSON.
        UsageError: A field that there is not, or a value of another kind.
    """
    try:
        return GuideRequest.model_validate_json(body).model_dump()
    except ValidationError as error:
        found = error.errors()[0]
        if not found["loc"]:
            raise UnreadableInput("bad_json", line=1) from error
        known = ", ".join(GuideRequest.model_fields)
        raise UsageError(
            "unknown_parameter", field=str(found["loc"][0])[:60], choices=known
        ) from error


def _form(forms: type[GuideFormat] | type[TemplateFormat], asked: str) -> Any:
    try:
        return forms(asked)
    except ValueError as error:
        raise UsageError("bad_parameter", field="format", choices=", ".join(forms)) from error
