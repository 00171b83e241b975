from __future__ import annotations

import pytest

from assistant.parsing import Format
from assistant.parsing.reading import Draft
from tests.parsing.conftest import Reader, shape

GROW, ARR, LOGOS = "Grow in Asia", "ARR from 5M to 8M", "40 new customers"
DRAFTS = {
    "labels": f"O1: {GROW}\nKR1: {ARR}\nKR2: {LOGOS}",
    "bullets": f"O1: {GROW}\n- {ARR}\n- {LOGOS}",
    "numbers": f"Objective: {GROW}\nKey Results:\n1. {ARR}\n2. {LOGOS}",
    "parentheses": f"1) {GROW}\n  a) {ARR}\n  b) {LOGOS}",
    "headings": f"## {GROW}\n\n- {ARR}\n- {LOGOS}\n",
    "bold": f"**Objective 1: {GROW}**\n* **KR1:** {ARR}\n* **KR2** {LOGOS}",
    "text below": f"**Objective:**\n\n{GROW}\n\n**Key Results:**\n\n* {ARR}\n* {LOGOS}",
    "capitals": f"OBJECTIVE 1\n{GROW}\n\nKEY RESULTS\n• {ARR}\n• {LOGOS}",
    "checkboxes": f"- [ ] **O1** {GROW}\n  - [x] KR1 {ARR}\n  - [ ] KR2 {LOGOS}",
    "nested": f"- {GROW}\n    - {ARR}\n    - {LOGOS}",
    "quoted": f"> Objective: {GROW}\n> KR1: {ARR}\n> KR2: {LOGOS}",
    "plain lines": f"{GROW}\n{ARR}\n{LOGOS}",
    "one line": f"O1: {GROW} KR1: {ARR}; KR2: {LOGOS}",
    "pipes": f"| Objective | Key result |\n|---|---|\n| {GROW} | {ARR} |\n| | {LOGOS} |",
    "setext": f"{GROW}\n=====\n\n:krs: {ARR}\n      {LOGOS}",
    "chat": f"[09:58] Mira: O1: {GROW}\n[09:59] Mira: KR1: {ARR}\n[09:59] Mira: KR2: {LOGOS}",
    "word": f"O1 – {GROW}\n    o  KR1 – {ARR}\n    o  KR2 – {LOGOS}",
    "emoji": f"🎯 Objective: {GROW}\n📈 KR1: {ARR}\n📈 KR2: {LOGOS}",
    "html": "<table><tr><th>Objective</th><th>Key results</th></tr>\n"
    f"<tr><td rowspan=2>{GROW}</td><td>{ARR}</td></tr>\n<tr><td>{LOGOS}</td></tr></table>",
}
TEAM, DWELL, STAFF = "打造高效团队", "需求交付周期从 20 天缩短到 12 天", "核心岗位到岗率 100%"
CHINESE = {
    "labels": f"目标一：{TEAM}\nKR1：{DWELL}\nKR2：{STAFF}",
    "ordinals": f"一、{TEAM}\n（1）{DWELL}\n（2）{STAFF}",
    "section": f"目标：{TEAM}\n关键结果：\n①{DWELL}\n②{STAFF}",
    "pauses": f"目标一：{TEAM}\n1、{DWELL}\n2、{STAFF}",
    "brackets": f"【O1】{TEAM}\n【KR1】{DWELL}\n【KR2】{STAFF}",
    "full width": f"Ｏ１：{TEAM}\nＫＲ１：{DWELL}\nＫＲ２：{STAFF}",
    "dotted": f"1. 目标：{TEAM}\n   1.1 关键结果：{DWELL}\n   1.2 关键结果：{STAFF}",
    "headings": f"### 目标一\n\n- [ ] {TEAM}\n\n关键结果：\n\n- [ ] {DWELL}\n- [ ] {STAFF}",
    "bare": f"O {TEAM}\nKR {DWELL}\nKR {STAFF}",
    "chat": f"小满：O1：{TEAM}\n小满：KR1：{DWELL}\n小满：KR2：{STAFF}",
    "one line": f"O1：{TEAM} KR1：{DWELL} KR2：{STAFF}",
    "joined": f"O1{TEAM}\nKR1{DWELL}\nKR2{STAFF}",
}


@pytest.mark.parametrize("form", DRAFTS)
def test_every_way_of_writing_gives_the_same_set(form: str, read: Reader) -> None:
    assert [shape(s.set) for s in read(DRAFTS[form]).sets] == [[(GROW, [ARR, LOGOS])]]


@pytest.mark.parametrize("form", CHINESE)
def test_every_chinese_way_of_writing_gives_the_same_set(form: str, read: Reader) -> None:
    assert [shape(s.set) for s in read(CHINESE[form]).sets] == [[(TEAM, [DWELL, STAFF])]]


