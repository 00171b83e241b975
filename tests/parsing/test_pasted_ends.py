"""What stands behind a line and is a part of it, beside what is not."""

from __future__ import annotations

import pytest

from tests.parsing.conftest import Reader, shape


@pytest.mark.parametrize(
    "lines",
    [
        ("NPS 从 30 提升到[目标待定]", "退货率从 8% 降到[目标待定]", "客单价[目标待定]"),
        ("滿意度提升到【待定】", "退貨率降到【待定】", "回購率提升到【待定】"),
        ("Crash rate to [Target]", "Load time to [Target]", "Rating to [Target]"),
        ("Crash rate from 2% to 1% [Web]", "Rating 4.1 to 4.5 [App]", "Load 3 s to 1 s [Web]"),
    ],
)
def test_what_is_left_open_behind_all_key_results_is_no_owner(
    read: Reader, lines: tuple[str, ...]
) -> None:
    draft = read("O1: Delight\n" + "\n".join(f"KR{n}: {line}" for n, line in enumerate(lines, 1)))
    rows = draft.sets[0].set.objectives[0].key_results
    assert [(kr.text, kr.owner) for kr in rows] == [(line, None) for line in lines]


@pytest.mark.parametrize(
    "lines",
    [
        ("复购率提升到 40% 以上", "好评率提升到 60% 以上"),
        ("回購率 40% 左右", "好評率 60% 左右"),
        ("Share of mobile from 20% to 60% Android", "Share of desktop from 50% to 40% Linux"),
    ],
)
def test_a_target_before_a_word_is_no_weight(read: Reader, lines: tuple[str, ...]) -> None:
    draft = read("O1: Delight\n" + "\n".join(f"KR{n}: {line}" for n, line in enumerate(lines, 1)))
    rows = draft.sets[0].set.objectives[0].key_results
    assert [(kr.text, kr.weight, kr.owner) for kr in rows] == [(line, None, None) for line in lines]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Refunds from 8% to 5% (cancelled orders)", "Refunds from 8% to 5% (cancelled orders)"),
        ("Refunds from 8% to 5% (cancelled)", "Refunds from 8% to 5%"),
        ("Refunds from 8% to 5% (moved to Q1)", "Refunds from 8% to 5%"),
        ("Refunds from 8% to 5% (postponed to January)", "Refunds from 8% to 5%"),
        ("退款率从 8% 降到 5%（取消订单）", "退款率从 8% 降到 5%（取消订单）"),
        ("退款率从 8% 降到 5%（推迟到明年）", "退款率从 8% 降到 5%"),
        ("退款率從 8% 降到 5%（取消訂單）", "退款率從 8% 降到 5%（取消訂單）"),
        ("退款率從 8% 降到 5%（延後至下季）", "退款率從 8% 降到 5%"),
    ],
)
def test_what_was_given_up_is_told_from_what_is_measured(
    read: Reader, line: str, text: str
) -> None:
    draft = read(f"O1: Delight\nKR1: {line}")
    assert shape(draft.sets[0].set) == [("Delight", [text])]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Parcels late from 8% to 3% [#](https://example.org/12)", "Parcels late from 8% to 3%"),
        (
            "退货率从 8% 降到 3% [#7](https://example.org/7), [#](https://example.org/8)",
            "退货率从 8% 降到 3%",
        ),
        ("Visits from 3 to 4 a month (app)⭐", "Visits from 3 to 4 a month (app)"),
        ("新客占比从 20% 升到 30%（线上）**完成**", "新客占比从 20% 升到 30%（线上）"),
    ],
)
def test_links_without_words_and_states_behind_a_bracket_are_off(
    read: Reader, written: str, text: str
) -> None:
    draft = read(f"O1: Delight\nKR1: {written}")
    assert draft.sets[0].set.objectives[0].key_results[0].text == text


@pytest.mark.parametrize(
    "period", ["（2026 Q2-Q3）", "(2026 H1)", "（第三季度）", "(Q1 – Q2 2026)"]
)
def test_the_period_behind_an_objective_is_no_part_of_it(read: Reader, period: str) -> None:
    draft = read(f"O1: 门店口碑更好{period}\nKR1: 好评率从 80% 升到 90%（Q2）")
    [objective] = draft.sets[0].set.objectives
    assert objective.objective == "门店口碑更好"
    assert objective.key_results[0].text == "好评率从 80% 升到 90%（Q2）"


