"""The page of weekly check-ins, as people use it."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from api.sample_cycles import sample_cycle

pytestmark = pytest.mark.browser
BAD = {"serious", "critical"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_week_is_accessible_and_fits(
    chromium: Browser, address: str, scheme: str, width: int
) -> None:
    context = chromium.new_context(
        base_url=address,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto("/checkins?sample=zh-Hant&lang=zh-Hant")
    page.get_by_label("訊息", exact=True).fill("KR1 現在 74%，信心 8/10")
    page.get_by_role("button", name="讀取").click()
    expect(page.locator(".read q").first).to_be_visible()
    page.locator(".history summary").first.click()
    found = [one for one in Axe().run(page).response["violations"] if one["impact"] in BAD]
    assert [(one["id"], one["nodes"][0]["html"][:90]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    table = page.locator(".cards")
    assert table.evaluate("one => one.scrollWidth <= one.parentElement.clientWidth")
    context.close()


def test_a_message_becomes_a_check_in_and_the_cycle_a_file(page: Page) -> None:
    page.goto("/checkins?lang=en")
    page.get_by_label("Or paste it here").fill(sample_cycle("en"))
    page.get_by_role("button", name="Show the week").click()
    expect(page.get_by_role("heading", name="Needs attention").first).to_be_visible()
    page.get_by_label("Message", exact=True).fill(
        "KR1 is now 74%. KR2: 396 calls, confidence 3/10."
    )
    page.get_by_label("Day of the message").fill("2026-02-13")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".read q").first).to_have_text("74%")
    page.locator("[name=keep]").nth(1).uncheck()
    page.get_by_role("button", name="Add what is ticked").click()
    expect(page.get_by_role("status")).to_contain_text("Added: 1.")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download the cycle file").click()
    kept = caught.value.path().read_text(encoding="utf-8")
    assert '"date": "2026-02-13"' in kept
    assert "396" not in kept


def test_it_works_from_the_keyboard_and_without_a_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/checkins?sample=en&lang=en")
    page.get_by_label("As of").focus()
    page.keyboard.type("01232026")
    page.keyboard.press("Enter")
    expect(page.locator("#week-label")).to_contain_text("2026-01-23")
    context.close()


def test_a_check_in_is_typed_into_fields_from_the_keyboard(page: Page) -> None:
    page.goto("/checkins?sample=en&lang=en")
    # By role: a search by label takes the text of the choices into the name.
    page.get_by_role("combobox", name="Key result", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("396")
    page.keyboard.press("Tab")
    page.keyboard.type("3")
    page.get_by_label("Note", exact=True).fill("The new menu is not live yet.")
    page.get_by_role("button", name="Add this check-in").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Added: 1.")
    assert "The new menu is not live yet." in page.locator(".history").nth(1).text_content()
