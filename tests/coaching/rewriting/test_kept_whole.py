"""What makes no clean name is kept whole: rules, states, sentences, versions."""

import pytest

from tests.coaching.rewriting.proposals import (
    B_HANT,
    B_ZH,
    T_HANT,
    T_ZH,
    B,
    T,
    made_of,
    suggestions,
)


def _objective(text: str) -> list[str]:
    return [one.after for one in suggestions(text, "x") if one.key_result is None]


@pytest.mark.parametrize(
    ("objective", "after"),
    [
        ("Release v2.3", "People [change to name], thanks to “Release v2.3”"),
        ("订餐成功率高", "让相关的人因为订餐成功率高而[变化待定]"),
        ("掛號成功率高", "讓相關的人因為掛號成功率高而[變化待定]"),
        ("备份可靠", "让相关的人因为备份可靠而[变化待定]"),
    ],
)
def test_an_objective_is_spoken_of_as_it_stands(objective: str, after: str) -> None:
    assert after in _objective(objective)


def test_a_deliverable_with_marks_is_asked_about() -> None:
    made = _objective("建立 repeatable、可驗證、無 `.env` 依賴的 Setup Kit 發布包。")
    assert made
    assert "[變化待定]" in made[0]


@pytest.mark.parametrize(
    ("objective", "line", "name"),
    [
        (
            "The mill app is current",
            "A patch has to ship soon, it's been months",
            "“A patch has to ship soon”",
        ),
        (
            "Safe trials of new helpers",
            "Job processing happens only inside a locked container",
            "“Job processing happens only inside a locked container”",
        ),
        (
            "The tool saves time",
            "If upkeep takes longer than it saves, hold a stop-or-go review",
            "“If upkeep takes longer than it saves, hold a stop-or-go review”",
        ),
        (
            "A tidy chart view",
            "Fix the chart zoom thing, move this to the side panel",
            "fixing the chart zoom thing, moving this to the side panel",
        ),
    ],
)
def test_a_sentence_is_quoted(objective: str, line: str, name: str) -> None:
    made = made_of(objective, line)
    assert made.after == f"Effect of {name} ([metric to choose]) from {B} to {T}"


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "让工具省时间",
            "若投入时间持续高于节省时间，触发 Stop/Go Review，而不是继续加功能",
            f"成效的[指标待定]从{B_ZH}到{T_ZH}",
        ),
        (
            "讓工具省時間",
            "若投入時間持續高於節省時間，觸發 Stop/Go Review，而不是繼續加功能",
            f"成效的[指標待定]從{B_HANT}到{T_HANT}",
        ),
        (
            "统一监控支撑业务",
            "Observability 覆盖时延/费用/错误率",
            f"体现“Observability 覆盖时延/费用/错误率”成效的[指标待定]从{B_ZH}到{T_ZH}",
        ),
    ],
)
def test_one_word_leads_to_no_metric(objective: str, line: str, after: str) -> None:
    made = made_of(objective, line)
    assert made.after.endswith(after)
    assert made.initiative == line
