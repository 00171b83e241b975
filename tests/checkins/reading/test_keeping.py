"""A message that was read becomes check-ins whose numbers mean what somebody typed."""

import pytest

from assistant.checkins.arithmetic.team import compute
from assistant.checkins.files.doubts import doubts, with_doubts
from assistant.checkins.reading import read_message
from assistant.checkins.reading.keeping import as_checkins
from assistant.checkins.thresholds import default_thresholds
from assistant.models import Language
from assistant.models.cycle import CheckIn, CycleRecord
from tests.checkins.reading.sets import FRIDAY, made

MEMBERS = made(
    ["私域会员从 30 万增加到 60 万", "合同额达到 3000 万元", "门店数从 3 家增加到 8 家"],
    ["Newsletter readers from 30k to 60k", "Shops from 3 to 8"],
)
CYCLE = CycleRecord.model_validate({"set": MEMBERS})


def kept(message: str) -> CheckIn:
    (checkin,) = as_checkins(read_message(message, MEMBERS, FRIDAY), CYCLE)
    return checkin


@pytest.mark.parametrize(
    ("message", "value", "delta", "unit"),
    [
        ("O1 KR1 目前 38w，比上周多 2w", 38, 2, "万"),
        ("O1 KR1 到四十万了", 40, None, "万"),
        ("O1 KR1 38", 38, None, None),
        ("O1 KR2 签了 1860 万", 1860, None, "万元"),
        ("O2 KR1 41.5k", 41.5, None, "k"),
        ("O1 KR3 5 家，新增 1 家", 5, 1, "家"),
    ],
)
def test_a_number_with_a_scale_is_kept_in_the_unit_of_its_key_result(
    message: str, value: float, delta: float | None, unit: str | None
) -> None:
    checkin = kept(message)
    assert (checkin.value, checkin.delta, checkin.unit) == (value, delta, unit)


@pytest.mark.parametrize(
    ("message", "value", "delta", "unit"),
    [
        ("O1 KR1 目前 38w，比上周多 2w", 38, 2, "万"),
        ("O1 KR2 簽了 1860 萬", 1860, None, "万元"),
        ("O2 KR1 41.5k", 41.5, None, "k"),
        ("O1 KR1 38", 38, None, None),
        ("O1 KR1 等财务审批", None, None, None),
    ],
)
def test_what_was_read_is_told_in_the_unit_in_which_it_would_be_kept(
    message: str, value: float | None, delta: float | None, unit: str | None
) -> None:
    reading = read_message(message, MEMBERS, FRIDAY)
    told = with_doubts(reading, CYCLE, default_thresholds(), Language.ZH_HANS)
    (item,) = told.items
    assert (item.value, item.delta, item.unit) == (value, delta, unit)
    assert as_checkins(told, CYCLE) == as_checkins(reading, CYCLE)


def test_what_is_kept_counts_as_the_progress_that_was_told() -> None:
    record = CYCLE.model_copy(update={"checkins": [kept("O1 KR1 目前 45w")]})
    team = compute(record, FRIDAY, default_thresholds())
    assert team.states[0, 0].progress == 0.5


def doubt(place: tuple[int, int], value: str, language: Language) -> list[str]:
    entry = CheckIn(date=FRIDAY, objective=place[0], key_result=place[1], value=value)
    return list(doubts(CYCLE, [entry], default_thresholds(), language))


def test_ten_thousand_is_typed_as_w_in_a_field_of_its_own() -> None:
    assert doubt((0, 0), "38w", Language.ZH_HANS) == []


@pytest.mark.parametrize(
    ("place", "language", "asked"),
    [
        ((0, 2), Language.ZH_HANS, "“60%”无法换算为该关键结果的单位"),
        ((0, 2), Language.ZH_HANT, "「60%」無法換算為該關鍵結果的單位"),
        ((1, 1), Language.EN, "“60%” is in percent, the key result is not"),
    ],
)
def test_a_share_of_the_way_is_no_number_of_shops(
    place: tuple[int, int], language: Language, asked: str
) -> None:
    (told,) = doubt(place, "60%", language)
    assert asked in told


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("O1 KR3 5", Language.ZH_HANS),
        ("O1 KR3 5，on track", Language.EN),
        ("O1 KR3 信心 7 分", Language.ZH_HANS),
        ("O1 KR3 5 家，下週開兩家", Language.ZH_HANT),
    ],
)
def test_a_message_without_words_of_its_own_is_told_in_the_language_of_its_set(
    message: str, language: Language
) -> None:
    assert read_message(message, made(["门店数从 3 家增加到 8 家"]), FRIDAY).language is language


def test_words_that_both_scripts_share_are_told_in_the_script_of_the_set() -> None:
    taiwan = made(["門市數從 3 家增加到 8 家"])
    assert read_message("KR1 信心 7 分", taiwan, FRIDAY).language is Language.ZH_HANT
    clinic = made(["NPS from 31 to 45"])
    assert read_message("NPS 38", clinic, FRIDAY).language is Language.EN
    assert (
        read_message("NPS 38", made(["客户 NPS 从 31 提升到 45"]), FRIDAY).language.value[:2]
        == "zh"
    )
