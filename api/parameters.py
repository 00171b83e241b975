"""The query parameters of a check.

They are read here and not by FastAPI, whose way takes a good part of the time of a small check.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails
from starlette.requests import Request

from assistant.errors import UsageError
from assistant.messages import WriteIn
from assistant.models.suggestion import ModelUse
from assistant.parsing import Format


class ReportFormat(StrEnum):
    """What a check can answer with."""

    JSON = "json"
    MARKDOWN = "markdown"


class CheckQuery(BaseModel):
    """What a caller can ask for beside the draft."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    profile: str | None = Field(None, max_length=60, description="A name of `/v1/profiles`.")
    pack: str | None = Field(None, max_length=60, description="A pack of `/v1/profiles`.")
    final: bool = Field(False, description="The set is submitted: placeholders left are errors.")
    lang: WriteIn = Field(WriteIn.AUTO, description="Of the messages; `auto`: the draft's own.")
    input_format: Format | None = Field(
        None, description="What the draft is; recognised where nothing is said."
    )
    name: str | None = Field(
        None, max_length=255, description="Name of the file; helps to recognise what it is."
    )
    format: ReportFormat = Field(ReportFormat.JSON, description="Answers, or a report.")


class ReviewQuery(CheckQuery):
    """What a caller of a review can ask for beside the draft."""

    llm: ModelUse = Field(ModelUse.AUTO, description="Whether a language model writes too.")


LONGEST_SHOWN = 60
_Q = TypeVar("_Q", bound=BaseModel)
CHOICES: dict[str, tuple[str, ...]] = {
    "final": ("true", "false"),
    "input_format": tuple(Format),
    "query": ("text",),
    "limit": ("1-100",),
    "offset": ("0-100000",),
}


def read_query(request: Request, shape: type[_Q]) -> _Q:
    """The parameters of a request.

    Raises:
        UsageError: Naming the parameter, and what it takes.
    """
    try:
        return shape.model_validate(dict(request.query_params))
    except ValidationError as error:
        raise _refusal(error.errors()[0], shape) from error


def _refusal(found: ErrorDetails, shape: type[BaseModel]) -> UsageError:
    field = str(found["loc"][0])
    if found["type"] == "extra_forbidden":
        known = ", ".join(shape.model_fields)
        return UsageError("unknown_parameter", field=field[:LONGEST_SHOWN], choices=known)
    if found["type"] == "string_too_long":
        return UsageError("long_parameter", field=field, limit=found["ctx"]["max_length"])
    return UsageError("bad_parameter", field=field, choices=", ".join(_choices(shape, field)))


def _choices(shape: type[BaseModel], field: str) -> tuple[str, ...]:
    kind = shape.model_fields[field].annotation
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(str(one) for one in kind)
    return CHOICES[field]


def described(query: type[BaseModel]) -> list[dict[str, Any]]:
    """The parameters as OpenAPI describes them."""
    shape = query.model_json_schema()
    definitions = shape.get("$defs", {})
    return [
        {
            "name": name,
            "in": "query",
            "required": name in shape.get("required", []),
            "description": field.pop("description"),
            "schema": _schema(field, definitions),
        }
        for name, field in shape["properties"].items()
    ]


def _schema(field: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    one = field.get("anyOf", [field])[0]  # a parameter that is not sent is none
    if "$ref" in one:
        found = definitions[one["$ref"].rpartition("/")[2]]
        one = {"type": found["type"], "enum": found["enum"], "default": field.get("default")}
    return {key: value for key, value in one.items() if key != "title" and value is not None}
