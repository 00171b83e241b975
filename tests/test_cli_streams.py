"""The command line under hostile drafts, streams, faults of our own, and in SARIF."""

import json
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from typer.testing import Result

from assistant.coaching.check import Checker
from assistant.commands import check
from tests.test_cli import GOOD, jsonl_file, okr_coach


@pytest.fixture(autouse=True)
def _english_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


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
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
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

    monkeypatch.setattr(check, "check_jsonl_in_processes", dying)
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
