"""A number under a name that nobody knows: of the only key result left that may have it."""

from __future__ import annotations

from tests.checkins.reading.sets import by_place, made

BALLET = made(
    ["Seats filled per evening from 58% to 80%", "School matinees booked from 4 to 20"],
    ["Bar spend per guest from €3.10 to €4.50"],
)
FERRY = made(
    ["准点靠泊率从 81% 提升到 94%", "平均候船时间由 35 分钟缩短到 20 分钟"],
    ["船上餐饮人均消费从 18 元提升到 26 元"],
)
HARBOUR = made(["準點靠泊率從 81% 提升到 94%", "平均候船時間由 35 分鐘縮短到 20 分鐘"])


def test_an_unknown_name_at_the_start_tells_the_only_one_in_its_unit() -> None:
    told = by_place("Auditorium at 71%, the strings are tired. Matinees 9.", BALLET)
    assert (told[0, 0].value, told[0, 1].value) == (71, 9)
    told = by_place("靠岸 86%，候船 29 分钟。", FERRY)
    assert (told[0, 0].value, told[0, 1].value) == (86, 29)
    told = by_place("berthing 86%，候船 29 分鐘。", HARBOUR)
    assert (told[0, 0].value, told[0, 1].value) == (86, 29)


def test_behind_another_key_result_a_short_name_and_its_number_are_enough() -> None:
    told = by_place("Matinees 9.\nHouse: 71%\nPer head €3.80", BALLET)
    assert (told[0, 0].value, told[0, 1].value, told[1, 0].value) == (71, 9, 3.8)
    told = by_place("候船 29 分钟。\n客单 21 元", FERRY)
    assert (told[0, 1].value, told[1, 0].value) == (29, 21)


def test_what_is_told_at_length_or_as_a_step_claims_nothing() -> None:
    told = by_place("Matinees 9. The fuel bill of the tour bus went up 12% again.", BALLET)
    assert set(told) == {(0, 1)}
    told = by_place("候船 29 分钟。下周只放出 9% 的舱位。", FERRY)
    assert set(told) == {(0, 1)}


def test_where_two_may_have_it_nobody_is_chosen() -> None:
    two = made(
        ["Seats filled from 58% to 80%", "Repeat visitors from 50% to 70%", "Tours from 2 to 9"]
    )
    assert (0, 2) in by_place("Auditorium at 61%. Tours 4.", two)
    assert not {(0, 0), (0, 1)} & set(by_place("Auditorium at 61%. Tours 4.", two))
    zh = made(["上座率从 58% 提升到 80%", "回头率从 50% 提升到 70%", "巡演从 2 场到 9 场"])
    assert not {(0, 0), (0, 1)} & set(by_place("剧院 61%。巡演 4 场。", zh))


def test_a_number_behind_a_claim_that_only_the_one_before_can_have_goes_back() -> None:
    told = by_place("Matinees 9.\nHouse: 71%. That is 2 bookings more than last week.", BALLET)
    assert (told[0, 0].value, told[0, 1].value, told[0, 1].delta) == (71, 9, 2)
    lines = made(["平均候船时间由 35 分钟缩短到 20 分钟", "新开夜航线路 6 条"])
    told = by_place("候船 29 分钟。\n首发 3 条。比上周少 3 分钟。", lines)
    assert (told[0, 0].value, told[0, 0].delta, told[0, 1].value) == (29, -3, 3)
