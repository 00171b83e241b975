"""What `okr-coach review` does."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import typer

from assistant.coaching.batch import Ask, Checked, checked
from assistant.coaching.check import Checker, load_checker
from assistant.coaching.lines import peek_jsonl
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.reviewing import (
    SetReviewer,
    load_reviewer,
    review_draft,
    review_jsonl,
)
from assistant.coaching.told import told_rules
from assistant.commands.options import WriteIn, hang_up, opened, settings, tell, warn
from assistant.commands.taking_over import take_over
from assistant.errors import UnreadableInput, UsageError
from assistant.llm.loading import load_roster, wanted_model
from assistant.models import Answer
from assistant.models.suggestion import ModelUse
from assistant.parsing import Draft, Format
from assistant.problems import as_told, problem_of
from assistant.rendering.writers import OutputFormat, writer
from assistant.settings import Settings
from assistant.system import why


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of a call."""

    form: Format | None
    output: OutputFormat
    answers: Path | None
    model: ModelUse
    dry_run: bool
    interactive: bool
    apply: bool
    profile: str | None
    pack: str | None
    final: bool
    lang: WriteIn


@dataclass(frozen=True, slots=True)
class _Work:
    """What stays the same from draft to draft of a run."""

    reviewer: SetReviewer
    checker: Checker
    ask: Ask
    asked: Asked
    form: Format | None


def run(paths: Sequence[str], wanted: Wanted) -> None:
    """Review each draft and write what was found; exit 2 where one could not be read."""
    if wanted.output is OutputFormat.SARIF:
        raise UsageError("no_sarif")
    if (wanted.interactive or wanted.apply) and "-" in paths:
        raise UsageError("needs_file")
    chosen, lang = settings(), wanted.lang
    checker = load_checker(chosen, wanted.profile, wanted.pack)
    warn(checker, lang.own)
    given = read_answers(wanted.answers) if wanted.answers else None
    ask = Ask(wanted.final, lang.language, lang.own, chosen)
    asked = Asked(wanted.final, lang.language, given)
    rules = load_reviewer(checker, chosen)
    if wanted.dry_run:
        _show_requests(paths, _Work(rules, checker, ask, asked, wanted.form), load_roster(chosen))
        return
    with ExitStack() as open_models:
        reviewer = _reviewer(rules, wanted.model, chosen, open_models)
        _review(paths, wanted, _Work(reviewer, checker, ask, asked, wanted.form))


def _reviewer(
    rules: Reviewer, model: ModelUse, chosen: Settings, open_models: ExitStack
) -> SetReviewer:
    """The rules alone, or with the model of the settings.

    Raises:
        UsageError: `no_model`, where one is wanted and none is set.
    """
    chosen_model = wanted_model(chosen, model)
    if chosen_model is None:
        return rules
    from assistant.coaching.modelling.both import Both
    from assistant.coaching.modelling.reviewing import ModelReviewer

    both = Both(rules, ModelReviewer(rules.checker, chosen_model, load_roster(chosen)))
    return open_models.enter_context(both)


def _show_requests(paths: Sequence[str], work: _Work, roster: frozenset[str] | None) -> None:
    """Write what would be sent to a model for each set, and send nothing."""
    from assistant.coaching.modelling.reviewing import request_of

    for path in paths:
        with opened(path) as source:
            data = source.read(work.ask.limits.max_bytes + 1)
        name = None if path == "-" else path
        found = review_draft(work.reviewer, data, work.ask, work.asked, name=name, form=work.form)
        for answer, _ in found:
            for message in request_of(work.checker, answer, roster).messages:
                typer.echo(f"--- {message.role} ---\n{message.content}\n")


def _review(paths: Sequence[str], wanted: Wanted, work: _Work) -> None:
    lang = wanted.lang
    rules = told_rules(work.checker.rubric, lang.own, work.ask.limits)
    out = writer(wanted.output, sys.stdout, rules, review=True, several=len(paths) > 1)
    failed = False
    for path in paths:
        try:
            if wanted.interactive or wanted.apply:
                reviewed, data = _taken(path, work)
                take_over(path, data, reviewed, asks=wanted.interactive, writes=wanted.apply)
                continue
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


def _taken(path: str, work: _Work) -> tuple[list[tuple[Answer, Draft]], bytes]:
    """The reviews of a file, and its bytes."""
    with opened(path) as source:
        data = source.read(work.ask.limits.max_bytes + 1)
    found = review_draft(work.reviewer, data, work.ask, work.asked, name=path, form=work.form)
    return list(found), data


def read_answers(path: Path) -> dict[str, str]:
    """The answers in a file: one JSON object of question ids to texts or numbers.

    Raises:
        UnreadableInput: `cannot_open`.
        UsageError: `bad_answers`.
    """
    try:
        loaded = json.loads(path.read_bytes())
    except OSError as error:
        raise UnreadableInput("cannot_open", file=str(path), why=why(error)) from error
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
