"""A model that answers what it was told to: for tests, and for trials without an endpoint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.errors import ModelError
from assistant.llm.answer import read_answer
from assistant.llm.port import Completion, Message, Seen, T

Script = str | ModelError | Callable[[Sequence[Message]], str]


@dataclass
class ScriptedModel:
    """Gives the scripted answers one after the other, the last one for ever.

    Attributes:
        script: Texts as a server would send them, errors to raise, or functions of the prompt.
        asked: The prompts that it was given.
    """

    script: list[Script]
    name: str = "scripted"
    asked: list[Sequence[Message]] = field(default_factory=list)

    async def complete(
        self, messages: Sequence[Message], shape: type[T], seen: Seen | None = None
    ) -> Completion[T]:
        """See `ChatModel.complete`."""
        step = self.script[min(len(self.asked), len(self.script) - 1)]
        self.asked.append(messages)
        if isinstance(step, ModelError):
            raise step
        text = step if isinstance(step, str) else step(messages)
        value = read_answer(text, shape)
        if seen is not None:
            seen(_plain(value))
        return Completion(value, self.name, tokens_in=0, tokens_out=0, attempts=1)


def _plain(value: T) -> dict[str, Any]:
    return value.model_dump()
