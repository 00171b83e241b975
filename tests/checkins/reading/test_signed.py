"""A score below zero, the change of one, and the points of a percentage."""

import pytest

from tests.checkins.reading.sets import made, only

FERRY = made(["Passenger NPS from 12 to 40"], ["Gross margin from 31% to 36%"])
CLINIC = made(["净推荐值从 12 提升到 40"], ["毛利率从 31% 提升到 36%"])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Passenger NPS: +27", 27),
        ("NPS -12", -12),
        ("NPS is -4", -4),
        ("NPS: +27 (last month +19)", 27),
        ("NPS -12, was -15", -12),
        ("NPS +27 vs +19 last month", 27),
    ],
)
def test_a_sign_behind_the_name_is_where_the_score_stands(text: str, value: float) -> None:
    found = only(text, FERRY)
    assert (found.value, found.delta) == (value, None)


@pytest.mark.parametrize(
    ("text", "delta"),
    [
        ("NPS +3 this week", 3),
        ("NPS +3 pts vs last week", 3),
        ("NPS -2 since January", -2),
        ("This week NPS +3", 3),
        ("NPS +3, this week", 3),
        ("Gross margin: +2 pts", 2),
        ("Gross margin -3 points since January", -3),
        ("Gross margin -1.5 points", -1.5),
    ],
)
def test_a_sign_beside_a_period_or_before_points_is_a_change(text: str, delta: float) -> None:
    found = only(text, FERRY)
    assert (found.value, found.delta) == (None, delta)


@pytest.mark.parametrize(
    ("text", "value", "delta"),
    [
        ("净推荐值：+27", 27, None),
        ("净推荐值 -12", -12, None),
        ("淨推薦值 -12", -12, None),
        ("净推荐值较上周 +3", None, 3),
        ("本周净推荐值 +3", None, 3),
        ("淨推薦值 +3，本週", None, 3),
        ("毛利率 +2 个点", None, 2),
        ("毛利率：-1.5 個百分點", None, -1.5),
    ],
)
def test_a_sign_in_chinese(text: str, value: float | None, delta: float | None) -> None:
    found = only(text, CLINIC)
    assert (found.value, found.delta) == (value, delta)
