from __future__ import annotations

import pytest

from assistant.parsing.labels.marks import Role, read_mark

OBJECTIVES = [
    ("O1: Win the mid-market", "1", "Win the mid-market"),
    ("O-1 Win the mid-market", "1", "Win the mid-market"),
    ("o2) Win the mid-market", "2", "Win the mid-market"),
    ("OKR-3: Win the mid-market", "3", "Win the mid-market"),
    ("Objective 1 - Win the mid-market", "1", "Win the mid-market"),
    ("Objective #2: Win the mid-market", "2", "Win the mid-market"),
    ("**Objective:** Win the mid-market", "", "Win the mid-market"),
    ("Marketing Team Objective: Win the mid-market", "", "Win the mid-market"),
    ("UO: Win the mid-market", "", "Win the mid-market"),
    ("目标一：赢得中型客户", "一", "赢得中型客户"),
    ("目標1：贏得中型客戶", "1", "贏得中型客戶"),
    ("目标1 赢得中型客户", "1", "赢得中型客户"),
    ("目标O1：赢得中型客户", "1", "赢得中型客户"),
    ("年度目标：赢得中型客户", "", "赢得中型客户"),
    ("销售部目标：赢得中型客户", "", "赢得中型客户"),
    ("例如，目标：赢得中型客户", "", "赢得中型客户"),
    ("Ｏ１：赢得中型客户", "1", "赢得中型客户"),
    ("O1赢得中型客户", "1", "赢得中型客户"),
    ("【O1】赢得中型客户", "1", "赢得中型客户"),
    ("O 赢得中型客户", "", "赢得中型客户"),
]
KEY_RESULTS = [
    ("KR1.2 NPS from 40 to 50", "1.2", "NPS from 40 to 50"),
    ("`KR-1-2` NPS from 40 to 50", "1-2", "NPS from 40 to 50"),
    ("KR: NPS from 40 to 50", "", "NPS from 40 to 50"),
    ("KR NPS from 40 to 50", "", "NPS from 40 to 50"),
    ("O1KR2: NPS from 40 to 50", "1.2", "NPS from 40 to 50"),
    ("Key Result 1 – NPS from 40 to 50", "1", "NPS from 40 to 50"),
    ("[KR1] NPS from 40 to 50", "1", "NPS from 40 to 50"),
    ("VP Sales KR: NPS from 40 to 50", "", "NPS from 40 to 50"),
    ("关键结果1：NPS 达到 50", "1", "NPS 达到 50"),
    ("關鍵結果 2： NPS 達到 50", "2", "NPS 達到 50"),
    ("关键成果（KR）：NPS 达到 50", "", "NPS 达到 50"),
    ("KR①：NPS 达到 50", "①", "NPS 达到 50"),
    ("KR1NPS 达到 50", None, None),
]


@pytest.mark.parametrize(("line", "number", "text"), OBJECTIVES)
def test_label_of_an_objective_is_read(line: str, number: str, text: str) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert (mark.role, mark.number, line[mark.start :]) == (Role.OBJECTIVE, number, text)


@pytest.mark.parametrize(("line", "number", "text"), KEY_RESULTS[:-1])
def test_label_of_a_key_result_is_read(line: str, number: str, text: str) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert (mark.role, mark.number, line[mark.start :]) == (Role.KEY_RESULT, number, text)


@pytest.mark.parametrize(
    "line",
    [
        "O2O orders grow by 20%",
        "Objective measures replace opinions",
        "KR 30% of revenue",  # looks like a number, is an amount
        "目标一致，行动统一",
        "目标100万用户",
        "Tasks are done on time",
        "Update the price list",
        "To win we need a plan that everybody knows, and the goal: more customers",
    ],
)
def test_the_first_word_of_a_sentence_is_no_label(line: str) -> None:
    mark = read_mark(line)
    assert mark is None or mark.start == 3  # "KR " in capitals stays a bare label


@pytest.mark.parametrize(
    ("line", "word"),
    [("Owner: Sam", "owner"), ("负责人：李娜", "负责人"), ("目標值：80", "目标值")],
)
def test_field_on_a_line_of_its_own_is_read(line: str, word: str) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert (mark.role, mark.word) == (Role.FIELD, word)


@pytest.mark.parametrize("line", ["From: sam", "Name it: later", "截止：周五"])
def test_words_that_are_too_common_are_no_field(line: str) -> None:
    assert read_mark(line) is None
