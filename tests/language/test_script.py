"""Folding keeps every offset; language and script are told by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.said import read_key_result
from assistant.language.script import fold, language_of, language_of_set, tighten
from assistant.models import KeyResult, Language


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Raise NPS", "raise nps"),
        ("提升至９５．５％", "提升至95.5%"),
        ("將平均交付週期縮短", "将平均交付周期缩短"),
        ("（目標：３０％）", "(目标:30%)"),
        ("3–5 items", "3-5 items"),
        ("5 ➔ 3", "5 → 3"),
        ("≧97％", "≥97%"),
        ("don’t", "don't"),
    ],
)
def test_fold_gives_half_width_simplified_lower_case(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=200))
def test_fold_never_changes_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_fold_keeps_the_length_of_letters_that_grow_in_lower_case() -> None:
    assert len(fold("İstanbul 30% ﬁx ß")) == len("İstanbul 30% ﬁx ß")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Raise NPS from 31 to 45", Language.EN),
        ("Café bookings up 20% – Zürich", Language.EN),
        ("", Language.EN),
        ("准时率由 82% 提升到 96%", Language.ZH_HANS),
        ("準時率由 82% 提升到 96%", Language.ZH_HANT),
        ("完成 GPU 选型", Language.ZH_HANS),
        ("完成 GPU 選型", Language.ZH_HANT),
        ("给 Mars Router 修掉 3~4 个 bugs", Language.ZH_HANS),
        ("NPS 達到 45", Language.ZH_HANT),
        ("Open the Shanghai 旗舰店 for our members by the end of June", Language.EN),
        ("提升 NPS and reduce churn for 企业客户", Language.MIXED),
    ],
)
def test_language_is_told_by_line(text: str, language: Language) -> None:
    assert language_of(text) is language


def test_a_set_takes_the_language_of_most_of_its_lines() -> None:
    english = ["Raise NPS from 31 to 45"] * 4
    assert language_of_set([*english, "提升满意度"]) is Language.EN
    assert language_of_set([*english, *["提升满意度"] * 4]) is Language.MIXED


def test_lines_that_look_the_same_in_both_scripts_follow_the_others() -> None:
    assert language_of_set(["完成交付", "上市", "提升客戶滿意度"]) is Language.ZH_HANT
    assert language_of_set(["完成交付", "上市", "提升客户满意度"]) is Language.ZH_HANS


def test_a_set_without_text_is_english() -> None:
    assert language_of_set([]) is Language.EN
    assert language_of_set(["", "  "]) is Language.EN


@pytest.mark.parametrize(
    ("text", "tight"),
    [
        ("NPS  from 31\t\tto 45", "NPS from 31 to 45"),
        ("  Churn below\u00a0\u00a02% . ", "Churn below 2%"),
        ("准时率\u3000\u3000由 82% 提升到 96%。", "准时率 由 82% 提升到 96%"),
        ("準時率 \u200b 達到 96%", "準時率 達到 96%"),
        ("re\u00adnewal rate", "renewal rate"),
        ("and so on...", "and so on..."),
        (" . ", ""),
        (".", "."),
        ("", ""),
    ],
)
def test_what_says_nothing_is_left_out_and_the_rest_keeps_its_place(text: str, tight: str) -> None:
    kept, places = tighten(text)
    assert kept == tight
    assert [text[place] for place in places if not text[place].isspace()] == [
        char for char in tight if char != " "
    ]
    assert list(places) == sorted(set(places))


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("At least  half of   our orders come\u00a0\u00a0from referrals.", None),
        ("Release frequency goes from once a quarter to once a fortnight", "double"),
        ("准时率　　由 82%  提升到 96%。", None),
        ("準時率\t\t由 82%  提升到 96%", None),
    ],
)
def test_blanks_change_no_fact(typed: str, plain: str | None) -> None:
    other = typed.replace(" ", "  ") if plain else " ".join(typed.split()).rstrip(".。")
    one, two = (read_key_result(KeyResult(text=text), 0, 0) for text in (typed, other))
    assert one.facts == two.facts


def test_a_span_tells_its_place_in_the_line_as_typed() -> None:
    text = "  On-time\t rate  of  deliveries  from  82% \u00a0 to 96%."
    reading = read_key_result(KeyResult(text=text), 0, 0)
    assert reading.metric is not None
    name = reading.typed(reading.metric)
    assert text[name.start : name.end] == "On-time\t rate  of  deliveries"
    assert reading.facts.metric == "On-time rate of deliveries"
    [pair] = reading.pairs
    whole = reading.typed(pair.span)
    assert text[whole.start : whole.end] == "82% \u00a0 to 96%"