def test_traditional_labels_are_read_like_simplified(read: Reader) -> None:
    draft = read("目標一：強化通路合作\n關鍵結果：\n1. 新增 3 家通路夥伴\n2. 通路營收成長 20%")
    assert shape(draft.sets[0].set) == [("強化通路合作", ["新增 3 家通路夥伴", "通路營收成長 20%"])]


def _unread(draft: Draft) -> list[tuple[int, str]]:
    return [(row.line, row.text) for reading in draft.sets for row in reading.unread]


def test_what_is_deeper_than_a_key_result_is_kept_unread(read: Reader) -> None:
    draft = read("O1: Win\n- KR1: 40 customers\n  - call the list\n- KR2: NPS 50\n")
    assert shape(draft.sets[0].set) == [("Win", ["40 customers", "NPS 50"])]
    assert _unread(draft) == [(3, "- call the list")]


def test_prose_is_kept_unread_and_does_not_end_a_list(read: Reader) -> None:
    prose = "We chose this because customers ask for it every week. It also pays off quickly."
    draft = read(f"# O1: Win\n\n{prose}\n\n- 40 customers\n\n{prose}\n\n- NPS 50\n")
    assert shape(draft.sets[0].set) == [("Win", ["40 customers", "NPS 50"])]
    assert _unread(draft) == [(3, prose), (7, prose)]


def test_initiatives_background_and_notes_are_no_key_results(read: Reader) -> None:
    draft = read(
        "O1: Win\nBackground:\n- we lost two deals\nKey results:\n- NPS 50\n"
        "Initiatives:\n- Call ten customers\nNotes:\n- next review in May"
    )
    objective = draft.sets[0].set.objectives[0]
    assert [kr.text for kr in objective.key_results] == ["NPS 50"]
    assert [work.text for work in objective.initiatives] == ["Call ten customers"]
    assert (3, "- we lost two deals") in _unread(draft)
    assert (9, "- next review in May") in _unread(draft)


def test_labels_that_were_understood_are_not_listed_as_unread(read: Reader) -> None:
    draft = read("Objective:\nWin\nKey results:\n- NPS 50\n---\nInitiatives:\n")
    assert _unread(draft) == [(6, "Initiatives:")]


def test_key_results_without_an_objective_get_an_empty_one(read: Reader) -> None:
    assert shape(read("- NPS 达到 50\n- 流失率降到 2%").sets[0].set) == [
        ("", ["NPS 达到 50", "流失率降到 2%"])
    ]


def test_objectives_listed_first_get_their_key_results_by_number(read: Reader) -> None:
    draft = read(
        "Objectives:\n1. Grow revenue\n2. Improve quality\n\n"
        "Key results:\n1.1 ARR 10M\n1.2 NRR 120%\n2.1 Defects down 30%"
    )
    assert shape(draft.sets[0].set) == [
        ("Grow revenue", ["ARR 10M", "NRR 120%"]),
        ("Improve quality", ["Defects down 30%"]),
    ]


def test_a_wrapped_line_is_joined(read: Reader) -> None:
    draft = read("O1: Win\n- KR1: Raise the share of orders paid in one step from\n  40% to 60%")
    assert shape(draft.sets[0].set)[0][1] == [
        "Raise the share of orders paid in one step from 40% to 60%"
    ]


def test_sets_of_several_people_are_told_apart(read: Reader) -> None:
    draft = read(
        "张三 OKR\nO1：拓展市场\nKR1：新客 30 家\n\n李四 OKR\nO1：提升稳定性\nKR1：故障 0 起"
    )
    assert [(s.set.owner, shape(s.set)) for s in draft.sets] == [
        ("张三", [("拓展市场", ["新客 30 家"])]),
        ("李四", [("提升稳定性", ["故障 0 起"])]),
    ]


def test_sets_of_several_teams_are_told_apart_by_headings(read: Reader) -> None:
    draft = read(
        "# 2026 Q4 OKR\n## 市場部\n### 目標一：提升知名度\n- 媒體曝光 20 篇\n"
        "## 業務部\n### 目標一：業績成長\n- 營收成長 20%"
    )
    assert [s.set.team for s in draft.sets] == ["市場部", "業務部"]
    assert draft.sets[0].set.cycle is not None
    assert draft.sets[0].set.cycle.name == "2026 Q4"


def test_numbers_that_go_on_stay_in_one_set(read: Reader) -> None:
    draft = read(
        "Ann: O1: Win\nAnn: KR1: NPS 50\nBo: nice, adding mine\nBo: O2: Grow\nBo: KR1: ARR 5M"
    )
    assert [shape(s.set) for s in draft.sets] == [[("Win", ["NPS 50"]), ("Grow", ["ARR 5M"])]]


