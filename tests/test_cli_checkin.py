"""`okr-coach checkin` from the outside."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from assistant.checkins import calendar
from assistant.cli import app
from assistant.errors import CoachError, UsageError
from assistant.messages import say
from assistant.models import Language
from tests.checkins.cycles import record

METRIC = {"text": "On-time rate", "owner": "Ada", "baseline": 82, "target": 96, "unit": "%"}


@pytest.fixture(autouse=True)
def _on_a_day_of_the_cycle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar, "today", lambda: date(2026, 2, 20))


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    made = record(METRIC, checkins=[{"date": "2026-02-06", "value": 84, "confidence": 6}])
    path = tmp_path / "cycle.json"
    path.write_text(made.model_dump_json(), encoding="utf-8")
    return path


def run(*arguments: str, **env: str) -> Result:
    return CliRunner().invoke(app, ["checkin", *arguments], env=env)


def test_a_summary_as_json_has_the_shape_of_the_contract(cycle: Path) -> None:
    result = run("summary", str(cycle), "--as-of", "2026-02-06", "--format", "json")
    told: dict[str, Any] = json.loads(result.stdout)
    assert told["header"] == {
        "team": "退货组",
        "cycle": "2026-Q1",
        "week": 6,
        "weeks": 13,
        "elapsed": 0.4045,
        "cutoff": "2026-02-06",
        "last_entry": "2026-02-06",
    }
    assert told["key_results"][0]["progress"] == 0.1429
    assert {"coverage", "headline", "objectives", "blocks", "facts", "settings", "markdown"} <= (
        told.keys()
    )


@pytest.mark.parametrize(
    ("lang", "title"),
    [("en", "Needs attention"), ("zh-Hans", "需要关注"), ("zh-Hant", "需要關注")],
)
def test_the_language_is_that_which_is_asked_for(cycle: Path, lang: str, title: str) -> None:
    result = run("summary", str(cycle), "--as-of", "2026-02-06", "--lang", lang)
    assert title in result.stdout


def test_status_shows_where_each_key_result_stands(cycle: Path) -> None:
    result = run("status", str(cycle), "--as-of", "2026-02-06", "--lang", "en")
    assert "KR1.1 On-time rate" in result.stdout
    assert "off track" in result.stdout
    told = json.loads(run("status", str(cycle), "--format", "json").stdout)
    assert told.keys() == {"header", "objectives", "key_results"}


def test_a_company_sets_its_own_thresholds_and_the_report_says_so(
    cycle: Path, tmp_path: Path
) -> None:
    own = tmp_path / "thresholds.yml"
    own.write_text("at_risk_gap: 0.4\n", encoding="utf-8")
    options = ("summary", str(cycle), "--as-of", "2026-02-06", "--format", "json")
    told = json.loads(run(*options, OKR_THRESHOLDS_FILE=str(own)).stdout)
    assert told["settings"]["at_risk_gap"] == 0.4
    assert told["key_results"][0]["pace"] == "at_risk"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("# own\nat_risk_gap: 7", "bad_thresholds"),
        ("# own\nno_such: 1", "bad_thresholds"),
        ("- 1", "bad_thresholds"),
        ("# own\nat_risk_gap: no", "surprise"),
        ("# own\n{]", "not_yaml"),
    ],
)
def test_thresholds_that_cannot_be_used_are_refused_by_file_and_line(
    cycle: Path, tmp_path: Path, content: str, reason: str
) -> None:
    own = tmp_path / "thresholds.yml"
    own.write_text(content, encoding="utf-8")
    error = run("summary", str(cycle), OKR_THRESHOLDS_FILE=str(own)).exception
    assert isinstance(error, CoachError)
    assert (error.reason, error.file) == (reason, str(own))
    assert error.line == (2 if "own" in content else 1)


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html", "docx"])
def test_each_format_goes_into_a_file(cycle: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"week.{form}"
    assert run("summary", str(cycle), "--format", form, "--output", str(out)).exit_code == 0
    assert out.stat().st_size > 1000


def added(cycle: Path, *arguments: str) -> dict[str, Any]:
    result = run("add", str(cycle), *arguments, "--lang", "en")
    assert result.exit_code == 0, result.exception
    document: dict[str, Any] = json.loads(cycle.read_text(encoding="utf-8"))
    return document


def test_a_check_in_is_added_with_what_was_said_and_nothing_else(cycle: Path) -> None:
    told = ("--kr", "1.1", "--date", "2026-02-13", "--value", "86%", "--confidence", "6/10")
    promises = ("--commitment", "[x] 访谈 5 位客户", "--commitment", "Call the carrier")
    document = added(cycle, *told, "--status", "绿灯", *promises)
    assert document["checkins"][-1] == {
        "date": "2026-02-13",
        "objective": 0,
        "key_result": 0,
        "value": "86%",
        "confidence": 6.0,
        "status": "on_track",
        "commitments": [{"text": "访谈 5 位客户", "done": True}, {"text": "Call the carrier"}],
    }


def test_a_changed_target_is_a_change_with_its_old_value_and_reason(cycle: Path) -> None:
    change = ("--kr", "On-time rate", "--change", "target", "--new", "90", "--reason", "strike")
    added(cycle, *change, "--date", "2026-02-10")
    document = added(
        cycle, "--kr", "1.1", "--change", "target", "--new", "88", "--date", "2026-02-12"
    )
    assert document["changes"] == [
        {
            "date": "2026-02-10",
            "objective": 0,
            "key_result": 0,
            "field": "target",
            "old": 96.0,
            "new": 90.0,
            "reason": "strike",
        },
        {
            "date": "2026-02-12",
            "objective": 0,
            "key_result": 0,
            "field": "target",
            "old": 90.0,
            "new": 88.0,
        },
    ]


def test_an_owner_who_left_leaves_nobody(cycle: Path) -> None:
    change = ("--kr", "1.1", "--change", "owner", "--new", "", "--reason", "离职")
    made = added(cycle, *change, "--date", "2026-02-10")["changes"][-1]
    assert (made["field"], made["old"], made.get("new")) == ("owner", "Ada", None)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--kr", "7.1", "--value", "3"), "no_place"),
        (("--kr", "1.1"), "says_nothing"),
        (("--kr", "1.1", "--author", "Ada"), "says_nothing"),
        (("--kr", "1.1", "--confidence", "60"), "bad_value"),
        (("--kr", "1.1", "--value", "lots"), "bad_value"),
        (("--kr", "1.1", "--value", "2,2%"), "bad_value"),
        (("--kr", "1.1", "--delta", "很多"), "bad_value"),
        (("--kr", "1.1", "--value", "3", "--date", "some day"), "bad_value"),
        (("--kr", "1.1", "--status", "meh"), "bad_value"),
        (("--kr", "1.1", "--value", "3", "--date", "0001-01-01"), "bad_value"),
        (("--kr", "1.1", "--change", "target", "--new", "3", "--date", "9999-12-31"), "bad_value"),
        (("--kr", "1.1", "--change", "colour", "--new", "3"), "bad_value"),
        (("--kr", "1.1", "--change", "owner", "--reason", "left"), "needs_new"),
        (("--kr", "1.1", "--change", "target", "--new", ""), "needs_new"),
        (("--kr", "1.1", "--change", "target", "--new", "soon"), "bad_value"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_the_file_stays(
    cycle: Path, arguments: tuple[str, ...], reason: str
) -> None:
    before = cycle.read_bytes()
    error = run("add", str(cycle), *arguments).exception
    assert isinstance(error, CoachError)
    assert error.reason == reason
    assert cycle.read_bytes() == before


def test_the_pictures_are_written_into_a_folder(cycle: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    run("summary", str(cycle), "--as-of", "2026-02-06", "--pictures", str(folder))
    assert {path.name for path in folder.iterdir()} == {
        "confidence.svg",
        "heat-map.svg",
        "progress.svg",
    }


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "9999-12-31"])
def test_a_day_of_another_time_is_refused_with_what_it_takes(cycle: Path, day: str) -> None:
    told = ("--as-of", day)
    reading = ("read", "--set", str(cycle), "KR1 86%")
    for arguments in (("summary", str(cycle)), ("status", str(cycle)), reading):
        error = run(*arguments, *told).exception
        assert isinstance(error, CoachError)
        assert (error.reason, error.field) == ("bad_parameter", "--as-of")
    error = run("summary", str(cycle.parent), *told).exception
    assert isinstance(error, CoachError)


@pytest.mark.parametrize("day", ["1900-01-01", "2200-12-31"])
def test_the_first_and_the_last_day_of_this_time_are_summed_up(cycle: Path, day: str) -> None:
    assert run("summary", str(cycle), "--as-of", day).exit_code == 0


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "KR1.1: is 960% right? Before it stood at 84%."),
        ("zh-Hans", "KR1.1：960% 是否有误？此前为 84%。"),
        ("zh-Hant", "KR1.1：960% 是否有誤？此前為 84%。"),
    ],
)
def test_a_value_that_is_hard_to_believe_is_asked_about_when_it_is_added(
    cycle: Path, lang: str, told: str
) -> None:
    day = ("--kr", "1.1", "--date", "2026-02-13", "--lang", lang)
    assert told in run("add", str(cycle), *day, "--value", "960%").stderr
    assert run("add", str(cycle), *day, "--value", "86%").stderr == ""


def test_a_value_read_off_a_message_is_asked_about_before_it_is_kept(cycle: Path) -> None:
    said = run("read", "KR1 现在 0.86%，信心 6", "--set", str(cycle), "--as-of", "2026-02-13")
    assert "KR1.1：0.86% 是否有误？此前为 84%。" in said.stderr


@pytest.mark.parametrize(
    ("day", "lang", "told"),
    [
        (
            "2026-03-06",
            "en",
            "KR1.1, 2026-03-06: this day is still to come; the check-in does not count before it. "
            "If the day is mistyped, delete the entry from the cycle file and add it again.\n",
        ),
        ("2026-03-06", "zh-Hans", "KR1.1，2026-03-06：这一天还没到，到那天才会计入。如果日期写错"),
        ("2026-03-06", "zh-Hant", "KR1.1，2026-03-06：這一天還沒到，到那天才會計入。如果日期寫錯"),
    ],
)
def test_a_day_that_cannot_be_meant_is_told_with_the_way_to_mend_it(
    cycle: Path, day: str, lang: str, told: str
) -> None:
    result = run("add", str(cycle), "--kr", "1.1", "--value", "86%", "--date", day, "--lang", lang)
    assert (result.exit_code, result.stderr.startswith("KR1.1")) == (0, True)
    assert told in result.stderr


@pytest.mark.parametrize(
    ("day", "lang", "told"),
    [
        ("2025-02-06", Language.EN, "2025-02-06 lies outside the cycle (2026-01-01 to 2026-03-31)"),
        ("2027-02-06", Language.ZH_HANS, "2027-02-06 不在周期之内（2026-01-01 至 2026-03-31）"),
        ("2027-02-06", Language.ZH_HANT, "2027-02-06 不在週期之內（2026-01-01 至 2026-03-31）"),
    ],
)
def test_a_day_outside_the_cycle_is_refused_before_anything_is_written(
    cycle: Path, day: str, lang: Language, told: str
) -> None:
    before = cycle.read_bytes()
    error = run("add", str(cycle), "--kr", "1.1", "--value", "86%", "--date", day).exception
    assert isinstance(error, UsageError)
    assert (error.field, cycle.read_bytes()) == ("--date", before)
    assert told in say("errors", f"usage.{error.reason}", lang, **error.facts)


def test_a_change_may_be_agreed_for_a_later_day(cycle: Path) -> None:
    change = ("--kr", "1.1", "--change", "target", "--new", "90", "--date", "2026-03-01")
    told = run("add", str(cycle), *change, "--lang", "en").stderr
    assert told == "KR1.1: the change is in force from 2026-03-01 on.\n"


def test_the_day_of_a_message_that_is_to_come_is_asked_about(cycle: Path) -> None:
    into = ("--into", str(cycle), "--as-of", "2026-02-27")
    assert "这一天还没到" in run("read", "KR1 现在 86%", *into).stderr
    assert "请确认日期是否写对。" in run("read", "KR1 现在 86%", *into).stderr
    assert "this day is still to come" in run("read", "KR1 is at 86%", *into, "--yes").stderr
