"""A model whose calls are counted and timed."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.errors import ModelError
from assistant.llm.port import ChatModel, Completion, Message, Seen, T


@dataclass
class Meter:
    """A model that tells what was spent on it (`ChatModel`).

    Attributes:
        seconds: Of each call, those that failed too.
        failures: By the name of the error.
    """

    model: ChatModel
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: list[float] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.name = self.model.name

    async def complete(
        self, messages: Sequence[Message], shape: type[T], seen: Seen | None = None
    ) -> Completion[T]:
        """See `ChatModel.complete`."""
        start = time.perf_counter()
        self.calls += 1
        try:
            made = await self.model.complete(messages, shape, seen)
        except ModelError as error:
            self.failures[type(error).__name__] += 1
            raise
        finally:
            self.seconds.append(time.perf_counter() - start)
        self.tokens_in += made.tokens_in
        self.tokens_out += made.tokens_out
        return made

    def told(self, price: Sequence[float] | None = None) -> dict[str, object]:
        """Calls, tokens, latency, and the cost where a price per million tokens is known."""
        ordered = sorted(self.seconds) or [0.0]
        told: dict[str, object] = {
            "model": self.name,
            "calls": self.calls,
            "tokens_in": self.tokens_in,
            "tokens_out": self.tokens_out,
            "median_seconds": round(ordered[len(ordered) // 2], 2),
            "p95_seconds": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 2),
            "failures": dict(self.failures),
        }
        if price:
            spent = self.tokens_in * price[0] + self.tokens_out * price[1]
            told["cost"] = round(spent / 1_000_000, 6)
        return told
