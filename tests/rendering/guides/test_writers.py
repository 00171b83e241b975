import re
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pytest

from assistant.coaching.check import load_checker
from assistant.guides.making import make_guide, make_template
from assistant.models.guide import Guide
from assistant.parsing import read_draft
from assistant.rendering.guides.writers import GuideFormat, TemplateFormat, write
from assistant.settings import Settings

GUIDE = make_guide({"industry": "智能制造", "maturity": "piloting", "language": "zh-Hans"})
TEMPLATE = make_template({"industry": "logistics", "language": "en"})


def test_markdown_numbers_its_parts_and_marks_lead_to_the_references() -> None:
    text = write(GUIDE, GuideFormat.MARKDOWN).decode()
    assert text.startswith("# OKR实施指南：智能制造\n\n> 为此编写：")
    assert "\n## 1. 为什么用OKR\n" in text
    assert "## 9. 参考来源" in text
    assert "\\[1\\]" in text
    assert "\n\n\n" not in text


def test_json_is_the_published_shape() -> None:
    assert Guide.model_validate_json(write(GUIDE, GuideFormat.JSON)) == GUIDE


def test_html_escapes_what_the_coach_typed() -> None:
    made = make_guide({"industry": "<script>alert(1)</script>", "language": "en"})
    page = write(made, GuideFormat.HTML).decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "http" not in page.split("<main>")[0]


def test_docx_has_headings_contents_tables_and_footnotes() -> None:
    written = write(GUIDE, GuideFormat.DOCX)
    document = docx.Document(BytesIO(written))
    titles = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert titles[0] == "1. 为什么用OKR"
    assert len(titles) == 9
    assert len(document.tables) == 4
    with ZipFile(BytesIO(written)) as parts:
        notes = parts.read("word/footnotes.xml").decode()
        body = parts.read("word/document.xml").decode()
    assert body.count("w:footnoteReference") == notes.count("w:footnoteRef/")
    assert [body.count(f"PAGEREF part_{part.id} ") for part in GUIDE.sections] == [1] * 9
    assert [body.count(f'w:name="part_{part.id}"') for part in GUIDE.sections] == [1] * 9
    assert "PAGE<" in parts_of(written, "word/footer1.xml")
    assert notes.count("w:footnoteRef/") == len(GUIDE.references)  # a source is a note once
    assert body.count("NOTEREF _Ref0001") > 1
    assert "zh-CN" in parts_of(written, "word/styles.xml")


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_the_first_part_begins_a_page_and_notes_stand_upright(language: str) -> None:
    made = make_guide({"industry": "智能制造", "size": "900", "language": language})
    document = docx.Document(BytesIO(write(made, GuideFormat.DOCX)))
    parts = [each for each in document.paragraphs if each.style.name == "Heading 1"]
    breaks = [bool(each.paragraph_format.page_break_before) for each in parts]
    assert breaks == [True] + [False] * (len(parts) - 1)
    noted = document.styles["Intense Quote"].font
    assert (noted.bold, noted.italic) == (False, False)


def parts_of(written: bytes, name: str) -> str:
    with ZipFile(BytesIO(written)) as parts:
        return parts.read(name).decode()


def test_a_template_docx_has_a_form_for_each_key_result() -> None:
    document = docx.Document(BytesIO(write(TEMPLATE, TemplateFormat.DOCX)))
    assert len(document.tables) == len(TEMPLATE.forms) + 1
    cells = [cell.text for cell in document.tables[0].rows[0].cells]
    assert cells == ["Metric", TEMPLATE.forms[0].metric, "Baseline", "[baseline to confirm]"]


def test_the_workbook_has_a_row_for_each_form_and_runs_no_formula() -> None:
    book = openpyxl.load_workbook(BytesIO(write(TEMPLATE, TemplateFormat.XLSX)))
    assert book.sheetnames == ["OKR", "RACI", "Notes"]
    assert book["OKR"]["A1"].value == TEMPLATE.title
    assert book["OKR"].max_row == len(["title", "level", "fill", "head"]) + len(TEMPLATE.forms)
    spoilt = TEMPLATE.model_copy(deep=True)
    spoilt.forms[0].metric = '=HYPERLINK("http://x")'
    again = openpyxl.load_workbook(BytesIO(write(spoilt, TemplateFormat.XLSX)))
    metrics = [cell for cell in again["OKR"]["C"] if str(cell.value).startswith("=")]
    assert [cell.data_type for cell in metrics] == ["s"]


def test_the_workbook_prints_one_page_wide_with_its_head_on_each_page() -> None:
    book = openpyxl.load_workbook(BytesIO(write(TEMPLATE, TemplateFormat.XLSX)))
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == {"OKR": "$4:$4", "RACI": "$1:$1"}.get(sheet.title)
    assert book["OKR"].print_area == ""  # all of it, with what is to be replaced


