"""Lines that name a metric alone, or the number of people to be won."""

import pytest

from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.models import OkrSet
from assistant.parsing import SetReading
from assistant.settings import Settings

REVIEWER = Reviewer(load_checker(Settings(), None, None))
B, T = "[baseline to confirm]", "[target to set]"
B_ZH, T_ZH, B_HANT, T_HANT = "[基线待确认]", "[目标待定]", "[基線待確認]", "[目標待定]"


def rewritten(objective: str, line: str) -> str:
    lines = {"objective": objective, "key_results": [line]}
    okr_set = OkrSet.model_validate({"objectives": [lines]})
    review = REVIEWER.review(SetReading(okr_set), Asked())
    [made] = [each for each in review.suggestions if each.key_result == 0]
    assert made.remaining == []
    return made.after or ""


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("缺货率", f"缺货率从{B_ZH}降到{T_ZH}"),
        ("缺貨率", f"缺貨率從{B_HANT}降到{T_HANT}"),
        ("重复来电率", f"重复来电率从{B_ZH}降到{T_ZH}"),
        ("跳出率", f"跳出率从{B_ZH}降到{T_ZH}"),
        ("客戶流失率", f"客戶流失率從{B_HANT}降到{T_HANT}"),
        ("首次响应时长", f"首次响应时长从{B_ZH}缩短到{T_ZH}"),
        ("复购率", f"复购率从{B_ZH}提升到{T_ZH}"),
    ],
)
def test_a_metric_alone_goes_where_the_library_wants_it(line: str, after: str) -> None:
    assert rewritten("The service can be relied on", line) == after


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("卸载率", f"卸载率从{B_ZH}到{T_ZH}"),
        ("资产负债率", f"资产负债率从{B_ZH}到{T_ZH}"),
        ("資產負債率", f"資產負債率從{B_HANT}到{T_HANT}"),
        ("自提占比", f"自提占比从{B_ZH}到{T_ZH}"),
        ("Vacancy rate", f"Vacancy rate from {B} to {T}"),
        ("Stockout rate", f"Stockout rate from {B} to {T}"),
        ("Gearing ratio", f"Gearing ratio from {B} to {T}"),
    ],
)
def test_where_nobody_knows_which_way_a_metric_shall_go_none_is_guessed(
    line: str, after: str
) -> None:
    assert rewritten("The company is sound", line) == after


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("Drive 150k visits to the site", f"Visits to the site from {B} to 150k"),
        ("Get 5000 subscribers", f"Subscribers from {B} to 5000"),
        ("Attract 300 donors", f"Donors from {B} to 300"),
        ("Reach 20,000 visitors", f"Visitors from {B} to 20,000"),
        ("Win 40 customers by June", f"Customers from {B} to 40 by June"),
        ("拿到5000粉丝", f"粉丝从{B_ZH}增加到5000"),
        ("拿到5000粉絲", f"粉絲從{B_HANT}增加到5000"),
    ],
)
def test_people_to_be_won_are_the_target_and_their_number_today_is_asked(
    line: str, after: str
) -> None:
    assert rewritten("More people come", line) == after
