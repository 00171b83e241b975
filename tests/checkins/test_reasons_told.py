"""Which key results were not checked in, and why each one that needs attention does."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.models import Language
from tests.checkins.cycles import record
from tests.checkins.test_summary import sum_up, weekly
from tests.checkins.test_summary import texts as of_block
from tests.checkins.test_weeks import texts, told

EN, ZH = Language.EN, Language.ZH_HANS
NUMBERS = range(6)


def shelf(language: Language) -> list[dict[str, Any]]:
    words = "Shelf {} empty from 9% to 5%" if language is EN else "{} 号货架缺货率从 9% 降到 5%"
    return [
        {"text": words.format(number + 1), "baseline": 9, "target": 5, "unit": "%"}
        for number in NUMBERS
    ]


def week(language: Language, *done: int, owners: dict[int, str | None]) -> Any:
    goals = shelf(language)
    for number, owner in owners.items():
        goals[number]["owner"] = owner
    checkins = [{"key_result": k, "date": "2026-02-05", "value": 6} for k in done]
    return record(*goals, checkins=checkins, owner=None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Key results checked in: 4 of 6. Not yet: KR1.3, KR1.6 (Dana Okafor)."),
        (ZH, "6 条关键结果中已更新 4 条。未更新：KR1.3、KR1.6（Dana Okafor）。"),
    ],
)
def test_the_key_results_that_are_missing_are_named_with_the_owner_behind(
    language: Language, text: str
) -> None:
    everything = dict.fromkeys(NUMBERS, "Dana Okafor")
    summary = told(week(language, 0, 1, 3, 4, owners=everything), language)
    assert texts(summary, 2) == [text]
    assert summary.coverage.missing == [(0, 2), (0, 5)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Not yet: KR1.2, KR1.5 (Sam Reyes); KR1.3 (韩梅梅); KR1.6."),
        (ZH, "未更新：KR1.2、KR1.5（Sam Reyes）；KR1.3（韩梅梅）；KR1.6。"),
    ],
)
def test_those_of_one_owner_stand_together(language: Language, text: str) -> None:
    owners = {1: "Sam Reyes", 4: "Sam Reyes", 2: "韩梅梅"}
    summary = told(week(language, 0, 3, owners=owners), language)
    assert texts(summary, 2)[0].endswith(text)


def rated(language: Language, day: str, author: str | None) -> Any:
    """Ahead of its pace by the numbers, at risk by what was said."""
    said = {"key_result": 0, "date": day, "value": 6, "status": "at_risk", "author": author}
    later = {"key_result": 0, "date": "2026-02-06", "value": 6}
    return record(shelf(language)[0], checkins=[said, later])


@pytest.mark.parametrize(
    ("language", "day", "author", "ending"),
    [
        (EN, "2026-02-05", "Lin Zhou", "At risk: stated so by Lin Zhou."),
        (ZH, "2026-02-05", "周琳", "有风险：周琳 自报。"),
        (EN, "2026-01-22", "Lin Zhou", "At risk: stated so by Lin Zhou on 2026-01-22."),
        (ZH, "2026-01-22", "周琳", "有风险：周琳 于 2026-01-22 自报。"),
        (EN, "2026-02-05", None, "At risk: stated so on 2026-02-05."),
        (ZH, "2026-02-05", None, "有风险：2026-02-05 自报。"),
    ],
)
def test_a_status_that_was_only_said_is_told_with_who_said_it(
    language: Language, day: str, author: str | None, ending: str
) -> None:
    assert texts(told(rated(language, day, author), language), 4)[0].endswith(ending)


@pytest.mark.parametrize("language", [EN, ZH])
def test_a_status_that_the_numbers_bear_out_has_their_reason_alone(language: Language) -> None:
    said = {"date": "2026-02-05", "value": 9, "status": "at_risk", "author": "周琳"}
    summary = told(record(shelf(language)[0], checkins=[said]), language)
    assert "周琳" not in texts(summary, 4)[0]


@pytest.mark.parametrize(
    ("language", "told", "reason"),
    [
        ("en", "the range holds the target", "open whether the trend reaches the target"),
        ("zh-Hans", "目标在区间之内", "能否达标还不确定"),
        ("zh-Hant", "目標在區間之內", "能否達標還不確定"),
    ],
)
def test_a_target_within_the_range_of_a_forecast_is_not_told_as_missed(
    language: str, told: str, reason: str
) -> None:
    goal = {"text": "Returns refunded within 3 days", "baseline": 54, "target": 90, "unit": "%"}
    made = record(goal, checkins=weekly(54, 66, 56, 68, 62))
    summary = sum_up(made, language=language)
    [forecast] = of_block(summary, 9)
    assert told in forecast
    assert "short of the target" not in forecast
    assert reason in " ".join(of_block(summary, 4))
