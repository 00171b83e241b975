"""What was promised for the week, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.checkins.seen import Seen
from assistant.language.script import fold


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as it was last spoken of; `done` is None while nobody has said."""

    text: str
    done: bool | None
    day: date


def promises_of(seen: Seen) -> Iterator[tuple[str, Promise]]:
    """The commitments of the last two check-ins, each under the kind of its fact.

    `kept`, `broken` and `open` are what was promised before: done, not done, not spoken of again.
    `next` is what the last check-in promises.
    """
    spoken = [point.checkin for point in seen.points][-2:]
    if not spoken:
        return
    last = spoken[-1]
    now = [Promise(one.text, one.done, last.date) for one in last.commitments if one.text.strip()]
    mentioned = {_plain(one.text) for one in now}
    counts = {"kept": 0, "broken": 0, "open": 0, "next": 0}
    for promise in now:
        yield _kind(promise, counts)
    for earlier in spoken[:-1]:
        for one in earlier.commitments:
            if one.done is None and one.text.strip() and _plain(one.text) not in mentioned:
                counts["open"] += 1
                yield f"open{counts['open']}", Promise(one.text, None, earlier.date)


def _kind(promise: Promise, counts: dict[str, int]) -> tuple[str, Promise]:
    name = {True: "kept", False: "broken", None: "next"}[promise.done]
    counts[name] += 1
    return f"{name}{counts[name]}", promise


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .。;；")
