from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date

import pytest

from assistant.errors import InputTooLarge, UnreadableInput
from assistant.models import KeyResultKind, Level, ObjectiveKind
from assistant.parsing import Format, read_jsonl_line
from assistant.settings import Settings
from tests.parsing.conftest import Reader, shape

CONTRACT = {
    "id": "team-7",
    "team": "Payments",
    "level": "team",
    "cycle": {"name": "2026-Q4", "start": "2026-10-01", "end": "2026-12-31"},
    "objectives": [
        {
            "objective": "Make checkout effortless",
            "kind": "committed",
            "key_results": [
                "NPS from 40 to 50",
                {
                    "text": "Conversion",
                    "kind": "metric",
                    "baseline": 2.1,
                    "target": "3,0%",
                    "due": "2026-11-30",
                    "weight": "40%",
                    "band": {"min": 92, "max": 100},
                    "plan": [{"date": "2026-11-14", "progress": 0.4}],
                    "stages": [{"name": "draft", "value": 0.5, "due": "2026-11-30"}],
                },
            ],
            "initiatives": ["One-click payment"],
        }
    ],
}


def test_the_contract_shape_is_read_whole(read: Reader) -> None:
    reading = read(json.dumps(CONTRACT)).sets[0]
    assert reading.notes == []
    assert reading.set.level is Level.TEAM
    objective = reading.set.objectives[0]
    assert objective.kind is ObjectiveKind.COMMITTED
    kr = objective.key_results[1]
    assert (kr.kind, kr.baseline, kr.target) == (KeyResultKind.METRIC, 2.1, "3,0%")
    assert (kr.due, kr.weight) == (date(2026, 11, 30), 0.4)
    assert kr.band is not None
    assert (kr.band.min, kr.plan[0].progress, kr.stages[0].name) == (92, 0.4, "draft")


def test_texts_know_their_line_and_column(read: Reader) -> None:
    text = '{"objectives": [\n  {"objective": "提升体验",\n   "key_results": ["NPS 达到 50"]}]}'
    objective = read(text).sets[0].set.objectives[0]
    assert objective.at is not None
    assert (objective.at.line, objective.at.column) == (2, 18)
    kr = objective.key_results[0]
    assert kr.at is not None
    assert text.split("\n")[kr.at.line - 1][kr.at.column - 1 :].startswith("NPS 达到 50")


@pytest.mark.parametrize(
    "value",
    [
        {"okrs": [{"title": "Win", "keyResults": ["NPS 50"]}]},
        {"goals": [{"name": "Win", "krs": [{"title": "NPS 50"}]}]},
        {"objective": "Win", "key_results": ["NPS 50"]},
        [{"objective": "Win", "key_results": ["NPS 50"]}],
        {"objectives": {"Win": ["NPS 50"]}},
        {"目标": "Win", "关键结果": ["NPS 50"]},
        {"sets": [{"objectives": [{"objective": "Win", "key_results": ["NPS 50"]}]}]},
        {"set": {"objectives": [{"objective": "Win", "key_results": ["NPS 50"]}]}, "unread": []},
    ],
)
def test_common_alternates_are_read(value: object, read: Reader) -> None:
    for form in (Format.JSON, Format.YAML):
        draft = read(json.dumps(value, ensure_ascii=False), form=form)
        assert [shape(s.set) for s in draft.sets] == [[("Win", ["NPS 50"])]]
        assert draft.sets[0].notes == []


def test_owners_given_as_objects_are_read_by_their_names(read: Reader) -> None:
    value = {"objectives": [{"title": "Grow", "owner": {"name": "Lena"}, "keyResults": ["NPS 50"]}]}
    assert read(json.dumps(value), name="export.json").sets[0].set.objectives[0].owner == "Lena"


def test_an_answer_of_ours_may_be_read_back(read: Reader) -> None:
    given = read("O1: Win\n- KR1: NPS 50\n  - call ten customers").sets[0]
    answer = {
        "set": json.loads(given.set.model_dump_json()),
        "unread": [row.model_dump() for row in given.unread],
        "findings": [],
    }
    again = read(json.dumps(answer)).sets[0]
    assert shape(again.set) == shape(given.set)
    assert again.unread == given.unread
    assert again.notes == []


def test_unknown_keys_and_values_outside_their_set_are_noted(read: Reader) -> None:
    value = {
        "objectives": [
            {"objective": "Win", "kind": "huge", "colour": "red", "key_results": []},
            {"objective": "Grow", "key_results": [{"text": "ARR 5M", "due": "soon"}]},
        ],
        "level": "galaxy",
    }
    reading = read(json.dumps(value)).sets[0]
    assert [(note.reason, note.field) for note in reading.notes] == [
        ("outside_set", "level"),
        ("unknown_key", "objectives[0].colour"),
        ("outside_set", "objectives[0].kind"),
        ("bad_date", "objectives[1].key_results[0].due"),
    ]
    assert reading.set.objectives[1].key_results[0].due is None


