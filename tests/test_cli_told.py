"""What the command line tells beside findings: how many, why the verdict, which files."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from assistant.cli import main
from tests.test_cli import BAD, GOOD, okr_coach

BROKEN = "name: odd\nmore: 1\n"


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def test_one_error_is_told_in_the_singular_and_the_verdict_with_its_reason() -> None:
    told = okr_coach("check", "--lang", "en", given=BAD).stdout
    assert "1 error, 1 warning, 0 hints" in told
    assert "rework, because half of the key results or more are not measurable (K01)" in told


def test_the_reason_of_a_verdict_is_told_in_the_language_of_the_draft() -> None:
    assert "不可衡量（K01）" in okr_coach("check", given=BAD).stdout


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("今天天气不错\n", "1 个错误，"),
        ("今天天氣不錯，適合開會討論\n", "1 個錯誤，"),
        ("Nice weather today\n", "1 error, "),
    ],
)
def test_a_draft_without_any_okr_is_answered_in_its_own_language(given: str, told: str) -> None:
    assert told in okr_coach("check", given=given).stdout


def test_a_rule_that_fires_twice_is_said_to_count_once() -> None:
    twice = BAD + "KR3：上线新版客服系统\n"
    assert "each rule counts once" in okr_coach("check", "--lang", "en", given=twice).stdout
    assert "each rule counts once" not in okr_coach("check", "--lang", "en", given=GOOD).stdout


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_of_several_files_each_report_names_its_own(tmp_path: Path, form: str) -> None:
    for name in ("east.txt", "west.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    both = okr_coach(
        "check", "--format", form, str(tmp_path / "east.txt"), str(tmp_path / "west.txt")
    ).stdout
    assert "east.txt" in both
    assert "west.txt" in both
    assert "east.txt" not in okr_coach("check", "--format", form, str(tmp_path / "east.txt")).stdout


def test_sheets_without_names_of_teams_are_told_apart(tmp_path: Path) -> None:
    book = Workbook()
    for title in ("Sheet1", "Sheet2"):
        sheet = book.create_sheet(title)
        sheet.append(["Objective", "Key Result"])
        sheet.append([f"Readers of {title} come back", "Readers a week from 40 to 60"])
    del book["Sheet"]
    book.save(tmp_path / "plan.xlsx")
    told = okr_coach("check", str(tmp_path / "plan.xlsx")).stdout
    assert "Sheet1 · " in told
    assert "Sheet2 · " in told


def test_sarif_describes_each_rule_and_where_its_page_is() -> None:
    (run,) = json.loads(okr_coach("check", "--format", "sarif", given=BAD).stdout)["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    shown = rules["K01"]
    assert shown["helpUri"] == "http://127.0.0.1:8000/rules/K01"
    assert shown["defaultConfiguration"] == {"level": "error"}
    assert shown["shortDescription"]["text"] in shown["help"]["markdown"]
    assert shown["fullDescription"]["text"] in shown["help"]["text"]
    assert not any("{" in json.dumps(rule["help"]["text"]) for rule in rules.values())


def test_doctor_names_every_broken_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("profiles/odd.yml", "packs/odd.yml"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(BROKEN, encoding="utf-8")
    monkeypatch.setenv("OKR_RUBRICS_DIR", str(tmp_path))
    run = okr_coach("doctor")
    assert run.exit_code == 1
    assert "profiles/odd.yml" in run.stdout
    assert "packs/odd.yml" in run.stdout


@pytest.mark.parametrize(
    "call",
    [
        ("check", "nowhere.md"),
        ("review", "nowhere.md"),
        ("checkin", "summary", "nowhere.json"),
        ("checkin", "read", "--set", "nowhere.json", "done"),
        ("checkin", "read", "--as-of", "99", "done"),
    ],
)
def test_what_went_wrong_is_told_in_the_language_that_was_asked_for(
    call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["okr-coach", *call, "--lang", "zh-Hant"])
    with pytest.raises(SystemExit, match="2"):
        main()
    assert "請" in capsys.readouterr().err
