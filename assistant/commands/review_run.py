"""What `okr-coach review` does."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import typer

from assistant.coaching.batch import Ask, Checked
from assistant.coaching.check import load_checker
from assistant.coaching.lines import peek_jsonl
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.reviewing import checked, load_reviewer, review_draft, review_jsonl
from assistant.coaching.told import told_rules
from assistant.commands.options import WriteIn, hang_up, opened, settings, tell, warn
from assistant.errors import UnreadableInput, UsageError
from assistant.parsing import Format
from assistant.problems import as_told, problem_of
from assistant.rendering.writers import OutputFormat, writer


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of a call."""

    form: Format | None
    output: OutputFormat
    answers: Path | None
    model: bool
    profile: str | None
    pack: str | None
    final: bool
    lang: WriteIn


@dataclass(frozen=True, slots=True)
class _Work:
    """What stays the same from draft to draft of a run."""

    reviewer: Reviewer
    ask: Ask
    asked: Asked
    form: Format | None


def run(paths: Sequence[str], wanted: Wanted) -> None:
    """Review each draft and write what was found; exit 2 where one could not be read."""
    _refuse(wanted)
    chosen, lang = settings(), wanted.lang
    checker = load_checker(chosen, wanted.profile, wanted.pack)
    warn(checker, lang.own)
    given = read_answers(wanted.answers) if wanted.answers else None
    work = _Work(
        load_reviewer(checker, chosen),
        Ask(wanted.final, lang.language, lang.own, chosen),
        Asked(wanted.final, lang.language, given),
        wanted.form,
    )
    rules = told_rules(checker.rubric, lang.own, chosen)
    out = writer(wanted.output, sys.stdout, rules, review=True, several=len(paths) > 1)
    failed = False
    for path in paths:
        try:
            for one in _reviewed(path, work):
                out.write(path, one.json, one.draft, failed=one.failed)
                failed |= one.failed
        except BrokenPipeError:
            hang_up()
        except Exception as error:  # one file does not keep the others from being reviewed
            failed = True
            told = as_told(error)
            told.file = told.file or path
            tell(problem_of(told, lang.own))
    out.close()
    raise typer.Exit(2 if failed else 0)


def _refuse(wanted: Wanted) -> None:
    if wanted.output is OutputFormat.SARIF:
        raise UsageError("no_sarif")
    if wanted.model:
        raise UsageError("no_model")


def read_answers(path: Path) -> dict[str, str]:
    """The answers in a file: one JSON object of question ids to texts or numbers.

    Raises:
        UnreadableInput: `cannot_open`.
        UsageError: `bad_answers`.
    """
    try:
        loaded = json.loads(path.read_bytes())
    except OSError as error:
        why = error.strerror or str(error)
        raise UnreadableInput("cannot_open", file=str(path), why=why) from error
    except (ValueError, RecursionError) as error:
        raise UsageError("bad_answers", file=str(path)) from error
    if not isinstance(loaded, dict):
        raise UsageError("bad_answers", file=str(path))
    known = ((key, value) for key, value in loaded.items() if isinstance(value, str | int | float))
    return {key: str(value) for key, value in known}


def _reviewed(path: str, work: _Work) -> Iterator[Checked]:
    form, most = work.form, work.ask.limits.max_bytes
    with opened(path) as source:
        lines, stream = form is Format.JSONL or path.lower().endswith((".jsonl", ".ndjson")), source
        if form is None and not lines:
            lines, stream = peek_jsonl(source, most)
        if form in (None, Format.JSONL) and lines:
            yield from review_jsonl(work.reviewer, stream, work.ask, work.asked)
        else:
            yield from _whole(path, stream, work)


def _whole(path: str, stream: IO[bytes], work: _Work) -> Iterator[Checked]:
    data = stream.read(work.ask.limits.max_bytes + 1)
    name = None if path == "-" else path
    found = review_draft(work.reviewer, data, work.ask, work.asked, name=name, form=work.form)
    return (checked(answer, draft) for answer, draft in found)