@pytest.mark.parametrize(
    ("value", "reason", "field"),
    [
        ({"objectives": "Win"}, "needs_list", "objectives"),
        ({"objectives": [5]}, "needs_object", "objectives[0]"),
        ({"objectives": [{"objective": ["Win"]}]}, "needs_text", "objectives[0].objective"),
        (
            {"objectives": [{"objective": "W", "key_results": [{"text": 5}]}]},
            "needs_text",
            "objectives[0].key_results[0].text",
        ),
        ({"team": "Payments"}, "no_objectives", None),
        (5, "needs_object", None),
    ],
)
def test_a_wrong_type_names_its_field(
    value: object, reason: str, field: str | None, read: Reader
) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(json.dumps(value), form=Format.JSON)
    assert (caught.value.reason, caught.value.field) == (reason, field)


def test_broken_json_names_line_and_column(read: Reader) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read('{"objectives": [\n  {"objective": "Win",}\n]}', name="okr.json")
    error = caught.value
    assert (error.reason, error.file, error.line, error.column) == ("bad_json", "okr.json", 2, 23)


def test_yaml_keeps_what_was_written(read: Reader) -> None:
    draft = read(
        "team: no\nobjectives:\n  - objective: 010\n    key_results:\n      - yes\n"
        "      - text: 周活\n        target: 1.2万\n        due: 2026-12-31\n",
        name="okr.yaml",
    )
    okr_set = draft.sets[0].set
    assert okr_set.team == "no"
    assert shape(okr_set) == [("010", ["yes", "周活"])]
    kr = okr_set.objectives[0].key_results[1]
    assert (kr.target, kr.due) == ("1.2万", date(2026, 12, 31))
    assert kr.at is not None
    assert (kr.at.line, kr.at.column) == (6, 15)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: 1\na: 2\n", "repeated_key"),
        ("objectives: [\n", "bad_yaml"),
        ("a: &x [*x]\n", "bad_yaml"),
        ("a: *missing\n", "bad_yaml"),
    ],
)
def test_broken_yaml_names_its_line(text: str, reason: str, read: Reader) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(text, form=Format.YAML)
    assert caught.value.reason == reason
    assert caught.value.line is not None


@pytest.mark.parametrize("form", [Format.JSON, Format.YAML])
def test_deep_nesting_is_refused_before_it_can_do_harm(form: Format, read: Reader) -> None:
    with pytest.raises(InputTooLarge) as caught:
        read("[" * 100_000, form=form)
    assert caught.value.reason == "depth"


def test_aliases_that_expand_without_bounds_are_refused(read: Reader) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 10)]
    with pytest.raises(InputTooLarge) as caught:
        read("\n".join(lines), form=Format.YAML)
    assert caught.value.reason == "aliases"


def test_brackets_inside_texts_do_not_count_as_nesting(read: Reader) -> None:
    value = {"objectives": [{"objective": "Win " + "[" * 90, "key_results": []}]}
    assert shape(read(json.dumps(value)).sets[0].set)[0][0].endswith("[[[")


def test_lone_halves_of_characters_are_replaced(read: Reader) -> None:
    draft = read('{"objectives": [{"objective": "Win \\ud83d", "key_results": []}]}')
    assert shape(draft.sets[0].set) == [("Win \ufffd", [])]


def test_a_line_of_jsonl_is_read_alone_and_its_errors_name_the_line() -> None:
    line = '{"objectives": [{"objective": "赢", "key_results": ["NPS 50"]}]}'
    for given in (line, line.encode()):
        okr_set = read_jsonl_line(given, 7, Settings()).set
        assert shape(okr_set) == [("赢", ["NPS 50"])]
        at = okr_set.objectives[0].key_results[0].at
        assert at is not None
        assert (at.line, at.column) == (7, line.index("NPS 50") + 1)
    for bad, reason in (('{"objectives": 5}', "needs_list"), ('{"objectives": [}', "bad_json")):
        with pytest.raises(UnreadableInput) as caught:
            read_jsonl_line(bad, 3, Settings())
        assert (caught.value.reason, caught.value.line) == (reason, 3)


def test_jsonl_is_recognised_by_its_lines(read: Reader) -> None:
    line = '{"objectives": [{"objective": "Win", "key_results": []}]}'
    draft = read(f"{line}\n{line}\n")
    assert draft.format is Format.JSONL
    assert len(draft.sets) == 2


def test_the_same_draft_gives_the_same_bytes_in_every_process() -> None:
    given = {
        "objectives": [
            {
                "objective": "提升满意度",
                "key_results": [{"text": "NPS 50", "band": {"min": 1, "max": 2, "b": 1, "c": 2}}],
            }
        ],
        **{f"extra {letter}": letter for letter in "abcdef"},
    }
    answer = json.dumps({"set": given, **{f"beside {letter}": letter for letter in "abcdef"}})
    command = [sys.executable, "-m", "assistant", "check", "--format", "json", "-"]
    outputs = [
        subprocess.run(
            command,
            input=answer.encode(),
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=False,
        ).stdout
        for seed in ("1", "2")
    ]
    assert b"beside f" in outputs[0]
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize("line", ["Keep 9 of 10 guests coming back", "老客复购率从 30% 提升到 45%"])
def test_a_number_for_a_quarter_or_an_owner_is_its_name(read: Reader, line: str) -> None:
    draft = {"quarter": 1, "team": 12, "objectives": [{"name": "O", "key_results": [line]}]}
    [reading] = read(json.dumps(draft), form=Format.JSON).sets
    assert reading.set.cycle is not None
    assert (reading.set.cycle.name, reading.set.team) == ("1", "12")
    assert [one.text for one in reading.set.objectives[0].key_results] == [line]
