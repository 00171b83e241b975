"""The three ways to ask a server for an answer of a given shape, the strictest first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from assistant.llm.port import Message


class Way(StrEnum):
    """How the shape is asked for."""

    SCHEMA = "json_schema"
    FUNCTION = "function_calling"
    PROMPT = "prompt"


def options(way: Way, shape: type[BaseModel]) -> dict[str, Any]:
    """What goes into the request besides the messages."""
    name = shape.__name__
    if way is Way.SCHEMA:
        schema = {"name": name, "schema": bare_schema(shape), "strict": True}
        # As the body's own field: given by name, the client parses the end of a stream itself and
        # throws away an answer that was cut off.
        return {"extra_body": {"response_format": {"type": "json_schema", "json_schema": schema}}}
    if way is Way.FUNCTION:
        function = {"name": name, "description": name, "parameters": bare_schema(shape)}
        return {
            "tools": [{"type": "function", "function": function}],
            "tool_choice": {"type": "function", "function": {"name": name}},
        }
    return {}


def with_shape(way: Way, messages: Sequence[Message], shape: type[BaseModel]) -> list[Message]:
    """The messages, with the shape told in words where the server knows no other way."""
    if way is not Way.PROMPT:
        return list(messages)
    told = json.dumps(bare_schema(shape), ensure_ascii=False, separators=(",", ":"))
    asked = Message("system", f"Answer with one JSON object of this JSON Schema only: {told}")
    return [messages[0], asked, *messages[1:]]


def bare_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The schema as strict servers want it: no further keys, no titles, no docstrings."""
    schema = deepcopy(shape.model_json_schema())
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("title", None)
        part.pop("description", None)
        part["additionalProperties"] = False
        for field in part.get("properties", {}).values():
            field.pop("title", None)
    return schema
