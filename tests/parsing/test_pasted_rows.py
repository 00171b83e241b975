"""Rows of a table that were pasted as lines, labels with a full stop, points behind a line."""

import pytest

from tests.parsing.conftest import Reader, shape


@pytest.mark.parametrize(
    ("rows", "read_as"),
    [
        (
            "⛳ O1: Parents trust our crèche\tKR1: Places filled from 61% to 90%\t✅\n"
            "⛳ O1: Parents trust our crèche\tKR2: Complaints a month from 9 to 2\t✅\n"
            "⛳ O2: Carers stay\tKR1: Carers who leave from 30% to 12%\t\n",
            [
                ("Parents trust our crèche",
                 ["Places filled from 61% to 90%", "Complaints a month from 9 to 2"]),
                ("Carers stay", ["Carers who leave from 30% to 12%"]),
            ],
        ),
        (
            "目标1：门诊不再排长队\tKR1：候诊时间由52分钟降到20分钟\n"
            "目标1：门诊不再排长队\tKR2：网上挂号占比由35%升到70%\n"
            "目标2：护士愿意留下来\tKR1：护士离职率由18%降到9%\n",
            [
                ("门诊不再排长队", ["候诊时间由52分钟降到20分钟", "网上挂号占比由35%升到70%"]),
                ("护士愿意留下来", ["护士离职率由18%降到9%"]),
            ],
        ),
    ],
)  # fmt: skip
def test_an_objective_named_before_each_of_its_results_is_one(
    read: Reader, rows: str, read_as: list[tuple[str, list[str]]]
) -> None:
    draft = read(rows)
    assert [shape(reading.set) for reading in draft.sets] == [read_as]


@pytest.mark.parametrize("between", ["\n", "---\n", "\n---\n\n"])
def test_two_drafts_with_the_same_objective_stay_two(read: Reader, between: str) -> None:
    one, other = ("O1: Grow the choir\nKR1: Singers from 14 to 30\n",
                  "O1: Grow the choir\nKR1: Concerts from 2 to 6\n")  # fmt: skip
    draft = read(one + between + other)
    assert [kr for reading in draft.sets for _, kr in shape(reading.set)] == [
        ["Singers from 14 to 30"],
        ["Concerts from 2 to 6"],
    ]


def test_points_that_an_objective_is_to_gain_stay_its_words(read: Reader) -> None:
    draft = read("O1: Lift our NPS (+20 points)\n- KR1: Replies within a day from 41% to 80%\n")
    assert draft.sets[0].set.objectives[0].objective == "Lift our NPS (+20 points)"


def test_a_picture_before_a_label_makes_no_speaker_of_it(read: Reader) -> None:
    draft = read("🎯 O1: Grow the choir KR1: Singers from 14 to 30\n")
    assert shape(draft.sets[0].set) == [("Grow the choir", ["Singers from 14 to 30"])]


def test_points_behind_an_objective_and_that_it_is_not_scored_are_no_words_of_it(
    read: Reader,
) -> None:
    made = read(
        "- O1：把续费做扎实（+20分）\n  - KR1：续费率从61%提升到75%\n"
        "- O2：新版题库（已暂停，不计分）\n- O3：老师愿意留下来（+15分）\n"
    )
    held = made.sets[0].set.objectives
    assert [o.objective for o in held] == ["把续费做扎实", "新版题库", "老师愿意留下来"]
    assert held[1].owner is None
    left_out = {note.facts["text"] for note in made.sets[0].notes}
    assert left_out == {"+20分", "+15分", "已暂停", "不计分"}


def test_a_label_may_end_in_a_full_stop_under_a_title_that_only_names_it(read: Reader) -> None:
    text = (
        "OKR 3 Objective and Key Result\n\nObjective. Growers trust our soil tests.\n"
        "Key Result. Tests repeated by another lab that agree rise from 81% to 95%.\n"
    )
    draft = read(text)
    assert shape(draft.sets[0].set) == [
        (
            "Growers trust our soil tests.",
            ["Tests repeated by another lab that agree rise from 81% to 95%."],
        )
    ]


@pytest.mark.parametrize(
    "text",
    ["目标。客户愿意再来\n关键结果。复购率从18%提升到30%\n",
     "目標。客戶願意再來\n關鍵結果。回購率從18%提升到30%\n"],
)  # fmt: skip
def test_a_chinese_label_may_end_in_a_full_stop_too(read: Reader, text: str) -> None:
    ((objective, results),) = shape(read(text).sets[0].set)
    assert (objective[-3:], len(results)) in {("意再来", 1), ("意再來", 1)}


def test_tags_of_a_page_generator_are_no_lines_of_the_draft(read: Reader) -> None:
    draft = read("{% okr o1 %}\nO1：多读书\n- KR1：读完的书从2本到12本\n{% endokr %}\n")
    assert shape(draft.sets[0].set) == [("多读书", ["读完的书从2本到12本"])]
    assert [row.text for row in draft.sets[0].unread] == ["{% okr o1 %}", "{% endokr %}"]
