"""The command line as a user meets it."""

import json
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from assistant import cli
from assistant.cli import app
from assistant.coaching.check import Checker
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
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setattr("locale.getlocale", lambda: ("en_GB", "UTF-8"))


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
    ],
)
def test_a_wrong_call_is_one_line_that_says_how_to_mend_it(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_main(monkeypatch, *arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("okr-coach: ")
    assert "--help" in line


def test_a_wrong_call_is_told_in_the_language_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("zh_CN", "UTF-8"))
    assert run_main(monkeypatch, "chek") == 2
    assert capsys.readouterr().err.startswith("okr-coach: 命令用法有误：")


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


HOSTILE = (
    "O: Clinics \x1b[31mbook\x1b]0;title\x07 \x9b2J \u202eus\u2066 first\nKR1: NPS 50 \x1b[2K\n"
)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_draft_cannot_steer_the_terminal(form: str) -> None:
    shown = okr_coach("check", "--format", form, given=HOSTILE).stdout
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u2066"} & set(shown)
    assert "\u241b" in shown


def test_the_name_of_a_file_cannot_steer_the_terminal() -> None:
    told = okr_coach("check", "no\x1b[31mwhere.md").stderr
    assert told.startswith("no\u241b[31mwhere.md: ")


def rows(*sets: object) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in sets)


def a_set(name: str, text: str = "Clinics book with us", **more: object) -> dict[str, object]:
    return {"id": name, "objectives": [{"objective": text, "key_results": [], **more}]}


def test_sets_a_line_on_standard_input_are_checked_line_by_line() -> None:
    given = "\ufeff" + rows(a_set("a")) + "\n" + "not a set\n" + rows(a_set("c"))
    run = okr_coach("check", "--format", "jsonl", given=given.encode())
    first, second, third = (json.loads(line) for line in run.stdout.splitlines())
    assert (first["id"], second["error"]["line"], third["id"]) == ("a", 3, "c")
    assert run.stderr.startswith("-:3")


@pytest.mark.parametrize("name", ["sets.JSONL", "sets.Ndjson", "sets.json", "sets"])
def test_sets_a_line_are_recognised_in_any_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(rows(a_set("a"), "not a set", a_set("c")), encoding="utf-8")
    run = okr_coach("check", "--format", "jsonl", str(path))
    assert [json.loads(line).get("id") for line in run.stdout.splitlines()] == ["a", None, "c"]


@pytest.mark.parametrize("given", ["{}", rows(a_set("a")), json.dumps(a_set("a"), indent=1)])
def test_one_object_alone_is_a_draft_of_its_own(given: str) -> None:
    run = okr_coach("check", "--format", "json", given=given)
    assert run.exit_code in (1, 2)
    assert "internal" not in run.stdout + run.stderr


def _break_on(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Checker.check

    def broken(self: Checker, okr_set: object, **more: object) -> object:
        if word in str(okr_set):
            raise RuntimeError("a fault of ours")
        return whole(self, okr_set, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Checker, "check", broken)


def test_a_fault_of_ours_takes_the_place_of_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    _break_on("unlucky", monkeypatch)
    given = rows(a_set("a"), a_set("unlucky"), a_set("c"))
    run = okr_coach("check", "--format", "jsonl", given=given)
    first, second, third = (json.loads(line) for line in run.stdout.splitlines())
    assert (first["id"], third["id"], run.exit_code) == ("a", "c", 2)
    assert (second["error"]["code"], second["error"]["line"]) == ("internal.unexpected", 2)


def test_a_fault_of_ours_is_one_line_and_its_trace_shown_when_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _break_on("Clinics", monkeypatch)
    run = okr_coach("check", given=GOOD)
    assert (run.exit_code, len(run.stderr.splitlines())) == (2, 1)
    monkeypatch.setenv("OKR_DEBUG", "1")
    assert "a fault of ours" in okr_coach("check", given=GOOD).stderr


def test_errors_of_lines_are_told_in_the_language_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("zh_TW", "UTF-8"))
    run = okr_coach("check", "--format", "jsonl", given=rows(a_set("a"), "not a set"))
    assert "物件" in json.loads(run.stdout.splitlines()[1])["error"]["message"]


