"""How surely a line is read before a metric of ours, or what its kind of work is for, may lead."""

import pytest

from assistant.coaching.rewriting.anatomy import take_apart
from assistant.coaching.rewriting.confidence import is_torn, leads_surely
from tests.coaching.rewriting.proposals import made_of

OPEN = ("[metric to choose]", "[指标待定]", "[指標待定]")


@pytest.mark.parametrize(
    "line",
    [
        "Launch the new ticket app",
        "Public tide table live",
        "Fix the lock gate controls",
        "Host 4 rowing evenings",
        "Beta release of the tide table",
        "We've published the harbour rules",
        "上线新版售票小程序",
        "售票小程序上线",
        "对船员开展两次急救培训",
        "完成 10 场深度访谈",
        "上線新版售票小程式",
        "辦理急救教育訓練6場",
        "Meet with the top 20 skippers every month",
    ],
)
def test_what_is_handed_over_mended_or_held_tells_what_it_is_for(line: str) -> None:
    assert leads_surely(take_apart(line))


@pytest.mark.parametrize(
    "line",
    [
        "Present the ferry on a social media",
        "Grow the crew to plan (+1 deck, +2 engine)",
        "The ferry protocol has a v0 implementation in js",
        "Launch with 3 kinds of ticket",
        "Initial implementation of the menu not changing the tree",
        "探索摆渡船商业化可能",
        "确认可修改的航线页",
        "船员扮演首次乘船的旅客",
        "確認可修改的航線頁",
    ],
)
def test_any_other_deed_and_a_line_that_says_more_are_asked_about(line: str) -> None:
    assert not leads_surely(take_apart(line))


@pytest.mark.parametrize(
    "line", ["Create Brand Book/Style Guide + logos", "发布 `tide_table.py` 脚本", "上線記錄a/b/c"]
)
def test_a_thing_of_code_or_of_a_list_is_torn(line: str) -> None:
    work = take_apart(line)
    assert is_torn(work)
    assert not leads_surely(work)


@pytest.mark.parametrize(
    ("objective", "line", "kept"),
    [
        ("Gather helpers for the ferry", "Present the ferry on a social media", "the ferry"),
        ("A calm quay", "GullSync learns to pass on tide tables (full)", "tide tables"),
        ("产出可分享的价值", "探索摆渡船商业化可能", "商业化可能"),
        ("整理航線網站", "確認可修改航線頁", "可修改航線頁"),
    ],
)
def test_where_the_reading_is_unsure_the_line_is_kept_and_asked_about(
    objective: str, line: str, kept: str
) -> None:
    made = made_of(objective, line)
    assert any(sign in made.after for sign in OPEN)
    assert kept in made.after
    assert made.initiative == line


@pytest.mark.parametrize(
    "line",
    [
        "Publish the IT handbook",
        "Open the After Hours clinic",
        "Launch eleven tide tables",
        "发布 IT 手册",
        "發布 IT 手冊",
    ],
)
def test_a_name_that_looks_like_a_small_word_and_any_number_word_tear_nothing(line: str) -> None:
    assert leads_surely(take_apart(line))


@pytest.mark.parametrize("line", ["Launch the ferry after it sails", "Publish what it needs"])
def test_a_pronoun_tears_as_before(line: str) -> None:
    assert not leads_surely(take_apart(line))


@pytest.mark.parametrize(("first", "second"), [("seven", "twelve"), ("nine", "eleven")])
def test_each_deed_of_a_line_with_numbers_in_words_is_a_line(first: str, second: str) -> None:
    made = made_of("A calm ferry", f"Fix {first} leaks and hire {second} sailors by June")
    assert made.after == f"Number of leaks fixed from [baseline to confirm] to {first}"
    assert [line.split(" who ")[0] for line in made.more] == ["Share of newly hired sailors"]
