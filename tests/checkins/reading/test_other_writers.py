"""Ways of writing that came with other writers: signs, slashes, speech, lists under a label."""

import pytest

from assistant.models import OkrSet
from assistant.models.cycle import Status
from tests.checkins.reading.sets import BAKERY, KITCHEN, by_place, made, only

FERRY = made(
    ["Crossings on schedule from 84% to 95%", "Engine breakdowns per month from 9 to 2"],
    ["Season tickets sold from 410 to 900"],
)
DEPOT = made(
    [
        "准时交货率从 81% 提升到 95%",
        "司机离职人数从每月 7 位降到 2 位",
        "空驶率从 19% 降到 10%",
        "日均装车数从 260 车提升到 380 车",
    ]
)
DEPOT_HANT = made(
    [
        "準時交貨率從 81% 提升到 95%",
        "司機離職人數從每月 7 位降到 2 位",
        "空駛率從 19% 降到 10%",
        "日均裝車數從 260 車提升到 380 車",
    ]
)


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("空驶 17%，离职 4 位", DEPOT),
        ("空駛 17%，離職 4 位。", DEPOT_HANT),
    ],
)
def test_a_metric_of_something_bad_is_no_hindrance(text: str, okr_set: OkrSet) -> None:
    found = by_place(text, okr_set)
    assert {place: item.value for place, item in found.items()} == {(0, 2): 17, (0, 1): 4}
    assert all(item.blocker is None for item in found.values())


def test_so_is_one_in_english() -> None:
    found = by_place("Season tickets 502, engine breakdowns 6", FERRY)
    assert {place: item.value for place, item in found.items()} == {(1, 0): 502, (0, 1): 6}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("空驶 17%👏 装车 290 车", {(0, 2): 17, (0, 3): 290}),
        ("交期 88%/空驶 16%/离职 3 位", {(0, 0): 88, (0, 2): 16, (0, 1): 3}),
        ("交期88% 空驶16% 离职3位", {(0, 0): 88, (0, 2): 16, (0, 1): 3}),
    ],
)
def test_signs_slashes_and_blanks_stand_between_key_results(
    text: str, values: dict[tuple[int, int], float]
) -> None:
    found = by_place(text, DEPOT)
    assert {place: item.value for place, item in found.items()} == values


@pytest.mark.parametrize("okr_set", [DEPOT, DEPOT_HANT])
def test_dictated_numbers_are_read(okr_set: OkrSet) -> None:
    text = "这周装车是三百一十二车比上周多十四车然后空驶率是十五点六"
    if okr_set is DEPOT_HANT:
        text = "這週裝車是三百一十二車比上週多十四車然後空駛率是十五點六"
    found = by_place(text, okr_set)
    assert (found[0, 3].value, found[0, 3].delta) == (312, 14)
    assert found[0, 2].value == 15.6


@pytest.mark.parametrize("text", ["准点会九点二十开始，空驶 16%", "上午十点五分装车，空驶 16%"])
def test_a_time_of_day_is_no_decimal(text: str) -> None:
    assert by_place(text, DEPOT)[0, 2].value == 16


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("准时送达率 85%，八成把握做得到 93", 8),
        ("準時送達率 85%，有七成把握能到 93%", 7),
        ("准时送达率 85%，达标就是五五开", 5),
        ("準時送達率 85%，機會一半一半", 5),
        ("准时送达率 85%，信心升到 8", 8),
    ],
)
def test_how_sure_somebody_is_of_a_target_is_not_the_target(text: str, level: float) -> None:
    item = by_place(text, KITCHEN)[0, 0]
    assert (item.value, item.confidence) == (85, level)


@pytest.mark.parametrize("text", ["vans on time 88%, a coin toss", "vans on time 88%, fifty-fifty"])
def test_even_chances_are_five(text: str) -> None:
    assert only(text).confidence == 5


