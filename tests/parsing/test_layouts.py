"""Layouts in which people paste their OKRs, a principle of reading each."""

from __future__ import annotations

import pytest

from tests.parsing.conftest import Reader, shape


def test_cells_behind_tabs_are_fields_of_their_line(read: Reader) -> None:
    draft = read(
        "Objective 1: Cost down, 但不影响业务\n"
        "\tKR1: 存储成本 per TB ↓ 30%\tOwner: Wei\tScore: 0.2\n"
        "\tKR2: P0 任务 SLA ≥ 99.5%\t林晓\t进度 70%\n"
    )
    first, second = draft.sets[0].set.objectives[0].key_results
    assert (first.text, first.owner) == ("存储成本 per TB ↓ 30%", "Wei")
    assert (second.text, second.owner) == ("P0 任务 SLA ≥ 99.5%", "林晓")
    assert [note.facts["text"] for note in draft.sets[0].notes] == ["Score: 0.2", "进度 70%"]


def test_a_field_in_a_cell_of_its_own_is_one(read: Reader) -> None:
    draft = read("赵敏的OKR\n周期\t2026年10月-12月\n目标1\t报价又快又准\nKR1\t2小时内报价率95%")
    made = draft.sets[0].set
    assert (made.owner, made.cycle and made.cycle.name) == ("赵敏", "2026年10月-12月")
    assert shape(made) == [("报价又快又准", ["2小时内报价率95%"])]


def test_pictures_stand_for_the_names_of_fields(read: Reader) -> None:
    draft = read("O1｜讀者願意付第二年\n- KR1｜年訂閱續訂率 48% → 62%　👤 雅琪　📅 2026-12-15")
    (kr,) = draft.sets[0].set.objectives[0].key_results
    assert (kr.text, kr.owner, str(kr.due)) == ("年訂閱續訂率 48% → 62%", "雅琪", "2026-12-15")


def test_a_weight_without_percent_sign_is_taken_off(read: Reader) -> None:
    draft = read("O1：做出大家会搜索的栏目\nKR1：完播率从31%提升至45% 权重0.2")
    (kr,) = draft.sets[0].set.objectives[0].key_results
    assert (kr.text, kr.weight) == ("完播率从31%提升至45%", 0.2)


@pytest.mark.parametrize(
    "line",
    [
        "O1 ▸ Pay fast ▸ KR1: payment time 9s to 4s ▸ KR2: failed scans under 0.5%",
        "O1: Pay fast | KR1 payment time 9s to 4s | KR2 failed scans under 0.5%",
        "Objective: Pay fast; Key results: 1) payment time 9s to 4s 2) failed scans under 0.5%",
        "目标：Pay fast　关键结果：①payment time 9s to 4s ②failed scans under 0.5%",
        "目標：Pay fast；關鍵結果：1、payment time 9s to 4s；2、failed scans under 0.5%",
        "O1: Pay fast: (1) payment time 9s to 4s (2) failed scans under 0.5%",
        "O: Pay fast\nKRs: 1. payment time 9s to 4s 2. failed scans under 0.5%",
    ],
)
def test_entries_on_one_line_are_read_one_by_one(read: Reader, line: str) -> None:
    made = read(line).sets[0].set
    assert shape(made) == [("Pay fast", ["payment time 9s to 4s", "failed scans under 0.5%"])]
    for kr in made.objectives[0].key_results:
        assert kr.at is not None
        assert line.split("\n")[kr.at.line - 1][kr.at.column - 1 :].startswith(kr.text)


def test_numbers_within_a_key_result_stay_in_it(read: Reader) -> None:
    made = read("O：上线\nKR1：完成三项验收：①性能 ②安全 ③兼容\nKR2: NPS from 1. to 2. place")
    assert shape(made.sets[0].set)[0][1] == [
        "完成三项验收：①性能 ②安全 ③兼容",
        "NPS from 1. to 2. place",
    ]


def test_numbered_lines_of_a_cell_are_several_key_results(read: Reader) -> None:
    draft = read(
        "目标,关键结果\n诉讼少而且赢面大,1. 新发案件14件降到5件 2. 胜诉率达到80%\n", name="a.csv"
    )
    results = ["新发案件14件降到5件", "胜诉率达到80%"]
    assert shape(draft.sets[0].set) == [("诉讼少而且赢面大", results)]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "O1：x\n  KR1：流失率由18%降到8%，\n       且头部20位无流失",
            "流失率由18%降到8%，且头部20位无流失",
        ),
        (
            "1. Donors give again\n"
            "   1.1 Thank-you letter leaves within 48 hours for every gift, \n"
            "       including the ones that come in by bank\n       transfer.",
            "Thank-you letter leaves within 48 hours for every gift, "
            "including the ones that come in by bank transfer.",
        ),
    ],
)
def test_a_line_that_ends_in_a_comma_goes_on_below(read: Reader, text: str, result: str) -> None:
    assert shape(read(text).sets[0].set)[0][1] == [result]


