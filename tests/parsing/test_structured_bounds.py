"""How much structured data is read: lines count whatever stands on one of them."""

from __future__ import annotations

import json

import pytest

from assistant.errors import InputTooLarge
from assistant.parsing import Format
from tests.parsing.conftest import Reader

MANY = 2_600
WIN = {"objective": "赢", "key_results": ["NPS 50"]}


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ({"objectives": [WIN] * MANY}, Format.JSON),
        ({"objectives": [{"objective": "Win", "key_results": ["NPS 50"] * 2 * MANY}]}, Format.YAML),
        ({"objectives": [{"objective": "Win", "initiatives": ["Ask"] * 2 * MANY}]}, Format.JSON),
        ({"sets": [{"objectives": []}] * 2 * MANY}, Format.JSON),
        ({"objectives": [WIN] * MANY}, Format.JSONL),
    ],
)
def test_what_stands_on_one_line_counts_as_the_lines_it_is_elsewhere(
    value: object, form: Format, read: Reader
) -> None:
    with pytest.raises(InputTooLarge) as caught:
        read(json.dumps(value), form=form)
    assert (caught.value.reason, caught.value.facts["limit"]) == ("lines", 5_000)


def test_the_lines_of_jsonl_are_counted_together(read: Reader) -> None:
    line = json.dumps({"objectives": [WIN] * (MANY // 10)})
    with pytest.raises(InputTooLarge) as caught:
        read("\n".join([line] * 10), form=Format.JSONL)
    assert caught.value.reason == "lines"


def test_a_large_set_within_the_limit_is_read(read: Reader) -> None:
    assert len(read(json.dumps({"objectives": [WIN] * 2_000})).sets[0].set.objectives) == 2_000
