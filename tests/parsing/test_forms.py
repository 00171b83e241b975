"""Forms as people fill them in: a table for each key result, a sheet beside the others."""

from io import BytesIO
from typing import Any

import docx
import pytest
from openpyxl import Workbook

from assistant.parsing.titles.title_fields import title_fields
from tests.parsing.conftest import Reader, shape

CARD = {
    "en": [["Baseline", "62%", "Target", "80%"], ["Owner", "Mia Chen", "Due", "2027-03-31"]],
    "zh": [["基线", "62%", "目标值", "80%"], ["负责人", "陈敏", "截止日期", "2027-03-31"]],
}
LINES = {
    "en": ("O1: Members come back", "KR1: Members who come back within a month"),
    "zh": ("O1：会员愿意再来", "KR1：一个月内再来的会员占比"),
}


def bytes_of(saved: Any) -> bytes:
    out = BytesIO()
    saved.save(out)
    return out.getvalue()


def document(language: str, rows: list[list[str]], *, before: str = "") -> bytes:
    made = docx.Document()
    objective, key_result = LINES[language]
    for line in (objective, key_result):
        made.add_paragraph(line)
    if before:
        made.add_heading(before)
    table = made.add_table(rows=0, cols=4)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    return bytes_of(made)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_card_under_a_key_result_tells_its_fields(read: Reader, language: str) -> None:
    made = read(document(language, CARD[language]), name="okr.docx").sets[0]
    line = made.set.objectives[0].key_results[0]
    assert (line.baseline, line.target) == ("62%", "80%")
    assert line.owner in ("Mia Chen", "陈敏")
    assert str(line.due) == "2027-03-31"
    assert made.unread == []


def test_a_card_written_as_html_tells_them_too(read: Reader) -> None:
    cells = "".join(
        f"<tr><th>{a}</th><td>{b}</td><th>{c}</th><td>{d}</td></tr>\n" for a, b, c, d in CARD["zh"]
    )
    text = f"O1：会员愿意再来\nKR1：一个月内再来的会员占比\n\n<table>\n{cells}</table>\n"
    line = read(text).sets[0].set.objectives[0].key_results[0]
    assert (line.baseline, line.target, line.owner) == ("62%", "80%", "陈敏")


def test_what_no_field_takes_is_noted_and_kept_out(read: Reader) -> None:
    rows = [*CARD["en"], ["Why this metric", "It moves first.", "Kind", "leading"]]
    made = read(document("en", rows), name="okr.docx").sets[0]
    assert [each.facts for each in made.notes] == [
        {"text": "Kind: leading"},
        {"columns": "Why this metric"},
    ]


def test_a_value_that_the_line_has_already_is_told(read: Reader) -> None:
    text = "O1：会员愿意再来\nKR1：一个月内再来的会员占比（负责人：王芳）\n\n" + "\n".join(
        f"| {' | '.join(row)} |" for row in CARD["zh"]
    )
    made = read(text).sets[0]
    assert made.set.objectives[0].key_results[0].owner == "王芳"
    assert made.set.objectives[0].key_results[0].target == "80%"
    assert [each.facts for each in made.notes] == [{"text": "负责人: 陈敏"}]


@pytest.mark.parametrize(("language", "heading"), [("en", "Risks"), ("zh", "风险")])
def test_a_card_under_another_heading_is_not_of_the_last_key_result(
    read: Reader, language: str, heading: str
) -> None:
    given = document(language, CARD[language], before=heading)
    made = read(given, name="okr.docx").sets[0]
    line = made.set.objectives[0].key_results[0]
    assert (line.baseline, line.target, line.owner) == (None, None, None)
    assert len(made.unread) == len([heading, *CARD[language]])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_card_under_the_heading_of_a_key_result_is_of_it(read: Reader, language: str) -> None:
    objective, key_result = LINES[language]
    rows = "\n".join(f"| {' | '.join(row)} |" for row in CARD[language])
    text = f"# {objective}\n\n## {key_result}\n\n{rows}\n\n## KR2: NPS 40\n\n{rows}\n"
    first, second = read(text, name="a.md").sets[0].set.objectives[0].key_results
    assert first.target == second.target == "80%"


