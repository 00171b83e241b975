"""Values still to be filled in, and what only looks like one."""

import pytest

from assistant.language.figures.placeholders import find_placeholders
from assistant.language.script import fold


def found(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_placeholders(text, fold(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Conversion from X% to Y%", ["X%", "Y%"]),
        ("Revenue up xx%", ["xx%"]),
        ("Reduce load time by X %", ["X %"]),
        ("Watch time of XX minutes", ["XX"]),
        ("NPS of TBD", ["TBD"]),
        ("NPS to be confirmed", ["to be confirmed"]),
        ("Raise NPS to ___", ["___"]),
        (
            "NPS from [baseline to confirm] to [target to set]",
            ["[baseline to confirm]", "[target to set]"],
        ),
        ("CAC payback ≤ X months", ["X"]),
        ("Revenue of $X", ["X"]),
        ("Sign <N> schools", ["<N>"]),
        ("Sign ??? schools", ["???"]),
        ("转化率提升X%", ["X%"]),
        ("转化率提升Ｘ％", ["Ｘ％"]),
        ("审批缩短到N天", ["N"]),
        ("營收達 XX 萬", ["XX"]),
        ("满意度＿＿分", ["＿＿"]),
        ("目标待定", ["待定"]),
        ("NPS 从[基线待确认]到[目标待定]", ["[基线待确认]", "[目标待定]"]),
        ("NPS 從[基線待確認]到[目標待定]", ["[基線待確認]", "[目標待定]"]),
        ("举办若干场培训", ["若干"]),
    ],
)
def test_a_value_to_be_filled_in_is_found(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "2x the traffic",
        "Print 50x50 cm panels",
        "24x7 support",
        "Move to macOS X",
        "Write to /dev/xxx",
        "Add snake_case names",
        "Is it done?",
        "Size XXL shirts sold out",
        "Work with team Y",
        "平台 X 上线",
    ],
)
def test_a_name_with_an_x_is_no_placeholder(text: str) -> None:
    assert found(text) == []