def test_a_table_of_last_cycle_above_the_labels_is_no_draft(read: Reader) -> None:
    draft = read(
        "## 一、Q3复盘\n\n"
        "| 目标 | 完成情况 | 得分 |\n|---|---|---|\n| 设备联网 | 未达成 | 0.4 |\n\n"
        "## 二、Q4 OKR\n\n### 目标一：停机都知道为什么\n\n- 关键结果1：归类率从40%提升到85%\n"
    )
    assert shape(draft.sets[0].set) == [("停机都知道为什么", ["归类率从40%提升到85%"])]
    assert "设备联网 | 未达成 | 0.4" in [row.text for row in draft.sets[0].unread]


def test_a_row_without_label_among_labelled_ones_is_unread(read: Reader) -> None:
    draft = read(
        "| OKR | 评分 |\n|---|---|\n"
        "| 目标一：到账快 | 0.4 |\n| 关键结果一：T+1 占比 20% → 75% | 0.4 |\n"
        "| 业务回顾与记录：旺季推迟两周 | |\n"
    )
    assert shape(draft.sets[0].set) == [("到账快", ["T+1 占比 20% → 75%"])]
    assert [row.text for row in draft.sets[0].unread] == ["业务回顾与记录：旺季推迟两周"]


def test_a_description_beside_a_name_is_no_objective(read: Reader) -> None:
    draft = read(
        "Level,Name,Owner,Period,Description\n"
        "Objective,Stalls take cards,Lin,2026 Q4,with the city\n"
        "  Key Result,80% of stalls take cards,Lin,2026 Q4,starts at 30%\n",
        name="export.csv",
    )
    assert shape(draft.sets[0].set) == [("Stalls take cards", ["80% of stalls take cards"])]
    assert [use.field for use in draft.columns] == ["rank", "title", "owner", "set_cycle", None]


def test_a_description_beside_labels_has_the_words_and_the_preview_says_so(read: Reader) -> None:
    draft = read(
        "| O/KR | 描述 | 责任人 |\n|---|---|---|\n"
        "| O1 | 首发在我们这里 | 项羽 |\n| KR1 | 首发占比 22% → 40% | 项羽 |\n"
    )
    assert shape(draft.sets[0].set) == [("首发在我们这里", ["首发占比 22% → 40%"])]
    assert [use.field for use in draft.columns] == ["row_type", "title", "owner"]


@pytest.mark.parametrize(
    "title", ["Parking lot", "Risks and dependencies", "三、风险与资源需求", "重点举措"]
)
def test_a_list_under_the_title_of_something_else_is_no_okr(read: Reader, title: str) -> None:
    sign = "" if title[0] == "三" else "   "
    draft = read(
        "一、让缺货少\n1. 缺货率由6%降至2%\n"
        f"二、把库存变成现金\n1. 呆滞库存由43万降到18万\n\n{title}\n"
        f"{sign}1. 每周会 2 次\n{sign}2. 增加 2 人\n"
    )
    assert [objective for objective, _ in shape(draft.sets[0].set)] == [
        "让缺货少",
        "把库存变成现金",
    ]
    assert sum(len(results) for _, results in shape(draft.sets[0].set)) == 2


@pytest.mark.parametrize(
    ("first", "team", "cycle"),
    [
        ("产品研发中心 2026年第四季度 OKR", "产品研发中心", "2026年第四季度"),
        ("行銷處　2026 下半年 OKR（草稿）", "行銷處", "2026 下半年"),
        ("2026Q4 前端基础架构组OKR", "前端基础架构组", "2026Q4"),
        ("Growth Team OKRs — Q1 2027", "Growth Team", "Q1 2027"),
        ("FY26 Q4 // Seafreight desk", "Seafreight desk", "FY26 Q4"),
    ],
)
@pytest.mark.parametrize(
    "body", ["O1：好用\nKR1：NPS 20 到 40", "好用\n- NPS 20 到 40\n- 留存 50%"]
)
def test_the_first_line_tells_team_and_cycle(
    read: Reader, first: str, team: str, cycle: str, body: str
) -> None:
    made = read(f"{first}\n\n{body}").sets[0].set
    assert (made.team, made.cycle and made.cycle.name) == (team, cycle)
    assert made.objectives[0].objective == "好用"


@pytest.mark.parametrize("heading", ["打入海外市场", "做出用户喜爱的产品", "Double our growth"])
def test_a_heading_over_results_is_an_objective_however_it_ends(read: Reader, heading: str) -> None:
    draft = read(f"# Q4 OKR\n\n## {heading}\n- NPS 20 to 40\n- churn 5% to 3%\n")
    assert shape(draft.sets[0].set) == [(heading, ["NPS 20 to 40", "churn 5% to 3%"])]


