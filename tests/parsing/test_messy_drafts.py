from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.parsing.conftest import Reader, shape

DRAFTS = yaml.safe_load(Path(__file__).with_name("messy_drafts.yml").read_text("utf-8"))


@pytest.mark.parametrize("draft", DRAFTS, ids=[draft["name"] for draft in DRAFTS])
def test_a_draft_is_read_in_the_layout_people_gave_it(draft: dict[str, Any], read: Reader) -> None:
    sets = read(draft["text"], name="draft.md").sets
    assert [pair for each in sets for pair in shape(each.set)] == list(draft["sets"].items())
