"""From the text that a model sent to a value of the shape that was asked for."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from assistant.errors import ModelOutputInvalid
from assistant.llm.port import T

_FENCE = re.compile(r"```(?:json)?[^\S\n]*\n(?P<inside>.*?)```", re.DOTALL)


def read_answer(text: str, shape: type[T], *, cut: bool = False) -> T:
    """Read an answer; words or a code fence around the JSON are passed over.

    Args:
        text: What the model sent.
        shape: The shape asked for.
        cut: The answer ended before its time: what arrived whole is read, the rest left out.

    Raises:
        ModelOutputInvalid: `empty`, `not_json` or `wrong_shape`.
    """
    if not text.strip():
        raise ModelOutputInvalid("empty")
    try:
        return shape.model_validate(_read(text, cut=cut))
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise ModelOutputInvalid("wrong_shape", where=where[:80]) from error
    except ValueError as error:
        raise ModelOutputInvalid("not_json") from error


def read_part(text: str) -> dict[str, Any] | None:
    """The answer as far as it has arrived; None while there is nothing to read yet."""
    try:
        part = from_json(text[max(text.find("{"), 0) :], allow_partial="trailing-strings")
    except ValueError:
        return None
    return part if isinstance(part, dict) else None


def _read(text: str, *, cut: bool) -> Any:
    try:
        return from_json(_object(text))
    except ValueError:
        if not cut:
            raise
        return _whole_items(text)


def _object(text: str) -> str:
    fenced = _FENCE.search(text)
    inside = fenced["inside"] if fenced is not None else text
    return inside[max(inside.find("{"), 0) : inside.rfind("}") + 1]


def _whole_items(text: str) -> dict[str, Any]:
    """The part that arrived, each list without its last item: that one may not be whole."""
    part = read_part(text) or {}
    return {name: value[:-1] if isinstance(value, list) else value for name, value in part.items()}
