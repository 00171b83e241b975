"""What is asked of the service and what it answers, as they travel to a worker process and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict

from api.weekly import SummaryFormat
from assistant.coaching.retelling import Turn
from assistant.models import Language
from assistant.models.decision import Decision
from assistant.models.written import Written
from assistant.parsing import Format
from assistant.rendering.sets.writers import SetFormat

SMALL_BYTES = 6_000
"""What is checked in the service itself: a few dozen lines, done within milliseconds."""

# Each text costs time, however short: these stand between the texts of a draft.
MOST_MARKS = {
    (b"\n", b"\r"): 60,
    (b'"', b"'"): 240,
    (b",", b";", b"|", "；".encode()): 120,
    (b":", "：".encode()): 120,
}

HTML = "text/html; charset=utf-8"
MARKDOWN = "text/markdown; charset=utf-8"
JSON = "application/json"
NDJSON = "application/x-ndjson"


class Output(StrEnum):
    """What a caller wants to get."""

    JSON = "json"
    NDJSON = "ndjson"
    MARKDOWN = "markdown"
    PANEL = "panel"
    READING = "reading"
    SUMMARY = "summary"
    WEEK = "week"
    CYCLE = "cycle"
    SUGGESTIONS = "suggestions"
    CARD = "card"
    FINISHED = "finished"
    EXPORT = "export"


_OF_A_REVIEW = {Output.SUGGESTIONS, Output.CARD, Output.FINISHED}
SHOWN = frozenset({Output.PANEL, Output.READING, Output.WEEK, Output.CYCLE} | _OF_A_REVIEW)
"""What goes into a page, so that what is wrong with it is told there too."""

HEAVY = frozenset({Output.CARD, Output.FINISHED, Output.EXPORT})
"""What loads the knowledge base or office formats, which the service itself has not."""


class Order(BaseModel):
    """What is wanted of a draft; `messages` is none where the draft's language decides."""

    model_config = ConfigDict(frozen=True)

    output: Output = Output.JSON
    name: str | None = None
    form: Format | None = None
    profile: str | None = None
    pack: str | None = None
    final: bool = False
    messages: Language | None = None
    told_in: Language = Language.EN
    one: bool = False
    first_line: int = 1
    review: bool = False
    as_of: date | None = None
    summary_format: SummaryFormat = SummaryFormat.JSON
    written: Written | None = None
    given: dict[str, str] = {}
    turn: Turn | None = None
    decisions: tuple[Decision, ...] = ()
    set_format: SetFormat = SetFormat.JSON


@dataclass(frozen=True, slots=True)
class Job:
    """A draft and what is wanted of it."""

    order: Order
    data: bytes

    @property
    def is_small(self) -> bool:
        """Whether it is done in no time: few bytes, few texts, no packed file that may unfold."""
        if (
            self.order.review
            or self.order.output in HEAVY
            or len(self.data) > SMALL_BYTES
            or self.data.startswith(b"PK")
        ):
            return False
        return all(sum(map(self.data.count, marks)) <= most for marks, most in MOST_MARKS.items())

    def to_bytes(self) -> bytes:
        """As it travels to a worker."""
        return self.order.model_dump_json().encode() + b"\n" + self.data

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """As it arrives there."""
        order, _, draft = data.partition(b"\n")
        return cls(Order.model_validate_json(order), draft)


@dataclass(frozen=True, slots=True)
class Reply:
    """A finished answer."""

    status: int
    media_type: str
    body: bytes

    def to_bytes(self) -> bytes:
        """As it travels back from a worker."""
        return f"{self.status} {self.media_type}\n".encode() + self.body

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """As it arrives."""
        head, _, body = data.partition(b"\n")
        status, _, media_type = head.decode().partition(" ")
        return cls(int(status), media_type, body)
