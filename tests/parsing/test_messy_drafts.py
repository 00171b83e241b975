from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.parsing.conftest import Reader, shape

DRAFTS = [
    draft
    for name in ("messy_drafts", "mixed_documents")
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
