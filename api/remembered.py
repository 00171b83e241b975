"""Replies that are given again: a draft that comes twice as it was is not checked twice.

Editors, hooks and pages ask again about drafts that nobody has changed meanwhile.
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256

from api.order import Job, Output, Reply

MOST_KEPT = 128
"""Replies to drafts of a few dozen lines: some 5 MB."""

SAME_EVERY_DAY = frozenset({Output.JSON, Output.MARKDOWN, Output.PANEL})
"""What hangs on nothing but the draft, the order and the rubrics, which are loaded once."""


class Remembered:
    """The last replies by what was asked; in memory only, and of a draft only its hash."""

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, Reply] = OrderedDict()

    def find(self, job: Job) -> Reply | None:
        """The reply that the same job got, if it is still known."""
        key = _key(job)
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def keep(self, job: Job, reply: Reply) -> None:
        """Remember a reply; the one that was asked for longest ago makes room."""
        if job.order.output not in SAME_EVERY_DAY or reply.status != 200:
            return
        self._kept[_key(job)] = reply
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)


def _key(job: Job) -> bytes:
    return sha256(job.to_bytes()).digest()
