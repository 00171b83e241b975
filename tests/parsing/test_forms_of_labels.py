"""Labels in the forms that people give them, and owners behind lines."""

from __future__ import annotations

import pytest

from tests.parsing.conftest import Reader, shape


@pytest.mark.parametrize(
    "label",
    [
        "KR1a:", "KR #1:", "KR-A1:", "KR a)", "KR_1:", "Key Result (KR1):", "Key Result II:",
        "Key Result 1 of 3:", "Key result no. 1:", "Result 1:", "KEY RESULT", "KR 1️⃣",
        "结果1：", "成果1：", "關鍵結果（KR1）：",
    ],
)  # fmt: skip
def test_a_key_result_is_told_by_its_label(read: Reader, label: str) -> None:
    draft = read(f"O1: Delight\n{label} Cut returns from 9% to 5%")
    assert shape(draft.sets[0].set) == [("Delight", ["Cut returns from 9% to 5%"])]


@pytest.mark.parametrize(
    "label",
    [
        "Objective One:", "Objective (O1):", "Objective II:", "OBJ-D1:", "OBJECTIVE",
        "Goal this year:", "目标（O1）：", "目標（O1）：",
    ],
)  # fmt: skip
def test_an_objective_is_told_by_its_label(read: Reader, label: str) -> None:
    draft = read(f"{label} Delight our readers\nKR1: Cut returns from 9% to 5%")
    assert shape(draft.sets[0].set) == [("Delight our readers", ["Cut returns from 9% to 5%"])]


@pytest.mark.parametrize(
    "line",
    ["Results were mixed in spring", "OBJECTIVE AND KEY RESULTS", "One thing first", "结果不错"],
)
def test_words_that_only_begin_like_a_label_are_none(read: Reader, line: str) -> None:
    draft = read(f"{line}\n\nO1: Delight\nKR1: Cut returns from 9% to 5%")
    assert shape(draft.sets[0].set) == [("Delight", ["Cut returns from 9% to 5%"])]


def test_names_in_brackets_behind_most_lines_are_owners(read: Reader) -> None:
    draft = read(
        "O: Feed more families (Priya)\n- KR: 40 boxes a week (Priya)\n"
        "- KR: 12 shops give (Tom & Priya)\nO: Open on Sundays (Tom)\n- KR: 6 drivers (Kadir)\n"
        "- KR: no box late (Tom)"
    )
    first, second = draft.sets[0].set.objectives
    assert (first.owner, second.owner) == ("Priya", "Tom")
    assert [(kr.text, kr.owner) for kr in first.key_results] == [
        ("40 boxes a week", "Priya"),
        ("12 shops give", "Tom, Priya"),
    ]
    assert [kr.owner for kr in second.key_results] == ["Kadir", "Tom"]


@pytest.mark.parametrize(
    "words",
    [("Berlin", "Paris", "Berlin"), ("React", "Django", "React"), ("Android", "Web", "Web")],
)
def test_places_and_tools_in_brackets_are_no_owners(read: Reader, words: tuple[str, ...]) -> None:
    lines = [f"Open {n} counters ({word})" for n, word in enumerate(words, 2)]
    draft = read("O1: Delight\n" + "\n".join(f"KR{n}: {line}" for n, line in enumerate(lines, 1)))
    rows = draft.sets[0].set.objectives[0].key_results
    assert [(kr.text, kr.owner) for kr in rows] == [(line, None) for line in lines]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Pages open faster -", "Pages open faster"),
        ("Pages open faster (", "Pages open faster"),
        ("Pages open faster 🚧 60%", "Pages open faster"),
        ("页面打开更快（", "页面打开更快"),
        ("頁面開得更快 🚧 60%", "頁面開得更快"),
    ],
)
def test_what_is_left_of_something_taken_off_is_no_part_of_a_line(
    read: Reader, line: str, text: str
) -> None:
    draft = read(f"O1: Delight\nKR1: {line}\nKR2: NPS 50")
    assert draft.sets[0].set.objectives[0].key_results[0].text == text


@pytest.mark.parametrize("line", ["Grow the share to 0.7", "占比提升到 0.7"])
def test_a_share_that_an_objective_aims_at_is_no_score(read: Reader, line: str) -> None:
    assert shape(read(f"O1: {line}\nKR1: NPS 50").sets[0].set)[0][0] == line


def test_older_quarters_without_labels_are_read_beside_labelled_ones(read: Reader) -> None:
    draft = read(
        "# 2025\n## Q2\n### Objective: Be seen\n- KR: 400 visitors\n## Q1\n**Be found**\n\n"
        "- 90 members in the club\n- 4 new partners\n\n**Earn our own money**\n\n- 900 euro\n"
        "## How we work\n**Meetings**\n\n- Mondays at nine\n",
        name="okrs.md",
    )
    assert [pair for each in draft.sets for pair in shape(each.set)] == [
        ("Be seen", ["400 visitors"]),
        ("Be found", ["90 members in the club", "4 new partners"]),
        ("Earn our own money", ["900 euro"]),
    ]


@pytest.mark.parametrize(
    "text", ["KR1是" * 3000, "O是a，KR1是" * 900, "<br>" * 2500, "KR: a1；" * 1200, "(Max)" * 1800]
)
def test_a_line_of_nothing_but_cuts_is_read_in_bounded_time(read: Reader, text: str) -> None:
    assert read(f"O1: Delight\nKR1: NPS 50\n{text[:9000]}").sets


def test_the_name_of_a_row_is_told_beside_its_key_result(read: Reader) -> None:
    draft = read(
        "## O1: Delight\n\n| KR | Key result |\n| --- | --- |\n"
        "| KR1 · Sleep | ① in bed by 23:00; ② 7 hours |\n| KR2 · Sport | ① run 400 km; ② swim |",
        name="okrs.md",
    )
    assert shape(draft.sets[0].set)[0][1] == [
        "① in bed by 23:00; ② 7 hours",
        "① run 400 km; ② swim",
    ]
    note = next(note for note in draft.sets[0].notes if note.reason == "unused_columns")
    assert note.facts["columns"] == "KR"
