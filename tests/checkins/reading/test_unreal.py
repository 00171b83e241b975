"""No number is taken that is planned, forecast, wished, conditional, or somebody else's."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made, reading

SHOP = made(["回购率从 20% 提升到 40%", "每周投诉从 60 件降到 20 件"])
SHOP_HANT = made(["回購率從 20% 提升到 40%", "每週投訴從 60 件降到 20 件"])
VANS = made(["Orders delivered on time from 80% to 95%", "Merchants on the app from 900 to 2,000"])

UNREAL = {
    "plan": [
        ("The plan for mid-February was 92% on time", VANS),
        ("回购率计划值 31%", SHOP),
        ("計劃這個月底投訴 25 件", SHOP_HANT),
    ],
    "forecast": [
        ("On time 92% expected for February", VANS),
        ("The model puts merchants at 1,700", VANS),
        ("预计下周回购率 31%", SHOP),
        ("投訴預估 25 件", SHOP_HANT),
        ("回购率 31%（预估）", SHOP),
    ],
    "trend": [
        ("At this run rate merchants reach 1,800", VANS),
        ("按这个速度月底投诉 25 件", SHOP),
        ("照這個趨勢回購率 35%", SHOP_HANT),
    ],
    "wish": [
        ("The board wants 2,500 merchants", VANS),
        ("I hope for 1,600 merchants", VANS),
        ("老板想要回购率 50%", SHOP),
        ("希望投訴壓到 25 件", SHOP_HANT),
    ],
    "condition": [
        ("If the new depot opens, on time is 93%", VANS),
        ("Merchants could be 1,500 if the store approves it", VANS),
        ("assuming the strike ends, on time 92%", VANS),
        ("On time would be 93% without the strike", VANS),
        ("如果活动批下来，回购率能到 35%", SHOP),
        ("要不是系统宕机，回购率有 32%", SHOP),
        ("假設補到人，投訴 25 件", SHOP_HANT),
    ],
    "promise": [
        ("The courier promised us 93% on time", VANS),
        ("快递公司承诺投诉 25 件以内", SHOP),
        ("廠商答應回購率做到 35%", SHOP_HANT),
    ],
    "others": [
        ("The other team has 95% on time", VANS),
        ("隔壁组回购率 35%", SHOP),
        ("同業回購率 35%", SHOP_HANT),
        ("行业平均回购率 33%", SHOP),
    ],
    "share": [("40% of our merchants are in Berlin", VANS)],
}


@pytest.mark.parametrize(
    ("text", "okr_set"), [scene for scenes in UNREAL.values() for scene in scenes]
)
def test_no_number_is_taken(text, okr_set) -> None:
    for item in reading(text, okr_set).items:
        assert (item.value, item.delta) == (None, None)


@pytest.mark.parametrize(
    ("text", "okr_set", "place", "value"),
    [
        ("We expected worse, on time is 88%", VANS, (0, 0), 88),
        ("On time would be 93% without the strike, it's 88%", VANS, (0, 0), 88),
        (
            "The target for the year is 95% and the plan for May was 90%. On time 88%",
            VANS,
            (0, 0),
            88,
        ),
        ("Merchants: 1,395, the plan was 1,500", VANS, (0, 1), 1395),
        ("If I'm honest, on time is 88%", VANS, (0, 0), 88),
        ("计划回购率 31%，实际 28%", SHOP, (0, 0), 28),
        ("回购率 28%，就算下雨也没掉", SHOP, (0, 0), 28),
        ("投訴 33 件（計劃 25 件）", SHOP_HANT, (0, 1), 33),
        ("原以為回購率會掉，結果是 31%", SHOP_HANT, (0, 0), 31),
    ],
)
def test_what_stands_is_read_beside_it(text, okr_set, place, value) -> None:
    assert by_place(text, okr_set)[place].value == value


@pytest.mark.parametrize(
    ("text", "okr_set", "place"),
    [
        ("On time 88%. The depot would take another 9% off us.", VANS, (0, 0)),
        ("回购率 28%，日本那边的配额被原厂砍了一半", SHOP, (0, 0)),
        ("回購率 28%，預算被砍了三成", SHOP_HANT, (0, 0)),
    ],
)
def test_what_others_do_to_theirs_is_no_change(text, okr_set, place) -> None:
    assert by_place(text, okr_set)[place].delta is None


FUND = made(["累计签约收入从 200 万做到 800 万"])
FUND_HANT = made(["累計簽約收入從 200 萬做到 800 萬"])
DEALS = made(["Contracts signed in total from 2m to 8m"])


@pytest.mark.parametrize(
    ("text", "okr_set", "value", "delta"),
    [
        ("签约收入35万（本周新增），累计大概387万", FUND, 3_870_000, 350_000),
        ("本週簽約收入 35 萬，累計 387 萬", FUND_HANT, 3_870_000, 350_000),
        (
            "Contracts signed 350k (new this week), cumulative about 3.87m",
            DEALS,
            3_870_000,
            350_000,
        ),
        ("本周签约收入 35 万", FUND, None, 350_000),
    ],
)
def test_the_whole_is_the_value_and_the_week_its_change(text, okr_set, value, delta) -> None:
    [item] = reading(text, okr_set).items
    assert (item.value, item.delta) == (value, delta)


@pytest.mark.parametrize(
    ("text", "okr_set", "place", "value"),
    [
        ("投诉 33 件，更正：盘点后是 31 件", SHOP, (0, 1), 31),
        ("投诉 33 件，不对，漏了昨晚两件，是 35 件", SHOP, (0, 1), 35),
        ("投诉 330 件……手滑，是 33 件", SHOP, (0, 1), 33),
        ("投訴 33 件，唔係，計漏咗一件，係 34 件", SHOP_HANT, (0, 1), 34),
        ("Merchants 1,395, no, the Lyon list came late, it's 1,402", VANS, (0, 1), 1402),
    ],
)
def test_a_value_takes_the_place_of_the_one_before(text, okr_set, place, value) -> None:
    item = by_place(text, okr_set)[place]
    assert (item.value, item.blocker) == (value, None)


@pytest.mark.parametrize(
    ("text", "okr_set", "value"),
    [
        ("On time is not at 92% yet, more like 88", VANS, 88),
        ("On time isn't 92%, more like 88%", VANS, 88),
        ("Merchants: nowhere near 1,500, closer to 1,200", VANS, 1200),
        ("We have not reached 1,500 merchants", VANS, None),
        ("On time hasn't got above 90% yet", VANS, None),
        ("回购率没有达到 35%，现在 29%", SHOP, 29),
        ("回购率没有 35% 那么高", SHOP, None),
        ("每周投诉还没降到 40 件", SHOP, None),
        ("回購率沒有達到 35%，現在 29%", SHOP_HANT, 29),
        ("每週投訴還沒降到 40 件", SHOP_HANT, None),
        ("On time is 92%, not bad", VANS, 92),
        ("On time has not moved, 88%", VANS, 88),
        ("回购率没有变，29%", SHOP, 29),
    ],
)
def test_what_is_not_reached_is_no_value(text: str, okr_set: OkrSet, value: float | None) -> None:
    assert [item.value for item in reading(text, okr_set).items] == [value]
