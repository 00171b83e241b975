"""Drafts to measure with: 3 objectives with 4 key results each, in both languages."""

from __future__ import annotations

import json
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


def small() -> list[dict[str, Any]]:
    """One set in each language."""
    return [_set("en", ENGLISH), _set("zh", CHINESE)]


def jsonl(key_results: int) -> Iterator[str]:
    """As many sets as hold that many key results, a line each; every line is different."""
    for number, okr_set in enumerate(islice(cycle(small()), key_results // KEY_RESULTS)):
        text = json.dumps({**okr_set, "id": f"team-{number}"}, ensure_ascii=False)
        yield text.replace("40", str(41 + number % 900)) + "\n"


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
