"""`okr-coach check`: facts, findings and score of drafts.

Exit 0; 1 when findings reach `--fail-on`; 2 for input that cannot be read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import IO, Annotated

import typer

from assistant.coaching.batch import (
    Ask,
    Checked,
    check_draft,
    check_jsonl,
    check_jsonl_in_processes,
)
from assistant.coaching.check import Checker, load_checker
from assistant.coaching.lines import peek_jsonl
from assistant.coaching.parents import Parents
from assistant.coaching.told import told_rules
from assistant.commands.options import (
    LangOption,
    PackOption,
    ProfileOption,
    WriteIn,
    hang_up,
    opened,
    settings,
    tell,
    warn,
)
from assistant.models import ErrorObject, Severity
from assistant.parsing import Format
from assistant.problems import as_told, problem_of
from assistant.records import record
from assistant.rendering.writers import OutputFormat, Writer, writer


class FailOn(StrEnum):
    """From which severity on `check` exits 1."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    NEVER = "never"


FAILING: dict[FailOn, set[Severity]] = {
    FailOn.ERROR: {Severity.ERROR},
    FailOn.WARNING: {Severity.ERROR, Severity.WARNING},
    FailOn.HINT: set(Severity),
    FailOn.NEVER: set(),
}


def check(
    paths: Annotated[list[str] | None, typer.Argument(help="Drafts; - is standard input.")] = None,
    input_format: Annotated[
        Format | None, typer.Option(help="What the drafts are; recognised by default.")
    ] = None,
    output: Annotated[
        OutputFormat, typer.Option("--format", help="What to write.")
    ] = OutputFormat.TEXT,
    profile: ProfileOption = None,
    pack: PackOption = None,
    final: Annotated[
        bool, typer.Option("--final", help="Placeholders left to fill are errors.")
    ] = False,
    fail_on: Annotated[FailOn, typer.Option(help="Exit 1 from this severity on.")] = FailOn.ERROR,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes, for JSONL.")] = 1,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Check drafted OKRs: facts, findings with the words they are about, the score."""
    chosen = settings()
    make_checker = partial(load_checker, chosen, profile, pack)
    checker = make_checker()
    warn(checker, lang.own)
    ask = Ask(final, lang.language, lang.own, chosen)
    work = Work(checker, make_checker, ask, jobs)
    described = told_rules(checker.rubric, lang.own, chosen)
    out = writer(output, sys.stdout, described, several=len(paths or ()) > 1)
    outcome = Outcome()
    for path in paths or ["-"]:
        _check_file(path, input_format, work, out, outcome)
    out.close()
    raise typer.Exit(outcome.code(fail_on))


@dataclass(slots=True)
class Outcome:
    """What decides how a run exits."""

    seen: set[Severity] = field(default_factory=set)
    failed: bool = False

    def code(self, fail_on: FailOn) -> int:
        """The exit code."""
        return 2 if self.failed else 1 if self.seen & FAILING[fail_on] else 0


def _check_file(path: str, form: Format | None, work: Work, out: Writer, outcome: Outcome) -> None:
    """Check one file; what is wrong with it does not keep the others from being checked."""
    try:
        for checked in _check(path, form, work):
            out.write(path, checked.json, checked.draft, failed=checked.failed)
            outcome.seen |= checked.severities
            outcome.failed |= _tell_if_failed(checked, path)
    except BrokenPipeError:
        hang_up()
    except Exception as error:
        outcome.failed = True
        told = as_told(error)
        told.file = told.file or path
        tell(problem_of(told, work.ask.errors_in))


@record
class Work:
    """What stays the same from draft to draft of a run."""

    checker: Checker
    make_checker: Callable[[], Checker]
    ask: Ask
    jobs: int
    parents: Parents = field(default_factory=Parents)


def _check(path: str, form: Format | None, work: Work) -> Iterator[Checked]:
    most = work.ask.limits.max_bytes
    with opened(path) as source:
        lines, stream = form is Format.JSONL or _named_jsonl(path), source
        if form is None and not lines:
            lines, stream = peek_jsonl(source, most)
        if form in (None, Format.JSONL) and lines:
            yield from _check_lines(stream, work)
        else:
            name = None if path == "-" else path
            data = stream.read(most + 1)
            yield from check_draft(
                work.checker, data, work.ask, name=name, form=form, parents=work.parents
            )


def _named_jsonl(path: str) -> bool:
    return path.lower().endswith((".jsonl", ".ndjson"))


def _check_lines(stream: IO[bytes], work: Work) -> Iterator[Checked]:
    if work.jobs == 1:
        return check_jsonl(work.checker, stream, work.ask, work.parents)
    return check_jsonl_in_processes(
        work.make_checker, stream, work.ask, work.parents, jobs=work.jobs
    )


def _tell_if_failed(checked: Checked, path: str) -> bool:
    if checked.failed:
        problem = ErrorObject.model_validate_json(checked.json).error
        tell(problem.model_copy(update={"file": path}))
    return checked.failed
