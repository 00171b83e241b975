"""A wrong call of the command, told in our words and the user's language."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from assistant.errors import UsageError
from assistant.own_data import load


def wrong_call(told: str) -> UsageError:
    """The error that stands for what the library of the command line tells, in English, of a call.

    `told` may hold what the user typed; it is filled into a message, never made one.
    """
    for reason, pattern in _patterns().items():
        if found := pattern.fullmatch(told):
            facts: dict[str, Any] = found.groupdict()
            return UsageError(reason, **facts)
    end = "" if told.endswith((".", "?", "!", ")")) else "."
    return UsageError("wrong_call", what=told + end)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    written = load("assistant.commands", "wrong_calls.yml")
    return {reason: re.compile(pattern) for reason, pattern in written.items()}
