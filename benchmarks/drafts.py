"""Drafts to measure with: 3 objectives with 4 key results each, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

ENGLISH = {
    "Clinics in our city book with us first": [
        "Booked visits per week from 1,200 to 1,800",
        "Launch the new booking page",
        "No-show rate from 14% to 8%",
        "Patients rate the visit at 4.6 of 5 or better",
    ],
    "Nurses spend their day with patients": [
        "Paperwork per shift from 110 to 60 minutes",
        "Hold 5 trainings on the new ward tablet",
        "Significantly improve hand-over quality",
        "Zero medication errors",
    ],
    "The lab answers while the patient waits": [
        "90% of blood tests answered within 40 minutes",
        "Reduce repeat samples by 30%",
        "ISO 15189 certificate issued by 31 August",
        "Help the wards with sample logistics and define the new labels",
    ],
}
CHINESE = {
    "让车间排产只认一份计划": [
        "计划达成率由82%提升到95%",
        "上线新版排产系统",
        "紧急插单占比从18%降至9%",
        "组织3场排产培训",
    ],
    "客户信任我们的交付": [
        "准时交付率不低于97%",
        "显著改善交付体验",
        "破损率从1.8%降到0.5%，月投诉从120件降到40件",
        "协助销售部门跟进重点客户",
    ],
    "设备停机不再打乱生产": [
        "月故障时长由40小时降至12小时",
        "完成关键设备点检制度的建设",
        "备件缺货次数降低50%",
        "通过 ISO 45001 认证",
    ],
}
KEY_RESULTS = 12  # of one set
# For names of sites that do not exist.
SYLLABLES = (
    "ba", "ke", "lo", "mi", "nu", "pa", "re", "so",
    "ti", "vu", "wa", "xe", "yo", "zi", "da", "fe",
)  # fmt: skip


def small() -> list[dict[str, Any]]:
    """One set in each language."""
    return [_set("en", ENGLISH), _set("zh", CHINESE)]


def jsonl(key_results: int) -> Iterator[str]:
    """As many sets as hold that many key results, a line each; no two key results are the same."""
    for number in range(key_results // KEY_RESULTS):
        name, objectives = ("en", ENGLISH) if number % 2 == 0 else ("zh", CHINESE)
        own = {
            objective: [_of_site(key_result, number) for key_result in key_results]
            for objective, key_results in objectives.items()
        }
        yield json.dumps({**_set(name, own), "id": f"team-{number}"}, ensure_ascii=False) + "\n"


def _of_site(key_result: str, number: int) -> str:
    """The line as another site would write it: with its name, and mostly other values."""
    site = "".join(SYLLABLES[number // 16**place % 16] for place in range(4))
    text = re.sub("[0-9]+", lambda digits: _moved(digits[0], number), key_result)
    return f"{text} in {site.title()}" if text.isascii() else f"{site}厂{text}"


def _moved(digits: str, number: int) -> str:
    """Another number of the same length; the years and names of standards are not kept."""
    least = 10 ** (len(digits) - 1)
    return str(least + (int(digits) + number * 7) % (9 * least)) if digits[0] != "0" else digits


def text(lines: int) -> str:
    """A plain draft of about that many lines."""
    wanted = islice(cycle([*_lines(ENGLISH), *_lines(CHINESE)]), lines)
    return "\n".join(wanted)


def _set(name: str, objectives: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "id": name,
        "objectives": [
            {"objective": objective, "key_results": key_results}
            for objective, key_results in objectives.items()
        ],
    }


def _lines(objectives: dict[str, list[str]]) -> Iterator[str]:
    for objective, key_results in objectives.items():
        yield f"O: {objective}"
        yield from (f"KR: {key_result}" for key_result in key_results)
