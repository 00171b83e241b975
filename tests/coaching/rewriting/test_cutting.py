"""What cannot be cut out of a line cleanly is not pasted into another."""

import pytest

from assistant.coaching.rewriting.cutting import is_clean
from tests.coaching.rewriting.proposals import made_of


@pytest.mark.parametrize(
    "words",
    [
        "new checkout page",
        "weekly reply templates",
        "CI/CD pipeline",
        "volunteers’ handbook",
        "supplier visits",
    ],
)
def test_the_name_of_a_thing_is_clean(words: str) -> None:
    assert is_clean(words, chinese=False)


@pytest.mark.parametrize(
    "words",
    [
        "written a handbook for volunteers",
        "x swimming lessons",
        "how drivers can reach the depot",
        "bakers politely",
        "the guide (for new",
        "**reading skills",
        "tents/boats/kayaks",
        "the rota at https://example.org/rota",
        "booking desk sends daily notes",
        "one two three four five six seven eight nine",
    ],
)
def test_half_sentences_marks_and_lists_are_no_name(words: str) -> None:
    assert not is_clean(words, chinese=False)


@pytest.mark.parametrize("words", ["补货系统", "《门店服务手册》", "冷链温控功能"])
def test_the_name_of_a_chinese_thing_is_clean(words: str) -> None:
    assert is_clean(words, chinese=True)


@pytest.mark.parametrize(
    "words", ["从“订单接口", "会员可以自助退卡", "线上渠道 30%", "店长只做复核", "門市只做複核"]
)
def test_chinese_half_sentences_are_no_name(words: str) -> None:
    assert not is_clean(words, chinese=True)


@pytest.mark.parametrize(
    ("objective", "line", "said"),
    [
        ("运营后台好用", "在开学前上线“家长版”以支撑续费策略", "“上线‘家长版’以支撑续费策略”"),
        ("營運後台好用", "在開學前上線「家長版以支撐續費策略", "「上線家長版以支撐續費策略」"),
    ],
)
def test_such_a_line_is_quoted_with_its_marks_in_pairs(
    objective: str, line: str, said: str
) -> None:
    made = made_of(objective, line)
    assert said in made.after
    assert made.initiative == line
    assert made.remaining == []


def test_where_no_thing_can_be_cut_out_the_line_is_kept_whole() -> None:
    made = made_of("The choir is lively", "Proactively calling out to old singers")
    assert made.after.startswith("Effect of proactively calling out to old singers")
    assert made.remaining == []


def test_an_amount_behind_a_thing_is_no_part_of_its_name() -> None:
    made = made_of("生态更大", "独立插件 ≥ 12 个")
    assert made.after == "独立插件从[基线待确认]增加到12 个"
