"""Drafts that the tests of the service share; in each, the second key result is no result."""

from __future__ import annotations

ENGLISH = """O1: Visitors find what they came for
  KR1: Search click-through rate from 41% to 60%
  KR2: Launch the new search
"""
SIMPLIFIED = """目标一：读者能找到想看的内容
  KR1：搜索后点击率从 41% 提升到 60%
  KR2：上线新版搜索
"""
TRADITIONAL = """目標一：讀者能找到想看的內容
  KR1：搜尋後點擊率從 41% 提升到 60%
  KR2：上線新版搜尋功能
"""
DRAFTS = {"en": ENGLISH, "zh-Hans": SIMPLIFIED, "zh-Hant": TRADITIONAL}

SET = {
    "id": "search-team",
    "objectives": [
        {
            "objective": "Visitors find what they came for",
            "key_results": [
                "Search click-through rate from 41% to 60%",
                "Launch the new search",
            ],
        }
    ],
}


def long_draft(objectives: int) -> str:
    """A draft with four key results an objective; from 40 on it goes to a worker."""
    lines = []
    for number in range(1, objectives + 1):
        lines.append(f"O{number}: Visitors of shop {number} find what they came for")
        lines += [f"  KR{i}: Visits to aisle {i} from 41% to 60%" for i in range(1, 5)]
    return "\n".join(lines)
