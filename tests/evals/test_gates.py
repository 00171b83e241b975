from pathlib import Path

import pytest

from evals import gates
from evals.figures import ALL, figures_of, wilson
from evals.outcomes import Outcome, holds


def outcome(subject: str, good: bool, language: str = "en") -> Outcome:
    return holds("facts", "kind", language, subject, good)


def below(bars: str, *outcomes: Outcome) -> list[str]:
    gates.THRESHOLDS.write_text(bars, encoding="utf-8")
    return gates.below(figures_of(outcomes), {each.suite for each in outcomes})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(gates, "THRESHOLDS", tmp_path / "thresholds.yml")
    return tmp_path


def test_a_bar_is_missed_in_one_language_alone() -> None:
    cases = [outcome("a", good=True), outcome("b", good=True, language="zh-Hans")]
    missing = outcome("c", good=False, language="zh-Hans")
    bars = "facts: {kind: {en: 0.5, zh-Hans: 0.9}}\n"
    assert below(bars, *cases, missing) == ["facts kind zh-Hans: 0.5 below 0.9"]


def test_a_bar_that_nothing_was_measured_for_is_missed() -> None:
    found = below("facts: {kind: {zh-Hant: 0.9}}\n", outcome("a", good=True))
    assert found == ["facts kind zh-Hant: not measured, bar 0.9"]


def test_a_suite_that_lost_cases_of_its_data_is_below_a_bar() -> None:
    cases = [outcome("a", good=True), outcome("b", good=True)]
    assert below("facts: {cases: {en: 2}}\n", *cases) == []
    assert below("facts: {cases: {en: 2}}\n", *cases[:1]) == ["facts cases en: 1 below 2"]


def test_a_suite_that_did_not_run_has_no_bar() -> None:
    assert below("rules: {all: {en: 1}}\n", outcome("a", good=False)) == []


def test_small_classes_enter_no_mean() -> None:
    many = [Outcome("facts", "kind", "en", f"{n}", "task", "task") for n in range(10)]
    few = [Outcome("facts", "kind", "en", "x", "outcome", "task")]
    both, figure = figures_of([*many, *few])
    assert (both.check, both.measure, both.value) == (ALL, "share", 10 / 11)
    assert figure.measure == "macro_f1"
    assert figure.value == pytest.approx(2 * 10 / 21)
    assert figure.missed == 1


def test_degrees_are_held_by_their_mean_and_count_as_no_cases() -> None:
    found = [Outcome("facts", "nDCG@5", "en", f"{n}", "yes", "yes", degree=n / 4) for n in range(5)]
    bars = "facts: {nDCG@5: {en: 0.6}, cases: {en: 2}}\n"
    told = ["facts nDCG@5 en: 0.5 below 0.6", "facts cases en: 1 below 2"]
    assert below(bars, *found, outcome("a", good=True)) == told


def test_the_interval_of_a_share_is_wilsons() -> None:
    assert wilson(9, 10) == pytest.approx((0.5958, 0.9821), abs=1e-4)
