"""Words are joined to the key result that they name, by number or by words, or they are listed."""

import pytest

from assistant.models.reading import Reason
from tests.checkins.reading.sets import BAKERY, KITCHEN, LIBRARY, by_place, made, only, reading


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KR1.2: 8%", (0, 1)),
        ("O2KR1 is 88%", (1, 0)),
        ("O2-KR2 3 shops", (1, 1)),
        ("KR1 of O2: 88%", (1, 0)),
        ("our third key result: 4.3", (0, 2)),
        ("vans on time 88%", (1, 0)),
        ("CSAT 4.3", (0, 2)),
    ],
)
def test_a_key_result_is_known_by_its_number_or_its_words(
    text: str, place: tuple[int, int]
) -> None:
    assert only(text).key_result == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("关键结果三：19 家", (0, 2)),
        ("目标二关键结果二：41 分钟", (1, 1)),
        ("第二个KR 16 件", (0, 1)),
        ("O2 KR1：39%", (1, 0)),
        ("投诉 16 件", (0, 1)),
        ("出餐 41 分鐘", (1, 1)),
    ],
)
def test_chinese_names_and_numbers_work_alike(text: str, place: tuple[int, int]) -> None:
    assert only(text, KITCHEN).key_result == place


def test_a_number_that_two_objectives_have_is_settled_by_unit_or_listed() -> None:
    assert only("KR2: 14 件", KITCHEN).key_result == (0, 1)
    [left] = reading("KR2 looks good", KITCHEN).unjoined
    assert (left.reason, left.candidates) == (Reason.AMBIGUOUS, [(0, 1), (1, 1)])


def test_what_names_no_key_result_is_listed_with_its_line() -> None:
    found = reading("KR1：借閱 3,800 本\nKR9：完成 50%", LIBRARY)
    assert [item.key_result for item in found.items] == [(0, 0)]
    assert [(one.line, one.text, one.reason) for one in found.unjoined] == [
        (2, "KR9：完成 50%", Reason.NO_SUCH)
    ]


def test_small_talk_joins_nothing() -> None:
    found = reading("Lunch is on me on Friday, 18 people so far.")
    assert (found.items, len(found.unjoined)) == ([], 1)


def test_a_set_of_one_key_result_needs_no_name() -> None:
    lone = made(["Loaves sold per day from 180 to 240"])
    item = only("We are at 212 now, conf 7", lone)
    assert (item.key_result, item.value, item.confidence) == ((0, 0), 212, 7)


def test_what_is_said_of_all_goes_to_each_but_not_over_its_own() -> None:
    items = by_place("KR1.1 210, KR1.2 8%. All on track except KR1.2 which is at risk.")
    assert [items[0, 0].status, items[0, 1].status] == ["on_track", "at_risk"]
    items = by_place("KR1 3,900 本，KR2 9%，KR3 7 場，三項全綠，信心 8、8、9", LIBRARY)
    assert {item.status for item in items.values()} == {"on_track"}
    assert [items[0, k].confidence for k in range(3)] == [8, 8, 9]


def test_rows_of_a_table_are_read_by_their_columns() -> None:
    table = (
        "| KR | Now | Conf | Status | Blocker |\n|---|---|---|---|---|\n"
        "| KR1.1 | 212 | 7 | green | |\n| KR1.2 | 9% | 3 | red | oven 2 is broken |"
    )
    items = by_place(table, BAKERY)
    first, second = items[0, 0], items[0, 1]
    assert (first.value, first.confidence, first.status, first.blocker) == (
        212,
        7,
        "on_track",
        None,
    )
    assert (second.value, second.status, second.blocker) == (9, "off_track", "oven 2 is broken")


def test_who_quotes_a_key_result_names_it_and_its_numbers_are_not_the_news() -> None:
    item = only("Bread thrown away from 11% to 5% - currently 8%, on track")
    assert (item.key_result, item.value, item.status) == ((0, 1), 8, "on_track")


def test_bullets_of_any_kind_are_told_apart() -> None:
    text = "* Bread thrown away: 8%\n* Vans on time: 88%\n* Satisfaction: 4.3"
    assert {place: item.value for place, item in by_place(text).items()} == {
        (0, 1): 8,
        (1, 0): 88,
        (0, 2): 4.3,
    }


def test_values_in_a_row_go_each_to_its_own() -> None:
    items = by_place(
        "借閱量 3,900 本、逾期率 9%、講座 5 場，三項都正常，信心分別是 7、6、8", LIBRARY
    )
    assert [items[0, k].value for k in range(3)] == [3900, 9, 5]
    assert [items[0, k].confidence for k in range(3)] == [7, 6, 8]


def test_a_risk_that_names_the_key_result_at_its_end_is_its_own() -> None:
    items = by_place("KR1.1: 210\nKR2.1: 88%\n\nRisks: the depot is flooded, KR2.1 will suffer")
    assert items[0, 0].blocker is None
    assert items[1, 0].blocker == "the depot is flooded, KR2.1 will suffer"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("O1 KR1 and 2 on track", [(0, 0), (0, 1)]),
        ("KR1/2 of O2 are on track", [(1, 0), (1, 1)]),
        ("O2的KR1和2进展正常", [(1, 0), (1, 1)]),
        ("O1 KR1、2 都正常", [(0, 0), (0, 1)]),
    ],
)
def test_a_number_that_names_a_further_key_result_is_no_value(
    text: str, places: list[tuple[int, int]]
) -> None:
    read = by_place(text, BAKERY)
    assert [(place, one.value, one.status) for place, one in read.items()] == [
        (place, None, "on_track") for place in places
    ]


def test_a_number_that_counts_something_names_no_key_result() -> None:
    assert only("O1 KR1 and 2 weeks late").key_result == (0, 0)
