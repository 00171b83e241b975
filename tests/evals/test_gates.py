from pathlib import Path

import pytest

from evals import gates
from evals.figures import figures_of, wilson
from evals.outcomes import Outcome, holds


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(gates, "BASELINE", tmp_path / "baseline")
    monkeypatch.setattr(gates, "THRESHOLDS", tmp_path / "thresholds.yml")
    monkeypatch.setattr(gates, "ACCEPTED", tmp_path / "accepted.yml")
    return tmp_path


def outcome(subject: str, good: bool, language: str = "en") -> Outcome:
    return holds("facts", "kind", language, subject, good)


def compared(*outcomes: Outcome) -> gates.Compared:
    return gates.compare(outcomes, figures_of(outcomes))


def test_a_case_that_begins_to_fail_is_lost_until_a_reason_is_given(folder: Path) -> None:
    gates.write_baseline([outcome("准时率", good=True)])
    failing = outcome("准时率", good=False)
    assert compared(failing).lost == [failing]
    assert not compared(failing).good
    (folder / "accepted.yml").write_text(f"{failing.id}: the label was wrong\n")
    assert compared(failing).good


def test_a_case_that_failed_before_is_no_loss_and_one_that_passes_now_is_a_gain() -> None:
    gates.write_baseline([outcome("a", good=False), outcome("b", good=False)])
    found = compared(outcome("a", good=False), outcome("b", good=True))
    assert found.good
    assert [row.split("\t")[-1] for row in found.gained] == ["b"]


def test_a_bar_is_missed_in_one_language_alone(folder: Path) -> None:
    (folder / "thresholds.yml").write_text("facts: {kind: {en: 0.5, zh-Hans: 0.9}}\n")
    gates.write_baseline([outcome("c", good=False, language="zh-Hans")])
    cases = [outcome("a", good=True), outcome("b", good=True, language="zh-Hans")]
    found = compared(*cases, outcome("c", good=False, language="zh-Hans"))
    assert found.below == ["facts kind zh-Hans: 0.5000 below 0.9"]


def test_a_bar_that_nothing_was_measured_for_is_missed(folder: Path) -> None:
    (folder / "thresholds.yml").write_text("facts: {kind: {zh-Hant: 0.9}}\n")
    assert compared(outcome("a", good=True)).below == ["facts kind zh-Hant: not measured, bar 0.9"]


def test_small_classes_enter_no_mean() -> None:
    many = [Outcome("facts", "kind", "en", f"{n}", "task", "task") for n in range(10)]
    few = [Outcome("facts", "kind", "en", "x", "outcome", "task")]
    [figure] = figures_of([*many, *few])
    assert figure.measure == "macro_f1"
    assert figure.value == pytest.approx(2 * 10 / 21)
    assert figure.missed == 1


def test_the_interval_of_a_share_is_wilsons() -> None:
    assert wilson(9, 10) == pytest.approx((0.5958, 0.9821), abs=1e-4)
