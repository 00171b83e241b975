"""Many drafts, one after the other: files as a whole, JSONL line by line in flat memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import IO, TYPE_CHECKING

from assistant.coaching.check import Checker
from assistant.coaching.lines import bounded_lines
from assistant.coaching.parents import Parents, Texts
from assistant.errors import InputTooLarge
from assistant.models import Answer, Language, Severity
from assistant.parsing import Draft, Format, SetReading, read_draft, read_jsonl_line
from assistant.problems import as_told, error_object
from assistant.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future

CHUNK_LINES = 50
CHUNKS_AHEAD = 3  # per process: keeps all busy, and memory flat


@dataclass(frozen=True, slots=True)
class Ask:
    """What is wanted of every set of a run; errors have no draft whose language they could take."""

    final: bool = False
    language: Language | None = None
    errors_in: Language = Language.EN
    limits: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Checked:
    """One answer, or the error object in its place, as JSON on one line.

    `draft` is what it was read from; None for a line of JSONL.
    """

    json: str
    severities: frozenset[Severity] = frozenset()
    failed: bool = False
    draft: Draft | None = None


def check_draft(
    checker: Checker,
    data: bytes | str,
    ask: Ask,
    *,
    name: str | None,
    form: Format | None,
    parents: Parents | None = None,
) -> Iterator[Checked]:
    """Check every set of one draft; parents are looked up among them and those given.

    Raises:
        CoachError: If the draft cannot be read.
    """
    draft = read_draft(data, name=name, form=form, limits=ask.limits)
    for answer in checker.check_all(
        draft.sets, final=ask.final, language=ask.language, parents=parents
    ):
        yield _checked(answer, draft)


def check_jsonl(
    checker: Checker, stream: IO[bytes], ask: Ask, parents: Parents | None = None
) -> Iterator[Checked]:
    """Check a set a line, in order; a bad line gives an error object and stops nothing."""
    for line in _lines(stream, ask, parents or Parents()):
        yield line if isinstance(line, Checked) else _check_line(checker, ask, line)


def check_jsonl_in_processes(
    make_checker: Callable[[], Checker],
    stream: IO[bytes],
    ask: Ask,
    parents: Parents | None = None,
    *,
    jobs: int,
) -> Iterator[Checked]:
    """The same in several processes, in the same order."""
    from concurrent.futures import ProcessPoolExecutor  # 20 ms that one process does not need

    lines = _lines(stream, ask, parents or Parents())
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(make_checker, ask)) as pool:
        waiting: deque[Future[list[Checked]]] = deque()
        for chunk in _chunks(lines):
            waiting.append(pool.submit(_check_chunk, chunk))
            if len(waiting) >= jobs * CHUNKS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    reading: SetReading
    parents: Mapping[int, Texts]


def _lines(stream: IO[bytes], ask: Ask, parents: Parents) -> Iterator[_Line | Checked]:
    """Each line as read, a fiftieth of the work, with its parents among the lines before it."""
    for number, line in enumerate(bounded_lines(stream, ask.limits.max_bytes), start=1):
        if line.strip():
            try:
                yield _read_line(line, number, ask.limits, parents)
            except Exception as error:  # one line never ends the run
                yield _failed(error, ask, number)


def _read_line(line: bytes, number: int, limits: Settings, parents: Parents) -> _Line:
    if len(line) > limits.max_bytes:
        raise InputTooLarge("bytes", line=number, limit=limits.max_bytes)
    reading = read_jsonl_line(line, number, limits)
    parents.add(reading.set)
    return _Line(number, reading, parents.of(reading.set))


Chunk = list[_Line | Checked]


def _chunks(lines: Iterable[_Line | Checked]) -> Iterator[Chunk]:
    lines = iter(lines)
    while chunk := list(islice(lines, CHUNK_LINES)):
        yield chunk


_at_work: tuple[Checker, Ask]


def _start(make_checker: Callable[[], Checker], ask: Ask) -> None:
    global _at_work
    _at_work = make_checker(), ask


def _check_chunk(chunk: Chunk) -> list[Checked]:
    return [one if isinstance(one, Checked) else _check_line(*_at_work, one) for one in chunk]


def _check_line(checker: Checker, ask: Ask, line: _Line) -> Checked:
    reading = line.reading
    try:
        return _checked(
            checker.check(
                reading.set,
                unread=reading.unread,
                notes=reading.notes,
                final=ask.final,
                language=ask.language,
                parents=line.parents,
            )
        )
    except Exception as error:  # one line never ends the run
        return _failed(error, ask, line.number)


def _checked(answer: Answer, draft: Draft | None = None) -> Checked:
    severities = frozenset(finding.severity for finding in answer.findings)
    return Checked(answer.model_dump_json(), severities, draft=draft)


def _failed(error: Exception, ask: Ask, number: int) -> Checked:
    told = as_told(error)
    told.line = told.line or number
    return Checked(
        error_object(told, ask.errors_in).model_dump_json(exclude_none=True), failed=True
    )
