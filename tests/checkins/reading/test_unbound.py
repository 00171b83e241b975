"""Lines with a topic of their own under a list of key results are told as not joined."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import BAKERY, KITCHEN, made, reading

KITCHEN_HANT = made(["準時送達率從 78% 提升到 93%", "每週食品投訴從 21 件降到 8 件"])
_EN = "Loaves 190 a shop\nBread thrown away 8%\n"
_HANS = "准时送达率 84%\n食品投诉 15 件\n"
_HANT = "準時送達率 84%\n食品投訴 15 件\n"


@pytest.mark.parametrize(
    ("told", "line", "okr_set"),
    [
        (_EN, "Cashier training finished", BAKERY),
        (_EN, "Graduate recruiting signed 14", BAKERY),
        (_EN, "Cashier training finished\nGraduate recruiting signed 14", BAKERY),
        (_HANS, "厨师长培训做完了", KITCHEN),
        (_HANS, "校招签了 14 个", KITCHEN),
        (_HANS, "厨师长培训做完了\n校招签了 14 个", KITCHEN),
        (_HANT, "廚師長培訓做完了", KITCHEN_HANT),
        ("- Loaves 190 a shop\n- Bread thrown away 8%\n", "Next week: Ann ends the course", BAKERY),
        ("- 准时送达率 84%\n- 食品投诉 15 件\n", "下周：王强 2月12日前把厨师长培训做完", KITCHEN),
        ("- 準時送達率 84%\n- 食品投訴 15 件\n", "下週：王強把廚師長培訓做完", KITCHEN_HANT),
    ],
)
def test_a_line_of_something_else_is_listed(told: str, line: str, okr_set: OkrSet) -> None:
    found = reading(told + line, okr_set)
    assert [one.text for one in found.unjoined] == line.split("\n")
    assert all(not (item.comment or item.next_action) for item in found.items)


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        (_EN + "All of it is done", BAKERY),
        (_HANS + "都做完了", KITCHEN),
        ("- Loaves 190 a shop\nNext: call the mill\n- Bread thrown away 8%\nNext: ask Ann", BAKERY),
        ("- 准时送达率 84%\n下周：找车队\n- 食品投诉 15 件\n下周：找厨师长", KITCHEN),
    ],
)
def test_what_goes_on_with_a_key_result_stays(text: str, okr_set: OkrSet) -> None:
    assert reading(text, okr_set).unjoined == []
