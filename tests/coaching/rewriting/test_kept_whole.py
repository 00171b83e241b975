"""What makes no clean name is kept whole: rules, states, sentences, versions."""

import pytest

from tests.coaching.rewriting.proposals import (
    B_HANT,
    B_ZH,
    T_HANT,
    T_ZH,
    B,
    T,
    made_of,
    suggestions,
)


def _objective(text: str) -> list[str]:
    return [one.after for one in suggestions(text, "x") if one.key_result is None]


@pytest.mark.parametrize(
    ("objective", "after"),
    [
        ("Release v2.3", "People [change to name], thanks to “Release v2.3”"),
        ("订餐成功率高", "让相关的人因为订餐成功率高而[变化待定]"),
        ("掛號成功率高", "讓相關的人因為掛號成功率高而[變化待定]"),
        ("备份可靠", "让相关的人因为备份可靠而[变化待定]"),
    ],
)
def test_an_objective_is_spoken_of_as_it_stands(objective: str, after: str) -> None:
    assert after in _objective(objective)


def test_a_deliverable_with_marks_is_asked_about() -> None:
    made = _objective("建立 reusable、可驗證、無 `.pdf` 附件的 Welcome Kit 新人包。")
    assert made
    assert "[變化待定]" in made[0]


@pytest.mark.parametrize(
    ("objective", "line", "name"),
    [
        (
            "The pottery runs well",
            "The kiln has to rest soon, it's been firing for weeks",
            "“The kiln has to rest soon, it's been firing for weeks”",
        ),
        (
            "Safe visits to the archive",
            "Paper handling happens only at the glass table",
            "“Paper handling happens only at the glass table”",
        ),
        (
            "The reading club pays off",
            "If fewer than six people come, hold a keep-or-close talk",
            "“If fewer than six people come, hold a keep-or-close talk”",
        ),
        (
            "A tidy stock room",
            "Sort the cable drawer thing, move it to the back wall",
            "sorting the cable drawer thing, moving it to the back wall",
        ),
    ],
)
def test_a_sentence_is_quoted(objective: str, line: str, name: str) -> None:
    made = made_of(objective, line)
    assert made.after == f"Effect of {name} ([metric to choose]) from {B} to {T}"


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "读书会值得办",
            "若连续三周到场不足六人，启动 Go/No-go Review，先不开新班",
            f"成效的[指标待定]从{B_ZH}到{T_ZH}",
        ),
        (
            "讀書會值得辦",
            "若連續三週到場不足六人，啟動 Go/No-go Review，先不開新班",
            f"成效的[指標待定]從{B_HANT}到{T_HANT}",
        ),
        (
            "货车跑得稳",
            "Observability 覆盖油泵/刹车/轮胎",
            f"Observability 覆盖的油泵/刹车/轮胎占比从{B_ZH}提升到{T_ZH}",
        ),
    ],
)
def test_one_word_leads_to_no_metric(objective: str, line: str, after: str) -> None:
    made = made_of(objective, line)
    assert made.after.endswith(after)
    assert made.initiative == line


@pytest.mark.parametrize(
    ("objective", "line", "name"),
    [
        (
            "决策可靠",
            "重要选择具备理由/证据与复核路径",
            f"抽查中做到“重要选择具备理由/证据与复核路径”的占比从{B_ZH}提升到{T_ZH}",
        ),
        (
            "選擇可靠",
            "關鍵選擇具備依據與複核人",
            f"抽查中做到「關鍵選擇具備依據與複核人」的佔比從{B_HANT}提升到{T_HANT}",
        ),
        (
            "Decisions are sound",
            "Key choices have a reason and an owner",
            f"Share of key choices that have a reason and an owner from {B} to {T}",
        ),
    ],
)
def test_what_each_case_has_or_lacks_is_counted(objective: str, line: str, name: str) -> None:
    assert made_of(objective, line).after == name


@pytest.mark.parametrize(
    "line",
    [
        "Ferry bell recast; tap, then ring works",
        "Ramp data complete: height, width, tide table, owner",
        "定义喇叭提示词和状态触发点，覆盖待装载、行驶中、到达、失败",
        "發布渡船目錄，讓旅客可在無船員處發現並預訂",
    ],
)
def test_a_line_that_cannot_be_read_is_quoted_unshortened(line: str) -> None:
    made = made_of("The ferry is dependable" if line.isascii() else "渡船可靠", line)
    assert line in made.after


@pytest.mark.parametrize(
    "line",
    [
        "I have documented and circulated a guide to the quay's ways within the crew",
        "主动潮汐注入与记忆结构化提升召回质量",
    ],
)
def test_a_scrap_that_would_be_asked_about_is_no_part(line: str) -> None:
    made = made_of("The ferry is dependable" if line.isascii() else "渡船可靠", line)
    assert not made.more


@pytest.mark.parametrize(
    "line",
    [
        "Write a statement for the quay and formalize who rings the bell",
        "Every note on the tide board gets triaged",
        "Ferry code is merged to the harbour and monitoring is consistent with the gates",
    ],
)
def test_a_name_of_which_half_was_left_unturned_is_quoted_instead(line: str) -> None:
    made = made_of("A calm quay", line)
    assert f"“{line}”" in made.after


@pytest.mark.parametrize(
    ("objective", "line"),
    [
        ("A crew of the first rank", "Grow crew to plan (+1 deck, +2 engine, +1 bell)"),
        ("打造一流船队", "按计划扩充船队（+1 甲板，+2 轮机）"),
    ],
)
def test_the_numbers_in_a_lines_brackets_stay_on_it(objective: str, line: str) -> None:
    assert line in made_of(objective, line).after


def test_what_asks_for_a_state_names_what_it_asks_about() -> None:
    assert _objective("Set up for a great 2031") == [
        "People [change to name], thanks to “Set up for a great 2031”"
    ]
