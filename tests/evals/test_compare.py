from pathlib import Path

import pytest

from evals import __main__ as command
from evals import compare, known
from evals.outcomes import Outcome, holds, read_outcomes, write_outcomes


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(known, "BASELINE", tmp_path / "baseline")
    monkeypatch.setattr(known, "ACCEPTED", tmp_path / "accepted.yml")
    return tmp_path


def outcome(subject: str, good: bool, suite: str = "facts") -> Outcome:
    return holds(suite, "kind", "zh-Hans", subject, good)


def accepted(*outcomes: Outcome, reason: str | None = None) -> None:
    compare.begin_baselines(outcomes)
    compare.accept(outcomes, reason)


def asked(folder: Path, monkeypatch: pytest.MonkeyPatch, *rest: str, of: Outcome) -> None:
    write_outcomes(folder / "kept.jsonl", [of])
    arguments = ["evals", *rest, "--kept", str(folder / "kept.jsonl")]
    monkeypatch.setattr("sys.argv", arguments)
    command.main()


def test_a_case_that_begins_to_fail_is_lost_until_a_reason_is_given() -> None:
    accepted(outcome("准时率到98%", good=True))
    failing = outcome("准时率到98%", good=False)
    assert compare.compared([failing]).lost == [failing]
    accepted(failing, reason="到 is read as a place now; mended with the next list")
    found = compare.compared([failing])
    assert (found.lost, found.accepted) == ([], [failing])


def test_a_case_that_failed_before_is_no_loss_and_one_that_passes_now_is_a_gain() -> None:
    accepted(outcome("a", good=False), outcome("b", good=False))
    found = compare.compared([outcome("a", good=False), outcome("b", good=True)])
    assert found.lost == []
    assert [row.split("\t")[-1] for row in found.gained] == ["b"]


def test_a_gain_that_was_taken_up_is_lost_when_it_fails_again() -> None:
    accepted(outcome("a", good=False))
    accepted(outcome("a", good=True))
    assert compare.compared([outcome("a", good=False)]).lost


def test_a_reason_goes_when_its_case_passes_and_other_suites_keep_theirs() -> None:
    accepted(outcome("a", good=True), outcome("b", good=True, suite="good"))
    accepted(outcome("a", good=False), outcome("b", good=False, suite="good"), reason="known")
    found = compare.compared([outcome("a", good=True)])
    assert found.gained == ["facts kind zh-Hans: no for yes | a"]
    accepted(outcome("a", good=True))
    [entry] = known.read_accepted()
    assert list(entry["cases"].values()) == ["good kind zh-Hans: no for yes | b"]


def test_compare_fails_on_a_loss_and_names_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    accepted(outcome("签约率到30%", good=True))
    with pytest.raises(SystemExit, match="1"):
        asked(folder, monkeypatch, "compare", of=outcome("签约率到30%", good=False))
    told = capsys.readouterr().out
    assert told.startswith("lost 1, accepted 0, gained 0\n")
    assert "facts kind zh-Hans: no for yes | 签约率到30%" in told


def test_accept_takes_no_loss_without_a_reason(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted(outcome("a", good=True))
    with pytest.raises(SystemExit, match="--reason"):
        asked(folder, monkeypatch, "accept", of=outcome("a", good=False))
    asked(folder, monkeypatch, "accept", "--reason", "the label was wrong", of=outcome("a", False))
    asked(folder, monkeypatch, "compare", of=outcome("a", good=False))


def test_an_accepted_loss_without_a_reason_is_refused(folder: Path) -> None:
    (folder / "accepted.yml").write_text("- cases: {ab12: facts kind en}\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="entry 1 needs a `reason`"):
        compare.compared([outcome("a", good=True)])


def test_outcomes_are_kept_as_they_are(folder: Path) -> None:
    made = [outcome("一行\n两行", good=False)]
    write_outcomes(folder / "new" / "kept.jsonl", made)
    assert list(read_outcomes(folder / "new" / "kept.jsonl")) == made


def test_what_was_not_kept_by_a_run_is_refused_with_its_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "other.jsonl").write_text('{"suite": "facts"}\n', encoding="utf-8")
    for kept, why in ((folder, "Is a directory"), (folder / "other.jsonl", "other.jsonl:1: no")):
        for name in ("run", "compare", "accept"):
            monkeypatch.setattr("sys.argv", ["evals", name, "--kept", str(kept)])
            with pytest.raises(SystemExit, match=why):
                command.main()


def test_an_unknown_suite_is_refused_with_the_names_there_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        asked(folder, monkeypatch, "run", "facks", of=outcome("a", good=True))
    assert "no suite is called facks: facts, rules" in capsys.readouterr().err
