"""Layouts that OKR programs export, and forms that people fill in."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from openpyxl import Workbook

from tests.parsing.conftest import Reader, shape


def _workbook(rows: list[list[object]], merged: tuple[str, ...] = ()) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _document(tables: list[list[tuple[str, ...]]], heading: str = "", note: str = "") -> bytes:
    document = Document()
    if heading:
        document.add_heading(heading, 1)
    for rows in tables:
        table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                table.cell(i, j).text = text
        if note:
            document.add_paragraph(note)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_an_export_with_merged_people_and_objectives_keeps_each_key_results_own_fields(
    read: Reader,
) -> None:
    data = _workbook(
        [
            ["姓名", "部门", "OKR周期", "Objective", "O权重", "Key Result", "KR权重", "KR负责人"],
            ["周岚", "客服部", "2026年10月-12月", "让来电一次解决", "60%",
             "一次解决率到 70%", "50%", "周岚"],
            [None, None, None, None, None, "平均等待低于 40 秒", "50%", "陈硕"],
            [None, None, None, "新人三周上岗", "40%", "培训通过率到 90%", "100%", "周岚"],
        ],
        ("A2:A4", "B2:B4", "C2:C4", "D2:D3", "E2:E3"),
    )  # fmt: skip
    made = read(data).sets[0].set
    assert shape(made) == [
        ("让来电一次解决", ["一次解决率到 70%", "平均等待低于 40 秒"]),
        ("新人三周上岗", ["培训通过率到 90%"]),
    ]
    results = made.objectives[0].key_results
    assert [(kr.owner, kr.weight) for kr in results] == [("周岚", 0.5), ("陈硕", 0.5)]
    assert (made.owner, made.team, made.cycle and made.cycle.name) == (
        "周岚",
        "客服部",
        "2026年10月-12月",
    )


def test_an_export_in_traditional_chinese_under_a_title_is_read_with_its_values(
    read: Reader,
) -> None:
    data = _workbook(
        [
            ["客服部 2026 年第四季度 OKR"],
            ["序號", "目標名稱", "關鍵結果名稱", "權重", "起始值", "目標值", "單位", "截止時間"],
            [1, "讓報修當天有人到", "當天到場率", "60%", 55, 85, "%", "2026-12-31"],
            ["", "", "重複報修率", "40%", 12, 5, "%", "2026-12-31"],
        ]
    )
    made = read(data).sets[0].set
    assert shape(made) == [("讓報修當天有人到", ["當天到場率", "重複報修率"])]
    second = made.objectives[0].key_results[1]
    assert (second.baseline, second.target, second.unit, second.weight) == (12, 5, "%", 0.4)
    assert (made.team, made.cycle and made.cycle.name) == ("客服部", "2026 年第四季度")


def test_rows_with_their_labels_in_the_first_column_need_no_header(read: Reader) -> None:
    data = _workbook(
        [
            ["2026Q4 OKR", "", ""],
            ["O1", "Nobody short on the night shift", "weight 50%"],
            ["KR1", "Open night posts from 14 to 3", "30%"],
            ["KR2", "Swaps answered within 24 hours", ""],
            ["O2", "No accident in the warehouse", ""],
            ["KR1", "0 recordable injuries", ""],
        ]
    )
    reading = read(data).sets[0]
    assert shape(reading.set) == [
        (
            "Nobody short on the night shift",
            ["Open night posts from 14 to 3", "Swaps answered within 24 hours"],
        ),
        ("No accident in the warehouse", ["0 recordable injuries"]),
    ]
    assert [note.facts["text"] for note in reading.notes] == ["weight 50%", "30%"]


def test_a_column_of_codes_says_which_rows_are_key_results(read: Reader) -> None:
    data = _workbook(
        [
            ["编号", "内容", "负责人"],
            ["O1", "让夜班不再缺人", "王珂"],
            ["KR1.1", "夜班空岗从 14 个降到 3 个", "李想"],
        ]
    )
    made = read(data).sets[0].set
    assert shape(made) == [("让夜班不再缺人", ["夜班空岗从 14 个降到 3 个"])]
    assert made.objectives[0].key_results[0].owner == "李想"


def test_a_document_with_a_table_for_each_objective_is_read(read: Reader) -> None:
    header = ("关键结果", "权重", "信心指数")
    data = _document(
        [
            [("O1：让来电一次解决（60%）",), header, ("KR1：一次解决率到 70%", "50%", "7")],
            [("O2：新人三周上岗（40%）",), header, ("KR1：培训通过率到 90%", "100%", "8")],
        ],
        heading="客服部 OKR（2026 Q4）",
        note="备注：每周五更新",
    )
    made = read(data).sets[0].set
    assert shape(made) == [
        ("让来电一次解决", ["一次解决率到 70%"]),
        ("新人三周上岗", ["培训通过率到 90%"]),
    ]
    assert made.team == "客服部"


def test_a_form_with_the_objective_beside_its_label_is_read(read: Reader) -> None:
    data = _document(
        [
            [
                ("Objective", "Answer calls at once", ""),
                ("Key Results", "Weight", "Status"),
                ("First-call resolution from 52% to 70%", "50%", "on track"),
                ("Wait below 40 seconds", "50%", "at risk"),
            ]
        ]
    )
    made = read(data).sets[0].set
    assert shape(made) == [
        (
            "Answer calls at once",
            ["First-call resolution from 52% to 70%", "Wait below 40 seconds"],
        )
    ]
    assert made.objectives[0].key_results[0].weight == 0.5


def test_a_line_below_an_owner_in_brackets_is_not_joined_to_the_name(read: Reader) -> None:
    text = (
        "O1: 提升客户满意度\n"
        "- KR3: reduce the time that customers wait for an answer from us (owner: Li Na)\n"
        "  hello\n"
    )
    reading = read(text).sets[0]
    assert reading.set.objectives[0].key_results[0].owner == "Li Na"
    assert [row.text for row in reading.unread] == ["hello"]


def test_a_set_under_its_own_key_is_read_and_other_keys_are_noted(read: Reader) -> None:
    reading = read('{"set": {"objectives": ["Grow"]}, "text": "draft"}').sets[0]
    assert shape(reading.set) == [("Grow", [])]
    assert [(note.reason, note.field) for note in reading.notes] == [("unknown_key", "text")]


def test_rows_that_sum_up_or_explain_are_no_objectives(read: Reader) -> None:
    data = _workbook(
        [
            ["目标", "关键结果", "起始值", "目标值"],
            ["邻居愿意来借工具", "每月借出次数", 20, 75],
            [None, "按时归还率", "60%", "90%"],
            ["合计 Total", None, None, None],
            ["说明：数据以借用登记为准", None, None, None],
        ]
    )
    reading = read(data, name="plan.xlsx").sets[0]
    assert shape(reading.set) == [("邻居愿意来借工具", ["每月借出次数", "按时归还率"])]
    assert [row.text for row in reading.unread] == ["合计 Total", "说明：数据以借用登记为准"]
