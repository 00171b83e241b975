"""Many teams at once: counts and names, what goes across teams, never a ranking of people."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.checkins.rollup.folder import cycle_files, roll_up
from assistant.checkins.rollup.mentions import TeamNames
from assistant.models import Language
from assistant.models.rollup import RollUp
from assistant.settings import Settings
from tests.checkins.cycles import LIMITS

DAYS = ("2026-01-09", "2026-01-16", "2026-01-23", "2026-01-30", "2026-02-06")


def team(name: str, *key_results: Any, values: dict[int, Any], **said: Any) -> dict[str, Any]:
    checkins = [
        {
            "date": day,
            "objective": 0,
            "key_result": k,
            "value": v,
            **(said if day == DAYS[-1] else {}),
        }
        for k, all_ in values.items()
        for day, v in zip(DAYS, all_, strict=True)
    ]
    okr_set = {
        "team": name,
        "level": "team",
        "cycle": {"name": "2026-Q1"},
        "objectives": [{"objective": "好用", "owner": "周敏", "key_results": list(key_results)}],
    }
    return {"set": okr_set, "as_of": DAYS[-1], "checkins": checkins}


def rolled(folder: Path, *cycles: Any, language: Language | None = None) -> RollUp:
    for number, one in enumerate(cycles):
        path = folder / f"{number}.json"
        path.write_text(one if isinstance(one, str) else json.dumps(one), encoding="utf-8")
    return roll_up(
        cycle_files(folder),
        root=folder,
        as_of=None,
        today=date(2026, 2, 6),
        settings=Settings(),
        limits=LIMITS,
        language=language,
    )


def test_counts_and_the_five_worst_are_told_a_level(tmp_path: Path) -> None:
    lines = ["准时率从 50% 提升到 90%"] * 7
    late = {k: [50, 50, 50, 50, 50 + k] for k in range(7)}
    company = team("集团", "退货率从 9% 降到 4%", values={0: [9, 8, 7, 6, 5]})
    company["set"]["level"] = "company"
    made = rolled(tmp_path, team("物流部", *lines, values=late), company)
    assert [(one.level, one.teams, one.key_results) for one in made.levels] == [
        ("company", 1, 1),
        ("team", 1, 7),
    ]
    assert made.levels[0].counts == {"on_track": 1}
    assert made.levels[1].attention == 7
    assert [one.key_result for one in made.levels[1].worst] == [0, 1, 2, 3, 4]
    assert made.counts == {"on_track": 1, "off_track": 7}


def test_a_blocker_that_names_another_team_is_told_with_its_words(tmp_path: Path) -> None:
    line = "准时率从 50% 提升到 90%"
    values = {0: [60, 62, 64, 66, 70]}
    asks = team("物流部", line, values=values, blocker="合同没批", ask="请采购本周批合同")
    made = rolled(tmp_path, asks, team("采购部", line, values=values, blocker="采购系统慢"))
    assert [(one.team, one.asked, one.quote) for one in made.asked] == [
        ("物流部", "采购部", "请采购本周批合同 / 合同没批")
    ]


@pytest.mark.parametrize(
    ("text", "team_named"),
    [
        ("waiting for the Platform team to fix the API", "Platform team"),
        ("a platformer was released", None),
        ("請採購部幫忙", "采购部"),
        ("we are blocked by ourselves, Growth", None),
    ],
)
def test_a_team_is_known_by_its_name_in_either_script(text: str, team_named: str | None) -> None:
    names = TeamNames(["Platform team", "采购部", "Growth"])
    assert names.named(text, "Growth") == team_named


def test_two_teams_that_pull_one_metric_apart_are_told(tmp_path: Path) -> None:
    up = team("客服部", "平均通话时长从 3 分钟提升到 5 分钟", values={0: [3, 3, 3, 4, 4]})
    down = team("运营部", "平均通话时长从 5 分钟降到 3 分钟", values={0: [5, 5, 5, 4, 4]})
    same = team("质检部", "退货率从 9% 降到 4%", values={0: [9, 8, 7, 6, 5]})
    [found] = rolled(tmp_path, up, down, same).opposed
    assert {(pull.team, pull.direction) for pull in found.pulls} == {
        ("客服部", "increase"),
        ("运营部", "decrease"),
    }


def test_one_team_alone_pulls_nothing_apart(tmp_path: Path) -> None:
    lines = ("平均通话时长从 3 分钟提升到 5 分钟", "平均通话时长从 5 分钟降到 3 分钟")
    both = {0: [3, 3, 3, 4, 4], 1: [5, 5, 5, 4, 4]}
    assert rolled(tmp_path, team("客服部", *lines, values=both)).opposed == []


def test_key_results_without_movement_are_named(tmp_path: Path) -> None:
    still = team("物流部", "准时率从 50% 提升到 90%", values={0: [70, 70, 70, 70, 70]})
    made = rolled(tmp_path, still)
    assert [(one.team, str(one.since)) for one in made.unmoved] == [("物流部", "2026-01-09")]
    assert made.unmoved_count == 1


def test_a_file_that_is_no_cycle_is_listed_and_stops_nothing(tmp_path: Path) -> None:
    well = team("物流部", "准时率从 50% 提升到 90%", values={})
    made = rolled(tmp_path, "{", well, language=Language.ZH_HANT)
    assert [one.file for one in made.unread] == ["0.json"]
    assert (made.teams, made.without_check_in) == (1, ["物流部"])
    assert "各團隊 OKR 週報" in made.markdown


def test_an_empty_folder_is_told_as_such(tmp_path: Path) -> None:
    made = rolled(tmp_path)
    assert (made.teams, made.key_results, made.levels) == (0, 0, [])


def test_no_person_is_named_or_ranked(tmp_path: Path) -> None:
    made = rolled(tmp_path, team("物流部", "准时率从 50% 提升到 90%", values={0: [50] * 5}))
    assert "周敏" not in made.model_dump_json()


def test_each_team_has_a_line_by_name_with_its_means_coverage_promises_and_changes(
    tmp_path: Path,
) -> None:
    late = team(
        "物流组",
        "准时率从 50% 提升到 90%",
        values={0: [50, 55, 60, 65, 70]},
        next_action="跟承运商重签时刻表",
        due="2026-02-04",
    )
    late["changes"] = [
        {
            "date": "2026-02-05",
            "objective": 0,
            "key_result": 0,
            "field": "target",
            "to": 85,
            "reason": "旺季运力不足",
        }
    ]
    made = rolled(tmp_path, late, team("Billing", "Paid on time from 50% to 90%", values={}))
    assert [week.team for week in made.weeks] == ["Billing", "物流组"]
    silent, told = made.weeks
    assert (silent.mean_progress, silent.checked_in, silent.due) == (None, 0, 1)
    assert told.mean_progress == pytest.approx(20 / 35, abs=0.001)
    assert (told.checked_in, told.due) == (1, 1)
    assert (told.promised, told.overdue, told.changes) == (1, 1, 1)
    assert "1（1 项逾期）" in rolled(tmp_path, late, language=Language.ZH_HANS).markdown


def test_an_ask_of_another_team_stands_until_it_is_answered(tmp_path: Path) -> None:
    asking = team("App", "Crash rate from 4% to 1%", values={0: [4, 4, 3.5, 3.4, 3.3]})
    asking["checkins"][2]["ask"] = "Data  Platform, please open the crash stream"
    other = team("data platform team", "Jobs on time from 80% to 99%", values={})
    [one] = rolled(tmp_path, asking, other).asked
    assert (one.asked, one.date) == ("data platform team", date(2026, 1, 23))
    asking["checkins"][4]["ask"] = "none"
    assert rolled(tmp_path, asking, other).asked == []
