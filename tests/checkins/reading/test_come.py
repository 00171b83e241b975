"""What was waited for and has come is kept as a comment, beside a sign or a number too."""

import pytest

from assistant.models import OkrSet
from assistant.models.cycle import Status
from tests.checkins.reading.sets import BAKERY, KITCHEN, made, only

KITCHEN_HANT = made(["準時送達率從 78% 提升到 93%", "食材成本占比從 41% 降到 36%"])


@pytest.mark.parametrize(
    ("text", "okr_set", "kept"),
    [
        ("Delivery vans on time 88%, the city approved the permits ✅", BAKERY, "permits"),
        ("准时送达率还是 84% 左右，周总那边车辆审批已放开✅", KITCHEN, "车辆审批已放开"),
        ("準時送達率還是 84% 左右，周總那邊車輛審批已放開✅", KITCHEN_HANT, "車輛審批已放開"),
        ("Customer satisfaction: the survey came back at 4.3", BAKERY, "came back"),
        ("准时送达率的统计回来了：84%", KITCHEN, "回来了"),
        ("準時送達率的統計回來了：84%", KITCHEN_HANT, "回來了"),
    ],
)
def test_what_has_come_is_kept_and_its_sign_is_no_state(
    text: str, okr_set: OkrSet, kept: str
) -> None:
    item = only(text, okr_set)
    assert kept in (item.comment or "")
    assert item.value is not None
    assert item.status is None


@pytest.mark.parametrize(
    ("text", "okr_set"), [("Delivery vans on time 88% ✅", BAKERY), ("准时送达率 84% ✅", KITCHEN)]
)
def test_a_sign_behind_the_number_is_of_the_key_result(text: str, okr_set: OkrSet) -> None:
    assert (only(text, okr_set).status, only(text, okr_set).comment) == (Status.ON_TRACK, None)


@pytest.mark.parametrize(
    ("text", "okr_set", "kept"),
    [
        ("Delivery vans on time 88%, new routes for the north ✅", BAKERY, "new routes"),
        ("准时送达率 84%，北区新路线上线✅", KITCHEN, "新路线"),
    ],
)
def test_words_with_a_sign_are_kept(text: str, okr_set: OkrSet, kept: str) -> None:
    assert kept in (only(text, okr_set).comment or "")
