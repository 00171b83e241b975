"""What the same people go on to do is one result; what they bring beside it is another."""

from __future__ import annotations

import pytest

from assistant.language.facts.compound import find_bundle
from assistant.language.facts.kind import find_kind
from assistant.language.facts.measurable import is_measurable
from assistant.language.facts.objective import is_task
from assistant.language.facts.verdicts import observe


@pytest.mark.parametrize(
    "text",
    [
        "Carpoolers can post a ride and split the fuel bill",
        "At least 40% of the apprentices sketch a chair and present it",
        "The glossary is short, and doesn't name old products",
        "At least 90 active beekeepers, where active means at least one hive check a month",
        "25 map pages which show at least one cycle path",
        "Keep a diary to see what helped and didn't to plan the next season",
        "Post a brief and friendly notice for neighbours",
    ],
)
def test_one_result(text: str) -> None:
    assert find_bundle(observe(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Carpoolers can post a ride, and 300 rides are shared",
        "Properly test shop windows, and get at least 12 orders a week from them",
        "办3场茶农座谈会，完成意见汇总报告",
        "辦3場茶農座談會，完成意見彙總報告",
    ],
)
def test_two_results(text: str) -> None:
    assert find_bundle(observe(text)) is not None


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("We have written a guide for hosts", True),
        ("Delivered a plan for the orchard", True),
        ("We keep track of lost parcels", True),
        ("Fully immersed in the harvest", False),
        ("把我们从看经验变为看数据", False),
        ("把我們從看經驗變為看數據", False),
    ],
)
def test_work_that_is_told_as_done(text: str, work: bool) -> None:
    assert is_task(observe(text)) is work


@pytest.mark.parametrize(
    ("text", "measurable"),
    [("实现盈利N元", False), ("年底前实现盈利", True), ("實現盈利N元", False)],
)
def test_a_profit_of_nobody_knows_how_much_is_no_bar(text: str, measurable: bool) -> None:
    assert is_measurable(observe(text)) is measurable


@pytest.mark.parametrize("text", ["Publish N customer guides", "撰写N篇文章", "撰寫N篇文章"])
def test_a_count_whose_number_is_open_is_an_output(text: str) -> None:
    assert find_kind(observe(text)) == "output"
