"""`okr-coach checkin start`: from a draft to a cycle that check-ins go into."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli import app
from assistant.errors import CoachError

DAYS = ("--start", "2026-10-01", "--end", "2026-12-31")
ENGLISH = (
    "O: Parcels arrive when we said\nKR1: On-time rate from 82% to 96%\nKR2: Fewer complaints\n"
)
CHINESE = "# 目标：包裹准时送达\n- KR1：投诉件数从 30 件降到 12 件\n- KR2：提升客户满意度\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["checkin", *arguments])


def started(folder: Path, draft: str, *more: str) -> Result:
    source = folder / "draft.md"
    source.write_text(draft, encoding="utf-8")
    return run("start", str(source), *DAYS, "-o", str(folder / "CYCLE.json"), *more)


@pytest.mark.parametrize(
    ("draft", "told", "missing"),
    [
        (ENGLISH, "from 82% to 96%; unit %; direction up.", "Missing: baseline, target, owner."),
        (CHINESE, "方向 降低。", "缺少：基线、目标值、负责人。"),
    ],
)
def test_it_tells_what_was_taken_and_what_is_missing(
    tmp_path: Path, draft: str, told: str, missing: str
) -> None:
    result = started(tmp_path, draft)
    assert result.exit_code == 0, result.exception
    assert told in result.stdout
    assert missing in result.stdout


def test_the_cycle_takes_a_check_in_and_is_summed_up(tmp_path: Path) -> None:
    started(tmp_path, ENGLISH, "--team", "Parcels")
    cycle = tmp_path / "CYCLE.json"
    run("add", str(cycle), "--kr", "1.1", "--value", "89%", "--date", "2026-10-30")
    made = json.loads(
        run("summary", str(cycle), "--as-of", "2026-10-30", "--format", "json").stdout
    )
    assert (made["header"]["team"], made["header"]["weeks"]) == ("Parcels", 14)
    assert made["key_results"][0]["progress"] == 0.5
    assert made["key_results"][1]["progress"] is None
    assert '"at"' not in cycle.read_text(encoding="utf-8")


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "CYCLE.json").write_text("mine", encoding="utf-8")
    error = started(tmp_path, ENGLISH).exception
    assert isinstance(error, CoachError)
    assert error.reason == "exists"
    assert (tmp_path / "CYCLE.json").read_text(encoding="utf-8") == "mine"


def test_an_end_before_the_start_is_refused(tmp_path: Path) -> None:
    error = started(tmp_path, ENGLISH, "--end", "2026-09-01").exception
    assert isinstance(error, CoachError)
    assert (error.reason, error.field) == ("bad_parameter", "--end")
    assert not (tmp_path / "CYCLE.json").exists()
