from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.api.drafts import DRAFTS, ENGLISH, long_draft
from tests.browser.drafts import open_with

pytestmark = pytest.mark.browser


def put(page: Page, draft: str) -> None:
    """As one pastes it: Playwright would insert line by line."""
    page.evaluate(
        """draft => {
            const field = document.getElementById('draft');
            field.value = draft;
            field.dispatchEvent(new Event('input'));
        }""",
        draft,
    )


@pytest.mark.parametrize("language", DRAFTS)
def test_the_layer_of_marks_lies_exactly_behind_the_text(page: Page, language: str) -> None:
    wrapping = "O1: " + "客户 love the very long words of 这个产品 " * 12
    open_with(page, ENGLISH, f"/?lang={language}")
    put(page, f"{long_draft(12)}\n{wrapping}\n\n\tKR1: tab   \n{'x' * 400}\n\n")
    expect(page.locator(".line").nth(60)).to_be_attached()
    height = "[...document.querySelectorAll('#draft, #backdrop')].map(one => one.scrollHeight)"
    for width in (1600, 960, 360):
        page.set_viewport_size({"width": width, "height": 800})
        field, layer = page.evaluate(height)
        assert abs(field - layer) <= 1, width
    page.evaluate("document.getElementById('draft').scrollTop = 500")
    page.wait_for_timeout(100)
    assert page.evaluate("document.getElementById('backdrop').scrollTop") == 500


def test_a_long_draft_is_checked_and_typed_in(page: Page) -> None:
    page.goto("/")
    put(page, long_draft(100))
    expect(page.locator(".line .label")).to_have_count(500)
    page.evaluate("document.querySelectorAll('#backdrop div')[300].before = true")
    put(page, "!" + long_draft(100))
    expect(page.locator("#backdrop div").first).to_contain_text("!O1")
    assert page.evaluate("document.querySelectorAll('#backdrop div')[300].before") is True
