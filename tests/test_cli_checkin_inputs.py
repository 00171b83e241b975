"""What `okr-coach checkin` takes for a week: cycles, and sets with a table of check-ins."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import CoachError
from tests.test_cli_checkin import run


def test_a_table_of_check_ins_is_joined_to_a_set(tmp_path: Path) -> None:
    okr_set = tmp_path / "set.md"
    okr_set.write_text("O: Parcels arrive\nKR: On-time rate from 82% to 96%\n", encoding="utf-8")
    table = tmp_path / "week.csv"
    table.write_text("date,kr,value\n2026-02-06,KR1.1,89%\n2026-02-06,KR7,1\n", encoding="utf-8")
    options = ("--as-of", "2026-02-06", "--format", "json", "--checkins", str(table))
    told = json.loads(run("summary", str(okr_set), *options).stdout)
    assert told["key_results"][0]["progress"] == 0.5
    assert any("KR7" in note for note in told["notes"])


@pytest.mark.parametrize(
    "content",
    [
        "# Team offsite\n\n- buy coffee\n- book the room\n",
        "# 目标：包裹准时送达\n- KR1：准时率从 82% 提升到 95%\n",
        "# 目標：包裹準時送達\n- KR1：準時率從 82% 提升到 95%\n",
    ],
)
def test_what_has_no_week_is_refused_with_what_is_missing(tmp_path: Path, content: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(content, encoding="utf-8")
    told = run("summary", str(path)).exception
    assert isinstance(told, CoachError)
    assert (told.code, told.reason) == ("unreadable", "no_weeks")


def test_a_set_whose_check_ins_come_in_a_table_has_a_week(tmp_path: Path) -> None:
    path, table = tmp_path / "set.md", tmp_path / "week.csv"
    path.write_text("# Objective: On time\n- KR1: On-time rate from 82% to 95%\n", encoding="utf-8")
    table.write_text("date,key result,value\n2026-02-06,KR1,84\n", encoding="utf-8")
    assert run("summary", str(path), "--checkins", str(table)).exit_code == 0


@pytest.mark.parametrize(
    ("okr_set", "message", "change"),
    [
        ("O: Parcels arrive\nKR: Returns from 4% to 2%\n", "Returns 3.4%, up 0.2 points",
         "+0.2 points"),
        ("目标：退货更少\nKR：退货率从 4% 降到 2%\n", "退货率 3.4%，比上周多了 0.2 个点",
         "+0.2 个百分点"),
        ("目標：退貨更少\nKR：退貨率從 4% 降到 2%\n", "退貨率 3.4%，比上週多了 0.2 個點",
         "+0.2 個百分點"),
    ],
)  # fmt: skip
def test_a_message_is_typed_or_stands_in_a_file(
    tmp_path: Path, okr_set: str, message: str, change: str
) -> None:
    drafted, written = tmp_path / "set.md", tmp_path / "week.txt"
    drafted.write_text(okr_set, encoding="utf-8")
    written.write_text(message, encoding="utf-8")
    typed = run("read", "--set", str(drafted), message).stdout
    assert change in typed
    assert run("read", "--set", str(drafted), str(written)).stdout == typed
