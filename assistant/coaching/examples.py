"""Whether the example OKRs of the knowledge base pass our own check, in every script."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.coaching.check import Checker, load_checker
from assistant.errors import KnowledgeError
from assistant.knowledge.checking.shelf import Placed, Shelf
from assistant.messages import traditional
from assistant.models import KeyResult, Language, Objective, OkrSet, Severity
from assistant.models.knowledge import Example, Words
from assistant.settings import Settings

SCRIPTS = (Language.EN, Language.ZH_HANS, Language.ZH_HANT)
_SEVERE = (Severity.ERROR, Severity.WARNING)


def example_faults(shelf: Shelf, language: Language) -> Iterator[KnowledgeError]:
    """What the rules find wrong with the examples, told in `language`, at the line it is about."""
    checker = load_checker(Settings(), None, None)
    for one in shelf.examples:
        for script in SCRIPTS:
            yield from _found(checker, one, script, language)


def okr_set(example: Example, script: Language) -> OkrSet:
    """An example as a set, in one script."""
    objective = Objective(
        objective=_said(example.objective, script),
        key_results=[KeyResult(text=_said(line.text, script)) for line in example.key_results],
    )
    return OkrSet(level=example.level, objectives=[objective])


def _found(
    checker: Checker, one: Placed[Example], script: Language, language: Language
) -> Iterator[KnowledgeError]:
    for finding in checker.check(okr_set(one.value, script), language=language).findings:
        if finding.severity in _SEVERE:
            number = finding.key_result
            path = ("objective",) if number is None else ("key_results", number, "text")
            yield one.fault(
                "fails_check", *path, rule=finding.rule, script=script, why=finding.message
            )


def _said(words: Words, script: Language) -> str:
    if script is Language.EN:
        return words.en
    return traditional(words.zh) if script is Language.ZH_HANT else words.zh
