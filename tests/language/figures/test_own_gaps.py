"""Every gap that the product itself leaves is known as one when it comes back."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml
from opencc import OpenCC

from assistant.language.figures.placeholders import find_placeholders
from assistant.language.script import fold

ASSISTANT = files("assistant")
WRITTEN = ["review", "guides", "library"]  # the catalogues that hold lines and forms to fill in
GAP = re.compile(r"\[[^\[\]]{2,60}\]")


def texts(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        content = content.values()
    elif not isinstance(content, list):
        yield from [content] if isinstance(content, str) else []
        return
    for part in content:
        yield from texts(part)


def own_gaps() -> list[str]:
    catalogues = [ASSISTANT / "catalogues" / f"{name}.yml" for name in WRITTEN]
    works = (ASSISTANT / "coaching" / "rewriting" / "works").iterdir()
    paths = [*catalogues, *(path for path in works if path.name.endswith(".yml"))]
    found = {
        gap.replace("{function}", "Sales" if gap.isascii() else "销售")
        for path in paths
        for text in texts(yaml.safe_load(path.read_text("utf-8")))
        for gap in GAP.findall(text)
    }
    return sorted(found | {OpenCC("s2twp").convert(gap) for gap in found})


def test_there_are_gaps_in_all_three_scripts() -> None:
    assert {"[source to name]", "[来源待定]", "[來源待定]", "[填系统名]"} <= set(own_gaps())


@pytest.mark.parametrize("gap", own_gaps())
def test_a_gap_of_our_own_is_a_placeholder(gap: str) -> None:
    text = f"NPS 30 → 45 ({gap})"
    assert [text[s.start : s.end] for s in find_placeholders(text, fold(text))] == [gap]


@pytest.mark.parametrize(
    "text",
    [
        "Reopen rate 8% → 3% [see the board]",
        "Visits 40 → 60 [how to count](https://example.org/count)",
        "[Ready to set](https://example.org) boxes sold 40 → 60",
        "重开率 8% → 3% [见看板]",
        "重開率 8% → 3% [見看板]",
    ],
)
def test_other_brackets_and_links_leave_nothing_open(text: str) -> None:
    assert not find_placeholders(text, fold(text))
