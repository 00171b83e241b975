"""Texts as the lines that people read of them: of a page its words, links and languages."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO, StringIO
from urllib.parse import unquote
from zipfile import ZipFile

import docx
from openpyxl import load_workbook

from evals.faces.rows import plain

UNTOLD = ("class", "id", "style")  # how a page looks, not what it says and does
SECRET = "csrf"
UNSEEN = ("script", "svg")


def lines_of_file(name: str, made: bytes) -> Iterator[tuple[str, str]]:
    """Place and text of what a file holds: cells with their types, paragraphs with their styles."""
    if name.endswith(".xlsx"):
        yield from _of_book(made)
    elif name.endswith(".docx"):
        yield from _of_document(made)
    elif name.endswith(".csv"):
        rows = csv.reader(StringIO(made.decode("utf-8-sig")))
        yield "opens with", made[:3].hex(" ")  # the mark by which a spreadsheet knows UTF-8
        yield from ((str(number), " | ".join(row)) for number, row in enumerate(rows))
    else:
        lines = lines_of(made.decode())
        yield from ((str(number), plain(line)) for number, line in enumerate(lines))


def _shown_in(made: bytes, part: str, told: str) -> tuple[str, str]:
    """The fonts and languages in which an office program shows a file."""
    with ZipFile(BytesIO(made)) as parts:
        found = re.findall(told, parts.read(part).decode())
    return "shown in", ", ".join(sorted(set(found)))


def _of_book(made: bytes) -> Iterator[tuple[str, str]]:
    yield _shown_in(made, "xl/styles.xml", r'<name val="([^"]+)"')
    for sheet in load_workbook(BytesIO(made)):
        for cell in (cell for row in sheet for cell in row if cell.value is not None):
            yield f"{sheet.title} {cell.coordinate}", f"{cell.data_type} {plain(cell.value)}"


def _of_document(made: bytes) -> Iterator[tuple[str, str]]:
    yield _shown_in(made, "word/styles.xml", r'w:eastAsia="([^"]+)"')
    document = docx.Document(BytesIO(made))
    for number, line in enumerate(document.paragraphs):
        style = line.style.name if line.style else ""
        yield f"line {number}", f"{style}: {line.text}"
    for number, table in enumerate(document.tables):
        for place, row in enumerate(table.rows):
            yield f"table {number} row {place}", " | ".join(cell.text for cell in row.cells)


def lines_of(text: str) -> list[str]:
    """The lines of a text; of a page what it shows."""
    return words_of(text) if text.lstrip()[:9].lower() == "<!doctype" else text.splitlines()


def words_of(html: str) -> list[str]:
    """What a page shows, with its links, fields and languages; its style sheet as it stands."""
    page = _Page()
    page.feed(html)
    return page.words


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._open.append(tag)
        if self._open or ("name", SECRET) in attrs:
            return
        shown = ((name, value) for name, value in attrs if name not in UNTOLD)
        told = [f"{name}={unquote(value)}" if value else name for name, value in shown]
        if told:
            self.words.append(f"<{tag} {' '.join(told)}>")

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._open and data.strip():
            self.words += map(plain, data.strip().splitlines())
