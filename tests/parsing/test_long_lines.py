"""The time for a line grows with its length, whatever it is filled with."""

from __future__ import annotations

from time import process_time

import pytest

from assistant.parsing import read_draft
from assistant.settings import Settings

LENGTH = 32_000
LIMITS = Settings(max_line_chars=LENGTH * 4)
# Linear in the length it takes a tenth of that; where it grew with its square, a minute.
MOST_SECONDS = 5
FILLINGS = [
    " ",
    "\t",
    "\u3000",
    "7",
    "a",
    "目",
    "[",
    "(",
    "a ",
    "1. ",
    "a\t",
    "> ",
    "0.7 (",
    "<br>",
]
DRAFTS = {
    "within key results": "O1: Grow\nKR1: sell{}more\nKR2: win\n",
    "within objectives": "目标：增长{}更快\n关键结果：九家店\n",
    "without labels": "Grow{}it\n- sell {} more\n- win 5\n",
    "within headings": "# Sales {} OKRs 2031\n\n## Grow {} more\n\n- sell\n- win\n",
    "within brackets": "[ O: Grow ]\n[ KR: sell{}\nmore{}and more\n",
    "within cells": "| Goal | KR status |\n|---|---|\n| Grow{}it | 1. sell{}7<br>2. win{} |\n",
    "within headers": "| 目标 (今年{}) | 关键结果 |\n|---|---|\n| 增长 | 九家店 |\n",
    "in a chat": "09:58{}Mira sells\nO1: Grow\nKR1: sell\n",
}


@pytest.mark.parametrize("draft", DRAFTS)
def test_long_runs_of_one_sign_are_read_in_time(draft: str) -> None:
    for filling in FILLINGS:
        text = DRAFTS[draft].replace("{}", filling * (LENGTH // len(filling)))
        begun = process_time()
        read_draft(text, name="okr.md", limits=LIMITS)
        assert process_time() - begun < MOST_SECONDS, filling
