"""Answers are kept by prompt, shape and model: the same question is not paid for twice.

In memory only, unless a folder is set; a file there holds the model's answer, nothing of the draft
but what the model repeated of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from assistant.llm.port import ChatModel, Completion, Message, Seen, T

KEPT = 512  # answers in memory


class CachedModel:
    """A model that remembers its answers (`ChatModel`).

    Args:
        inner: The model that is asked when no answer is kept.
        folder: Where answers are kept beyond the process; None: nowhere.
    """

    def __init__(self, inner: ChatModel, folder: Path | None = None) -> None:
        self.name = inner.name
        self._inner = inner
        self._folder = folder
        self._kept: OrderedDict[str, str] = OrderedDict()

    async def complete(
        self, messages: Sequence[Message], shape: type[T], seen: Seen | None = None
    ) -> Completion[T]:
        """See `ChatModel.complete`; a kept answer costs no attempt and no token."""
        key = self._key(messages, shape)
        kept = self._find(key, shape)
        if kept is not None:
            return Completion(kept, self.name, tokens_in=0, tokens_out=0, attempts=0)
        made = await self._inner.complete(messages, shape, seen)
        self._keep(key, made.value.model_dump_json())
        return made

    def _key(self, messages: Sequence[Message], shape: type[T]) -> str:
        schema = json.dumps(shape.model_json_schema(), sort_keys=True)
        parts = [self.name, schema, *(f"{each.role}\n{each.content}" for each in messages)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def _find(self, key: str, shape: type[T]) -> T | None:
        text = self._kept.get(key) or self._read(key)
        if text is None:
            return None
        try:
            return shape.model_validate_json(text)
        except ValidationError:  # a file that was tampered with or cut off
            return None

    def _read(self, key: str) -> str | None:
        if self._folder is None:
            return None
        try:
            return (self._folder / f"{key}.json").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def _keep(self, key: str, text: str) -> None:
        self._kept[key] = text
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        if self._folder is not None:
            _write_whole(self._folder / f"{key}.json", text)


def _write_whole(path: Path, text: str) -> None:
    """Write beside and swap in; a cache that cannot be written is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, beside = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(beside).replace(path)
    except OSError:
        return
