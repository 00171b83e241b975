"""Putting drafts into the page of checks."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def open_with(page: Page, draft: str, path: str = "/") -> None:
    """Open the page with a draft that has findings, and wait for them."""
    page.goto(path)
    page.fill("#draft", draft)
    expect(page.locator(".finding").first).to_be_visible()
