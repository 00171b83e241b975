"""Chat messages that were read wrongly once."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.checkins.reading import read_message
from assistant.models import OkrSet
from assistant.models.cycle import Status

DEPOT = OkrSet.model_validate(
    {
        "objectives": [
            {
                "objective": "Every parcel leaves on its day",
                "key_results": [
                    "Same-day dispatch from 82% to 95%",
                    "Mean time to repair from 9 h to 5 h",
                    "排队时间从 12 分钟降到 5 分钟",
                    "線上掛號比例從 45% 提升到 70%",
                ],
            }
        ]
    }
)


def fields(text: str) -> dict[str, object]:
    [item] = read_message(text, DEPOT, date(2026, 2, 6)).items
    return item.model_dump(exclude_none=True, exclude={"quotes", "key_result", "commitments"})


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("KR1 87%. Could you nudge them?", "ask", "Could you nudge them"),
        ("KR1 87%. HQ has to lift the freeze.", "ask", "HQ has to lift the freeze"),
        ("KR3 8 分钟，求老板签字", "ask", "求老板签字"),
        ("KR4 52%。希望醫師看診後提醒一下病人。", "ask", "希望醫師看診後提醒一下病人"),
        ("KR1 87%. The sorter keeps jamming.", "blocker", "The sorter keeps jamming"),
        ("KR3 8 分钟。短信一直发不出去。", "blocker", "短信一直发不出去"),
        ("KR4 52%。管委會不肯開放 B2。", "blocker", "管委會不肯開放 B2"),
        ("KR4 52%。話務商下個月漲價。", "blocker", "話務商下個月漲價"),
        ("KR4 52%，接著整理常見問題。", "next_action", "整理常見問題"),
        ("KR3 8 分钟。周四前把模型切到新版。", "due", date(2026, 2, 12)),
        ("KR2 8.1 hours, 0.4 worse than last week because of the tracker.", "delta", 0.4),
        ("KR4 54%，較上週成長 3 個百分點，月底應該可以到 58%。", "value", 54.0),
    ],
)
def test_what_is_said_is_read(text: str, name: str, value: object) -> None:
    told = fields(text)[name]
    assert told == value or (isinstance(told, str) and str(value) in told)


def test_a_change_in_another_unit_than_the_metrics_is_none() -> None:
    told = fields("KR2 6.8, improved by 6 minutes.")
    assert told == {"value": 6.8, "comment": "improved by 6 minutes"}


@pytest.mark.parametrize("text", ["KR1 87%. Batteries run flat by noon.", "KR3 8 分钟，用例写不动"])
def test_flat_batteries_are_no_unchanged_value(text: str) -> None:
    assert "delta" not in fields(text)


def test_off_track_if_something_happens_is_no_status() -> None:
    assert "status" not in fields("KR1 70%. Off track if we lose Brandt.")
    assert fields("KR1 70%. Off track.")["status"] is Status.OFF_TRACK
