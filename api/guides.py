"""`POST /v1/guides` and `POST /v1/templates`: what a coach hands out."""

from __future__ import annotations

import asyncio
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, from_json

from api.documentation import problems
from api.languages import named, tell_in, wanted
from api.service import service_of, while_wanted
from assistant.errors import UnreadableInput, UsageError
from assistant.guides.choices import SHOWN, missing, together, wrong_kind
from assistant.guides.making import make_guide, make_template
from assistant.guides.parameters import LONGEST, typed_language
from assistant.models.guide import Guide, Template
from assistant.models.suggestion import ModelUse
from assistant.rendering.guides.writers import (
    ENDINGS,
    MEDIA_TYPES,
    GuideFormat,
    TemplateFormat,
    write,
)

router = APIRouter(prefix="/v1", tags=["guides"])
_E = TypeVar("_E", bound=StrEnum)


class GuideRequest(BaseModel):
    """What a guide or a template set is made for; only the industry has to be given.

    Without a language it is written in that of what was typed, else in the caller's.
    """

    model_config = ConfigDict(extra="forbid")

    industry: str = Field(max_length=200, examples=["logistics", "智能制造"])
    company_type: str | None = Field(None, max_length=200)
    size: str | int | None = Field("medium", description="small, medium, large, group, or people.")
    maturity: str | None = Field("first-cycle", max_length=40)
    focus: list[str] | str | None = Field(
        default_factory=list, description="A list, or words between commas."
    )
    function: str | None = Field(None, max_length=60)
    level: str | None = Field(None, max_length=40, description="Without one, any fits.")
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
LlmQuery = Annotated[
    str, Query(description="Whether a language model writes too: auto, on or off.")
]
ANSWERS = problems(400, 401, 403, 413, 422)


@router.post(
    "/guides", summary="An implementation guide", openapi_extra=BODY, responses=ANSWERS,
    response_class=Response, response_model=None,
)  # fmt: skip
async def guides(request: Request, form: FormatQuery = "json", llm: LlmQuery = "auto") -> Response:
    """Nine parts, every sentence with its sources; as JSON, Markdown, HTML or DOCX.

    With a model, some parts begin with a paragraph of its own, marked as such.
    """
    asked = await _asked(request)
    chosen, writer = _one_of(GuideFormat, form, "format"), service_of(request).writer
    with_model = writer.wanted(_one_of(ModelUse, llm, "llm"))
    made = await asyncio.to_thread(make_guide, asked)
    if with_model:
        made = await while_wanted(writer.tailor(made), request)
    return await _written(made, chosen)


@router.post(
    "/templates", summary="A template set", openapi_extra=BODY, responses=ANSWERS,
    response_class=Response, response_model=None,
)  # fmt: skip
async def templates(request: Request, form: FormatQuery = "json") -> Response:
    """Objectives with key results as forms to fill in; as JSON, Markdown, HTML, DOCX or XLSX."""
    asked = await _asked(request)
    chosen = _one_of(TemplateFormat, form, "format")
    return await _written(await asyncio.to_thread(make_template, asked), chosen)


async def _asked(request: Request) -> dict[str, Any]:
    """What was asked for; errors too are told in the language of it from here on."""
    sent = _object(await request.body())
    language = named(str(sent.get("language"))) or typed_language(sent) or wanted(request)
    tell_in(request, language)
    asked = read_request(sent)
    return {**asked, "language": asked["language"] or language}


async def _written(made: Guide | Template, form: GuideFormat | TemplateFormat) -> Response:
    written = await asyncio.to_thread(write, made, form)
    name = "okr-guide" if isinstance(made, Guide) else "okr-template"
    headers = {"content-disposition": f'attachment; filename="{name}.{ENDINGS[form]}"'}
    shown = headers if form not in ("json", "markdown", "html") else None
    return Response(written, media_type=MEDIA_TYPES[form], headers=shown)


def _object(body: bytes) -> dict[str, Any]:
    """What was sent.

    Raises:
        UnreadableInput: It is no JSON, or no object.
    """
    try:
        sent = from_json(body)
    except ValueError as error:
        raise UnreadableInput("bad_json", line=1) from error
    if not isinstance(sent, dict):
        raise UnreadableInput("no_object")
    return sent


def read_request(sent: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a request.

    Raises:
        UsageError: A field that there is not, or values of another kind; all of them.
    """
    try:
        read = GuideRequest.model_validate(sent)
    except ValidationError as error:
        faults = {str(each["loc"][0]): each for each in reversed(error.errors())}
        raise together([_fault(field, each) for field, each in faults.items()]) from error
    size = None if read.size is None else str(read.size)
    return {**read.model_dump(), "size": size}


def _fault(field: str, found: ErrorDetails) -> UsageError:
    if found["type"] == "missing":
        return missing(field, LONGEST)
    if found["type"] == "extra_forbidden":
        known = ", ".join(GuideRequest.model_fields)
        return UsageError("unknown_parameter", field=field[:SHOWN], choices=known)
    if found["type"] == "string_too_long":
        return UsageError("long_parameter", field=field, limit=found["ctx"]["max_length"])
    return wrong_kind(field)


def _one_of(closed: type[_E], asked: str, field: str) -> _E:
    try:
        return closed(asked)
    except ValueError as error:
        raise UsageError("bad_parameter", field=field, choices=", ".join(closed)) from error
