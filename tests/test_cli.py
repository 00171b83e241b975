"""The command line as a user meets it."""

import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from assistant import cli
from assistant.cli import app
from assistant.errors import NotFound
from assistant.models import Language
from assistant.problems import problem_of

BAD = "目标一：让客户信任我们的交付\nKR1：准时率从82%提升到96%\nKR2：上线新版物流系统\n"
GOOD = """Objective: Clinics in our city book with us first
KR1: Booked visits per week from 1,200 to 1,800
KR2: No-show rate from 14% to 8%
KR3: Complaints about waiting from 40 to 15 per month
"""


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def okr_coach(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=given)


def answers(*arguments: str, given: str | bytes = "") -> list[dict[str, Any]]:
    run = okr_coach("check", "--format", "json", *arguments, given=given)
    return list(json.loads(run.stdout))


def test_a_draft_on_standard_input_gives_facts_findings_and_score() -> None:
    (answer,) = answers(given=BAD)
    facts = answer["facts"]
    assert [fact.get("kind") for fact in facts] == [None, "outcome", "task"]
    assert (facts[1]["baseline_value"], facts[1]["target_value"]) == (82.0, 96.0)
    found = [(f["rule"], f["key_result"], f["quote"]) for f in answer["findings"]]
    assert ("K03", 1, "上线") in found
    assert answer["language"] == "zh-Hans"


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_reason_that_stands_above_is_not_told_again(form: str) -> None:
    draft = BAD + "KR3：发布司机手册\n"
    told = okr_coach("check", "--format", form, given=draft).stdout
    reason = answers(given=draft)[0]["findings"][-1]["why"]
    lines = told.count("K03 警告" if form == "text" else "**K03**")
    assert (lines, told.count(reason)) == (2, 1)


def test_errors_end_in_exit_1_and_a_good_draft_in_0() -> None:
    assert okr_coach("check", given=BAD).exit_code == 1
    assert okr_coach("check", "--fail-on", "never", given=BAD).exit_code == 0
    assert okr_coach("check", "--fail-on", "warning", given=GOOD).exit_code == 0


def test_the_messages_come_in_the_language_of_the_draft_or_the_one_asked_for() -> None:
    assert "可衡量" in okr_coach("check", given=BAD).stdout
    assert "任務" in okr_coach("check", "--lang", "zh-Hant", given=BAD).stdout
    assert "measurable" in okr_coach("check", "--lang", "en", given=BAD).stdout


def test_a_file_that_is_not_there_is_one_line_and_exit_2() -> None:
    run = okr_coach("check", "nowhere/plan.md")
    assert run.exit_code == 2
    (line,) = run.stderr.splitlines()
    assert line.startswith("nowhere/plan.md: The file cannot be opened")


def test_one_unreadable_file_does_not_keep_the_others_from_being_checked(tmp_path: Path) -> None:
    good, broken = tmp_path / "good.md", tmp_path / "broken.json"
    good.write_text(GOOD, encoding="utf-8")
    broken.write_text('{"objectives": [', encoding="utf-8")
    run = okr_coach("check", "--format", "json", str(broken), str(good))
    assert run.exit_code == 2
    assert "broken.json:1" in run.stderr
    assert len(json.loads(run.stdout)) == 1


def jsonl_file(folder: Path) -> str:
    rows = [
        {"id": "a", "objectives": [{"objective": "Clinics book with us", "key_results": []}]},
        "not a set",
        {
            "id": "c",
            "objectives": [{"objective": "客户信任我们", "key_results": ["复购率31%→40%"]}],
        },
    ]
    path = folder / "sets.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bad_line_of_jsonl_gives_its_error_and_stops_nothing(tmp_path: Path, jobs: str) -> None:
    run = okr_coach("check", "--format", "jsonl", "--jobs", jobs, jsonl_file(tmp_path))
    first, second, third = (json.loads(line) for line in run.stdout.splitlines())
    assert (first["id"], second["error"]["line"], third["id"]) == ("a", 2, "c")
    assert run.exit_code == 2
    assert "sets.jsonl:2" in run.stderr


def test_sarif_points_at_the_words_in_the_file(tmp_path: Path) -> None:
    draft = tmp_path / "okr.txt"
    draft.write_text(BAD, encoding="utf-8")
    (run,) = json.loads(okr_coach("check", "--format", "sarif", str(draft)).stdout)["runs"]
    task = next(result for result in run["results"] if result["ruleId"] == "K03")
    region = task["locations"][0]["physicalLocation"]["region"]
    assert (task["level"], region) == (
        "warning",
        {"startLine": 3, "startColumn": 5, "endColumn": 7},
    )
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} >= {"K01", "K03", "S01"}


def test_a_markdown_report_shows_hostile_text_and_does_nothing_with_it() -> None:
    run = okr_coach("check", "--format", "markdown", given="O: <script>x</script>\nKR: 5%")
    assert "\\<script\\>" in run.stdout


def test_the_same_input_gives_the_same_bytes() -> None:
    first = okr_coach("check", "--format", "json", given=BAD).stdout
    assert okr_coach("check", "--format", "json", given=BAD).stdout == first


