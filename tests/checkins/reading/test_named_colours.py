"""What is called by a colour has no state, and patience asks for nothing."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import made, only

CUSTOMS = made(["清关时长从 30 小时降到 12 小时"])
CUSTOMS_HANT = made(["清關時數從 30 小時降到 12 小時"])
PORT = made(["Hours to clear from 30 to 12"])


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("清关时长 17 小时，能不能帮忙走绿色通道？", CUSTOMS),
        ("清关时长 17 小时，正在申报绿色工厂。", CUSTOMS),
        ("清關時數 17 小時，能不能幫忙走綠色通道？", CUSTOMS_HANT),
        ("清关时长 17 小时，绿色食品认证没下来。", CUSTOMS),
        ("清關時數 17 小時，黃色標籤要換。", CUSTOMS_HANT),
    ],
)
def test_a_thing_called_by_a_colour_is_no_state(text: str, okr_set: OkrSet) -> None:
    assert only(text, okr_set).status is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("清关时长 17 小时，绿色", "on_track"),
        ("清关时长 17 小时，黄色预警", "at_risk"),
        ("清关时长 17 小时，目前是红色的", "off_track"),
        ("清关时长 17 小时，红色原因是缺人", "off_track"),
        ("清关时长 17 小时，红色告急", "off_track"),
        ("清关时长 17 小时，红色但有办法", "off_track"),
        ("清关时长 17 小时，绿色推进中", "on_track"),
        ("清关时长 17 小时，红色物流卡住", "off_track"),
        ("清關時數 17 小時，黃色主因是排班", "at_risk"),
        ("清關時數 17 小時，綠色推進中", "on_track"),
    ],
)
def test_a_colour_is_still_one(text: str, status: str) -> None:
    assert only(text, CUSTOMS_HANT if "關" in text else CUSTOMS).status == status


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Hours to clear: 17. Please hold, the log is loading.", PORT),
        ("Hours to clear: 17. Please wait, still counting.", PORT),
        ("清关时长 17 小时，麻烦稍等。", CUSTOMS),
        ("清關時數 17 小時，請大家稍候。", CUSTOMS_HANT),
    ],
)
def test_to_wait_a_little_is_no_request(text: str, okr_set: OkrSet) -> None:
    assert only(text, okr_set).ask is None


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Hours to clear: 17. Please hold the quay for us.", PORT),
        ("Hours to clear: 17. Please hold one berth for us.", PORT),
        ("Hours to clear: 17. Please hold 200k of budget.", PORT),
        ("Hours to clear: 17. Please wait, and send two clerks.", PORT),
        ("清关时长 17 小时，请稍等两个审单员到位再放船。", CUSTOMS),
        ("清關時數 17 小時，請稍等，並派兩個人過來。", CUSTOMS_HANT),
    ],
)
def test_to_hold_something_is_one(text: str, okr_set: OkrSet) -> None:
    assert only(text, okr_set).ask
