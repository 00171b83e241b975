"""JSON is recognised under any name, in a block of code, and below what leads to it."""

from __future__ import annotations

import json

import pytest

from assistant.errors import UnreadableInput
from assistant.parsing import Format
from tests.parsing.conftest import Reader, shape

SETS = [
    ("Visitors stay for lunch", ["Seats taken at noon from 40 to 70"]),
    ("参观者愿意留下来吃午饭", ["中午入座人数从 40 升到 70"]),
    ("參觀者願意留下來吃午飯", ["中午入座人數從 40 升到 70"]),
]


def _json(aim: str, results: list[str]) -> str:
    value = {"objectives": [{"objective": aim, "key_results": results}]}
    return json.dumps(value, ensure_ascii=False, indent=2)


@pytest.mark.parametrize(("aim", "results"), SETS)
@pytest.mark.parametrize("name", [None, "okr.txt", "okr.md", "okr.json"])
def test_json_is_json_whatever_its_name(
    aim: str, results: list[str], name: str | None, read: Reader
) -> None:
    draft = read(_json(aim, results), name=name)
    assert draft.format is Format.JSON
    assert shape(draft.sets[0].set) == [(aim, results)]


@pytest.mark.parametrize(("aim", "results"), SETS)
@pytest.mark.parametrize("around", ["{lead}\n\n{json}\n", "{lead}\n\n```json\n{json}\n```\n"])
@pytest.mark.parametrize("name", [None, "okr.txt", "okr.md"])
def test_json_below_a_line_that_leads_to_it_is_read(
    aim: str, results: list[str], around: str, name: str | None, read: Reader
) -> None:
    text = around.replace("{lead}", "Our plan 我们的计划").replace("{json}", _json(aim, results))
    draft = read(text, name=name)
    assert shape(draft.sets[0].set) == [(aim, results)]
    assert "Our plan 我们的计划" in [each.text for each in draft.sets[0].unread]
    at = draft.sets[0].set.objectives[0].at
    assert at is not None
    assert text.split("\n")[at.line - 1][at.column - 1 :].startswith(aim)
    again = read(text, name=name, form=draft.format)
    assert shape(again.sets[0].set) == [(aim, results)]


@pytest.mark.parametrize("aim", ["O1: Guests come back", "目标一：客人愿意再来"])
def test_json_beside_lines_with_labels_is_no_draft(aim: str, read: Reader) -> None:
    text = f"{aim}\nKR1: NPS 20 → 40\n\n```json\n{_json('Win', ['NPS 9'])}\n```\n"
    assert len(shape(read(text).sets[0].set)[0][1]) == 1
    assert read(text).format is not Format.JSON


@pytest.mark.parametrize("line", ["[[wiki]] O1: Guests come back", "[] 买菜\n目标一：客人愿意再来"])
def test_a_link_or_a_box_is_no_json(line: str, read: Reader) -> None:
    assert read(line).format is not Format.JSON


def test_broken_json_is_told_with_its_place(read: Reader) -> None:
    with pytest.raises(UnreadableInput) as told:
        read('{"objectives": [\n{"objective": "Win",}]}')
    assert (told.value.reason, told.value.line) == ("bad_json", 2)
