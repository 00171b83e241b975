"""Lines of a stream, bounded, and whether they are sets of their own."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MOST_BLANK = 100  # lines looked at before the second set


def bounded_lines(stream: IO[bytes], most: int) -> Iterator[bytes]:
    """Lines of a stream, none longer than `most` + 1 bytes; the rest of a longer one is skipped."""
    while line := stream.readline(most + 1):
        ended = line.endswith(b"\n")
        yield line
        while not ended and (rest := stream.readline(most + 1)):
            ended = rest.endswith(b"\n")


def peek_jsonl(stream: IO[bytes], most: int) -> tuple[bool, IO[bytes]]:
    """Whether a stream has a set a line, and the stream from its start again.

    It has when its first line is a whole JSON object and more follows, be it broken; no other
    format can be like that. No more than the first lines, each of `most` bytes, is read for it.
    """
    first = _written_line(stream, most)
    if not _is_object(first):
        return False, _again(first, stream)
    second = _written_line(stream, most)
    return bool(second.strip()), _again(first + second, stream)


def _written_line(stream: IO[bytes], most: int) -> bytes:
    """The next line that is not blank, with the blank ones before it."""
    read = b""
    for _ in range(_MOST_BLANK):
        line = stream.readline(most + 1)
        read += line
        if line.strip() or not line or len(read) > most:
            break
    return read


def _is_object(line: bytes) -> bool:
    text = line.removeprefix(b"\xef\xbb\xbf").strip()
    if not (text.startswith(b"{") and text.endswith(b"}")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _again(head: bytes, stream: IO[bytes]) -> IO[bytes]:
    return io.BufferedReader(_Replayed(head, stream))


class _Replayed(io.RawIOBase):
    """What was read already, then the rest of the stream as it comes."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head = memoryview(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        into = memoryview(buffer)
        data = self._head[: len(into)] or self._stream.read1(len(into))  # type: ignore[attr-defined]
        self._head = self._head[len(data) :] if self._head else self._head
        into[: len(data)] = data
        return len(data)
