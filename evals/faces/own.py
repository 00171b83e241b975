"""What a company's own settings, words, rules and limits change in an answer, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from evals.faces.commands import a_folder, called
from evals.faces.rows import Said, plain, samples
from evals.lines import LANGUAGES

OURS = "OKR_"


def settings() -> Iterator[Said]:
    """Each setting with a call: the lines that it takes away, and those that come."""
    asked = samples("settings")
    with a_folder(asked["files"], asked["cycles"]):
        without = cache(lambda run, language: called(run, language))
        for number, case in enumerate(asked["cases"]):
            language = LANGUAGES[number % len(LANGUAGES)]
            run = f"{case['run']} --lang {language}"
            chosen = {f"{OURS}{name}": told for name, told in case["set"].items()}
            own = called(run, language, chosen)
            named = " ".join(f"{name}={told}" for name, told in case["set"].items())
            yield from changed(language, f"{named} {run}", without(run, language), own)


def changed(language: str, key: str, before: list[str], after: list[str]) -> Iterator[Said]:
    """How many lines go and come, and those that come."""
    gone = [line for line in before if line not in after]
    new = [one for line in after if line not in before and (one := plain(line))]
    yield language, key, f"{len(gone)} lines go, {len(new)} come"
    yield from ((language, f"{key}: {line}", "there") for line in new)
