"""A line that names its own metric and tells its value in words keeps its metric."""

import pytest

from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.standings import has_open_value, standings
from assistant.models import Language

B, T = "[baseline to confirm]", "[target to set]"
B_ZH, T_ZH, B_HANT, T_HANT = "[基线待确认]", "[目标待定]", "[基線待確認]", "[目標待定]"


@pytest.mark.parametrize(
    ("language", "line", "after"),
    [
        (Language.EN, "Margin at the industry average", f"Margin from {B} to {T}"),
        (Language.EN, "Close the till faster", f"Time it takes to close the till from {B} to {T}"),
        (
            Language.EN,
            "Reduce manual ledger entries",
            f"Number of manual ledger entries from {B} to {T}",
        ),
        (Language.EN, "Pick-up rate at least X%", f"Pick-up rate from {B} to {T}"),
        (Language.ZH_HANS, "班车准点率维持正常水平", f"班车准点率从{B_ZH}提升到{T_ZH}"),
        (Language.ZH_HANS, "营业额比上年有明显增长", f"营业额从{B_ZH}提升到{T_ZH}"),
        (Language.ZH_HANS, "力争语文平均成绩名列前茅", f"语文平均成绩从{B_ZH}提升到{T_ZH}"),
        (Language.ZH_HANS, "尽量避免运输途中破损", f"运输途中破损次数从{B_ZH}减少到{T_ZH}"),
        (Language.ZH_HANS, "满意度≥X分", f"满意度从{B_ZH}提升到{T_ZH}"),
        (Language.ZH_HANS, "加快对账", f"对账用时从{B_ZH}缩短到{T_ZH}"),
        (Language.ZH_HANT, "盡量避免配送途中延誤", f"配送途中延誤次數從{B_HANT}減少到{T_HANT}"),
        (Language.ZH_HANT, "毛利不低於同業水準", f"毛利從{B_HANT}提升到{T_HANT}"),
    ],
)
def test_a_value_in_words_becomes_two_values_to_fill_in(
    language: Language, line: str, after: str
) -> None:
    assert [one.text for one in standings(line, Tongue(language))][:1] == [after]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.EN, "Reduce churn"),
        (Language.EN, "Launch the new checkout page"),
        (Language.ZH_HANS, "加快项目建设"),
        (Language.ZH_HANS, "上线新版结算页"),
        (Language.ZH_HANT, "取得階段性成效"),
    ],
)
def test_a_line_without_such_words_is_left_to_the_other_ways(language: Language, line: str) -> None:
    assert list(standings(line, Tongue(language))) == []


def test_a_letter_in_place_of_a_number_is_an_open_value() -> None:
    assert [has_open_value(line) for line in ("接通率≥X%", "接通率≥95%", "X项目上线")] == [
        True,
        False,
        False,
    ]
