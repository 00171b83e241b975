from __future__ import annotations

import io

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.api.drafts import ENGLISH
from tests.browser.drafts import open_with

pytestmark = pytest.mark.browser


def test_a_table_shows_what_was_read(page: Page) -> None:
    book = Workbook()
    for row in (
        ["Objective", "Key result", "Target", "Mood"],
        ["Visitors find what they came for", "Click-through rate", "60%", "good"],
    ):
        book.active.append(row)
    packed = io.BytesIO()
    book.save(packed)
    page.goto("/")
    file = {"name": "plan.xlsx", "mimeType": "application/zip", "buffer": packed.getvalue()}
    page.set_input_files("#file", [file])  # type: ignore[list-item]
    expect(page.locator(".notice")).to_contain_text("Read from plan.xlsx")
    expect(page.locator(".notice .unused")).to_contain_text("Mood")
    expect(page.locator(".line").nth(1)).to_contain_text("Click-through rate")
    page.click(".notice .close")
    expect(page.locator(".notice")).to_have_count(0)


def test_a_file_that_cannot_be_read_is_told_and_the_draft_stays(
    page: Page, complaints: list[str]
) -> None:
    open_with(page, ENGLISH)
    file = {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    page.set_input_files("#file", [file])  # type: ignore[list-item]
    expect(page.locator(".problem")).to_be_visible()
    assert page.input_value("#draft") == ENGLISH
    complaints.clear()  # the browser notes the status 415


def test_a_draft_that_is_too_large_leaves_no_old_findings(
    page: Page, complaints: list[str]
) -> None:
    open_with(page, ENGLISH)
    page.fill("#draft", ENGLISH + "x" * 1_100_000)
    expect(page.locator(".problem")).to_be_visible()
    expect(page.locator(".finding")).to_have_count(0)
    complaints.clear()  # the browser notes the status 413
