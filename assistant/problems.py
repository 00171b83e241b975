"""An error as its user is told it: what, where, and how to mend it."""

from __future__ import annotations

import os
import traceback

from assistant.errors import CoachError, InternalFault
from assistant.messages import say
from assistant.models import ErrorObject, Language, Problem
from assistant.rendering.visible import visible
from assistant.settings import DEBUG


def problem_of(error: CoachError, language: Language) -> Problem:
    """Tell an error in the user's language."""
    key = f"{error.code}.{error.reason}"
    told = {name: _in(language, fact) for name, fact in error.facts.items()}
    facts = {**told, "file": error.file, "line": error.line, "field": error.field}
    return Problem(
        code=key,
        message=say("errors", key, language, **facts),
        file=error.file,
        line=error.line,
        column=error.column,
        field=error.field,
        fix=say("errors", f"{key}.fix", language, **facts),
    )


def _in(language: Language, fact: object) -> object:
    """A fact; one that reads otherwise in another language is a function of it."""
    return fact(language) if callable(fact) else fact


def as_told(error: Exception) -> CoachError:
    """The error itself, or our own fault in place of one that no user can mend."""
    if isinstance(error, CoachError):
        return error
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    return InternalFault("unexpected")


def error_object(error: CoachError, language: Language) -> ErrorObject:
    """What stands in the place of an answer."""
    return ErrorObject(error=problem_of(error, language))


def one_line(problem: Problem) -> str:
    """The problem on one line: place, what is wrong, how to mend it."""
    place = ":".join(
        str(part) for part in (problem.file, problem.line, problem.column) if part is not None
    )
    where = " ".join(part for part in (place, problem.field) if part)
    text = f"{problem.message} {problem.fix}"
    return visible(f"{where}: {text}" if where else text)