def test_oee_style_confidence_behind_a_percentage_is_its_own() -> None:
    item = only("vans on time 88 percent confidence 6")
    assert (item.value, item.confidence) == (88, 6)


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("空驶 16%，交期 88%\n信心：交期 6，空驶 8\n灯号：交期黄、空驶绿", DEPOT),
        ("空駛 16%，交期 88%\n信心：交期 6，空駛 8\n燈號：交期黃、空駛綠", DEPOT_HANT),
    ],
)
def test_levels_and_lights_are_listed_by_name(text: str, okr_set: OkrSet) -> None:
    found = by_place(text, okr_set)
    assert (found[0, 0].confidence, found[0, 0].status) == (6, Status.AT_RISK)
    assert (found[0, 2].confidence, found[0, 2].status) == (8, Status.ON_TRACK)
    assert (found[0, 0].value, found[0, 2].value) == (88, 16)


def test_levels_for_each_are_of_those_in_their_sentence() -> None:
    found = by_place("离职 3 位。交期 88%，空驶 16%，信心各 6、8。", DEPOT)
    assert [found[0, i].confidence for i in (1, 0, 2)] == [None, 6, 8]


def test_cells_may_stand_apart_by_wide_blanks() -> None:
    rows = (
        ["指标", "本周", "增减", "信心"],
        ["空驶", "16%", "0", "信心7"],
        ["交期", "88%", "+2", "5"],
    )
    text = "\n".join("\u3000".join(row) for row in rows)
    found = by_place(text, DEPOT)
    assert [(found[0, i].value, found[0, i].delta, found[0, i].confidence) for i in (2, 0)] == [
        (16, 0, 7),
        (88, 2, 5),
    ]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("投诉 15 件。能否请品控派人驻店？2/18 前需要。", "2026-02-18"),
        ("投訴 15 件，想請品管部派人駐店，下週三以前 🙏", "2026-02-11"),
    ],
)
def test_until_when_something_is_asked_may_stand_alone(text: str, due: str) -> None:
    item = only(text, KITCHEN)
    assert (str(item.due), item.next_action) == (due, None)
    assert item.ask is not None


def test_so_it_may_in_english() -> None:
    item = only("Vans on time 88%. Could depot lend us a driver? Would need to know by 12 Feb.")
    assert (str(item.due), item.next_action) == ("2026-02-12", None)


@pytest.mark.parametrize(
    "text",
    [
        "装车 290 车。对了，食堂的空调坏了",
        "裝車 290 車。順便說，食堂的冷氣壞了",
        "装车 290 车，没有什么卡点",
    ],
)
def test_news_by_the_way_and_denials_are_no_blockers(text: str) -> None:
    assert only(text, DEPOT).blocker is None


def test_what_was_planned_before_a_number_is_no_plan() -> None:
    assert only("装车 290 车，计划是 300", DEPOT).next_action is None
    assert only("Vans on time 88%. By the way, plan B is to move the canteen.").next_action is None


def test_a_sentence_that_names_its_key_result_at_the_end_is_of_that() -> None:
    text = "离职 3 位。调度系统迟迟没有接口，准时交货率上不去。"
    found = by_place(text, DEPOT)
    assert found[0, 0].blocker is not None
    assert found[0, 1].blocker is None


def test_last_year_is_no_last_week() -> None:
    assert only("空驶 16%，比去年低 2 个点", DEPOT).delta is None


def test_two_stop_words_with_a_hyphen_are_a_name() -> None:
    desk = made(
        ["Same-day share of repairs from 50% to 85%", "Share of repairs redone from 9% to 3%"]
    )
    assert only("Same-day share 61%", desk).key_result == (0, 0)


def test_figures_to_be_found_below_are_not_asked_for() -> None:
    assert only("Dear all, please find the figures below. Vans on time 88%", BAKERY).ask is None


WARD = made(
    ["Cut infections per 1,000 bed days from 5.1 to 3.0", "Four-hour target met from 70% to 90%"],
    ["Letters sent the same day from 40% to 80%", "Two-nurse checks missed from 12 a month to 0"],
)


