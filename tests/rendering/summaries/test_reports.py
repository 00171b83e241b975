"""A summary as text, Markdown, mail and document: one content, nothing that acts."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from assistant.checkins.summary.composing import summarise
from assistant.models import Language
from assistant.models.summary import Summary
from assistant.rendering.summaries import document, mail, markdown, teams, terminal
from assistant.rendering.summaries.outline import Table, outline
from assistant.rendering.summaries.shares import percent_of
from tests.checkins.cycles import LIMITS, record
from tests.checkins.test_rollup import rolled, team

HOSTILE = (
    '<img src="https://evil.example/x.png" onerror=alert(1)> ](javascript:alert(1)) | \x1b[31m'
)


def week(language: str = "en") -> Summary:
    lines = [
        {"text": f"准时率 {HOSTILE}", "owner": "王芳", "baseline": 82, "target": 96, "unit": "%"},
        {"text": "客诉率", "kind": "maintain", "owner": "李雷", "band": {"max": 2}, "unit": "%"},
    ]
    checkins = [
        {"date": "2026-01-30", "value": 83, "confidence": 7},
        {
            "date": "2026-02-06",
            "value": 84,
            "confidence": 3,
            "comment": HOSTILE,
            "blocker": HOSTILE,
        },
        {"date": "2026-02-06", "key_result": 1, "value": 2.4, "status": "on_track"},
    ]
    made = record(*lines, checkins=checkins)
    day = date(2026, 2, 6)
    return summarise(made, as_of=day, limits=LIMITS, language=Language(language))


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_each_format_says_each_statement(language: str) -> None:
    summary = week(language)
    statements = [item.text for block in summary.blocks for item in block.items]
    shown = terminal.plain(outline(summary))
    read = Document(BytesIO(document.report(outline(summary))))
    paragraphs = "\n".join(p.text for p in read.paragraphs)
    page = re.sub("<[^>]*>", "", mail.report(outline(summary)))
    for statement in statements:
        numbers = re.findall(r"\d+%", statement)
        assert all(number in shown for number in numbers)
        assert statement.split(" ")[0] in page
        assert all(number in paragraphs for number in numbers)


def test_markdown_shows_what_was_typed_and_does_nothing_with_it() -> None:
    told = markdown.report(week(), facts=True)
    assert not re.search(r"(?<!\\)<", told)
    assert "](javascript" not in told
    assert "\x1b" not in told
    rows = [line for line in told.split("\n") if line.startswith("| KR1.1")]
    assert len(rows) == 1
    assert len(re.findall(r"(?<!\\)\|", rows[0])) == 8


def test_mail_refers_to_nothing_elsewhere_and_runs_nothing() -> None:
    page = mail.report(outline(week()))
    assert not re.search(r"<(?:script|link|img|iframe|object|style)\b", page)
    tags = " ".join(re.findall("<[^>]*>", page))
    assert not re.search(r"(?:src|href)=\"(?!#)", tags)
    assert not re.search(r"\son\w+=", tags)
    assert "url(" not in page


def test_each_statement_in_a_mail_leads_to_its_fact() -> None:
    page = mail.report(outline(week()))
    targets = set(re.findall(r'id="(f\d+)"', page))
    links = set(re.findall(r'href="#(f\d+)"', page))
    assert links
    assert links <= targets


def test_a_mail_is_short_enough_that_no_client_cuts_it() -> None:
    assert len(mail.report(outline(week())).encode()) < 100_000


def test_a_document_has_real_headings_and_tables() -> None:
    read = Document(BytesIO(document.report(outline(week()))))
    headings = [p.text for p in read.paragraphs if p.style.name.startswith("Heading")]
    assert headings[:4] == ["The week", "Coverage", "Headline", "Needs attention"]
    assert [cell.text for cell in read.tables[0].rows[0].cells][:3] == [
        "Key result",
        "Owner",
        "Progress",
    ]
    assert len(read.tables[0].rows) == 4
    assert read.core_properties.author == "okr-coach"


def test_the_thresholds_stand_in_every_report() -> None:
    summary = week()
    assert "days of silence before it counts as stalled: 14" in terminal.plain(outline(summary))
    assert "| days of silence before it counts as stalled | 14 |" in summary.markdown
    assert "days of silence before it counts as stalled:&nbsp;14" in mail.report(outline(summary))


def test_nothing_in_a_terminal_is_obeyed() -> None:
    assert "\x1b" not in terminal.plain(outline(week()))


@pytest.mark.parametrize(
    ("share", "told"), [(0.625, "63%"), (0.005, "1%"), (-0.001, "0%"), (None, "–"), (1.1, "110%")]
)
def test_a_share_in_a_table_is_rounded_as_in_the_statements(share: float | None, told: str) -> None:
    assert percent_of(share) == told


def test_a_document_is_set_close_and_loses_nothing() -> None:
    page = outline(week())
    read = Document(BytesIO(document.report(page)))
    cells = [cell.text for grid in read.tables for row in grid.rows for cell in row.cells]
    settings, facts = (
        part for part in page.parts if isinstance(part, Table) and part.status is None
    )
    told = {text.replace("\x1b", "") for row in (*settings.rows, *facts.rows) for text in row.cells}
    assert told <= {*cells, ""}
    assert len(read.tables[1].rows) <= 1 + (len(settings.rows) + 1) // 2
    small = {p.style.font.size.pt for row in read.tables[2].rows for p in row.cells[1].paragraphs}
    assert max(small) < 8


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_a_document_of_many_teams_holds_every_row(tmp_path: Path, language: str) -> None:
    parcels = team("Returns", "Refunds in 3 days from 54% to 90%", values={0: [54] * 5})
    depot = team("物流部", "准时率从 50% 提升到 90%", values={0: [50, 50, 50, 50, 51]})
    parcels["set"]["level"] = "company"
    page = teams.outline(rolled(tmp_path, parcels, depot, language=Language(language)))
    tables = [part for part in page.parts if isinstance(part, Table)]
    read = Document(BytesIO(document.report(page)))
    assert len(read.tables) == len(tables) >= 3
    for grid, table in zip(read.tables, tables, strict=True):
        cells = {cell.text for row in grid.rows for cell in row.cells}
        assert {*table.headers, *(text for row in table.rows for text in row.cells)} <= cells


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_no_word_is_broken_in_a_document(language: str) -> None:
    """Each column has room for its longest word: 10 letters of 9 points are some 1.8 cm."""
    read = Document(BytesIO(document.report(outline(week(language)))))
    states = read.tables[0]
    for column in states.columns:
        words = [word for cell in column.cells for word in re.findall(r"[A-Za-z]+", cell.text)]
        longest = max(map(len, words), default=0)
        assert column.width.cm >= longest * 0.178 + 0.38
    assert sum(column.width.cm for column in states.columns) == pytest.approx(18.5, abs=0.1)
