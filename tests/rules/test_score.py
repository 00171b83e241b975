"""The score and the verdict, step by step as the catalogue has them."""

import pytest

from assistant.coaching.check import Checker, read
from assistant.models import Answer, Finding, OkrSet, Severity, Verdict
from assistant.rules.rubric import load_rubric
from assistant.rules.score import score

RUBRIC = load_rubric("balanced")
SET = OkrSet.model_validate(
    {
        "objectives": [
            {"objective": "Customers trust our delivery", "key_results": ["a", "b", "c", "d"]}
        ]
    }
)
READ = read(SET)


def found(*rules: str, severity: str = "warning") -> list[Finding]:
    """One finding a rule; `K03@2` stands on the third key result."""
    findings = []
    for rule in rules:
        name, _, place = rule.partition("@")
        findings.append(
            Finding(
                rule=name,
                name=name,
                severity=Severity(severity),
                objective=0,
                key_result=int(place) if place else None,
                message="",
                why="",
                fix="",
            )
        )
    return findings


def test_a_rule_counts_once_with_its_worst_finding() -> None:
    findings = found("K09@0", "K09@1") + found("K12@0", severity="hint") + found("K12@1")
    total, verdict, sums = score(RUBRIC, READ, findings)
    assert [(one.rule, one.points) for one in sums.deductions] == [("K09", 8), ("K12", 8)]
    assert (total, verdict, sums.cap) == (84, Verdict.READY, None)


def test_an_error_takes_twenty_and_caps_at_fifty_nine() -> None:
    total, verdict, sums = score(RUBRIC, READ, found("K11@0", severity="error"))
    assert (total, sums.cap, sums.cap_reason) == (59, 59, "there is an error")
    assert verdict is Verdict.NEEDS_WORK


def test_half_of_the_key_results_without_outcome_caps_at_seventy_nine_and_means_rework() -> None:
    total, verdict, sums = score(RUBRIC, READ, found("K03@0", "K03@2"))
    assert (total, sums.cap, verdict) == (79, 79, Verdict.REWORK)


def test_less_than_half_without_outcome_is_only_a_warning() -> None:
    assert score(RUBRIC, READ, found("K03@0"))[:2] == (92, Verdict.READY)


def test_half_of_the_key_results_without_measure_means_rework() -> None:
    findings = found("K01@0", "K01@1", severity="error")
    assert score(RUBRIC, READ, findings)[:2] == (59, Verdict.REWORK)


def test_an_objective_without_key_results_means_rework() -> None:
    assert score(RUBRIC, READ, found("S02", severity="error"))[1] is Verdict.REWORK


@pytest.mark.parametrize(
    ("warnings", "total", "verdict"),
    [(2, 84, "ready"), (3, 76, "needs_work"), (7, 44, "needs_work"), (8, 36, "rework")],
)
def test_the_verdict_follows_the_score(warnings: int, total: int, verdict: str) -> None:
    rules = ["K02", "K04", "K05", "K06", "K09", "K10", "K13", "O02"][:warnings]
    assert score(RUBRIC, READ, found(*rules))[:2] == (total, verdict)


@pytest.mark.parametrize(
    ("findings", "reason"),
    [
        (found("K03@0", "K03@2"), "half of the key results or more are not outcomes (K03), "
         "which no score outweighs"),
        (found("K11@0", severity="error"), "an error is left; ready takes none, and a score of 80"),
        (found("K02", "K04", "K05"), "ready takes a score of 80; rework lies below 40"),
        (found("K02", "K04", "K05", "K06", "K09", "K10", "K13", "O02"),
         "the score is below 40, where rework begins"),
        (found("K02"), None),
        (found("K17"), "no error is left; the values still open count as errors once the set is "
         "handed in (K17), so fill them first"),
    ],
)  # fmt: skip
def test_the_reason_says_what_decided_the_verdict(
    findings: list[Finding], reason: str | None
) -> None:
    assert score(RUBRIC, READ, findings)[2].verdict_reason == reason


def test_the_score_never_falls_below_zero() -> None:
    errors = found("K01@0", "K11@0", "K12@0", "S02", "S04", "S01", severity="error")
    assert score(RUBRIC, READ, errors)[0] == 0


def test_a_preview_takes_nothing() -> None:
    rubric = RUBRIC.with_rule(RUBRIC.rule("K16"))
    total, _, sums = score(rubric, READ, found("K16@0", severity="hint"))
    assert (total, sums.deductions) == (100, [])


def test_weights_and_caps_are_those_of_the_profile() -> None:
    answer = check(
        ["准时率由 82% 提升到 96%", "破损率由 1.8% 降到 0.5%", "完成仓库系统上线"],
        profile="feishu-team",
    )
    assert [one.rule for one in answer.arithmetic.deductions][:1] == ["K01"]
    assert ("K03", "hint") in {(one.rule, one.severity) for one in answer.findings}


def check(key_results: list[str], profile: str) -> Answer:
    draft = {"objectives": [{"objective": "客户信任我们的交付", "key_results": key_results}]}
    return Checker(load_rubric(profile)).check(OkrSet.model_validate(draft))
