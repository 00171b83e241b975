"""What an author decided about the suggestions of a review."""

from __future__ import annotations

from pydantic import Field

from assistant.models.base import Shape
from assistant.models.suggestion import Action

LONGEST_LINE = 4_000
MOST_LINES = 20


class Decision(Shape):
    """An accepted suggestion: where it belongs in the reviewed draft, and its lines as taken.

    `set` counts the sets of the draft from 0. `measured` says that the first line names a metric
    of its own, so that values declared beside the old line do not belong to it.
    """

    set: int = 0
    action: Action
    objective: int
    key_result: int | None = None
    lines: list[str] = Field(min_length=1, max_length=MOST_LINES)
    initiative: str | None = None
    measured: bool = False
