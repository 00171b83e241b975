"""A worker process: takes jobs over standard input, one after the other, until it is closed."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import IO

from api.order import Job
from api.pool import HEADER_BYTES, frame
from api.work import Desk
from assistant.settings import Settings

MOST_MEMORY = 3 << 30
KINDNESS = 3  # small checks in the service go first, if only just: a busy machine starves more


def main() -> None:
    """Serve until standard input ends."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    _step_back()
    desk = Desk(Settings.model_validate_json(_read(source)))
    for done, data in enumerate(iter(lambda: _read(source), b"")):
        target.write(frame(desk.run(Job.from_bytes(data)).to_bytes()))
        target.flush()
        if not done:
            gc.freeze()  # what the first job has loaded stays, so no later one looks through it


def _read(source: IO[bytes]) -> bytes:
    return source.read(int.from_bytes(source.read(HEADER_BYTES), "big"))


def _step_back() -> None:
    """Take less than the service, in time and in memory, where the system knows how."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        os.nice(KINDNESS)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
