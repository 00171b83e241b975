"""Sets under keys of others' making, with what stands beside them."""

from __future__ import annotations

import json

import pytest

from tests.parsing.conftest import Reader, shape

WRAPPED = """
period: 2026-H2
company_okrs:
  - objective: Run on our own cash
    key_results:
      - kr: Burn multiple from 2.4 to 1.2
        target: 1.2
"""
TEAMS = """
teams:
  mobile: {owner: Ansel, objectives: [{name: No spinners, krs: [Cold start 3 s -> 1 s]}]}
  billing: {owner: Uma, objectives: [{name: Right invoices, krs: [Credit notes 14 -> 4]}]}
"""


@pytest.mark.parametrize(
    ("text", "owners", "expected"),
    [
        (WRAPPED, [None], [[("Run on our own cash", ["Burn multiple from 2.4 to 1.2"])]]),
        (
            TEAMS,
            ["Ansel", "Uma"],
            [
                [("No spinners", ["Cold start 3 s -> 1 s"])],
                [("Right invoices", ["Credit notes 14 -> 4"])],
            ],
        ),
    ],
)
def test_sets_are_found_under_keys_of_others_making(
    text: str, owners: list[str], expected: object, read: Reader
) -> None:
    sets = [one.set for one in read(text, name="okrs.yaml").sets]
    assert [shape(one) for one in sets] == expected
    assert [one.owner for one in sets] == owners


HALLS = {
    "team": "Choir",
    "quarter": "2031-Q1",
    "halls": [
        "three of them",
        {"name": "North", "spring": {"objective": "Full benches", "key_results": ["120 seats"]}},
        {"name": "Store room", "keys": 2},
        {
            "name": "South",
            "quarter": "2031-Q2",
            "okrs": [{"objective": "A dry roof", "key_results": ["0 leaks"]}],
        },
    ],
}
HALLS_ZH = {
    "团队": "合唱团",
    "周期": "2031-Q1",
    "场馆": [
        "共三处",
        {"名称": "北馆", "春季": {"目标": "场场坐满", "关键结果": ["售出 120 张票"]}},
        {"名称": "库房", "钥匙": "两把"},
        {"名称": "南馆", "okrs": [{"目标": "屋顶不漏", "关键结果": ["漏水 0 处"]}]},
    ],
}


@pytest.mark.parametrize(
    ("value", "team", "cycles", "expected"),
    [
        (
            HALLS,
            "Choir",
            ["2031-Q1", "2031-Q2"],
            [[("Full benches", ["120 seats"])], [("A dry roof", ["0 leaks"])]],
        ),
        (
            HALLS_ZH,
            "合唱团",
            ["2031-Q1", "2031-Q1"],
            [[("场场坐满", ["售出 120 张票"])], [("屋顶不漏", ["漏水 0 处"])]],
        ),
    ],
)
def test_a_list_of_others_making_holds_other_things_besides(
    value: object, team: str, cycles: list[str], expected: object, read: Reader
) -> None:
    readings = read(json.dumps(value, ensure_ascii=False), name="a.json").sets
    sets = [one.set for one in readings]
    assert [shape(one) for one in sets] == expected
    assert [note.reason for note in readings[0].notes].count("unknown_key") >= 2
    assert [one.team for one in sets] == [team, team]
    assert [one.cycle and one.cycle.name for one in sets] == cycles


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            {"okrs": [{"objective": {"title": "No cold soup"}, "keyResults": ["60 warm bowls"]}]},
            [("No cold soup", ["60 warm bowls"])],
        ),
        (
            {
                "objectives": [
                    {"objective": "No cold soup", "krs": {"KR1": "60 bowls", "KR2": "2 pots"}}
                ]
            },
            [("No cold soup", ["60 bowls", "2 pots"])],
        ),
        (
            {"目标": [{"标题": "汤不再凉", "关键结果": [{"标题": "热汤 60 碗"}]}]},
            [("汤不再凉", ["热汤 60 碗"])],
        ),
        (
            {"objectives": [{"目标": {"名称": "汤不再凉"}, "关键结果": {"KR1": "热汤 60 碗"}}]},
            [("汤不再凉", ["热汤 60 碗"])],
        ),
    ],
)
def test_objectives_as_objects_and_key_results_under_their_labels(
    value: dict[str, object], expected: list[tuple[str, list[str]]], read: Reader
) -> None:
    assert shape(read(json.dumps(value, ensure_ascii=False)).sets[0].set) == expected