def test_the_line_above_that_an_objective_serves_is_its_parent(read: Reader) -> None:
    draft = read("O2: Shorter queues at the desk [O1-KR2] **DONE**\nKR1: Wait from 9 to 4 min")
    [objective] = draft.sets[0].set.objectives
    assert (objective.objective, objective.parent) == ("Shorter queues at the desk", "O1-KR2")


def test_names_with_a_slash_behind_most_lines_are_their_owners(read: Reader) -> None:
    draft = read(
        "O1: Open the depots\n"
        "- KR1: 4 depots opened by May Priya/Tom\n"
        "- KR2: Parcels a day from 900 to 2,400. Tom\n"
        "- KR3: Lanes to Berlin and Lyon Tom/Ines\n"
    )
    rows = draft.sets[0].set.objectives[0].key_results
    assert [(kr.text, kr.owner) for kr in rows] == [
        ("4 depots opened by May", "Priya, Tom"),
        ("Parcels a day from 900 to 2,400", "Tom"),
        ("Lanes to Berlin and Lyon", "Tom, Ines"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "4 services on Azure/Kubernetes",
            "3 teams trained in Terraform",
            "60% of builds in Jenkins/Docker",
        ),
        ("Move 40% of traffic to Max/Victor", "Answers in 90 ms on Max", "Cost 9 to 5 on Victor"),
    ],
)
def test_names_of_things_behind_most_lines_are_no_owners(
    read: Reader, lines: tuple[str, ...]
) -> None:
    draft = read("O1: Move to the cloud\n" + "\n".join(f"- KR: {line}" for line in lines))
    rows = draft.sets[0].set.objectives[0].key_results
    assert [(kr.text, kr.owner) for kr in rows] == [(line, None) for line in lines]


def test_a_percentage_behind_a_dash_on_every_line_is_progress(read: Reader) -> None:
    draft = read(
        "# 上线更稳\n\n## 关键结果（2 项）\n\n"
        "- KR1: P1 故障从 5 次降到 2 次 — 60%\n- KR2: 回滚在 10 分钟内完成 — 100%\n"
    )
    [objective] = draft.sets[0].set.objectives
    assert objective.objective == "上线更稳"
    assert [kr.text for kr in objective.key_results] == [
        "P1 故障从 5 次降到 2 次",
        "回滚在 10 分钟内完成",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("复购率从 20% — 40%", "好评率从 60% — 80%"),
        ("Returns from 8% — 5%", "Returns in Q3 from 9% — 6%"),
        ("Uptime in Q3 – 99%", "Raise conversion — 30%"),
        ("毛利率 30 — 40%", "續訂率 60 — 70%"),
    ],
)
def test_a_target_behind_a_dash_stays(read: Reader, lines: tuple[str, ...]) -> None:
    draft = read("O1: 更好\n" + "\n".join(f"KR{n}：{line}" for n, line in enumerate(lines, 1)))
    rows = draft.sets[0].set.objectives[0].key_results
    assert [kr.text for kr in rows] == list(lines)


def test_a_heading_that_begins_like_a_remark_is_an_objective(read: Reader) -> None:
    draft = read("## 符合法规\n- 审核不符合项从 12 个降到 3 个\n- 整改及时率从 70% 到 95%\n")
    [objective] = draft.sets[0].set.objectives
    assert (objective.objective, len(objective.key_results)) == ("符合法规", 2)


@pytest.mark.parametrize(
    ("first", "second"), [("李娜 10:02", "王强 10:05"), ("Mira Sato 9:58 AM", "陳怡 10:05")]
)
def test_who_said_it_in_a_chat_is_not_the_owner_of_the_set(
    read: Reader, first: str, second: str
) -> None:
    draft = read(
        f"{first}\nO1：新人更快上手\nKR1：独立上岗从 6 周降到 3 周\n"
        f"{second}\nO2：上线更稳\nKR1：故障从 5 次降到 2 次\n"
    )
    assert len(draft.sets) == 1
    assert draft.sets[0].set.owner is None
    assert [o.objective for o in draft.sets[0].set.objectives] == ["新人更快上手", "上线更稳"]
