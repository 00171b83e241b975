"""What was spent of a cost so far is where it stands, neither a fall nor a remark alone."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import made, only

COURIERS = made(["Courier spend from £180k to £95k", "Parcels lost from 40 to 12"])
COURIERS_HANS = made(["快递费用从 180 万降到 95 万", "丢件从 40 件降到 12 件"])
COURIERS_HANT = made(["快遞費用從 180 萬降到 95 萬", "丟件從 40 件降到 12 件"])
STOCK = made(["备件库存从 300 件降到 120 件"])


@pytest.mark.parametrize(
    ("text", "okr_set", "value"),
    [
        ("courier spend used up £110k so far", COURIERS, 110_000),
        ("Courier spend: we have used £110k already", COURIERS, 110_000),
        ("快递费已经用掉110万", COURIERS_HANS, 1_100_000),
        ("快递费花了110万", COURIERS_HANS, 1_100_000),
        ("快递费花了110万了", COURIERS_HANS, 1_100_000),
        ("快遞費已經用掉110萬", COURIERS_HANT, 1_100_000),
        ("快遞費花了110萬", COURIERS_HANT, 1_100_000),
    ],
)
def test_what_was_spent_of_a_cost_is_its_value(text: str, okr_set: OkrSet, value: float) -> None:
    item = only(text, okr_set)
    assert (item.value, item.delta) == (value, None)


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Courier spend: we spent £8k on a new van", COURIERS),
        ("快递费本周花了8万", COURIERS_HANS),
        ("快递费又花了8万", COURIERS_HANS),
        ("快递费花了8万做活动", COURIERS_HANS),
        ("快遞費本週花了8萬", COURIERS_HANT),
    ],
)
def test_what_one_week_or_thing_took_is_not(text: str, okr_set: OkrSet) -> None:
    assert [item.delta for item in [only(text, okr_set)]] == [None]


def test_of_a_stock_what_was_used_is_a_fall() -> None:
    item = only("备件库存用掉 30 件", STOCK)
    assert (item.value, item.delta) == (None, -30)
