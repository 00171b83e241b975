"""Many drafts, one after the other: files as a whole, JSONL line by line in flat memory."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import partial
from itertools import islice
from typing import IO, TYPE_CHECKING, NamedTuple

from assistant.coaching.check import Checker
from assistant.coaching.lines import bounded_lines
from assistant.coaching.parents import Parents, Texts
from assistant.errors import InputTooLarge
from assistant.models import Answer, Language, OkrSet, Severity
from assistant.parsing import Draft, Format, SetReading, read_draft, read_jsonl_line
from assistant.problems import as_told, error_object
from assistant.records import record
from assistant.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future

CHUNK_LINES = 20
CHUNKS_AHEAD = 3  # per process: keeps all busy, and memory flat


@record
class Ask:
    """What is wanted of every set of a run; errors have no draft whose language they could take."""

    final: bool = False
    language: Language | None = None
    errors_in: Language = Language.EN
    limits: Settings = field(default_factory=Settings)


@record
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
        yield checked(answer, draft)


def check_jsonl(
    checker: Checker, stream: IO[bytes], ask: Ask, parents: Parents | None = None
) -> Iterator[Checked]:
    """Check a set a line, in order; a bad line gives an error object and stops nothing."""
    known = parents or Parents()
    for line in _lines(stream, ask):
        yield _check_line(checker, ask, line, known.follow)


def check_jsonl_in_processes(
    make_checker: Callable[[], Checker],
    stream: IO[bytes],
    ask: Ask,
    parents: Parents | None = None,
    *,
    jobs: int,
) -> Iterator[Checked]:
    """The same in several processes, in the same order.

    They are given the lines as they stand, which are handed over faster than what is read off
    them; here a line is read for its parents alone, a fiftieth of the work.
    """
    from concurrent.futures import ProcessPoolExecutor  # 20 ms that one process does not need

    known = parents or Parents()
    lines = ((line, _parents(line, ask, known)) for line in _lines(stream, ask))
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(make_checker, ask)) as pool:
        waiting: deque[Future[list[Checked]]] = deque()
        for chunk in _chunks(lines):
            waiting.append(pool.submit(_check_chunk, chunk))
            if len(waiting) >= jobs * CHUNKS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


class _Line(NamedTuple):
    number: int
    written: bytes


_Parents = Mapping[int, Texts]


def _lines(stream: IO[bytes], ask: Ask) -> Iterator[_Line]:
    for number, line in enumerate(bounded_lines(stream, ask.limits.max_bytes), start=1):
        if line.strip():
            yield _Line(number, line)


def _read(line: _Line, limits: Settings) -> SetReading:
    if len(line.written) > limits.max_bytes:
        raise InputTooLarge("bytes", line=line.number, limit=limits.max_bytes)
    return read_jsonl_line(line.written, line.number, limits)


def _parents(line: _Line, ask: Ask, known: Parents) -> _Parents:
    try:
        return known.follow(_read(line, ask.limits).set)
    except Exception:  # told by the process that checks the line
        return {}


Chunk = list[tuple[_Line, _Parents]]


def _chunks(lines: Iterable[tuple[_Line, _Parents]]) -> Iterator[Chunk]:
    lines = iter(lines)
    while chunk := list(islice(lines, CHUNK_LINES)):
        yield chunk


_at_work: tuple[Checker, Ask]


def _start(make_checker: Callable[[], Checker], ask: Ask) -> None:
    global _at_work
    _at_work = make_checker(), ask
    gc.freeze()  # what came from the process before is not looked through, and stays shared


def _check_chunk(chunk: Chunk) -> list[Checked]:
    return [_check_line(*_at_work, line, partial(_given, found)) for line, found in chunk]


def _given(found: _Parents, okr_set: OkrSet) -> _Parents:
    """The parents that were found for a set before it came here."""
    return found


def _check_line(
    checker: Checker, ask: Ask, line: _Line, parents_of: Callable[[OkrSet], _Parents]
) -> Checked:
    try:
        reading = _read(line, ask.limits)
        answer = checker.check(
            reading.set,
            unread=reading.unread,
            notes=reading.notes,
            final=ask.final,
            language=ask.language,
            parents=parents_of(reading.set),
        )
        return checked(answer)
    except Exception as error:  # one line never ends the run
        return failed(error, ask, line.number)


def checked(answer: Answer, draft: Draft | None = None) -> Checked:
    """An answer as it is written."""
    severities = frozenset(finding.severity for finding in answer.findings)
    return Checked(answer.model_dump_json(), severities, draft=draft)


def failed(error: Exception, ask: Ask, number: int) -> Checked:
    """The error object in the place of the answer to a line."""
    told = as_told(error)
    told.line = told.line or number
    return Checked(
        error_object(told, ask.errors_in).model_dump_json(exclude_none=True), failed=True
    )