def test_two_names_alone_are_no_card(read: Reader) -> None:
    rows = [["Owner", "Mia Chen", "Room", "4"]]
    made = read(document("en", rows), name="okr.docx").sets[0]
    assert made.set.objectives[0].key_results[0].owner is None
    assert [each.text for each in made.unread] == ["Owner | Mia Chen | Room | 4"]


def workbook(**sheets: list[list[str]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return bytes_of(book)


FORM = {
    "en": [["Objective", "Key result"], ["Members come back", "Returns from 20% to 30%"]],
    "zh": [["目标", "关键结果"], ["会员愿意再来", "复购率从20%提升到30%"]],
}
NOTES = {
    "en": [["Our goals for the shop: what the team can do alone stands in the team's OKRs."]],
    "zh": [["一个部门自己就能做到的：放进那个部门的OKR。"], ["店长自己的目标：写在这里。"]],
}


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Notes"), ("zh", "说明"), ("zh", "說明"), ("zh", "填寫說明")]
)
def test_a_sheet_of_notes_beside_a_form_is_no_draft(read: Reader, language: str, name: str) -> None:
    draft = read(workbook(OKR=FORM[language], **{name: NOTES[language]}), name="okr.xlsx")
    assert len(draft.sets) == 1
    assert draft.sets[0].unread == []
    assert [each.facts for each in draft.sets[0].notes] == [{"sheets": name}]


def test_a_sheet_of_that_name_with_a_form_of_its_own_is_a_draft(read: Reader) -> None:
    draft = read(workbook(OKR=FORM["en"], Notes=FORM["zh"]), name="okr.xlsx")
    assert [shape(each.set)[0][0] for each in draft.sets] == ["Members come back", "会员愿意再来"]


def test_notes_without_a_form_are_read_as_they_are(read: Reader) -> None:
    draft = read(workbook(Notes=[["O1: Members come back"], ["KR1: Returns from 20% to 30%"]]))
    assert shape(draft.sets[0].set) == [("Members come back", ["Returns from 20% to 30%"])]


@pytest.mark.parametrize(
    ("language", "names"),
    [("en", ("Cycle", "Start date", "End date")), ("zh", ("周期", "开始日期", "结束日期"))],
)
def test_names_with_values_above_the_form_tell_of_the_set(
    read: Reader, language: str, names: tuple[str, str, str]
) -> None:
    values = ("2027-Q1", "2027-01-01", "2027-03-31")
    rows = [list(pair) for pair in zip(names, values, strict=True)]
    for above in (rows, rows[::-1]):
        made = read(workbook(OKR=[*above, *FORM[language]])).sets[0].set
        assert made.cycle is not None
        assert (made.cycle.name, str(made.cycle.start)) == ("2027-Q1", "2027-01-01")
        assert str(made.cycle.end) == "2027-03-31"


@pytest.mark.parametrize(
    "text",
    [
        "为此编写：2000人（按250人以上编写），首次采用。关注重点：目标追踪。",
        "為此編寫：2000人，首次採用。關注重點：目標追蹤。",
        "OKR template for 2000 people",
        "OKR plan of a firm with 2050+ employees",
        "OKR 2027-01-01 to 2027-03-31",
        "目标：2027.01.01 至 2027.03.31",
        "2027年3月31日定稿的目标",
        "2027年3月31日定稿的目標",
        "OKR draft of 31 March 2027",
        "OKR draft, March 31st, 2027",
        "OKR plan of 31.03.2027",
    ],
)
def test_neither_a_head_count_nor_a_day_is_a_year(text: str) -> None:
    assert "cycle" not in title_fields(text)


@pytest.mark.parametrize(
    ("text", "cycle"),
    [
        ("2026 OKR", "2026"),
        ("OKR 2026人力资源部", "2026"),
        ("2026年度目标", "2026年度"),
        ("Goals 2026/27", "2026"),
        ("2026年3月 OKR", "2026年"),
        ("OKRs of March 2026", "2026"),
        ("OKR 2026 (draft of 31 March 2027)", "2026"),
        ("2026年度 OKR（2025年12月31日定稿）", "2026年度"),
        ("Growth team, 2026 H1", "2026 H1"),
        ("H1 2027 OKRs of the growth team", "H1 2027"),
        ("增长组 OKR 2026 H2", "2026 H2"),
    ],
)
def test_a_year_of_okrs_stays_one(text: str, cycle: str) -> None:
    assert title_fields(text)["cycle"] == cycle
