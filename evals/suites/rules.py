"""What each rule finds: its cases and its own examples, in both languages and all scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.coaching.cases import SCRIPTS, example_findings, mismatch
from assistant.rules.cases import read_cases
from assistant.rules.library import Library, load_library
from assistant.rules.schema import Rule, Target
from evals.outcomes import Outcome, holds

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
            good = mismatch(library, rule, case, script) is None
            yield holds("rules", rule.id, script, f"{rule.id}: {case.name}", good)


def _examples(library: Library, rule: Rule) -> Iterator[Outcome]:
    for fires, examples in ((True, rule.examples.bad), (False, rule.examples.good)):
        for example in examples:
            for script in SCRIPTS:
                good = bool(example_findings(library, rule, example, script)) is fires
                yield holds(
                    "rules", f"{rule.id} examples", script, f"{rule.id}: {example.en}", good
                )
