"""Several key results without a pause, and other names that a trade has for what is measured."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made

PHYSIO = made(
    ["Average wait for a first appointment from 19 days to 8 days", "No-show rate from 12% to 6%"],
    ["Patients who finish from 55% to 75%", "Patient rating from 4.1 to 4.6"],
)
TRAMS = made(
    ["Punctual departures from 88% to 96%", "Mean time between failures from 410 to 600 hours"],
    ["Open driver positions from 22 to 6", "Accounts receivable from $90k to $30k"],
)
PRESSES = made(
    ["平均故障间隔从 90 小时提升到 150 小时", "设备综合效率从 68% 提升到 78%"],
    ["在制品库存从 320 万元降到 240 万元", "司机缺额从 24 人降到 8 人"],
)
PRESSES_HANT = made(
    ["平均故障間隔從 90 小時提升到 150 小時", "設備綜合效率從 68% 提升到 78%"],
    ["在製品庫存從 320 萬元降到 240 萬元", "司機缺額從 24 人降到 8 人"],
)


@pytest.mark.parametrize(
    ("text", "okr_set", "values"),
    [
        (
            "okay the wait is fourteen days now and then the rating I think 4.3 and that's it",
            PHYSIO,
            {(0, 0): 14, (1, 1): 4.3},
        ),
        (
            "punctual departures ninety one percent um open positions we are down to seventeen",
            TRAMS,
            {(0, 0): 91, (1, 0): 17},
        ),
        ("Finishers three point five percent better at 61% while no-shows sit at 9%", PHYSIO, None),
        ("MTBF 455 h. Vacancies: 17, AR 71k", TRAMS, {(0, 1): 455, (1, 0): 17, (1, 1): 71_000}),
        ("MTBF 108 小时，OEE 71%，WIP 300 万，司机还缺 19 人", PRESSES, None),
        ("MTBF 108 小時，OEE 71%，WIP 300 萬，司機空缺 19 人", PRESSES_HANT, None),
    ],
)
def test_each_has_its_own_number(
    text: str, okr_set: OkrSet, values: dict[tuple[int, int], float] | None
) -> None:
    presses: dict[tuple[int, int], float] = {(0, 0): 108, (0, 1): 71, (1, 0): 3e6, (1, 1): 19}
    physio: dict[tuple[int, int], float] = {(1, 0): 61, (0, 1): 9}
    values = values or (physio if okr_set is PHYSIO else presses)
    assert {place: item.value for place, item in by_place(text, okr_set).items()} == values
