"""The command `okr-coach`. Results go to standard output, everything else to standard error.

Exit 0; 1 when findings reach `--fail-on`; 2 for bad usage or input that cannot be read.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from functools import partial
from typing import IO, Annotated

import typer
from typer.exceptions import TyperException

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
from assistant.commands import checkin, guides, keys, knowledge, rules
from assistant.commands import reading as reading_messages
from assistant.commands import search as searching
from assistant.commands.options import (
    FormatOption,
    LangOption,
    PackOption,
    ProfileOption,
    TextOrJson,
    WriteIn,
    hang_up,
    machine_language,
    opened,
    settings,
    tell,
    warn,
)
from assistant.commands.review import review
from assistant.errors import NotFound, UsageError
from assistant.models import ErrorObject, Severity
from assistant.models.schemas import SCHEMAS, shape_named
from assistant.parsing import Format
from assistant.problems import as_told, one_line, problem_of
from assistant.rendering.writers import OutputFormat, Writer, writer

app = typer.Typer(
    name="okr-coach",
    help="Makes OKRs good: checks drafts in English and Chinese, each verdict with its reason.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(rules.app, name="rules")
app.add_typer(keys.app, name="key")
checkin.app.command("read")(reading_messages.read)
app.add_typer(checkin.app, name="checkin")
app.command("review")(review)
app.add_typer(knowledge.app, name="knowledge")
app.command("search")(searching.search)
app.command("template")(guides.template)
app.command("guide")(guides.guide)


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


@app.command()
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


@dataclass(frozen=True, slots=True)
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


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help=f"One of {', '.join(SCHEMAS)}.")],
) -> None:
    """Print the JSON Schema of a shape."""
    shape = shape_named(name)
    if shape is None:
        raise NotFound("schema", name=name, known=", ".join(SCHEMAS))
    typer.echo(json.dumps(shape.model_json_schema(), ensure_ascii=False, indent=2))


@app.command()
def doctor(output: FormatOption = TextOrJson.TEXT, lang: LangOption = WriteIn.AUTO) -> None:
    """Look whether all that the coach needs is there and works."""
    from assistant.doctor import examine

    results = examine(os.environ, lang.own)
    if output is TextOrJson.JSON:
        told = [asdict(result) for result in results]
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for result in results:
            typer.echo(f"{'ok  ' if result.well else 'BAD '} {result.name}: {result.detail}")
    raise typer.Exit(0 if all(result.well for result in results) else 1)


@app.command()
def serve() -> None:
    """Serve the API and the web page (settings OKR_HOST, OKR_PORT and others)."""
    from api.server import serve as run

    run(settings())


def main() -> None:
    """Run the command line; an error that the user can mend is one line and exit 2."""
    # Hardly anything here is in cycles; at the default of 700, looking for them takes a tenth.
    gc.set_threshold(10_000)
    try:
        sys.exit(app(standalone_mode=False) or 0)
    except TyperException as error:
        _tell_usage(error)
    except typer.Abort:
        pass
    except Exception as error:  # whatever went wrong, the user is told in one line
        tell(problem_of(as_told(error), machine_language()))
    sys.exit(2)


def _tell_usage(error: TyperException) -> None:
    """What is wrong with the call; a command without arguments has printed its help instead."""
    what = " ".join(error.format_message().split())
    if what:
        what += "" if what[-1] in ".?!)" else "."
        problem = problem_of(UsageError("wrong_call", what=what), machine_language())
        typer.echo(f"okr-coach: {one_line(problem)}", err=True)
