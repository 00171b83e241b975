"""Many drafts, one after the other: files as a whole, JSONL line by line in flat memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count, islice
from typing import IO, TYPE_CHECKING

from assistant.coaching.check import Checker
from assistant.errors import CoachError, InputTooLarge
from assistant.models import Language, Severity
from assistant.parsing import Format, SetReading, read_draft, read_jsonl_line
from assistant.problems import error_object
from assistant.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future

CHUNK_LINES = 50
CHUNKS_AHEAD = 3  # per process: keeps all busy, and memory flat


@dataclass(frozen=True, slots=True)
class Ask:
    """What is wanted of every set of a run."""

    final: bool = False
    language: Language | None = None
    limits: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Checked:
    """One answer, or the error object in its place, as JSON on one line."""

    json: str
    severities: frozenset[Severity] = frozenset()
    failed: bool = False


def check_draft(
    checker: Checker, data: bytes | str, ask: Ask, *, name: str | None, form: Format | None
) -> Iterator[Checked]:
    """Check every set of one draft; parents are looked up among them.

    Raises:
        CoachError: If the draft cannot be read.
    """
    readings = read_draft(data, name=name, form=form, limits=ask.limits).sets
    yield from _answers(checker, readings, ask)


def check_jsonl(
    make_checker: Callable[[], Checker], stream: IO[bytes], ask: Ask, *, jobs: int = 1
) -> Iterator[Checked]:
    """Check a set a line, in order; a bad line gives an error object and stops nothing."""
    chunks = _chunks(bounded_lines(stream, ask.limits.max_bytes))
    if jobs > 1:
        yield from _in_processes(make_checker, chunks, ask, jobs)
        return
    _start(make_checker, ask)
    for chunk in chunks:
        yield from _check_chunk(chunk)


def _in_processes(
    make_checker: Callable[[], Checker], chunks: Iterable[Chunk], ask: Ask, jobs: int
) -> Iterator[Checked]:
    from concurrent.futures import ProcessPoolExecutor  # 20 ms that one process does not need

    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(make_checker, ask)) as pool:
        waiting: deque[Future[list[Checked]]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(_check_chunk, chunk))
            if len(waiting) >= jobs * CHUNKS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def bounded_lines(stream: IO[bytes], most: int) -> Iterator[bytes]:
    """Lines of a stream, none longer than `most` + 1 bytes; the rest of a longer one is skipped."""
    while line := stream.readline(most + 1):
        ended = line.endswith(b"\n")
        yield line
        while not ended and (rest := stream.readline(most + 1)):
            ended = rest.endswith(b"\n")


Chunk = list[tuple[int, bytes]]


def _chunks(lines: Iterable[bytes]) -> Iterator[Chunk]:
    numbered = zip(count(1), lines, strict=False)
    while chunk := list(islice(numbered, CHUNK_LINES)):
        yield chunk


_checker: Checker
_ask: Ask


def _start(make_checker: Callable[[], Checker], ask: Ask) -> None:
    global _checker, _ask
    _checker, _ask = make_checker(), ask


def _check_chunk(chunk: Chunk) -> list[Checked]:
    return [checked for number, line in chunk for checked in _check_line(number, line)]


def _check_line(number: int, line: bytes) -> Iterator[Checked]:
    if not line.strip():
        return
    try:
        if len(line) > _ask.limits.max_bytes:
            raise InputTooLarge("bytes", line=number, limit=_ask.limits.max_bytes)
        yield from _answers(_checker, [read_jsonl_line(line, number, _ask.limits)], _ask)
    except CoachError as error:
        told = error_object(error, _ask.language or Language.EN)
        yield Checked(told.model_dump_json(exclude_none=True), failed=True)


def _answers(checker: Checker, readings: list[SetReading], ask: Ask) -> Iterator[Checked]:
    for answer in checker.check_all(readings, final=ask.final, language=ask.language):
        severities = frozenset(finding.severity for finding in answer.findings)
        yield Checked(answer.model_dump_json(), severities)
