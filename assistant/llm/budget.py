"""How many tokens a request and a day may cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from threading import Lock
from typing import Any

from assistant.errors import ModelBudgetExceeded
from assistant.llm.port import Message

PER_MESSAGE = 4  # what the chat form adds to each message, as counted for OpenAI's models


def count_tokens(text: str) -> int:
    """Tokens of a text in `o200k_base`; other models differ by some tenths."""
    return len(_encoding().encode(text))


def prompt_tokens(messages: Sequence[Message]) -> int:
    """Tokens of a prompt."""
    return sum(count_tokens(message.content) + PER_MESSAGE for message in messages)


@cache
def _encoding() -> Any:
    import bpe_openai  # 0.1 s, and only a model needs it

    return bpe_openai.get_encoding("o200k_base")


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass
class Budget:
    """Counts what a process has spent today (UTC); safe among threads.

    Attributes:
        per_request: Most tokens of one request, prompt and longest answer.
        per_day: Most tokens of a day.
        today: Tells the day.
    """

    per_request: int
    per_day: int
    today: Callable[[], date] = _today
    _spent: int = 0
    _day: date | None = None
    _lock: Lock = field(default_factory=Lock, repr=False)

    def reserve(self, tokens: int) -> None:
        """Take what a call may cost at most.

        Raises:
            ModelBudgetExceeded: `request` or `day`.
        """
        if tokens > self.per_request:
            raise ModelBudgetExceeded("request", tokens=tokens, limit=self.per_request)
        with self._lock:
            if self._day != self.today():
                self._day, self._spent = self.today(), 0
            if self._spent + tokens > self.per_day:
                raise ModelBudgetExceeded("day", limit=self.per_day)
            self._spent += tokens

    def give_back(self, tokens: int) -> None:
        """Return what a call did not use."""
        with self._lock:
            self._spent = max(0, self._spent - tokens)
