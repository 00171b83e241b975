"""Every rule does what its cases and its own examples say, in both languages and both scripts."""

from pathlib import Path

import pytest

from assistant.coaching.cases import SCRIPTS, case_findings, example_findings, mismatch
from assistant.models import Language
from assistant.rules.cases import Case, read_cases
from assistant.rules.library import load_library
from assistant.rules.schema import Example, Rule, Status, Target

FOLDER = Path(__file__).parent / "cases"
LIBRARY = load_library()
CASES = {path.stem: read_cases(path).cases for path in sorted(FOLDER.glob("*.yml"))}
DECIDED = {  # what code decides; the rest is a matter of judgement or of check-ins
    rule.id: rule
    for rule in LIBRARY.rules.values()
    if rule.check.kind != "judgement" and rule.target is not Target.CHECK_IN
}
RUNS = [
    pytest.param(LIBRARY.rules[rule_id], case, script, id=f"{rule_id}-{case.name}-{script}")
    for rule_id, cases in CASES.items()
    for case in cases
    for script in SCRIPTS
]
EXAMPLES = [
    pytest.param(rule, example, fires, script, id=f"{rule.id}-{fires}-{number}-{script}")
    for rule in DECIDED.values()
    for fires, examples in ((True, rule.examples.bad), (False, rule.examples.good))
    for number, example in enumerate(examples)
    for script in SCRIPTS
]


@pytest.mark.parametrize(("rule", "case", "script"), RUNS)
def test_a_case_draws_exactly_the_findings_it_expects(
    rule: Rule, case: Case, script: Language
) -> None:
    assert mismatch(LIBRARY, rule, case, script) is None


@pytest.mark.parametrize(("rule", "example", "fires", "script"), EXAMPLES)
def test_an_example_does_what_it_is_shown_for(
    rule: Rule, example: Example, fires: bool, script: Language
) -> None:
    assert bool(example_findings(LIBRARY, rule, example, script)) is fires


@pytest.mark.parametrize("rule_id", sorted(DECIDED))
def test_a_rule_has_two_cases_that_fire_and_three_silent_ones_with_a_near_miss(
    rule_id: str,
) -> None:
    cases = CASES.get(rule_id, [])
    silent = [case for case in cases if not case.finds]
    assert len(cases) - len(silent) >= 2
    assert len(silent) >= 3
    assert any(case.near_miss for case in silent)


def test_there_are_no_cases_without_a_rule() -> None:
    assert set(CASES) <= set(DECIDED)


@pytest.mark.parametrize("rule_id", sorted(DECIDED))
def test_a_case_that_fires_goes_silent_when_its_rule_is_switched_off(rule_id: str) -> None:
    rule = LIBRARY.rules[rule_id]
    for case in CASES.get(rule_id, []):
        if case.finds:
            assert case_findings(LIBRARY, rule, case, Language.EN, without=True) == []
            assert case_findings(LIBRARY, rule, case, Language.EN) != []


@pytest.mark.parametrize("rule_id", sorted(DECIDED))
def test_every_variant_with_words_of_its_own_is_seen_in_a_case(rule_id: str) -> None:
    told = set(LIBRARY.rules[rule_id].variants)
    seen = {one.variant for case in CASES.get(rule_id, []) for one in case.finds}
    assert told <= seen


def test_what_code_cannot_decide_stands_as_preview() -> None:
    judged = {rule.id for rule in LIBRARY.rules.values() if rule.id not in DECIDED}
    assert {"S09", "O05", "K14"} <= judged
    assert all(LIBRARY.rules[rule_id].status is Status.PREVIEW for rule_id in judged)
