"""What the OpenAPI description says beyond what FastAPI reads off the code."""

from __future__ import annotations

from typing import Any

from api.errors import PROBLEM_JSON, ProblemDetails
from assistant.models import Answer, OkrSet
from assistant.models.cycle import CycleRecord
from assistant.models.reading import Reading
from assistant.models.summary import Summary

SET_EXAMPLE = {
    "team": "Parcel returns",
    "cycle": {"name": "2026-Q4"},
    "objectives": [
        {
            "objective": "Sending a parcel back is no chore for anyone",
            "key_results": [
                "Returns refunded within 3 days: 54% → 90%",
                {"text": "Calls about returns per week", "baseline": 310, "target": 120},
                "Launch the new returns page",
            ],
        }
    ],
}
TEXT_EXAMPLE = (
    "目标一：退货对谁都不麻烦\nKR1：3 天内退款的比例由 54% 提升到 90%\nKR2：上线新的退货页面\n"
)
OFFICE = "application/vnd.openxmlformats-officedocument."


def _text(summary: str) -> dict[str, Any]:
    return {
        "schema": {"type": "string", "minLength": 1},
        "examples": {"draft": {"summary": summary, "value": TEXT_EXAMPLE}},
    }


def _file() -> dict[str, Any]:
    return {"schema": {"type": "string", "format": "binary"}}


CHECK_BODY: dict[str, Any] = {
    "required": True,
    "description": "One draft in any of these forms; others are recognised by their content.",
    "content": {
        "application/json": {
            "schema": {
                "anyOf": [
                    {"$ref": "#/components/schemas/OkrSet"},
                    {"type": "array", "items": {"$ref": "#/components/schemas/OkrSet"}},
                ]
            },
            "examples": {"set": {"summary": "One set", "value": SET_EXAMPLE}},
        },
        "text/plain": _text("As people paste it"),
        "text/markdown": _text("Markdown"),
        "text/csv": _file(),
        "application/yaml": _file(),
        "application/x-ndjson": _file(),
        f"{OFFICE}spreadsheetml.sheet": _file(),
        f"{OFFICE}wordprocessingml.document": _file(),
        "application/octet-stream": _file(),
    },
}

REVIEW_BODY: dict[str, Any] = {
    "required": True,
    "description": "A draft as for a check, or a set with the answers to the questions about it.",
    "content": {
        **CHECK_BODY["content"],
        "application/json": {
            "schema": {
                "anyOf": [
                    *CHECK_BODY["content"]["application/json"]["schema"]["anyOf"],
                    {
                        "type": "object",
                        "required": ["set"],
                        "properties": {
                            "set": {"$ref": "#/components/schemas/OkrSet"},
                            "answers": {
                                "type": "object",
                                "additionalProperties": {"type": ["string", "number"]},
                            },
                        },
                    },
                ]
            },
            "examples": {
                "set": {"summary": "One set", "value": SET_EXAMPLE},
                "answers": {
                    "summary": "With an answer",
                    "value": {"set": SET_EXAMPLE, "answers": {}},
                },
            },
        },
    },
}

_ANSWER = {"$ref": "#/components/schemas/Answer"}
CHECK_ANSWER: dict[str, Any] = {
    "description": "One answer for one JSON set, else a list; or a line each; or a report.",
    "content": {
        "application/json": {"schema": {"anyOf": [_ANSWER, {"type": "array", "items": _ANSWER}]}},
        "application/x-ndjson": {"schema": {"type": "string"}},
        "text/markdown; charset=utf-8": {"schema": {"type": "string"}},
    },
}
_PROBLEMS = {
    400: "A parameter is wrong.",
    401: "A key is needed.",
    403: "Not from there.",
    404: "There is no such thing.",
    405: "Not with this method.",
    413: "More than the settings allow.",
    415: "No reader for this format.",
    422: "The draft cannot be read.",
    503: "It takes too long.",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The responses that tell what is wrong, for the description of a route."""
    schema = {"$ref": "#/components/schemas/ProblemDetails"}
    return {
        status: {"description": _PROBLEMS[status], "content": {PROBLEM_JSON: {"schema": schema}}}
        for status in statuses
    }


CHECK_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: CHECK_ANSWER,
    **problems(400, 401, 403, 404, 413, 415, 422, 503),
}


READ_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["set", "text"],
                "properties": {
                    "set": {"$ref": "#/components/schemas/OkrSet"},
                    "text": {"type": "string", "description": "As it was typed."},
                    "checkins": {
                        "type": "array",
                        "items": {"$ref": "#/components/schemas/CheckIn"},
                        "description": "Of the cycle; odd values are asked about beside them.",
                    },
                    "as_of": {
                        "type": "string",
                        "format": "date",
                        "description": "The day it was written, from which days count; today.",
                    },
                },
            },
            "examples": {
                "message": {
                    "summary": "From a chat",
                    "value": {
                        "set": SET_EXAMPLE,
                        "text": "KR1 71% now (+4), on track. KR2: 240, waiting for the carrier.",
                        "as_of": "2026-11-20",
                    },
                }
            },
        }
    },
}
READ_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "What was read, key result by key result.",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Reading"}}},
    },
    **problems(400, 401, 403, 413, 422, 503),
}


def add_shapes(schema: dict[str, Any]) -> dict[str, Any]:
    """Put the shapes that routes refer to by name into the description."""
    schemas = schema.setdefault("components", {}).setdefault("schemas", {})
    for shape in (OkrSet, Answer, Reading, CycleRecord, Summary, ProblemDetails):
        made = shape.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(made.pop("$defs", {}))
        schemas[shape.__name__] = made
    return schema
