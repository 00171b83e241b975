from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.parsing.conftest import Reader, shape

FILES = (
    "messy_drafts mixed_documents own_forms other_layouts signed_layouts near_misses"
    " tables_and_remarks grades_and_quotes goals_and_leads"
)
DRAFTS = [
    draft
    for name in FILES.split()
    for draft in yaml.safe_load(Path(__file__).with_name(f"{name}.yml").read_text("utf-8"))
]


@pytest.mark.parametrize("draft", DRAFTS, ids=[draft["name"] for draft in DRAFTS])
def test_a_draft_is_read_in_the_layout_people_gave_it(draft: dict[str, Any], read: Reader) -> None:
    sets = read(draft["text"], name="draft.md").sets
    assert [pair for each in sets for pair in shape(each.set)] == list(draft["sets"].items())


def test_what_is_now_is_the_baseline_where_a_table_has_none(read: Reader) -> None:
    rows = ("目標 | 關鍵結果 | 目前值 | 目標值", "-- | -- | -- | --", "快 | 結案 | 9 天 | 5 天")
    table = "\n".join(f"| {row} |" for row in rows)
    result = read(table, name="draft.md").sets[0].set.objectives[0].key_results[0]
    assert (result.baseline, result.target) == ("9 天", "5 天")


@pytest.mark.parametrize(
    "text", ["Hello.", "I went to the shop today.\nIt rained.\n", "今天去了超市。\n后来下雨了。"]
)
def test_a_text_without_okrs_gives_none(text: str, read: Reader) -> None:
    reading = read(text, name="note.txt").sets[0]
    assert reading.set.objectives == []
    assert [one.text for one in reading.unread] == text.split("\n")[: len(reading.unread)]


def test_what_stands_beside_lines_lands_in_their_fields(read: Reader) -> None:
    text = "O1: Grow\nKR1：留存 31% 到 42% @李娜 权重 40%\nKR2: Replay tool live (2026年11月底)"
    first, second = read(text, name="draft.txt").sets[0].set.objectives[0].key_results
    assert (first.owner, first.weight) == ("李娜", 0.4)
    assert str(second.due) == "2026-11-30"
