"""Sets that the tests of the reading speak of, and short ways to read a message."""

from __future__ import annotations

from datetime import date

from assistant.checkins.reading import read_message
from assistant.models import OkrSet
from assistant.models.reading import Reading, ReadItem

FRIDAY = date(2026, 2, 6)


def made(*objectives: list[str]) -> OkrSet:
    return OkrSet.model_validate(
        {"objectives": [{"objective": "-", "key_results": list(lines)} for lines in objectives]}
    )


BAKERY = made(
    [
        "Loaves sold per shop per day from 180 to 240",
        "Bread thrown away from 11% to 5%",
        "Customer satisfaction from 4.1 to 4.6 out of 5",
    ],
    ["Delivery vans on time from 82% to 96%", "Open 6 new shops"],
)
KITCHEN = made(
    ["准时送达率从 78% 提升到 93%", "每周食品投诉从 21 件降到 8 件", "新签企业客户 30 家"],
    ["食材成本占比从 41% 降到 36%", "中央厨房出餐时间由 50 分钟缩短到 35 分钟"],
)
LIBRARY = made(["每月借閱量從 3,200 本提升到 5,000 本", "逾期率從 14% 降到 6%", "舉辦 12 場講座"])


def reading(text: str, okr_set: OkrSet = BAKERY) -> Reading:
    return read_message(text, okr_set, FRIDAY)


def only(text: str, okr_set: OkrSet = BAKERY) -> ReadItem:
    [item] = reading(text, okr_set).items
    return item


def by_place(text: str, okr_set: OkrSet = BAKERY) -> dict[tuple[int, int], ReadItem]:
    return {item.key_result: item for item in reading(text, okr_set).items}
