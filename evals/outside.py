"""A suite on a file outside the tree, and what is said where that file is of another form."""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import ValidationError
from yaml import YAMLError

from assistant.errors import CoachError
from assistant.models import Language
from assistant.problems import problem_of
from evals.outcomes import Outcome
from evals.rows import WrongForm, why
from evals.suites import suite

# What reading a file of some other form ends in; our own files have tests, theirs do not.
OTHER_FORM = (
    WrongForm, CoachError, OSError, ValueError, YAMLError, KeyError, TypeError, AttributeError,
)  # fmt: skip


def of_dataset(name: str, data: Path) -> list[Outcome]:
    """The outcomes of a suite on a file outside the tree.

    Raises:
        SystemExit: The file is not in the form of the suite.
    """
    try:
        made = list(suite(name)(data))
    except OTHER_FORM as error:
        sys.exit(f"{data}: not in the form of `{name}` (see evals/README.md): {told(error)}")
    if not made:
        sys.exit(f"{data}: holds no case in the form of `{name}` (see evals/README.md)")
    return made


def told(error: Exception) -> str:
    """What is wrong, in one line."""
    if isinstance(error, CoachError):
        return problem_of(error, Language.EN).message
    if isinstance(error, ValidationError):
        return why(error)
    missing = f"no {error}" if isinstance(error, KeyError) else str(error)
    return " ".join(missing.split())