def test_what_a_rate_is_per_is_its_unit() -> None:
    assert only("Infections 4.4 per 1,000 bed days", WARD).unit == "per 1,000 bed days"


def test_a_number_word_of_a_name_is_no_value() -> None:
    assert only("Two nurse checks: 7 missed this month", WARD).value == 7


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Vans on time 90%. 70% sure that we open the new shops this year.", (1, 1)),
        ("Vans on time 90%. Status amber on customer satisfaction.", (0, 2)),
        ("Vans on time 90%. Next on bread thrown away: weigh the bins twice a day.", (0, 1)),
    ],
)
def test_a_level_a_light_and_a_plan_say_what_they_are_of(text: str, place: tuple[int, int]) -> None:
    item = by_place(text)[place]
    assert item.confidence == 7 or item.status is Status.AT_RISK or item.next_action


def test_whom_an_ask_is_for_stands_in_front() -> None:
    item = only("Vans on time 90%. Ask to the board: pay for the second van this year.")
    assert item.ask == "pay for the second van this year"


def test_what_was_spent_is_no_value() -> None:
    assert only("Open 6 new shops: 3 of 6, spent 20k of the 30k on it").value == 3
    assert only("新签企业客户 12 家，花了 3 万", KITCHEN).value == 12


def test_half_of_a_larger_number_is_read() -> None:
    oven = made(["Baking time from 24 minutes to 15 minutes"])
    item = only("baking time is at eighteen and a half minutes", oven)
    assert (item.value, item.unit) == (18.5, "minutes")


def test_all_of_something_else_is_not_all_key_results() -> None:
    found = by_place(
        "Vans on time 90%. Bread thrown away 8%. The leaflet for all shops is on track."
    )
    assert found[0, 1].status is None or found[1, 0].status is None


@pytest.mark.parametrize(
    ("text", "blocker"),
    [
        ("投诉 15 件，质检员集体去培训，台子空着", True),
        ("投訴 15 件，冷凍櫃一直結霜", True),
        ("投诉 15 件，大家中秋快乐", False),
        ("投訴 15 件，感謝品管", False),
    ],
)
def test_chinese_clauses_are_weighed_by_their_signs(text: str, blocker: bool) -> None:
    assert (only(text, KITCHEN).blocker is not None) is blocker


@pytest.mark.parametrize(
    ("text", "okr_set", "place", "value"),
    [
        ("新签企业客户 2 家，共 17 家", KITCHEN, (0, 2), 17),
        ("新簽企業客戶 2 家，累計 17 家", KITCHEN, (0, 2), 17),
        ("Engine breakdowns: 2 this week, that makes 7 this month", FERRY, (0, 1), 7),
    ],
)
def test_the_total_is_where_it_stands(
    text: str, okr_set: OkrSet, place: tuple[int, int], value: float
) -> None:
    assert by_place(text, okr_set)[place].value == value


@pytest.mark.parametrize("text", ["空驶 16%，交期 88%，都绿。", "空駛 16%，交期 88%，兩項都是綠燈"])
def test_one_light_is_of_all(text: str) -> None:
    assert {item.status for item in by_place(text, DEPOT).values()} == {Status.ON_TRACK}


def test_numbers_in_front_of_a_second_objective_are_of_the_first() -> None:
    found = by_place("KR1 88%, KR2 7, O2KR1 520. Confidence: 6, 5, 8", FERRY)
    assert {place: (one.value, one.confidence) for place, one in found.items()} == {
        (0, 0): (88, 6),
        (0, 1): (7, 5),
        (1, 0): (520, 8),
    }


def test_by_the_way_may_stand_behind() -> None:
    assert only("Vans on time 88%. The canteen door is broken btw.").blocker is None


def test_a_budget_spent_in_part_is_no_progress() -> None:
    gate = made(["New gate software live at both gates"])
    assert only("Software live at gate 1, spent 14k of the 20k budget", gate).value is None
