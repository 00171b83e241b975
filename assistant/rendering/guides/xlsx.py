"""A template set as a workbook: forms to fill in, dependencies, and what to know of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters, Reference, Table, Template
from assistant.models.knowledge import Role
from assistant.rendering.guides.tables import FORM, dependency_table, form_tables, level_told
from assistant.rendering.guides.wrapping import lines_of

AREA = "guides"
WIDTHS = (20, 34, 17, 10, 10, 10, 12, 10, 11, 8, 13, 26, 22)
FURTHER, WIDE = (44, 18, 22, 22, 22), (110,)
FONTS = {Language.ZH_HANS: "Microsoft YaHei", Language.ZH_HANT: "Microsoft JhengHei"}
LATIN_FONT, SIZE, TITLE_SIZE = "Arial", 10, 14
TO_FILL = ("baseline", "target", "source", "owner", "due")
DAY = "yyyy-mm-dd"
SIDE = 0.4  # margins left and right, in inches
LINE = {True: 17, False: 13.5}  # points of one line, in Chinese or not
HAIR = Side("hair")
GRID = Border(left=HAIR, right=HAIR, top=HAIR, bottom=HAIR)
HEAD, OPEN = PatternFill("solid", fgColor="E7ECF5"), PatternFill("solid", fgColor="FFF8E1")


def template_xlsx(template: Template) -> bytes:
    """The workbook; texts stay texts, whatever sign they begin with."""
    book = Workbook()
    book.remove(book.worksheets[0])
    language = template.parameters.language
    _forms(_Sheet(book.create_sheet("OKR"), language), template)
    if template.dependencies:
        further = _Sheet(book.create_sheet("RACI"), language)
        further.table(dependency_table(template), FURTHER)
    notes = say(AREA, "sheet.notes", language)
    _notes(_Sheet(book.create_sheet(notes), language), template)
    book.properties.title, book.properties.creator = template.title, "okr-coach"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _forms(sheet: _Sheet, template: Template) -> None:
    """The title, the cycle, and a row for each key result; nothing else that could be one."""
    language = template.parameters.language
    sheet.line(template.title, size=TITLE_SIZE, bold=True)
    sheet.pair(*level_told(template))
    for name, value in _cycle(template.parameters):
        sheet.pair(say(AREA, f"column.{name}", language), value)
    sheet.line(say(AREA, "sheet.fill", language))
    tables = form_tables(template)
    head = [say(AREA, "column.objective", language), *tables[0].head]
    rows = [[table.title, *row] for table in tables for row in table.rows]
    sheet.table(Table(title="", head=head, rows=rows), WIDTHS)
    _for_filling(sheet.made, sheet.made.max_row - len(rows) + 1, template)


def _cycle(parameters: GuideParameters) -> Iterator[tuple[str, str | date]]:
    """What is known of the cycle: its name, its first and its last day."""
    told = (("cycle", parameters.cycle), ("start", parameters.start), ("end", parameters.end))
    return ((name, value) for name, value in told if value)


def _for_filling(sheet: Worksheet, first: int, template: Template) -> None:
    """Shade the cells to be filled in, make days of days, and offer the kinds there are."""
    nothing = say(AREA, "join.nothing", template.parameters.language)
    for form, row in zip(template.forms, sheet.iter_rows(min_row=first), strict=True):
        cells = {name: row[FORM.index(name) + 1] for name in FORM}
        for cell in (cells[name] for name in TO_FILL):
            if cell.value != nothing:
                cell.fill = OPEN
        _as_day(cells["due"], form.due)
    _offer_kinds(sheet, first, template.parameters.language)


def _as_day(cell: Any, told: str) -> None:
    cell.number_format = DAY
    cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
    with suppress(ValueError):  # still open
        cell.value = date.fromisoformat(told)


def _offer_kinds(sheet: Worksheet, first: int, language: Language) -> None:
    """The kinds of a key result as a list to choose from."""
    kinds = ",".join(say(AREA, f"form.{kind}", language) for kind in Role)
    offered = DataValidation(type="list", formula1=f'"{kinds}"', allow_blank=True)
    column = get_column_letter(FORM.index("timing") + 2)
    offered.add(f"{column}{first}:{column}{sheet.max_row}")
    sheet.add_data_validation(offered)


def _notes(sheet: _Sheet, template: Template) -> None:
    """Whom it is for, why each objective has its key results, what to leave out, the sources."""
    language = template.parameters.language
    colon = say(AREA, "join.name_and_text", language)
    objectives = template.sets[0].objectives
    pairs = zip(objectives, template.reasons, strict=True)
    reasons = [
        say(AREA, "quoted", language, text=each.objective) + colon + reason
        for each, reason in pairs
    ]
    sheet.listed(say(AREA, "heading.about", language), template.notes)
    sheet.listed(say(AREA, "heading.reasons", language), reasons)
    for key, said in (("advice", template.advice), ("leave_out", template.leave_out)):
        sheet.listed(say(AREA, f"heading.{key}", language), [each.text for each in said])
    sheet.listed(say(AREA, "heading.sources", language), map(_source, template.sources))
    sheet.finish(WIDE)


def _source(each: Reference) -> str:
    return " ".join(filter(None, (each.named, each.url))) + each.told_behind


class _Sheet:
    """A sheet under construction; rows are added from the top."""

    def __init__(self, made: Worksheet, language: Language) -> None:
        self.made = made
        self._chinese = language is not Language.EN
        self._font = FONTS.get(language, LATIN_FONT)
        self._at = 0

    def line(self, text: str, *, size: int = SIZE, bold: bool = False) -> None:
        """A line that runs over the columns to its right."""
        self._write([text]).font = Font(name=self._font, size=size, bold=bold)
        self.made.row_dimensions[self._at].height = LINE[self._chinese] * size / SIZE + 2

    def pair(self, name: str, value: str | date) -> None:
        """A name with its value in the cell beside it."""
        self._row([name, str(value)])
        if isinstance(value, date):
            _as_day(self.made.cell(self._at, 2), str(value))

    def listed(self, heading: str, texts: Iterable[str]) -> None:
        """A heading with the texts below it, if there are any."""
        found = list(texts)
        if found:
            self._row([heading], head=True)
            for text in found:
                self._row([text])
            self._at += 1

    def table(self, table: Table, widths: tuple[int, ...]) -> None:
        """A table; its head stands on each page and stays while one scrolls."""
        self._row(table.head, head=True)
        self.made.freeze_panes = f"B{self._at + 1}"
        self.made.print_title_rows = f"{self._at}:{self._at}"
        first = self._at
        for row in table.rows:
            self._row(row)
        self.finish(widths, first)

    def finish(self, widths: tuple[int, ...], first: int = 1) -> None:
        """Widths, the heights that the texts need from a row on, and how it prints."""
        for column, width in enumerate(widths, start=1):
            self.made.column_dimensions[get_column_letter(column)].width = width
        for row in self.made.iter_rows(min_row=first):
            texts = zip((str(cell.value or "") for cell in row), widths, strict=False)
            lines = max(lines_of(text, width) for text, width in texts)
            self.made.row_dimensions[row[0].row or 1].height = LINE[self._chinese] * lines + 3
        _print(self.made)

    def _row(self, texts: list[str], *, head: bool = False) -> None:
        self._write(texts)
        for cell in self.made[self._at]:
            cell.alignment, cell.border = Alignment(wrap_text=True, vertical="top"), GRID
            cell.font = Font(name=self._font, size=SIZE, bold=head)
            if head:
                cell.fill = HEAD

    def _write(self, texts: list[str]) -> Any:
        self._at += 1
        for column, text in enumerate(texts, start=1):
            cell = self.made.cell(self._at, column, text)
            cell.data_type = "s"  # a text that begins with = is no formula
        return self.made.cell(self._at, 1)


def _print(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins.left = sheet.page_margins.right = SIDE
    foot: Any = sheet.HeaderFooter.oddFooter  # openpyxl makes its parts while running
    foot.right.text = "&P / &N"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
