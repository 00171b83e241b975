"""The command `okr-coach`. Results go to standard output, everything else to standard error.

Exit 0; 1 when findings reach `--fail-on`; 2 for bad usage or input that cannot be read.
"""

from __future__ import annotations

import json
import locale
import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import IO, Annotated

import typer

from assistant.coaching.batch import Ask, Checked, check_draft, check_jsonl
from assistant.coaching.check import Checker, load_checker
from assistant.errors import CoachError, UnreadableInput
from assistant.models import SCHEMAS, ErrorObject, Language, Problem, Severity
from assistant.parsing import Format
from assistant.problems import one_line, problem_of
from assistant.rendering.writers import OutputFormat, writer
from assistant.settings import Settings

app = typer.Typer(
    name="okr-coach",
    help="Makes OKRs good: checks drafts in English and Chinese, each verdict with its reason.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
rules_app = typer.Typer(help="Look at the rules, and test them.", no_args_is_help=True)
key_app = typer.Typer(help="Keys to the service.", no_args_is_help=True)
app.add_typer(rules_app, name="rules")
app.add_typer(key_app, name="key")


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


class WriteIn(StrEnum):
    """The language of messages."""

    AUTO = "auto"
    EN = "en"
    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"

    @property
    def language(self) -> Language | None:
        """The language, or none where the draft decides."""
        return None if self is WriteIn.AUTO else Language(self.value)

    @property
    def own(self) -> Language:
        """The language where there is no draft: what was asked for, else that of the machine."""
        return self.language or machine_language()


def machine_language() -> Language:
    """The language of the user's environment, English if it is neither."""
    name = (locale.getlocale()[0] or os.environ.get("LANG", "")).replace("-", "_")
    if name.startswith(("zh_TW", "zh_HK", "zh_MO", "zh_Hant")):
        return Language.ZH_HANT
    return Language.ZH_HANS if name.startswith("zh") else Language.EN


class TextOrJson(StrEnum):
    """For people or for programs."""

    TEXT = "text"
    JSON = "json"


LangOption = Annotated[WriteIn, typer.Option("--lang", help="Language of the messages.")]
ProfileOption = Annotated[str | None, typer.Option(help="Whose limits; see `rules list`.")]
PackOption = Annotated[str | None, typer.Option(help="An industry pack on top of the profile.")]
FormatOption = Annotated[TextOrJson, typer.Option("--format", help="For people or programs.")]


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
    settings = Settings.from_env(os.environ)
    make_checker = partial(load_checker, settings, profile, pack)
    checker = make_checker()
    _warn(checker, lang.own)
    ask = Ask(final, lang.language, settings)
    out = writer(output, sys.stdout, checker.rubric.names, version("okr-coach"))
    seen: set[Severity] = set()
    failed = False
    for path in paths or ["-"]:
        try:
            form = input_format or _jsonl(path)
            for checked in _check(path, form, checker, make_checker, ask, jobs):
                out.write(path, checked.json, failed=checked.failed)
                seen |= checked.severities
                failed |= _tell_if_failed(checked, path)
        except CoachError as error:
            failed = True
            error.file = error.file or path
            _tell(problem_of(error, lang.own))
    out.close()
    raise typer.Exit(2 if failed else 1 if seen & FAILING[fail_on] else 0)


def _jsonl(path: str) -> Format | None:
    return Format.JSONL if path.endswith((".jsonl", ".ndjson")) else None


def _check(
    path: str,
    form: Format | None,
    checker: Checker,
    make_checker: partial[Checker],
    ask: Ask,
    jobs: int,
) -> Iterator[Checked]:
    with _open(path) as stream:
        if form is Format.JSONL:
            yield from check_jsonl(make_checker, stream, ask, jobs=jobs)
        else:
            data = stream.read(ask.limits.max_bytes + 1)
            name = None if path == "-" else path
            yield from check_draft(checker, data, ask, name=name, form=form)


def _open(path: str) -> IO[bytes]:
    if path == "-":
        return sys.stdin.buffer
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput("cannot_open", file=path, why=why) from error


def _tell_if_failed(checked: Checked, path: str) -> bool:
    if checked.failed:
        problem = ErrorObject.model_validate_json(checked.json).error
        _tell(problem.model_copy(update={"file": path}))
    return checked.failed


def _tell(problem: Problem) -> None:
    typer.echo(one_line(problem), err=True)


def _warn(checker: Checker, language: Language) -> None:
    """A broken file of the company's rubric is told; the rest works."""
    for error in checker.rubric.errors:
        _tell(problem_of(error, language))


@rules_app.command("list")
def list_rules(
    output: FormatOption = TextOrJson.TEXT,
    profile: ProfileOption = None,
    pack: PackOption = None,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """List the rules as a profile weighs them, and the profiles and packs there are."""
    from assistant.rules.pages import listing, listing_json

    rubric = load_checker(Settings.from_env(os.environ), profile, pack).rubric
    write = listing_json if output is TextOrJson.JSON else listing
    typer.echo(write(rubric, lang.own))


@rules_app.command("show")
def show_rule(
    rule: Annotated[str, typer.Argument(help="Id of the rule, e.g. K03.")],
    output: FormatOption = TextOrJson.TEXT,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Show one rule: what it asks, why, how to mend it, examples, sources."""
    from assistant.rules.pages import page

    rubric = load_checker(Settings.from_env(os.environ), None, None).rubric
    found = rubric.rule(rule.upper())
    if output is TextOrJson.JSON:
        typer.echo(found.model_dump_json(indent=2))
    else:
        typer.echo(page(found, lang.own))


@rules_app.command("test")
def run_rule_tests(
    folder: Annotated[
        Path | None, typer.Argument(help="Case files; the rules' own examples by default.")
    ] = None,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Run the examples that the rules carry, or a folder of cases, against the rules."""
    from assistant.coaching.cases import failures

    checker = load_checker(Settings.from_env(os.environ), None, None)
    _warn(checker, lang.own)
    count, failed = failures(checker, folder)
    for failure in failed:
        typer.echo(failure, err=True)
    typer.echo(f"{count - len(failed)} passed, {len(failed)} failed")
    raise typer.Exit(1 if failed or checker.rubric.errors else 0)


@rules_app.command("pages", hidden=True)
def write_pages() -> None:
    """Write the generated rule pages into the working tree (for developers)."""
    from assistant.rules.pages import write

    write(load_checker(Settings(), None, None).rubric, Path("rubrics/pages"))


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help=f"One of {', '.join(SCHEMAS)}.")],
) -> None:
    """Print the JSON Schema of a shape."""
    shape = {str(known): model for known, model in SCHEMAS.items()}.get(name)
    if shape is None:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(SCHEMAS)}.")
    typer.echo(json.dumps(shape.model_json_schema(), ensure_ascii=False, indent=2))


@app.command()
def doctor(lang: LangOption = WriteIn.AUTO) -> None:
    """Look whether all that the coach needs is there and works."""
    from assistant.doctor import examine

    results = examine(os.environ, lang.own)
    for result in results:
        typer.echo(f"{'ok  ' if result.well else 'BAD '} {result.name}: {result.detail}")
    raise typer.Exit(0 if all(result.well for result in results) else 1)


@app.command()
def serve() -> None:
    """Serve the API and the web page (settings OKR_HOST, OKR_PORT and others)."""
    from api.server import serve as run

    run(Settings.from_env(os.environ))


@key_app.command("new")
def new_key(label: Annotated[str, typer.Argument(help="Whose key it is.")]) -> None:
    """Make a key and print it once; only its SHA-256 is kept."""
    from api.keys import KeyStore

    typer.echo(KeyStore.of(Settings.from_env(os.environ)).create(label))


def main() -> None:
    """Run the command line; an error that the user can mend is one line and exit 2."""
    try:
        app()
    except CoachError as error:
        _tell(problem_of(error, machine_language()))
        sys.exit(2)
    except BrokenPipeError:
        # The reader went away (`| head`): nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
