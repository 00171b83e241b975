"""What each rule finds: its cases and its own examples, in both languages and all scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.coaching.cases import SCRIPTS, case_findings, example_findings, mismatch
from assistant.models import Language
from assistant.rules.cases import Case, read_cases
from assistant.rules.library import Library, load_library
from assistant.rules.schema import Rule, Target
from evals.outcomes import FIRES, SILENT, Outcome, holds

OTHERWISE = "fires otherwise"
CASES = Path(__file__).parents[2] / "tests" / "rules" / "cases"


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """The cases of a folder; by default those of the tests and the examples of the rules."""
    library = load_library()
    for path in sorted((data or CASES).glob("*.yml")):
        rule = library.rules.get(path.stem)
        if rule is None:  # a rule that is gone loses its cases, and that is told
            yield holds("rules", path.stem, "en", f"{path.stem}: the rule is there", good=False)
            continue
        yield from _cases(library, rule, path)
    for rule in () if data else library.rules.values():
        if rule.check.kind != "judgement" and rule.target is not Target.CHECK_IN:
            yield from _examples(library, rule)


def _cases(library: Library, rule: Rule, path: Path) -> Iterator[Outcome]:
    for case in read_cases(path).cases:
        for script in SCRIPTS:
            gold = FIRES if case.finds else SILENT
            found = _found(library, rule, case, script)
            yield Outcome("rules", rule.id, script, f"{rule.id}: {case.name}", gold, found)


def _found(library: Library, rule: Rule, case: Case, script: Language) -> str:
    """What a rule does on a case; `OTHERWISE` where it fires with another finding."""
    if mismatch(library, rule, case, script) is None:
        return FIRES if case.finds else SILENT
    if not case_findings(library, rule, case, script):
        return SILENT
    return OTHERWISE if case.finds else FIRES


def _examples(library: Library, rule: Rule) -> Iterator[Outcome]:
    for fires, examples in ((True, rule.examples.bad), (False, rule.examples.good)):
        for example in examples:
            for script in SCRIPTS:
                found = FIRES if example_findings(library, rule, example, script) else SILENT
                name, gold = f"{rule.id}: {example.en}", FIRES if fires else SILENT
                yield Outcome("rules", f"{rule.id} examples", script, name, gold, found)
