from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.styles import Alignment

from assistant.errors import InputTooLarge, UnknownFormat, UnreadableInput
from assistant.parsing import Format
from tests.parsing.conftest import Reader, shape


def _bytes(saved: object) -> bytes:
    buffer = BytesIO()
    saved.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def test_a_workbook_with_merged_objectives_and_percent_cells_is_read(read: Reader) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["目標", "關鍵結果", "權重"])
    sheet.append(["提升客戶滿意度", "NPS 達到 50", 0.4])
    sheet.append([None, "投訴率降至 1%", 0.6])
    sheet.merge_cells("A2:A3")
    sheet["C2"].number_format = sheet["C3"].number_format = "0%"
    draft = read(_bytes(book))
    assert draft.format is Format.XLSX
    okr_set = draft.sets[0].set
    assert shape(okr_set) == [("提升客戶滿意度", ["NPS 達到 50", "投訴率降至 1%"])]
    kr = okr_set.objectives[0].key_results[1]
    assert kr.weight == 0.6
    assert kr.at is not None
    assert (kr.at.line, kr.at.column) == (3, 2)


def test_a_whole_in_percent_is_no_one(read: Reader) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["目标", "关键结果", "基线", "目标值"])
    sheet.append(["客户收货更快", "当日发货率", 0.92, 1])
    sheet["C2"].number_format = sheet["D2"].number_format = "0%"
    (key_result,) = read(_bytes(book)).sets[0].set.objectives[0].key_results
    assert (key_result.baseline, key_result.target) == ("92%", "100%")


def test_each_sheet_is_the_set_of_its_team_and_hidden_ones_are_noted(read: Reader) -> None:
    book = Workbook()
    first = book.active
    first.title = "销售部"
    first.append(["目标", "关键结果"])
    first.append(["提升营收", "新客 100 家"])
    second = book.create_sheet("Eng")
    second.append(["OKR", "Owner"])
    second.append(["Ship faster", "Li"])
    second.append(["Lead time 2 days", "Bo"])
    second["A3"].alignment = Alignment(indent=1)
    book.create_sheet("old").sheet_state = "hidden"
    draft = read(_bytes(book), name="okr.xlsx")
    assert [(s.set.team, shape(s.set)) for s in draft.sets] == [
        ("销售部", [("提升营收", ["新客 100 家"])]),
        ("Eng", [("Ship faster", ["Lead time 2 days"])]),
    ]
    assert [note.reason for note in draft.sets[0].notes] == ["hidden_sheet"]


def test_a_document_with_headings_lists_and_a_table_is_read(read: Reader) -> None:
    document = Document()
    document.add_heading("Sales OKRs 2026 Q4", 1)
    document.add_heading("Objective 1: Delight customers", 2)
    document.add_paragraph("NPS from 40 to 50", style="List Bullet")
    document.add_paragraph("ask after each call", style="List Bullet 2")
    document.add_paragraph("Churn to 2%", style="List Bullet")
    table = document.add_table(rows=3, cols=2)
    for row, texts in enumerate(
        [("Objective", "Key results"), ("Grow", "KR1: a\nKR2: b"), ("", "c")]
    ):
        table.cell(row, 0).text, table.cell(row, 1).text = texts
    table.cell(1, 0).merge(table.cell(2, 0))
    draft = read(_bytes(document))
    reading = draft.sets[0]
    assert shape(reading.set) == [
        ("Delight customers", ["NPS from 40 to 50", "Churn to 2%"]),
        ("Grow", ["a", "b", "c"]),
    ]
    assert (reading.set.team, [row.text for row in reading.unread]) == (
        "Sales",
        ["ask after each call"],
    )
    assert draft.text is not None
    for objective in reading.set.objectives:
        for kr in objective.key_results:
            assert kr.at is not None
            line = draft.text.split("\n")[kr.at.line - 1]
            assert line[kr.at.column - 1 :].startswith(kr.text)


def _archive(members: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_an_archive_that_unpacks_to_too_much_is_refused(read: Reader) -> None:
    bomb = _archive({"xl/workbook.xml": b"<a/>", "xl/media.bin": b"\0" * 30_000_000})
    with pytest.raises(InputTooLarge) as caught:
        read(bomb)
    assert caught.value.reason == "unpacked"


@pytest.mark.parametrize("member", ["xl/workbook.xml", "word/document.xml"])
def test_xml_entities_are_refused(member: str, read: Reader) -> None:
    xml = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    with pytest.raises(UnreadableInput) as caught:
        read(_archive({member: xml}))
    assert caught.value.reason == "entities"


@pytest.mark.parametrize(
    "xml",
    [
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a []><a/>'.encode("utf-16"),
        b"<!-- " + b"x" * 5_000 + b" --><!DOCTYPE a []><a/>",
        b"<?hide <a> ?><!-- <a> -->\n<!DOCTYPE a []><a/>",
        b"<!-- " + b"x" * 100_000 + b" --><!DOCTYPE a []><a/>",
    ],
)
def test_a_dtd_is_found_behind_comments_and_in_wide_characters(xml: bytes, read: Reader) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(_archive({"word/document.xml": xml}))
    assert caught.value.reason == "entities"


@pytest.mark.parametrize(
    "xml",
    [
        "<!DOCTYPE a []><a/>".encode("utf-16-le"),
        "<!DOCTYPE a []><a/>".encode("utf-32"),
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a []+AD4-<a/>',
        b" " * 100_000 + b"<!DOCTYPE a []><a/>",
    ],
)
def test_parts_that_could_hide_a_dtd_are_refused(xml: bytes, read: Reader) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(_archive({"xl/workbook.xml": xml}))
    assert caught.value.reason == "not_xlsx"


def test_wide_parts_and_comments_without_a_dtd_are_read(read: Reader) -> None:
    book = Workbook()
    book.active.append(["目标", "关键结果"])
    book.active.append(["提升满意度", "NPS 50"])
    buffer = BytesIO(_bytes(book))
    with ZipFile(buffer, "a") as archive:
        xml = '<?xml version="1.0" encoding="utf-16"?><!-- 查询 --><mashup/>'
        archive.writestr("customXml/item1.xml", xml.encode("utf-16"))
    assert shape(read(buffer.getvalue()).sets[0].set) == [("提升满意度", ["NPS 50"])]


def test_rows_of_all_sheets_and_key_results_of_all_cells_are_counted(read: Reader) -> None:
    tall, wide = Workbook(), Workbook()
    for sheet in (tall.active, tall.create_sheet("B")):
        for _ in range(2_600):
            sheet.append(["Win"])
    wide.active.append(["目標", "關鍵結果"])
    for _ in range(60):
        wide.active.append(["提升滿意度", "\n".join(["NPS 達到 50"] * 100)])
    for book in (tall, wide):
        with pytest.raises(InputTooLarge) as caught:
            read(_bytes(book))
        assert caught.value.reason == "lines"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_archive({"a.txt": b"x"}), "archive"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old_office"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
    ],
)
def test_files_of_other_kinds_are_told_apart(data: bytes, reason: str, read: Reader) -> None:
    with pytest.raises(UnknownFormat) as caught:
        read(data)
    assert caught.value.reason == reason


@pytest.mark.parametrize("form", [Format.XLSX, Format.DOCX])
def test_a_broken_file_is_told(form: Format, read: Reader) -> None:
    for data in (b"PK\x03\x04 not really", _archive({"x": b"y"}), "text"):
        with pytest.raises(UnreadableInput) as caught:
            read(data, form=form)
        assert caught.value.reason == f"not_{form.value}"
