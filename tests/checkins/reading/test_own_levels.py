"""A bare number is a confidence where the writer gives it himself, and none of a rating."""

import pytest

from assistant.checkins.reading import read_message
from assistant.models.cycle import Status
from tests.checkins.reading.sets import FRIDAY, made, only

FERRY = made(
    ["Piers open from 2 to 9", "Passenger NPS from 12 to 40"], ["App rating from 3.9 to 4.6"]
)


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("I'd put it at a 7", 7),
        ("We rate it a 6", 6),
        ("Still bullish, call it an 8", 8),
        ("Giving it a 7 for now", 7),
        ("A solid 8", 8),
        ("a weak 5", 5),
        ("solid 8 from me", 8),
        ("Still a 6 from me", 6),
        ("It feels like a 6", 6),
    ],
)
def test_what_the_writer_gives_is_a_confidence(said: str, level: float) -> None:
    found = only(f"Piers: 4. {said}.", FERRY)
    assert (found.value, found.confidence) == (4, level)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("App rating: still a 4", 4),
        ("App rating 4.1. Reviewers put it at a 3", 4.1),
        ("App rating 4.1. I'd give it a 7", 4.1),
        ("Passenger NPS 21. Customers rate it an 8", 21),
        ("Passenger NPS 21. Commuters give us a 9 for the coffee", 21),
    ],
)
def test_what_others_give_or_what_rates_something_is_none(text: str, value: float) -> None:
    found = only(text, FERRY)
    assert (found.value, found.confidence) == (value, None)


def test_a_rating_may_have_a_confidence_that_is_called_so() -> None:
    found = only("App rating 4.2, confidence 7", FERRY)
    assert (found.value, found.confidence) == (4.2, 7)


def test_chinese_needs_the_word_for_it() -> None:
    shop = made(["门店评分从 3.9 提升到 4.6"])
    assert only("门店评分 4.2，信心 7 分", shop).confidence == 7
    assert only("門店評分 4.2，顧客給 8 分", shop).confidence is None


@pytest.mark.parametrize(
    ("message", "level", "status"),
    [
        ("KR1 达标几率大概六成", 6, None),
        ("KR1 24%，達標機率大概六成", 6, None),
        ("KR1 已达标，31%", None, Status.ON_TRACK),
    ],
)
def test_how_likely_a_target_is_met_is_no_state(
    message: str, level: float | None, status: Status | None
) -> None:
    item = read_message(message, made(["复购率从 20% 提升到 30%"]), FRIDAY).items[0]
    assert (item.confidence, item.status) == (level, status)


@pytest.mark.parametrize(
    ("message", "confidence"),
    [
        ("复购率 28%，信心从7变4", 4),
        ("复购率 28%，信心原来7，现在4", 4),
        ("复购率 28%，信心上周7这周4", 4),
        ("復購率 28%，信心從 7 變 4", 4),
        ("復購率 28%，信心由 7 分降咗去 4 分", 4),
        ("复购率 28%，信心掉了 3 分，只剩 4 分", 4),
        ("复购率 28%，信心掉了 3 分", None),
        ("Repurchase 28%, confidence was 7, now 4", 4),
        ("Repurchase 28%, confidence used to be 7, today it's more like 4", 4),
        ("Repurchase 28%, confidence was 7 and is now 4", 4),
        ("Repurchase 28%, confidence 7, now 4 shops are shut", 7),
        ("Repurchase 28% (+2). My gut says 60%", 6),
    ],
)
def test_of_two_levels_the_later_counts(message: str, confidence: float | None) -> None:
    item = read_message(message, made(["复购率从 20% 提升到 30%"]), FRIDAY).items[0]
    assert (item.value, item.confidence, item.blocker) == (28, confidence, None)


LIFTS = ["Callbacks from 9% to 4%", "Lifts with remote monitoring from 310 to 800"]


@pytest.mark.parametrize(
    ("message", "lines"),
    [
        ("信心：到场 8 分，安检 5 分", ["抢修到场从 35 分钟降到 20 分钟", "安检率从 88% 提到 99%"]),
        ("信心：到場 8 分、安檢 5 分", ["搶修到場從 35 分鐘降到 20 分鐘", "安檢率從 88% 提到 99%"]),
        ("Confidence: callbacks 8, remote monitoring 5", LIFTS),
        ("Callbacks 6%. Confidence 8/10 on callbacks, 5/10 on monitoring", LIFTS),
    ],
)
def test_a_list_gives_each_key_result_its_level(message: str, lines: list[str]) -> None:
    found = read_message(message, made(lines), FRIDAY).items
    assert [item.confidence for item in found] == [8, 5]