def _copied(run: Result) -> list[bool]:
    read = [json.loads(line) for line in run.stdout.splitlines()]
    return [any(one["rule"] == "S08" for one in answer["findings"]) for answer in read]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_parents_are_looked_up_among_the_lines_before(jobs: str) -> None:
    given = rows(
        a_set("company", "拿下中型客户"), a_set("team", "拿下中型客户。", parent="company#1")
    )
    run = okr_coach("check", "--format", "jsonl", "--jobs", jobs, given=given)
    assert _copied(run) == [False, True]


def test_parents_are_looked_up_among_the_files_before(tmp_path: Path) -> None:
    company, team = tmp_path / "company.json", tmp_path / "team.json"
    company.write_text(rows(a_set("c", "Win the mid-market")), encoding="utf-8")
    team.write_text(rows(a_set("t", "Win the mid-market", parent="c#1")), encoding="utf-8")
    assert _copied(okr_coach("check", "--format", "jsonl", str(company), str(team))) == [
        False,
        True,
    ]


def _regions(path: Path) -> dict[str, dict[str, object]]:
    (run,) = json.loads(okr_coach("check", "--format", "sarif", str(path)).stdout)["runs"]
    places = [(r["ruleId"], r["locations"][0]["physicalLocation"]) for r in run["results"]]
    return dict(places)


def test_sarif_finds_the_words_behind_inline_markdown(tmp_path: Path) -> None:
    draft = tmp_path / "本季 OKR#1.md"
    line = "- **KR2**: We [will](http://example.org/a) **launch** the new warehouse system"
    draft.write_text(f"# O1: Clinics trust us\n\n{line}\n", encoding="utf-8")
    place = _regions(draft)["K03"]
    region = place["region"]
    assert isinstance(region, dict)
    words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
    assert (region["startLine"], words.strip("*")) == (3, "launch")
    assert str(place["artifactLocation"]).endswith("%E6%9C%AC%E5%AD%A3%20OKR%231.md'}")


def test_sarif_names_the_row_of_a_table_without_columns(tmp_path: Path) -> None:
    draft = tmp_path / "okr.csv"
    draft.write_text(
        "Objective,Key result\nWin,Launch the new warehouse system\n", encoding="utf-8"
    )
    assert _regions(draft)["K03"]["region"] == {"startLine": 2}


def test_a_rule_is_shown_as_a_profile_weighs_it() -> None:
    strict = json.loads(okr_coach("rules", "show", "K03", "--format", "json").stdout)
    assert (strict["profile"], strict["enabled"]) == ("balanced", True)
    assert okr_coach("rules", "show", "K03", "--profile", "balanced").exit_code == 0


def test_doctor_writes_for_programs_too() -> None:
    looks = json.loads(okr_coach("doctor", "--format", "json").stdout)
    assert all(look["well"] for look in looks)


def test_a_worker_that_dies_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def dying(*_: object, **__: object) -> object:
        raise BrokenProcessPool

    monkeypatch.setattr(cli, "check_jsonl_in_processes", dying)
    run = okr_coach("check", "--jobs", "2", jsonl_file(tmp_path))
    assert (run.exit_code, len(run.stderr.splitlines())) == (2, 1)


def test_sarif_counts_columns_in_a_line_of_jsonl(tmp_path: Path) -> None:
    path = tmp_path / "sets.jsonl"
    text = "Launch the new warehouse system"
    path.write_text(rows(a_set("a", key_results=[text])), encoding="utf-8")
    region = _regions(path)["K03"]["region"]
    assert isinstance(region, dict)
    line = path.read_text(encoding="utf-8")
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "Launch"