def test_an_objective_stands_once_beside_its_key_results() -> None:
    plan = next(each for each in GUIDE.sections if each.id == "plan")
    rows = plan.tables[1].rows
    page = write(GUIDE, GuideFormat.HTML).decode()
    again = docx.Document(BytesIO(write(GUIDE, GuideFormat.DOCX))).tables[1]
    for objective in {row[0] for row in rows}:
        assert page.count(f'<td rowspan="4">{objective}</td>') == 1
    assert again.cell(1, 0)._tc is again.cell(4, 0)._tc


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("form", [TemplateFormat.MARKDOWN, TemplateFormat.XLSX])
@pytest.mark.parametrize("industry", ["manufacturing", "logistics"])
def test_what_is_handed_out_is_read_as_the_set_that_it_is(
    industry: str, form: TemplateFormat, language: str
) -> None:
    made = make_template({"industry": industry, "language": language})
    draft = read_draft(write(made, form), limits=Settings())
    assert [[kr.text for kr in each.key_results] for each in draft.sets[0].set.objectives] == [
        [kr.text for kr in each.key_results] for each in made.sets[0].objectives
    ]
    assert len(draft.sets) == 1
    answer = load_checker(Settings(), None, None).check(draft.sets[0].set)
    # values, owners and sources are gaps that only the reader can fill
    assert {each.rule for each in answer.findings} <= {"K17", "S03", "K07"}


@pytest.mark.parametrize("form", list(TemplateFormat))
def test_a_template_can_be_written_in_every_form(form: TemplateFormat) -> None:
    assert len(write(TEMPLATE, form)) > 1_000


def test_a_form_keeps_together_and_its_long_cells_take_the_whole_width() -> None:
    form = docx.Document(BytesIO(write(TEMPLATE, TemplateFormat.DOCX))).tables[0]
    why, replace = form.rows[-2].cells, form.rows[-1].cells
    assert why[1]._tc is why[3]._tc
    assert (why[1].text, replace[1].text) == (TEMPLATE.forms[0].why, TEMPLATE.forms[0].replace)
    for row in form.rows[:-1]:
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells)


@pytest.mark.parametrize("form", [TemplateFormat.MARKDOWN, TemplateFormat.HTML])
def test_each_objective_is_told_with_its_reason(form: TemplateFormat) -> None:
    text = write(TEMPLATE, form).decode().replace("&#39;", "'")
    assert all(text.count(reason) == 1 for reason in TEMPLATE.reasons)


def test_chinese_references_stand_in_chinese_brackets() -> None:
    for form in (GuideFormat.MARKDOWN, GuideFormat.HTML):
        listed = write(GUIDE, form).decode().split("参考来源")[-1]
        assert "；指南；效果部分可信度低）" in listed
        assert "我们自己的推断。（依据规则目录推得，未经实地检验）" in listed
        assert "Our own" not in listed
        assert "unknown" not in listed


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_what_is_long_has_the_room(language: str) -> None:
    made = make_guide({"industry": "logistics", "maturity": "piloting", "language": language})
    document = docx.Document(BytesIO(write(made, GuideFormat.DOCX)))
    for table, long in ((document.tables[0], 3), (document.tables[-1], 1)):  # agendas, meanings
        widths = [column.width for column in table.columns]
        assert widths[long] > 1.2 * max(widths[:long] + widths[long + 1 :])


def test_a_word_of_a_head_stays_whole() -> None:
    made = make_guide({"industry": "logistics", "language": "en"})
    for table in docx.Document(BytesIO(write(made, GuideFormat.DOCX))).tables:
        for cell, column in zip(table.rows[0].cells, table.columns, strict=True):
            longest = max(map(len, cell.text.split()))
            assert column.width.pt > 5 * longest


def test_the_file_says_of_itself_what_it_is_and_its_sources_can_be_followed() -> None:
    document = docx.Document(BytesIO(write(GUIDE, GuideFormat.DOCX)))
    known = document.core_properties
    assert (known.author, known.comments, known.language) == ("okr-coach", "", "zh-Hans")
    assert known.created.year > 2013
    linked = {each.target_ref for each in document.part.rels.values() if each.is_external}
    assert linked == {each.url for each in GUIDE.references if each.url}


def test_a_paragraph_with_notes_stays_on_one_page() -> None:
    document = docx.Document(BytesIO(write(GUIDE, GuideFormat.DOCX)))
    noted = [each for each in document.paragraphs if "footnoteReference" in each._p.xml]
    assert noted
    assert all(each.paragraph_format.keep_together for each in noted)


@pytest.mark.parametrize(
    ("language", "first"),
    [("zh-Hans", "Noto Sans CJK SC"), ("zh-Hant", "Noto Sans CJK TC")],
)
def test_a_page_names_the_fonts_of_its_script(language: str, first: str) -> None:
    made = make_template({"industry": "retail", "language": language})
    page = write(made, TemplateFormat.HTML).decode()
    named = re.search(r"body \{ font: ([^;]*);", page)
    assert named
    assert named[1].split(", ")[1] == f'"{first}"'
    other = "TC" if first.endswith("SC") else "SC"
    assert f" {other}" not in named[1]


def test_a_short_table_stays_on_one_page_with_its_title_and_note() -> None:
    made = make_guide({"industry": "energy", "language": "en", "maturity": "piloting"})
    document = docx.Document(BytesIO(write(made, GuideFormat.DOCX)))
    short = [each for each in document.tables if len(each.rows) <= 7]
    assert short
    for table in short:
        for row in table.rows[:-1]:
            assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells)
    page = write(made, GuideFormat.HTML).decode()
    assert page.count('sideways short"') == len(short)
    assert ".note:has(+ .wide)" in page
