"""How sure somebody is, told in tenths behind a value: 也就四成把握. No number is made of it."""

import pytest

from tests.checkins.reading.sets import made, only, reading

SHOP = made(["复购率从 18% 提升到 30%", "门店差评从每月 40 条降到 15 条"])
SHOP_HANT = made(["回購率從 18% 提升到 30%", "門市負評從每月 40 則降到 15 則"])


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("复购率 22%，老实讲也就三成把握", 3),
        ("复购率 22%，这条撑死五成信心", 5),
        ("复购率 22%，估计七成半把握", 7.5),
        ("复购率 22%，只剩两成把握了", 2),
        ("复购率 22%，我个人觉得还有 6 成机会", 6),
        ("回購率 22%，坦白說大概四成把握啦", 4),
        ("回購率 22%，呢個得三成信心咋", 3),
        ("回購率 22%，抓個七成把握", 7),
        ("回購率 22%，我最多得 4 成信心", 4),
    ],
)
def test_tenths_in_front_of_the_word_are_a_level(text: str, level: float) -> None:
    found = only(text, SHOP if "复" in text else SHOP_HANT)
    assert (found.value, found.confidence, found.blocker) == (22, level, None)


@pytest.mark.parametrize(
    "text",
    [
        "复购率 22%，没有七成把握不敢说",
        "复购率 22%，连五成把握都没有",
        "复购率 22%，比上周多了两成把握",
        "复购率 22%，六七成把握吧",
        "回購率 22%，不到三成把握",
        "回購率 22%，比上週少了兩成信心",
    ],
)
def test_what_is_denied_a_change_or_a_range_is_no_level_and_no_value(text: str) -> None:
    found = only(text, SHOP if "复" in text else SHOP_HANT)
    assert (found.value, found.confidence, found.delta) == (22, None, None)


@pytest.mark.parametrize(
    "text", ["复购率，连五成把握都没有", "复购率，六七成把握", "回購率，不到三成把握"]
)
def test_tenths_of_confidence_are_never_a_value(text: str) -> None:
    for item in reading(text, SHOP if "复" in text else SHOP_HANT).items:
        assert (item.value, item.confidence) == (None, None)


def test_where_it_shall_go_is_no_level() -> None:
    okr_set = made(["月活从 4 万提升到 9 万"])
    found = only("月活 5 万，眼下七成把握到 8 万", okr_set)
    assert (found.value, found.confidence) == (50_000, 7)
