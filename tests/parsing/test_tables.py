from __future__ import annotations

from datetime import date

import pytest

from assistant.errors import InputTooLarge
from assistant.models import OkrSet
from assistant.parsing import Format
from tests.parsing.conftest import Reader, shape

EXPECTED = [("Grow", ["ARR 10M", "NRR 120%"]), ("Delight", ["NPS 50"])]
# Rows are separated by " / ".
LAYOUTS = {
    "a row a key result": "Objective,Key result / Grow,ARR 10M / ,NRR 120% / Delight,NPS 50",
    "repeated objective": "Objective,Key result / Grow,ARR 10M / Grow,NRR 120% / Delight,NPS 50",
    "a column a key result": "Objective,KR1,KR2 / Grow,ARR 10M,NRR 120% / Delight,NPS 50,",
    "type column": "Type,Title / Objective,Grow / Key Result,ARR 10M / KR,NRR 120% / "
    "Objective,Delight / KR,NPS 50",
    "level column": "Level,OKR / 1,Grow / 2,ARR 10M / 2,NRR 120% / 1,Delight / 2,NPS 50",
    "parent column": "Title,Parent / Grow, / ARR 10M,Grow / NRR 120%,Grow / Delight, / "
    "NPS 50,Delight",
    "indented": "OKR,Owner / Grow, /   ARR 10M,Li /   NRR 120%,Bo / Delight, /   NPS 50,Li",
    "labels": "OKR,Owner / O1: Grow, / KR1: ARR 10M,Li / KR2: NRR 120%,Bo / O2: Delight, / "
    "KR1: NPS 50,Li",
    "no header": "O1: Grow,KR1: ARR 10M / ,KR2: NRR 120% / O2: Delight,KR1: NPS 50",
    "several in a cell": 'Objective,Key results / Grow,"1. ARR 10M\n2. NRR 120%" / Delight,NPS 50',
    "semicolons": "Objective;Key result / Grow;ARR 10M / ;NRR 120% / Delight;NPS 50",
    "tabs": "Objective\tKey result / Grow\tARR 10M / \tNRR 120% / Delight\tNPS 50",
    "title above": "OKRs of Q4, / Objective,Key result / Grow,ARR 10M / ,NRR 120% / Delight,NPS 50",
    "simplified": "目标,关键结果 / Grow,ARR 10M / ,NRR 120% / Delight,NPS 50",
    "traditional": "目標（O）,關鍵結果（KR） / Grow,ARR 10M / ,NRR 120% / Delight,NPS 50",
    "both languages": "Objective 目标,Key Results 关键结果 / Grow,ARR 10M / ,NRR 120% / "
    "Delight,NPS 50",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_set(layout: str, read: Reader) -> None:
    draft = read(LAYOUTS[layout].replace(" / ", "\n"), form=Format.CSV)
    assert [shape(s.set) for s in draft.sets] == [EXPECTED]


@pytest.mark.parametrize(
    "header",
    [
        "Objective,Key Result,Baseline,Target,Current,Unit,Owner,Due date,Data source,Weight",
        "目标,关键结果,基线,目标值,当前值,单位,负责人,截止日期,数据来源,权重",
        "目標,關鍵結果,基準值,目標值,目前,單位,負責人,截止日期,資料來源,權重",
    ],
)
def test_declared_columns_land_in_their_fields(header: str, read: Reader) -> None:
    draft = read(f"{header}\n提升體驗,NPS,40,55,45,分,李娜,2026-12-31,客服系统,30%\n")
    assert draft.format is Format.CSV
    kr = draft.sets[0].set.objectives[0].key_results[0]
    assert (kr.baseline, kr.target, kr.current, kr.unit) == (40, 55, 45, "分")
    assert (kr.owner, kr.due, kr.source, kr.weight) == ("李娜", date(2026, 12, 31), "客服系统", 0.3)
    assert [use.field for use in draft.columns][:3] == ["objective", "result", "baseline"]


def test_places_are_row_and_cell(read: Reader) -> None:
    objective = read("Objective,Key result\nGrow,ARR 10M\n").sets[0].set.objectives[0]
    at, kr_at = objective.at, objective.key_results[0].at
    assert at is not None
    assert kr_at is not None
    assert (at.line, at.column, kr_at.line, kr_at.column) == (2, 1, 2, 2)


def test_another_team_in_a_column_begins_another_set(read: Reader) -> None:
    rows = [
        "部门,目标,关键结果",
        "销售,提升营收,新客 100 家",
        ",,复购率 40%",
        "市场,扩大影响,粉丝 10 万",
    ]
    draft = read("\n".join(rows))
    assert [(s.set.team, shape(s.set)) for s in draft.sets] == [
        ("销售", [("提升营收", ["新客 100 家", "复购率 40%"])]),
        ("市场", [("扩大影响", ["粉丝 10 万"])]),
    ]


def test_columns_without_a_field_are_noted_and_shown(read: Reader) -> None:
    draft = read("Objective,Key result,Progress,Mood\nGrow,ARR 10M,30%,good\n")
    notes = draft.sets[0].notes
    assert [(note.reason, note.facts["columns"]) for note in notes] == [
        ("unused_columns", "Progress, Mood")
    ]
    assert [(use.header, use.field) for use in draft.columns] == [
        ("Objective", "objective"),
        ("Key result", "result"),
        ("Progress", None),
        ("Mood", None),
    ]


def test_a_table_under_its_objective_gives_key_results(read: Reader) -> None:
    draft = read(
        "## Objective: Go is fast\n\n| Key Result | Assignee |\n| --- | --- |\n"
        "| Builds in 2 min | @vi |\n| Tests in 5 min | @lu |\n"
    )
    objective = draft.sets[0].set.objectives[0]
    assert shape(draft.sets[0].set) == [("Go is fast", ["Builds in 2 min", "Tests in 5 min"])]
    assert [kr.owner for kr in objective.key_results] == ["vi", "lu"]
    assert objective.key_results[1].at is not None
    assert objective.key_results[1].at.column == 3


def test_a_remark_in_a_header_and_empty_signs_in_cells_do_no_harm(read: Reader) -> None:
    draft = read(
        "**O1：留住客户**\n\n| KR | Baseline（Q1 末） | Target（Q2 末） |\n|--|--|--|\n"
        "| KR1：月流失率 | 4.2% | 2.0% |\n| KR2：健康分看板 | 无 | - |\n"
    )
    reading = draft.sets[0]
    krs = reading.set.objectives[0].key_results
    assert [(kr.text, kr.baseline, kr.target) for kr in krs] == [
        ("月流失率", "4.2%", "2.0%"),
        ("健康分看板", None, None),
    ]
    assert reading.notes == []


def test_a_table_that_repeats_its_objective_adds_none(read: Reader) -> None:
    draft = read(
        "## O: 提升稳定性\n\n| O1：提升稳定性 | 1月 |\n|--|--|\n| KR1：故障 0 起 | 值班 |\n"
    )
    assert shape(draft.sets[0].set) == [("提升稳定性", ["故障 0 起"])]


@pytest.mark.parametrize("held", ["TBD", "TBC", "待定", "待補充", "?"])
def test_a_key_result_that_is_still_to_be_written_is_one(read: Reader, held: str) -> None:
    table = f"Objective,KR1,KR2\nGrow,ARR 10M,{held}\nDelight,NPS 50,n/a\nCalm,-,x"
    draft = read(table, form=Format.CSV)
    assert shape(draft.sets[0].set) == [
        ("Grow", ["ARR 10M", held]),
        ("Delight", ["NPS 50"]),
        ("Calm", []),
    ]
    assert [note.facts["text"] for note in draft.sets[0].notes] == ["n/a", "x"]


def test_cells_of_an_html_table_know_their_place(read: Reader) -> None:
    source = (
        "# OKR\n<table>\n<tr><th>目标</th><th>关键结果</th></tr>\n<tr>\n  <td rowspan=2>\n"
        "    O1 增长\n  </td>\n  <td>KR1: 新客 100 家</td>\n</tr>\n"
        "<tr><td>KR2: 复购 <b>40%</b></td></tr>\n</table>\n"
    )
    okr_set = read(source).sets[0].set
    assert shape(okr_set) == [("增长", ["新客 100 家", "复购 40%"])]
    assert _starts(source, okr_set) == ["增长", "新客", "复购"]


def _starts(source: str, okr_set: OkrSet) -> list[str]:
    """Two characters of the source at each place."""
    places = [okr_set.objectives[0].at, *(kr.at for kr in okr_set.objectives[0].key_results)]
    lines = source.split("\n")
    return [lines[at.line - 1][at.column - 1 :][:2] for at in places if at]


def test_the_key_results_of_wide_rows_are_counted(read: Reader) -> None:
    header = ",".join(["Objective", *(f"KR{number}" for number in range(1, 11))])
    row = ",".join(["提升满意度", *["NPS 达到 50"] * 10])
    with pytest.raises(InputTooLarge) as caught:
        read("\n".join([header] + [row] * 600), form=Format.CSV)
    assert caught.value.reason == "lines"


@pytest.mark.parametrize("aim", ["Objective: Grow herbs", "目标：种香草"])
def test_a_row_without_cells_is_an_empty_one(aim: str, read: Reader) -> None:
    table = "| Metric | Target |\n| --- | --- |\n|\n| Pots | 40 |\n"
    draft = read(f"{aim}\n- KR1: NPS 40\n\n{table}", name="draft.md")
    assert [len(o.key_results) for o in draft.sets[0].set.objectives] == [1]
    assert "Pots | 40" in [each.text for each in draft.sets[0].unread]


@pytest.mark.parametrize("aim", ["Goal", "目标"])
def test_a_table_may_begin_with_a_row_without_cells(aim: str, read: Reader) -> None:
    text = f"|\n| {aim} | 0.7 |\n| --- | --- |\n| Grow herbs | most |\n"
    assert read(text, name="draft.md").sets


@pytest.mark.parametrize(
    "source",
    [
        "objective,key result,initiative\nTrust,NPS from 31 to 45,Launch the page\n,Grow 3 to 5,\n",
        '目标,关键结果,举措\n信任,NPS从31到45,上线新版\n,复购率从3%到5%,""\n',
        'objective,key result\nTrust,"NPS from 31 to 45\nInitiative: Launch it"\n,Grow 3 to 5\n',
        "| 目标 | 关键结果 |\n|---|---|\n| 信任 | NPS从31到45<br>举措：上线新版 |\n| | Grow |\n",
    ],
)
def test_work_in_a_column_or_under_its_line_is_an_initiative(source: str, read: Reader) -> None:
    form = Format.MARKDOWN if source.startswith("|") else Format.CSV
    [reading] = read(source, form=form).sets
    [objective] = reading.set.objectives
    assert len(objective.key_results) == 2
    assert len(objective.initiatives) == 1
    assert objective.initiatives[0].text in ("Launch the page", "上线新版", "Launch it")


@pytest.mark.parametrize(
    "now", ["现况", "現況", "现状", "現狀", "现值", "現值", "目前值", "Current"]
)
def test_how_it_is_now_is_the_baseline(now: str, read: Reader) -> None:
    headers = ("Objective", "Key result") if now.isascii() else ("目標", "關鍵結果")
    target = "Target" if now.isascii() else "目標值"
    table = f"{','.join(headers)},{now},{target}\nHarbour,Boats on time,82%,95%\n"
    [row] = read(table, form=Format.CSV).sets[0].set.objectives[0].key_results
    assert (row.baseline, row.target) == ("82%", "95%")
