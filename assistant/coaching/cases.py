"""Runs the cases and the examples of rules, the bundled ones and a company's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from assistant.coaching.check import Checker
from assistant.language.script import simplify
from assistant.messages import converted, say
from assistant.models import Finding, Language, OkrSet
from assistant.rules.cases import Case, Expected, as_draft, read_cases
from assistant.rules.files import folder_files
from assistant.rules.library import Library
from assistant.rules.rubric import rubric_of
from assistant.rules.schema import Example, Rule, Status

SCRIPTS = (Language.EN, Language.ZH_HANS, Language.ZH_HANT)


def failures(
    checker: Checker, folder: Path | None = None, language: Language = Language.EN
) -> tuple[int, list[str]]:
    """Run a folder of case files, or without one the examples that all rules carry.

    Returns:
        How many were run, each script counted, and a sentence for each that failed.

    Raises:
        BrokenFile: A case file is broken.
        NotFound: A case file is about a rule that does not exist.
    """
    library = checker.rubric.library
    runs = list(_examples(library) if folder is None else _cases(library, folder))
    told = [
        say("rules", "case_failed", language, rule=rule.id, case=name, script=script, why=why)
        for rule, name, script, why in runs
        if why is not None
    ]
    return len(runs), told


Run = tuple[Rule, str, Language, str | None]


def _cases(library: Library, folder: Path) -> Iterator[Run]:
    for file in folder_files(folder, "."):
        read = read_cases(file)
        rule = library.rule(read.rule)
        for case in read.cases:
            for script in SCRIPTS:
                yield rule, case.name, script, mismatch(library, rule, case, script)


def _examples(library: Library) -> Iterator[Run]:
    for rule in library.rules.values():
        if rule.check.kind == "judgement" or rule.status is Status.DEPRECATED:
            continue
        for name, examples in (("bad", rule.examples.bad), ("good", rule.examples.good)):
            for example in examples:
                for script in SCRIPTS:
                    fires = bool(example_findings(library, rule, example, script))
                    why = None if fires is (name == "bad") else f"fires: {fires}"
                    yield rule, f"{name}: {example.en}"[:80], script, why


def example_findings(
    library: Library, rule: Rule, example: Example, script: Language
) -> list[Finding]:
    """What a rule finds in one of its own examples."""
    case = Case(name="example", en=example.en, zh=example.zh)
    return case_findings(library, rule, case, script)


def mismatch(library: Library, rule: Rule, case: Case, script: Language) -> str | None:
    """How the findings of a rule differ from what a case expects; None where they do not."""
    found = case_findings(library, rule, case, script)
    wanted = [_expected(one, case, script) for one in case.finds]
    got = [_found(one, case) for one in found]
    return None if wanted == got else f"{wanted} ≠ {got}"


def case_findings(
    library: Library, rule: Rule, case: Case, script: Language, *, without: bool = False
) -> list[Finding]:
    """The findings of one rule on a case in one script.

    A rule that is off is switched on, so that it can be tried; with `without` it is switched off.
    """
    rubric = rubric_of(library, case.profile, case.pack)
    rubric = rubric.without(rule.id) if without else rubric.with_rule(rule)
    draft = as_draft(_written(case, script), rule.target, case.given)
    answer = Checker(rubric).check(
        OkrSet.model_validate(draft), final=case.final, language=Language.EN
    )
    return [finding for finding in answer.findings if finding.rule == rule.id]


def _written(case: Case, script: Language) -> str | dict[str, Any]:
    if script is Language.EN:
        return case.en
    return case.zh if script is Language.ZH_HANS else converted(case.zh, _by_character)


def _by_character(text: str) -> str:
    return str(_converter().convert(text))


@cache
def _converter() -> Any:
    from opencc import OpenCC  # only tests of rules convert drafts

    return OpenCC("s2t")


Finds = tuple[str, str | None, str | None, int | None, int | None]


def _expected(one: Expected, case: Case, script: Language) -> Finds:
    quote = one.quote.en if script is Language.EN else simplify(one.quote.zh or "") or None
    return _comparable(one.severity, one.variant, quote, one.objective, one.key_result, case)


def _found(one: Finding, case: Case) -> Finds:
    quote = simplify(one.quote) if one.quote is not None else None
    return _comparable(one.severity, one.variant, quote, one.objective, one.key_result, case)


def _comparable(
    severity: str,
    variant: str | None,
    quote: str | None,
    objective: int | None,
    key_result: int | None,
    case: Case,
) -> Finds:
    """A line has one place; quotes of a draft's lines are told apart by their places."""
    if isinstance(case.en, str):
        return severity, variant, quote, None, None
    return severity, variant, None, objective, key_result
