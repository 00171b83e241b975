"""Amounts of money whatever way the currency is named, and units that stand in brackets."""

import pytest
from opencc import OpenCC

from assistant.coaching.check import read
from assistant.language.figures.lines import read_line
from assistant.language.lexicon import section
from assistant.language.reading import QuantityKind
from assistant.models import OkrSet
from assistant.rules.engine import judge
from assistant.rules.rubric import load_rubric

CHINESE = [
    (code, way)
    for code, ways in section("units")["currencies"].items()
    for way in ways
    if not way.isascii() and len(way) > 1
]


def money(text: str) -> list[tuple[str | None, float]]:
    found = read_line(text).quantities
    return [(q.unit, q.low) for q in found if q.kind is QuantityKind.MONEY]


@pytest.mark.parametrize(("code", "way"), CHINESE)
@pytest.mark.parametrize("form", ["营业额{way}3,000万", "营业额达到{way} 3,000万"])
def test_a_currency_may_stand_in_front_in_both_scripts(code: str, way: str, form: str) -> None:
    text = form.format(way=way)
    assert money(text) == [(code, 30_000_000)]
    assert money(OpenCC("s2tw").convert(text)) == [(code, 30_000_000)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("營業額從新台幣2,000萬提高到3,000萬", [("TWD", 2e7), ("TWD", 3e7)]),
        ("營業額從新臺幣2,000萬提高到3,000萬元", [("TWD", 2e7), ("TWD", 3e7)]),
        ("營業額從2,000萬元新台幣提高到3,000萬元新台幣", [("TWD", 2e7), ("TWD", 3e7)]),
        ("海外营收从80万欧元增至120万欧元", [("EUR", 8e5), ("EUR", 1.2e6)]),
        ("客单价从人民币300元升到400元", [("元", 300), ("元", 400)]),
        ("Revenue 5M (EUR)", [("EUR", 5e6)]),
        ("Revenue from 3M to 5M (EUR)", [("EUR", 3e6), ("EUR", 5e6)]),
        ("Revenue (EUR) from 3M to 5M", [("EUR", 3e6), ("EUR", 5e6)]),
        ("营收从300万提高到500万（欧元）", [("EUR", 3e6), ("EUR", 5e6)]),
        ("營收（港幣）從300萬提高到500萬", [("HKD", 3e6), ("HKD", 5e6)]),
    ],
)
def test_both_amounts_are_of_the_currency_that_is_named(
    text: str, amounts: list[tuple[str, float]]
) -> None:
    assert money(text) == amounts


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Lead time (days) from 9 to 4", "days"),
        ("Repair time: 9 (hours)", "h"),
        ("交付周期（天）从 9 降到 4", "天"),
        ("交付週期（天）從 9 降到 4", "天"),
    ],
)
def test_a_unit_in_brackets_is_that_of_the_values(text: str, unit: str) -> None:
    assert {q.unit for q in read_line(text).quantities} == {unit}


@pytest.mark.parametrize(
    ("text", "unit", "values"),
    [
        ("成本（万元）由120降至100", "元", [1_200_000, 1_000_000]),
        ("產值（百萬元）從 3 提升到 5", "元", [3_000_000, 5_000_000]),
        ("销售额从 300 提升到 500（万元）", "元", [3_000_000, 5_000_000]),
        ("日活（万人）从 3 到 5", "人", [30_000, 50_000]),
        ("Revenue ($m) from 3 to 4.5", "USD", [3_000_000, 4_500_000]),
        ("Revenue (EUR k): 300 → 450", "EUR", [300_000, 450_000]),
        ("Q3 revenue (US$m) grows from 3 to 5", "USD", [3_000_000, 5_000_000]),
        ("成本从 5万（元）降到 3万（元）", "元", [50_000, 30_000]),
    ],
)
def test_a_unit_in_brackets_may_bring_its_magnitude(
    text: str, unit: str, values: list[float]
) -> None:
    found = read_line(text).quantities
    assert [(q.unit, q.low) for q in found] == [(unit, value) for value in values]


@pytest.mark.parametrize("text", ["Visits (north) from 30 to 60", "到访（北区）从 30 到 60"])
def test_other_brackets_are_no_unit(text: str) -> None:
    assert {q.unit for q in read_line(text).quantities} == {None}


def rules(text: str) -> set[str]:
    draft = OkrSet.model_validate({"objectives": [{"objective": "O", "key_results": [text]}]})
    return {one.rule for one in judge(load_rubric("balanced"), read(draft))}


@pytest.mark.parametrize(
    "text",
    [
        "營業額新台幣3,000萬",
        "营业额港币3,000万",
        "Revenue 5M (EUR)",
        "Lead time (days) from 9 to 4",
    ],
)
def test_no_unit_is_asked_for_where_one_is_named(text: str) -> None:
    assert "K06" not in rules(text)


@pytest.mark.parametrize(
    "text", ["CSAT of 4.6 out of 5", "CSAT 4.6/5", "CSAT from 4.2 to 4.6 out of 5"]
)
def test_what_a_rating_is_out_of_is_its_unit(text: str) -> None:
    assert {q.unit for q in read_line(text).quantities} == {"/5"}
