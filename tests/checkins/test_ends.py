"""The ends of a cycle and of what is known: final results, the last entry, a cycle without name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.models import Language
from tests.checkins.cycles import record
from tests.checkins.test_rollup import rolled, team
from tests.checkins.test_weeks import texts, told

EN, ZH = Language.EN, Language.ZH_HANS
PACE = {"text": "Orders out the same day", "baseline": 40, "target": 80, "unit": "%"}
LOST = {"text": "包裹破损率", "baseline": 4, "target": 2, "unit": "%"}
DAYS = {"start": "2026-01-01", "end": "2026-03-31"}


def ended(**cycle: Any) -> Any:
    checkins = [
        {"key_result": 0, "date": "2026-03-27", "value": 84},
        {"key_result": 1, "date": "2026-03-27", "value": 3},
    ]
    goals = (PACE, LOST, {"text": "New returns desk", "kind": "milestone"})
    return record(*goals, checkins=checkins, cycle={**DAYS, **cycle})


@pytest.mark.parametrize(
    ("language", "mean", "result"),
    [
        (
            EN,
            "Mean final progress 75%.",
            "1 of 3 closed reached the target; of 1 the result is unknown.",
        ),
        (ZH, "平均最终进度 75%。", "已结束 3 条，其中 1 条达成目标，1 条结果未知。"),
    ],
)
def test_after_the_end_the_final_result_is_told(language: Language, mean: str, result: str) -> None:
    headline = texts(told(ended(), language, as_of="2026-04-03"), 3)[0]
    assert headline.startswith(mean)
    assert headline.endswith(result)


@pytest.mark.parametrize(
    ("language", "as_of", "text"),
    [
        (EN, "2030-01-01", "As of 2030-01-01; last entry 2026-03-27."),
        (ZH, "2030-01-01", "截至 2030-01-01，最近一次记录为 2026-03-27。"),
        (EN, "2026-03-27", "Data up to 2026-03-27."),
        (ZH, "2026-03-27", "数据截至 2026-03-27。"),
        (EN, "2026-02-01", "As of 2026-02-01; no entry yet."),
        (ZH, "2026-02-01", "截至 2026-02-01，尚无记录。"),
    ],
)
def test_the_data_go_up_to_the_last_entry(language: Language, as_of: str, text: str) -> None:
    assert texts(told(ended(), language, as_of=as_of), 1)[0].endswith(text)


@pytest.mark.parametrize(
    ("language", "named"),
    [(EN, "退货组, 2026-01-01 to 2026-03-31: week"), (ZH, "退货组，2026-01-01 至 2026-03-31：第")],
)
def test_a_cycle_without_a_name_is_called_by_its_days(language: Language, named: str) -> None:
    assert texts(told(ended(), language), 1)[0].startswith(named)
    assert "2026-Q1" in texts(told(ended(name="2026-Q1"), language), 1)[0]


LINES = {0: [50, 60, 70, 80, 90], 1: [9, 8, 7, 6, 5]}


def over(name: str) -> dict[str, Any]:
    """A team whose cycle is over: one target reached, one four fifths of the way."""
    made = team(name, "准时率从 50% 提升到 90%", "退货率从 9% 降到 4%", values=LINES)
    return {**made, "as_of": "2026-04-10"}


@pytest.mark.parametrize(
    ("language", "head", "result", "mean", "known"),
    [
        (
            EN,
            "1 team, 2 key results: 2 closed.",
            "1 of 2 closed reached the target.",
            "Cycles that are over, 1 team: mean final progress 90%.",
            "As of 2026-04-10; last entry 2026-02-06.",
        ),
        (
            ZH,
            "1 个团队，2 条关键结果：已结束 2 条。",
            "已结束 2 条，其中 1 条达成目标。",
            "已结束的周期，1 个团队：平均最终进度 90%。",
            "截至 2026-04-10，最近一次记录为 2026-02-06。",
        ),
    ],
)
def test_the_roll_up_tells_the_final_result(
    tmp_path: Path, language: Language, head: str, result: str, mean: str, known: str
) -> None:
    made = rolled(tmp_path, over("物流部"), language=language)
    assert (made.closed, made.reached, made.final_progress) == (2, 1, 0.9)
    for line in (head, result, mean, known):
        assert line in made.markdown


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        (EN, "stated so on 2026-02-06"),
        (ZH, "2026-02-06 自报"),
    ],
)
def test_the_roll_up_tells_a_status_that_was_only_said(
    tmp_path: Path, language: Language, reason: str
) -> None:
    said = team("仓储部", "准时率从 50% 提升到 90%", values={0: [50, 60, 70, 80, 85]})
    said["checkins"][-1]["status"] = "off_track"
    assert reason in rolled(tmp_path, said, language=language).markdown
