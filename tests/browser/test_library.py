from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def test_passages_come_while_one_types_each_with_its_source(page: Page) -> None:
    page.goto("/library?lang=en")
    page.get_by_label("Search the library").fill("on-time delivery")
    first = page.locator(".card").first
    expect(first.get_by_role("heading")).to_have_text("On-time delivery rate")
    expect(first).to_contain_text("Source: Our own reasoning")
    expect(page).to_have_url("/library?q=on-time+delivery")
    expect(page.locator("#state")).to_have_text("12 found")


def test_a_filter_narrows_what_is_found_and_stays_when_the_language_changes(page: Page) -> None:
    page.goto("/library?lang=en")
    page.get_by_label("Search the library").fill("waiting")
    page.locator("select[name=kind]").select_option("example")
    page.locator("select[name=industry]").select_option("digital-health")
    expect(page.locator(".tag").first).to_have_text("Example OKR")
    expect(page).to_have_url("/library?q=waiting&kind=example&industry=digital-health")
    page.get_by_role("link", name="繁體").click()
    expect(page.locator(".tag").first).to_have_text("OKR 範例")
    expect(page.get_by_label("搜尋資料庫")).to_have_value("waiting")


def test_an_example_goes_behind_the_draft_that_was_there(page: Page) -> None:
    page.goto("/?lang=zh-Hans")
    page.locator("#draft").fill("O1：客户信任我们的交付\nKR1：准时率从82%提升到96%")
    page.goto("/library/industries/logistics")
    page.locator(".use").first.click()
    expect(page.locator("#draft")).to_have_value(
        "O1：客户信任我们的交付\nKR1：准时率从82%提升到96%\n\n"
        "O：包裹第一次上门就能送到收件人手里\n"
        "KR1：派送前确认收货时段的收件人占比从28%提升到60%\n"
        "KR2：首次派送成功率从81%提升到92%\n"
        "KR3：显示已签收但客户反映未收到的包裹保持在每万件4件以内"
    )
    expect(page.locator(".finding").first).to_be_visible()


def test_a_metric_becomes_a_key_result_to_fill_in(page: Page) -> None:
    page.goto("/library/metrics/labour-cost-share?lang=en")
    page.get_by_role("link", name="Use in my draft: Labour cost share").click()
    expect(page.locator("#draft")).to_have_value(
        "KR: Labour cost share from [baseline to confirm] to [target to set]"
    )


def test_everything_is_reached_with_the_keyboard(page: Page) -> None:
    page.goto("/library?q=guardrail&lang=en")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#query")).to_be_focused()
    for _ in range(5):  # the button, three filters, then the first card
        page.keyboard.press("Tab")
    expect(page.locator(".card h3 a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_be_visible()


def test_the_library_works_without_a_script(context: BrowserContext, address: str) -> None:
    browser = context.browser
    assert browser is not None
    plain = browser.new_context(base_url=address, java_script_enabled=False, locale="en-GB")
    page = plain.new_page()
    page.goto("/library")
    page.locator("#query").fill("labour cost share")
    page.keyboard.press("Enter")
    page.locator(".use").first.click()
    expect(page.locator("#draft")).to_contain_text("[baseline to confirm]")
    plain.close()
