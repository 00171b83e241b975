"""Looks whether all that the coach needs is there and works on this machine."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version

from assistant.coaching.check import load_checker
from assistant.errors import CoachError
from assistant.messages import say, traditional
from assistant.models import Language, OkrSet
from assistant.parsing import SetReading
from assistant.problems import one_line, problem_of
from assistant.settings import PREFIX, Settings

SAMPLE = OkrSet.model_validate(
    {
        "objectives": [
            {
                "objective": "让客户信任我们的交付",
                "key_results": ["准时率从82%提升到96%", "Launch the new warehouse system"],
            }
        ]
    }
)


@dataclass(frozen=True, slots=True)
class Result:
    """What one look found."""

    name: str
    well: bool
    detail: str


def examine(environ: Mapping[str, str], language: Language) -> list[Result]:
    """Look at everything; a look that fails is a result, never an exception."""
    looks: dict[str, Callable[[], str]] = {
        "okr-coach": lambda: f"{version('okr-coach')} on Python {platform.python_version()}",
        "settings": lambda: _settings(environ),
        "rubric": lambda: _rubric(environ),
        "reading": lambda: _reading(environ),
        "traditional Chinese": lambda: _traditional(),
        "search": lambda: _search(environ, language),
    }
    return [*_results(looks, language), *_broken_files(environ, language)]


def _results(looks: Mapping[str, Callable[[], str]], language: Language) -> Iterator[Result]:
    for name, look in looks.items():
        try:
            yield Result(name, True, look())
        except CoachError as error:
            yield Result(name, False, one_line(problem_of(error, language)))
        except Exception as error:  # whatever is broken shall be shown, that is what it is for
            yield Result(name, False, f"{type(error).__name__}: {error}")


def _settings(environ: Mapping[str, str]) -> str:
    Settings.from_env(environ)
    given = sorted(name for name in environ if name.startswith(PREFIX))
    return ", ".join(given) or "defaults"


def _rubric(environ: Mapping[str, str]) -> str:
    rubric = load_checker(Settings.from_env(environ), None, None).rubric
    return f"{rubric.version}, {len(rubric.rules)} rules, profile {rubric.profile.name}"


def _broken_files(environ: Mapping[str, str], language: Language) -> Iterator[Result]:
    """A company's files that were left out, each in a line of its own."""
    try:
        errors = load_checker(Settings.from_env(environ), None, None).rubric.errors
    except CoachError:
        return  # told by the looks already
    for error in errors:
        yield Result("rubric file", False, one_line(problem_of(error, language)))


def _reading(environ: Mapping[str, str]) -> str:
    checker = load_checker(Settings.from_env(environ), None, None)
    (answer,) = checker.check_all([SetReading(SAMPLE)], final=False, language=None)
    kinds = [str(getattr(fact, "kind", "")) for fact in answer.facts[1:]]
    if kinds != ["outcome", "task"]:
        raise RuntimeError(f"the sample was read as {kinds}, not outcome and task")
    return "a sample in two languages is read as it should"


def _traditional() -> str:
    return traditional("软件")


def _search(environ: Mapping[str, str], language: Language) -> str:
    from assistant.retrieval.state import state_of

    state = state_of(Settings.from_env(environ))
    return say("search", f"state.{'ready' if state.ready else 'open'}", language, **asdict(state))
