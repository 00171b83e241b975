from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import CoachError
from assistant.models import Span
from assistant.parsing import Draft, Format, read_draft
from assistant.parsing.places import source_span
from assistant.settings import Settings

LIMITS = Settings()
TEXTS = [Format.TEXT, Format.MARKDOWN]
LABELS = [
    "O1: ",
    "KR1：",
    "目标一：",
    "关键结果",
    ":krs: ",
    "Key Results:",
    "Initiatives:",
    "Owner: ",
    "Team: A",
]
SIGNS = [
    "- ",
    "* ",
    "1. ",
    "1.1 ",
    "①",
    "一、",
    "[x] ",
    "# ",
    "### ",
    "> ",
    "**",
    "_",
    "`",
    "===",
    "```",
]
SPACES = ["  ", "\t", "\n", "\n\n", "\r", "\x0b", "\u2028"]
TABLES = ["|", "a", "b", "---", "<table>", "<tr><td>", "</td>", "</table>", ",", '"', "objectives:"]
WORDS = ["NPS 50", "提升满意度", "。", ":", "😀", "İ", "{", "[", "&amp;"]
BESIDE = ["(0.7)", "（负责人：李娜）", "@sam", "=> done"]
PIECES = st.sampled_from([*LABELS, *SIGNS, *SPACES, *TABLES, *WORDS, *BESIDE])
MESSY = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)
LINES = """
O1: {}|O2: {}|KR1: {}|- KR2：{}|- {}|  - {}|    * {}|1. {}|   a. {}|{}|{}.|{} {} and more words.
## {}|# {} OKRs|### 目标：{}|Key Results: {}|Owner: {}|Team: {}|Why: {}|Initiatives: {}|> - {}
{} (owner: {})|KR: {} @{}|KR: {} => {}|KR: {} (0.5)|Baseline: {}|Due: {}|{}:|**{}**|【O1】{}
O1 {} KR1: {} KR2: {}|Objective|Key results:|Notes:||=====|一、{}|（1）{}|[10:01] Ann: {}
Ann: KR1: {}|<b>{}</b>|Level: {}|P0 - {}
"""
TEMPLATES = st.sampled_from([line for row in LINES.strip().split("\n") for line in row.split("|")])
KEYS = ["objectives", "objective", "key_results", "text", "due", "cycle", "kind", "plan", "set"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)


def _read(data: str | bytes, form: Format | None) -> Draft | None:
    try:
        return read_draft(data, form=form, limits=LIMITS)
    except CoachError:
        return None


@given(MESSY, st.sampled_from([None, *Format]))
def test_any_text_is_read_or_refused_in_words(text: str, form: Format | None) -> None:
    _read(text, form)


@given(st.binary(max_size=200), st.sampled_from([None, *Format]))
def test_any_bytes_are_read_or_refused_in_words(data: bytes, form: Format | None) -> None:
    _read(data, form)


@given(VALUES, st.sampled_from([Format.JSON, Format.YAML, Format.JSONL]))
def test_any_value_is_read_or_refused_in_words(value: object, form: Format) -> None:
    _read(json.dumps(value), form)


@given(
    st.lists(TEMPLATES, min_size=1, max_size=12), st.sampled_from([Format.TEXT, Format.MARKDOWN])
)
def test_no_word_of_a_text_is_lost(templates: list[str], form: Format) -> None:
    text = "\n".join(templates)
    for number in range(text.count("{}")):
        text = text.replace("{}", f"w{1000 + number}", 1)
    draft = _read(text, form)
    kept = [
        part
        for reading in (draft.sets if draft else [])
        for part in (
            reading.set.model_dump_json(),
            *(row.text for row in reading.unread),
            *(str(note.facts) for note in reading.notes),
        )
    ]
    words = re.findall(r"w\d{4}", text) if draft else []
    assert [word for word in words if not any(word in part for part in kept)] == []


@given(MESSY)
def test_every_line_that_is_read_can_be_found_in_the_source(text: str) -> None:
    draft = _read(text, Format.TEXT)
    source = draft.text if draft and draft.text else ""
    for reading in draft.sets if draft else []:
        for objective in reading.set.objectives:
            lines = [(objective.objective, objective.at)]
            lines += [(kr.text, kr.at) for kr in objective.key_results]
            for line, at in lines:
                assert not line or (
                    at and source_span(source, at, line, Span(start=0, end=len(line)))
                )
