"""Written Cantonese is read as Mandarin is, and every place in the message stays where it is."""

import pytest

from assistant.checkins.reading.cantonese import in_mandarin
from assistant.checkins.reading.lexicon import section
from assistant.language.script import fold
from tests.checkins.reading.sets import made, only

CAFE = made(["堂食滿意度由 3.8 分升至 4.5 分", "外賣單由每日 60 張增至 120 張"])


def test_what_stands_for_a_word_is_as_long() -> None:
    words = section("cantonese")["words"]
    assert [w for w, other in words.items() if not len(fold(w)) == len(w) == len(other)] == []


@pytest.mark.parametrize("text", ["伯仲之间", "仲裁还没结束", "抓紧一点", "电话打不通"])
def test_what_mandarin_has_too_stays(text: str) -> None:
    assert in_mandarin(text) == text


@pytest.mark.parametrize(
    ("text", "blocker"),
    [
        ("外賣單 88 張，廚房仲未有人請", "廚房仲未有人請"),
        ("外賣單 88 張，雪櫃壞咗兩日", "雪櫃壞咗兩日"),
        ("外賣單 88 張，平台冇覆我哋", "平台冇覆我哋"),
        ("外賣單 88 張，車手請唔到", "車手請唔到"),
        ("外賣單 88 張，人手唔夠", "人手唔夠"),
    ],
)
def test_hindrances_are_told_in_it(text: str, blocker: str) -> None:
    found = only(text, CAFE)
    assert (found.value, found.blocker) == (88, blocker)


@pytest.mark.parametrize(
    ("text", "delta"),
    [
        ("外賣單 88 張，多咗 6 張", 6),
        ("外賣單跌咗 4 張，而家 80 張", -4),
        ("外賣單 88 張，冇變", 0),
        ("堂食滿意度升咗 0.2 到 4.1 分", 0.2),
    ],
)
def test_changes_are_told_in_it(text: str, delta: float) -> None:
    found = only(text, CAFE)
    assert (found.delta, found.blocker) == (delta, None)


@pytest.mark.parametrize("text", ["外賣單 88 張，冇問題", "外賣單 88 張，唔使擔心"])
def test_good_news_is_no_hindrance(text: str) -> None:
    assert only(text, CAFE).blocker is None
