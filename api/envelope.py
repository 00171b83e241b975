"""A set that travels with the answers to what was asked about it."""

from __future__ import annotations

import json
import re

from assistant.errors import UnreadableInput

_HEAD = 200
_ENVELOPE = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"(?:set|answers)"\s*:')


def answered(data: bytes) -> tuple[bytes, dict[str, str]]:
    """The set and the answers of `{"set": ..., "answers": {...}}`; any other draft as it is.

    Raises:
        UnreadableInput: `bad_answers`.
    """
    if not _ENVELOPE.match(data[:_HEAD]):
        return data, {}
    try:
        loaded = json.loads(data)
    except (ValueError, RecursionError):
        return data, {}  # the reader tells what is wrong with it, and where
    if "set" not in loaded or "objectives" in loaded:
        return data, {}
    given = loaded.get("answers") or {}
    if not isinstance(given, dict):
        raise UnreadableInput("answers_form", field="answers")
    known = {key: str(one) for key, one in given.items() if isinstance(one, str | int | float)}
    return json.dumps(loaded["set"], ensure_ascii=False).encode("utf-8", "surrogatepass"), known
