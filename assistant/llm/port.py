"""What the coach asks of a language model, whichever it is.

A model is a writer: it answers a prompt with a value of a given shape. The shapes sent to it
(`*Draft`) are bare: every field required, no defaults, no bounds, the reason before the verdict;
bounds are checked afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)
Seen = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Completion(Generic[T]):
    """What a model answered, and what it cost.

    Attributes:
        value: The answer in the shape asked for.
        model: The name that the server gave itself, else the one it was asked by.
        tokens_in: Tokens of the prompts, all attempts together; counted by us where the server
            does not tell.
        tokens_out: Tokens of the answers, likewise.
        attempts: Calls made.
    """

    value: T
    model: str
    tokens_in: int
    tokens_out: int
    attempts: int


class ChatModel(Protocol):
    """A language model behind any endpoint, or a double."""

    name: str

    async def complete(
        self, messages: Sequence[Message], shape: type[T], seen: Seen | None = None
    ) -> Completion[T]:
        """Answer in the given shape.

        Args:
            messages: The prompt.
            shape: The shape of the answer.
            seen: Called with the answer as far as it has arrived, each time it has grown; its
                last part may be cut off in the middle.

        Raises:
            ModelError: Each failure of a server or of its answer, as one of its subclasses.
        """
        ...
