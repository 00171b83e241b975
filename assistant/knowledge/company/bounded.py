"""A strange file is read in a process of its own, which may be ended at any moment.

Readers of PDF and Office files have taken minutes, or all memory, over a file made for that.
"""

from __future__ import annotations

from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection

from assistant.errors import CoachError, InputTooLarge, TookTooLong, UnknownFormat, UnreadableInput
from assistant.knowledge.company.converting import Kind, markdown_of

MOST_SECONDS = 60.0
MOST_MEMORY = 2 << 30
_TOLD = {error.__name__: error for error in (UnreadableInput, InputTooLarge, UnknownFormat)}


def read_bounded(data: bytes, kind: Kind, seconds: float = MOST_SECONDS) -> str:
    """The content of a file as Markdown.

    Raises:
        UnreadableInput: What is wrong with the file, or `worker_ended`: it took all memory.
        TookTooLong: `document`.
    """
    if kind is Kind.TEXT:
        return markdown_of(data, kind)
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, data, kind), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise TookTooLong("document", limit=seconds)
        done, told, facts = ours.recv()
    except EOFError as error:
        raise UnreadableInput("worker_ended") from error
    finally:
        process.kill()
        process.join()
        ours.close()
    if done:
        return str(told)
    name, reason = told
    raise _TOLD[name](reason, **facts)


def _work(pipe: Connection, data: bytes, kind: Kind) -> None:
    with suppress(ImportError, OSError, ValueError):  # where the system knows how
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    try:
        pipe.send((True, markdown_of(data, kind), {}))
    except MemoryError:
        return  # the pipe's end says it
    except CoachError as error:
        name = type(error).__name__ if type(error).__name__ in _TOLD else "UnreadableInput"
        pipe.send((False, (name, error.reason), error.facts))