def test_each_line_knows_where_its_text_starts(read: Reader) -> None:
    text = "Team: Payments\n\n- **O1：** 提升体验\n  - KR1.1 - NPS 达到 50\n"
    objective = read(text).sets[0].set.objectives[0]
    assert objective.at is not None
    assert (objective.at.line, objective.at.column) == (3, 11)
    kr = objective.key_results[0]
    assert kr.at is not None
    assert (kr.at.line, kr.at.column) == (4, 13)
    assert text.split("\n")[3][12:] == kr.text


def test_inline_markdown_is_taken_off(read: Reader) -> None:
    draft = read("O1: Win\n- KR1: **NPS** from 40 to 50, see [the board](http://x.example/a)")
    assert draft.format is Format.MARKDOWN
    assert shape(draft.sets[0].set)[0][1] == ["NPS from 40 to 50, see the board"]


def test_a_placeholder_in_angle_brackets_is_no_tag(read: Reader) -> None:
    draft = read("O1: **Win**\n- KR1: Launch <product> to <u>40</u> customers<br>by May")
    assert shape(draft.sets[0].set) == [("Win", ["Launch <product> to 40 customers by May"])]


def test_a_drawn_tree_is_a_list(read: Reader) -> None:
    draft = read("Objective: 打造品牌\n├── KR1: 粉丝 10 万\n│   └── 投放\n└── KR2: 流量翻番\n")
    assert shape(draft.sets[0].set) == [("打造品牌", ["粉丝 10 万", "流量翻番"])]
    assert _unread(draft) == [(3, "│   └── 投放")]


def test_a_sentence_about_a_key_result_is_none(read: Reader) -> None:
    draft = read("O1：留住客户\n- KR1：流失率降到 2%\n\nKR1 是领先指标，每周看一次。")
    assert shape(draft.sets[0].set) == [("留住客户", ["流失率降到 2%"])]
    assert _unread(draft) == [(4, "KR1 是领先指标，每周看一次。")]


def test_chapters_with_chinese_numbers_are_objectives(read: Reader) -> None:
    draft = read(
        "一、提升质量（权重40%）\nKR1. 缺陷率≤0.5‰\n二、降低成本（权重60%）\nKR1. 成本下降20%"
    )
    assert shape(draft.sets[0].set) == [
        ("提升质量", ["缺陷率≤0.5‰"]),
        ("降低成本", ["成本下降20%"]),
    ]


def test_a_line_beyond_the_limit_is_kept_unread_with_a_note(read: Reader) -> None:
    long = "x" * 5000
    reading = read(f"O1: Win\nKR1: NPS 50\n{long}\n").sets[0]
    assert [note.reason for note in reading.notes] == ["long_line"]
    assert reading.unread[0].text == long


def test_a_text_without_okrs_says_that_nothing_was_found(read: Reader) -> None:
    reading = read("Hello there. How are you today?").sets[0]
    assert reading.set.objectives == []
    assert [note.reason for note in reading.notes] == ["nothing_found"]


@pytest.mark.parametrize(
    ("title", "objective", "result", "team"),
    [
        ("Choir team OKRs, 2031 Q1", "O: Full benches", "KR: 120 tickets a night", "Choir team"),
        ("合唱团小组 2031 Q1 OKR", "O：场场坐满", "KR：每晚售出 120 张票", "合唱团小组"),
    ],
)
def test_a_title_over_lines_between_brackets_tells_of_the_set(
    title: str, objective: str, result: str, team: str, read: Reader
) -> None:
    made = read(f"{title}\n\n[ {objective} ]\nHm.\n[ {result} ]\n").sets[0].set
    assert (made.team, made.cycle and made.cycle.name) == (team, "2031 Q1")


@pytest.mark.parametrize(
    ("title", "owner"),
    [("我们要达成的目标", None), ("要抓住最關鍵的目標", None), ("赵敏的目标", "赵敏")],
)
def test_a_phrase_before_goals_is_no_owner(title: str, owner: str | None, read: Reader) -> None:
    made = read(f"**{title}**\n\n- O1：窗口不排队\n  - KR1：等候从 9 分钟降到 3 分钟").sets[0].set
    assert made.owner == owner
    assert shape(made) == [("窗口不排队", ["等候从 9 分钟降到 3 分钟"])]


@pytest.mark.parametrize(
    ("title", "owner"), [("What we want: our goals", None), ("Tessa's goals", "Tessa")]
)
def test_a_name_before_goals_is_their_owner(title: str, owner: str | None, read: Reader) -> None:
    made = read(f"# {title}\n\n- O1: No queues\n  - KR1: Wait from 9 to 3 minutes").sets[0].set
    assert made.owner == owner
