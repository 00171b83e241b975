"""Each message of the catalogues and each sentence of the rules, in each language and script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.coaching.check import load_checker
from assistant.messages import fill, say, traditional
from assistant.models import Language
from assistant.rules.pages import index, page
from assistant.settings import Settings
from evals.faces.rows import Faces, Said, fields
from evals.in_code import named
from evals.parsed import loaded

ROOT = Path(__file__).parents[2]
RULES = ("title", "message", "why", "fix")
READERS = (Language.EN, Language.ZH_HANS, Language.ZH_HANT)


def sentences() -> Iterator[Said]:
    """A message with its facts left open, by its first words and a fingerprint."""
    for path in sorted(ROOT.glob("assistant/catalogues/*.yml")):
        for key in loaded(path):
            for language in READERS:
                yield language, f"{path.stem} {key}", named(say(path.stem, key, language))
    for path in sorted(ROOT.glob("rubrics/rules/*.yml")):
        for part in RULES:
            yield from _of_rule(f"{path.stem} {part}", loaded(path).get(part))


def rule_pages() -> Iterator[Said]:
    """The page of each rule with its examples, and the page that lists them, line by line."""
    faces, rubric = Faces(), load_checker(Settings(), None, None).rubric
    for language in READERS:
        for name, rule in sorted(rubric.library.rules.items()):
            yield from faces.rows(language, name, page(rule, language).splitlines())
        yield from faces.rows(language, "all rules", index(rubric, language).splitlines())


def _of_rule(key: str, part: object) -> Iterator[Said]:
    for place, text in fields(part):
        name, _, short = place.rpartition(".")
        face = f"{key} {name}".strip()
        if short == "en":
            yield Language.EN, face, named(fill(text, {}))
        elif short == "zh":
            yield Language.ZH_HANS, face, named(fill(text, {}))
            yield Language.ZH_HANT, face, named(traditional(text))