def test_roman_numbers_are_told_from_letters(read: Reader) -> None:
    draft = read(
        "I. Be known\n   A. Awareness 7% to 18%\n   B. 120 test drives\n"
        "II. Sell\n   A. Leads 35% to 60%\n   B. Cost below 180\n\n"
        "What we will not do\n   A. Fairs in 3 cities\n   B. Sponsor 2 clubs\n"
    )
    assert shape(draft.sets[0].set) == [
        ("Be known", ["Awareness 7% to 18%", "120 test drives"]),
        ("Sell", ["Leads 35% to 60%", "Cost below 180"]),
    ]


def test_a_name_in_italics_behind_a_line_is_its_owner(read: Reader) -> None:
    draft = read("*Objective 1: Ship in week one*\n• KR1 — first PR: 11d → 4d  (_Olu_)")
    (kr,) = draft.sets[0].set.objectives[0].key_results
    assert (kr.text, kr.owner) == ("first PR: 11d → 4d", "Olu")


def test_an_arrow_behind_a_number_is_a_part_of_the_label(read: Reader) -> None:
    draft = read("O1 → 夜班不再一個人扛\n　├ KR1 等候 180 秒 → 60 秒\n　└ KR2 滿意度 ≥ 4 分")
    assert shape(draft.sets[0].set) == [
        ("夜班不再一個人扛", ["等候 180 秒 → 60 秒", "滿意度 ≥ 4 分"])
    ]


def test_names_behind_all_key_results_are_their_owners(read: Reader) -> None:
    draft = read(
        "目標：粉絲願意替我們說話\n- 發文每月 40 篇 → 150 篇（小敏）\n"
        "- 負評 2 小時內回覆率 95%（阿傑）\n"
        "- 大使計畫 30 人（小敏）\n"
    )
    rows = draft.sets[0].set.objectives[0].key_results
    assert [(kr.text, kr.owner) for kr in rows] == [
        ("發文每月 40 篇 → 150 篇", "小敏"),
        ("負評 2 小時內回覆率 95%", "阿傑"),
        ("大使計畫 30 人", "小敏"),
    ]


@pytest.mark.parametrize("places", [("大阪", "京都", "大阪"), ("江苏", "浙江", "广东")])
def test_places_behind_all_key_results_stay(read: Reader, places: tuple[str, ...]) -> None:
    lines = [f"门店数从 {n} 家到 9 家（{place}）" for n, place in enumerate(places)]
    draft = read("O：开更多店\n" + "\n".join(f"- {line}" for line in lines))
    assert shape(draft.sets[0].set) == [("开更多店", lines)]


def test_cells_between_dots_are_fields(read: Reader) -> None:
    draft = read(
        "- **O1** 新 user 7 天內 aha\n    - [ ] **KR1** D7 retention 22% → 35% · owner Vivian · 🟡"
    )
    (kr,) = draft.sets[0].set.objectives[0].key_results
    assert (kr.text, kr.owner) == ("D7 retention 22% → 35%", "Vivian")


def test_weights_before_names_behind_all_lines_are_taken_off(read: Reader) -> None:
    draft = read(
        "O1 敢在直播间买大件 50%\nKR1 退货率 21%→12% 30% 李想\nKR2 成交额 8万→15万 70% 宁夏\n\n"
        "O2 不靠低价也能卖 50%\nKR1 全价占比 18%→35% 60% 宁夏\nKR2 周活跃率≥40% 40% 李想\n"
    )
    objectives = draft.sets[0].set.objectives
    assert [each.objective for each in objectives] == ["敢在直播间买大件", "不靠低价也能卖"]
    rows = [(kr.text, kr.weight, kr.owner) for each in objectives for kr in each.key_results]
    assert rows == [
        ("退货率 21%→12%", 0.3, "李想"),
        ("成交额 8万→15万", 0.7, "宁夏"),
        ("全价占比 18%→35%", 0.6, "宁夏"),
        ("周活跃率≥40%", 0.4, "李想"),
    ]


def test_targets_that_happen_to_make_a_hundred_stay(read: Reader) -> None:
    draft = read("O: Grow\nKR1: Conversion from 20% to 40%\nKR2: Retention from 30% to 60%")
    assert shape(draft.sets[0].set) == [
        ("Grow", ["Conversion from 20% to 40%", "Retention from 30% to 60%"])
    ]


def test_the_holder_before_a_goal_is_its_owner(read: Reader) -> None:
    draft = read(
        "O1: A full house\n"
        "- Director: 900 visitors\n  - Desk\n    - Shop: 60 guides\n    - Shop: Open on Mondays\n"
        "- Director: Schools come\n  - Desk\n    - Tours: 12 classes\n"
    )
    owners = [kr.owner for kr in draft.sets[0].set.objectives[0].key_results]
    assert owners == ["Director", "Shop", "Shop", "Director", "Tours"]