def test_an_unknown_profile_is_told_with_those_there_are() -> None:
    run = okr_coach("check", "--profile", "strictest", given=GOOD)
    assert isinstance(run.exception, NotFound)
    assert "balanced" in problem_of(run.exception, Language.EN).fix


def test_rules_are_listed_and_shown_in_both_languages() -> None:
    listed = okr_coach("rules", "list").stdout
    assert "K03" in listed
    assert "digital-health" in listed
    assert "写结果" in okr_coach("rules", "show", "K03", "--lang", "zh-Hans").stdout


def test_a_schema_is_printed_and_an_unknown_one_refused() -> None:
    assert json.loads(okr_coach("schema", "answer").stdout)["title"] == "Answer"
    refused = okr_coach("schema", "nothing").exception
    assert isinstance(refused, NotFound)
    assert "okr-set, answer" in problem_of(refused, Language.EN).fix


def test_doctor_finds_nothing_wrong_here() -> None:
    run = okr_coach("doctor")
    assert run.exit_code == 0, run.stdout
    assert "BAD" not in run.stdout


def test_a_key_is_shown_once_and_only_its_digest_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKR_KEYS_FILE", str(tmp_path / "keys.json"))
    key = okr_coach("key", "new", "web team").stdout.strip()
    assert key not in (tmp_path / "keys.json").read_text(encoding="utf-8")
    key_id = okr_coach("key", "list").stdout.split()[0]
    assert okr_coach("key", "revoke", key_id).exit_code == 0
    assert okr_coach("key", "list").stdout == ""


def run_main(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit code of the command as it is started from a shell."""
    monkeypatch.setattr(sys, "argv", ["okr-coach", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check", "--jobs", "0"],
        ["check", "--bogus"],
        ["check", "--format", "pdf"],
        ["rules", "show"],
        ["checkin", "summary", "week.json", "--as-of", "Friday"],
    ],
)
def test_a_wrong_call_is_one_line_that_says_how_to_mend_it(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_main(monkeypatch, *arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("okr-coach: ")
    assert "--help" in line


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], "没有命令 chek。 是否想用 'check', 'checkin', 'schema'？"),
        (["checkin", "list"], "没有命令 list。"),
        (["check", "--frmat", "json"], "没有选项 --frmat。 是否想用 --format"),
        (["check", "--bogus"], "没有选项 --bogus。"),
        (["check", "--format", "pdf"], "--format 不能取这个值。 可用的有：'text', 'json'"),
        (["check", "--jobs", "0"], "--jobs 最小为 1。"),
        (["search", "--limit", "9999", "复购"], "--limit 最大为 100。"),
        (["check", "--jobs", "two"], "--jobs 需要一个整数。"),
        (["check", "--jobs"], "--jobs 后面缺少取值。"),
        (["check", "--final=yes"], "--final 不接受取值。"),
        (["checkin", "summary", "week.json", "--as-of", "周五"], "--as-of 需要一个日期。"),
        (["rules", "show"], "该命令缺少 rule。"),
        (["guide"], "该命令缺少 --industry。"),
        (["rules", "show", "K01", "{what}"], "多余的参数：{what}。"),
    ],
)
def test_a_wrong_call_is_told_in_the_language_of_the_machine(
    arguments: list[str],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run_main(monkeypatch, *arguments) == 2
    assert capsys.readouterr().err.startswith(f"okr-coach: {told}")


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("C", "cannot be opened: there is no such file or folder."),
        ("zh_CN.UTF-8", "无法打开文件：没有这个文件或文件夹。"),
        ("zh_TW.UTF-8", "無法開啟檔案：沒有這個檔案或資料夾。"),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["review"], ["checkin", "summary"]])
def test_what_the_system_says_of_a_file_is_told_in_the_users_language(
    command: list[str],
    locale: str,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert run_main(monkeypatch, *command, "no-such-draft.json") == 2
    assert told in capsys.readouterr().err


def test_exit_codes_and_help_stay_as_they_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_main(monkeypatch, "schema", "answer") == 0
    assert run_main(monkeypatch, "--help") == 0
    assert run_main(monkeypatch) == 2
    assert run_main(monkeypatch, "schema", "nothing") == 2
    assert "There is no schema" in capsys.readouterr().err


def test_a_misspelt_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OKR_PROFIL", "gentle")
    assert run_main(monkeypatch, "rules", "list") == 2
    assert "OKR_PROFIL" in capsys.readouterr().err


def test_it_tells_its_version() -> None:
    told = okr_coach("--version")
    assert (told.exit_code, told.stdout.strip()) == (0, version("okr-coach"))


@pytest.mark.parametrize(
    "table",
    [
        "|Objective|KR|Baseline|Target|\n|-|-|-|-|\n|Win|Improve rebuying|31%|40%|\n",
        "|目标|关键结果|基线|目标值|\n|-|-|-|-|\n|赢得客户|提升复购率|31%|40%|\n",
    ],
)
def test_a_verb_is_not_vague_where_a_column_says_how_much(table: str) -> None:
    [answer] = answers("--input-format", "markdown", given=table)
    assert "K09" not in {finding["rule"] for finding in answer["findings"]}
