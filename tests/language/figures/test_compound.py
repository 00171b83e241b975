"""Numbers told in two magnitudes, as they are said: 13万8 is 138,000."""

from __future__ import annotations

import pytest

from assistant.language import read_key_result
from assistant.language.figures.quantities import find_quantities
from assistant.language.script import fold
from assistant.models import KeyResult


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("客单价约13万8", 138_000),
        ("客單價約13萬8元", 138_000),
        ("月活3千5", 3_500),
        ("收入2亿3", 230_000_000),
        ("營收2億3千萬元", 230_000_000),
        ("人均两万三", 23_000),
        ("三千五百人", 3_500),
        ("到场三千五人", 3_500),
        ("到场三千零五人", 3_005),
        ("退货11 万 2 千张", 112_000),
        ("到店3万5000人", 35_000),
        ("产量3千5百吨", 3_500),
    ],
)
def test_all_magnitudes_are_one_number(line: str, value: float) -> None:
    [found] = find_quantities(line, fold(line), [])
    assert found.high == value


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("售价5万1台", [50_000, 1]),
        ("花了3万2天完成", [30_000, 2]),
        ("營收13萬，8家", [130_000, 8]),
        ("单价5万一台", [50_000]),
        ("收入10万8%", [100_000, 8]),
        ("装机2千瓦", [2]),
    ],
)
def test_what_counts_something_of_its_own_stays_apart(line: str, values: list[float]) -> None:
    assert [one.high for one in find_quantities(line, fold(line), [])] == values


@pytest.mark.parametrize("line", ["客单价从12万5提升到15万", "客單價從12萬5提升到15萬"])
def test_a_draft_has_them_too(line: str) -> None:
    facts = read_key_result(KeyResult(text=line), 0, 0).facts
    assert (facts.baseline_value, facts.target_value) == (125_000, 150_000)
