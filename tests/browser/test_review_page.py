"""The page of a review, as people use it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_every_page import violations

pytestmark = pytest.mark.browser

DRAFTS = {
    "en": "O1: Shoppers pay without friction\n  KR1: Launch the new checkout page\n"
    "  KR2: Improve payment success rate\n",
    "zh-Hans": "O1：买家付款顺畅\n  KR1：上线新版结算页\n  KR2：提升支付成功率\n",
    "zh-Hant": "O1：買家付款順暢\n  KR1：上線新版結算頁\n  KR2：提升支付成功率\n",
}


def review(page: Page, language: str = "en") -> Locator:
    """Come from the check page with a draft; the first card."""
    page.goto(f"/?lang={language}")
    page.fill("#draft", DRAFTS[language])
    page.click("#improve")
    card = page.locator("#card-0-0-0-line")
    expect(card).to_be_visible()
    expect(page.locator("html.js")).to_be_attached()  # the cards come before their script
    expect(page.locator(".tally")).to_be_visible()
    return card


def deed(card: Locator, name: str) -> Locator:
    return card.locator(f"[data-deed={name}]")


@pytest.mark.parametrize("language", DRAFTS)
def test_a_line_is_answered_accepted_and_taken_back(page: Page, language: str) -> None:
    card = review(page, language)
    work = DRAFTS[language].splitlines()[1].replace("：", ":").partition(":")[2].strip()
    expect(card.locator(".before .words")).to_have_text(work)
    card.locator("[data-question]").first.fill("31")
    card.locator("[data-question]").nth(1).fill("45")
    deed(card, "accept").click()
    expect(card).to_have_class("card turned accepted")
    new = page.locator(".sheet .is-new")
    expect(new).to_contain_text("31%")
    expect(new).to_contain_text("45%")
    expect(page.locator(".works")).to_contain_text(work)
    deed(card, "undo").click()
    expect(new).to_have_count(0)
    expect(deed(card, "accept")).to_be_focused()


DECLARED = {
    "en": "O: Clinics book with us first\nKR1: No-show rate from 12% to 7%"
    " (due: 2026-09-30, source: booking system, owner: Li Na)\nKR2: Visits from 120 to 180\n",
    "zh-Hant": "O：診所掛號首選我們\nKR1：爽約率從12%降到7%"
    "（截止：2026-09-30，來源：掛號系統，負責人：李娜）\nKR2：週掛號量從1200增加到1800\n",
}


@pytest.mark.parametrize("language", DECLARED)
def test_the_day_and_the_source_that_a_line_lacks_are_asked_for(page: Page, language: str) -> None:
    page.goto(f"/?lang={language}")
    page.fill("#draft", DECLARED[language])
    page.click("#improve")
    card = page.locator("#card-0-0-1-line")
    expect(card).to_be_visible()
    told = card.locator("[data-question]")
    expect(told).to_have_count(2)
    told.first.fill("2026-10-31")
    told.nth(1).fill("HIS")
    deed(card, "accept").click()
    new = page.locator(".sheet .is-new")
    expect(new).to_contain_text("2026-10-31")
    expect(new).to_contain_text("HIS")


def test_nothing_is_lost_on_reload(page: Page) -> None:
    card = review(page)
    card.locator(".choices input").nth(1).check()
    chosen = card.locator(".choices label").nth(1)
    expect(chosen.locator("input")).to_be_checked()
    expect(card).to_have_class("card turned")
    deed(card, "accept").click()
    expect(page.locator(".sheet .is-new")).to_have_count(1)
    line = page.locator(".sheet .is-new").text_content()
    other = page.locator("#card-0-0-1-line")
    other.locator("[data-question]").first.fill("88")
    page.reload()
    expect(page.locator("#card-0-0-0-line")).to_have_class("card turned accepted")
    expect(page.locator(".sheet .is-new")).to_have_text(line or "")
    expect(other.locator("[data-question]").first).to_have_value("88")


def test_own_words_are_checked_and_taken(page: Page) -> None:
    card = review(page)
    deed(card, "edit").click()
    words = card.locator("[data-lines]")
    expect(words).to_be_focused()
    words.fill("Hold 5 trainings for <b>checkout</b>")
    deed(card, "reword").click()
    expect(card.locator(".rules")).to_contain_text("K03")
    expect(card.locator(".rules .bad").first).to_be_visible()
    deed(card, "accept").click()
    expect(page.locator(".sheet .is-new")).to_contain_text("Hold 5 trainings for <b>checkout</b>")
    assert page.locator(".sheet b").count() == 0


def test_a_bad_answer_is_told_beside_its_question(page: Page) -> None:
    card = review(page)
    card.locator("[data-question]").first.fill("a lot")
    card.locator("[data-question]").first.press("Enter")
    expect(card.locator(".fault")).to_contain_text("holds no number")
    expect(card.locator("[data-question]").first).to_have_value("a lot")


def test_a_line_can_stay_as_it_is(page: Page) -> None:
    card = review(page)
    deed(card, "keep").click()
    expect(card.locator(".state")).to_have_text("Kept as it was")
    expect(card.locator(".after")).to_be_hidden()
    expect(page.locator(".sheet .is-new")).to_have_count(0)


def test_the_finished_set_is_downloaded_and_goes_back_into_the_draft(
    page: Page, tmp_path: Path
) -> None:
    card = review(page)
    deed(card, "accept").click()
    expect(page.locator(".sheet .is-new")).to_have_count(1)
    for name, ending in (("Word", "docx"), ("Excel", "xlsx"), ("Markdown", "md")):
        with page.expect_download() as caught:
            page.locator("#finished").get_by_role("button", name=name).click()
        assert caught.value.suggested_filename == f"okr.{ending}"
        caught.value.save_as(tmp_path / ending)
    assert "Initiative: Launch the new checkout page" in (tmp_path / "md").read_text("utf-8")
    page.locator("[data-deed=go-on]").click()
    expect(page.locator(".finding").first).to_be_visible()
    assert "Initiative: Launch the new checkout page" in page.input_value("#draft")


def test_a_card_is_decided_with_the_keyboard_alone(page: Page) -> None:
    card = review(page)
    deed(card, "keep").focus()
    page.keyboard.press("Enter")
    expect(deed(card, "undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(deed(card, "accept")).to_be_focused()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 380)])
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_the_page_is_accessible_and_fits(
    chromium: Browser, address: str, language: str, scheme: str, width: int
) -> None:
    context = chromium.new_context(
        base_url=address,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 800},
        bypass_csp=True,
    )
    page = context.new_page()
    card = review(page, language)
    deed(page.locator(".card").last, "edit").click()
    deed(card, "accept").click()
    expect(page.locator(".sheet .is-new")).to_have_count(1)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_without_a_script_the_suggestions_are_there(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/?lang=en")
    page.fill("#draft", DRAFTS["en"])
    page.click("#improve")
    card = page.locator("#card-0-0-0-line")
    expect(card.locator(".after")).to_contain_text("[target to set]")
    expect(deed(card, "accept")).to_be_hidden()
    card.locator("[data-question]").first.fill("31")
    page.get_by_role("button", name="Put the answers in").click()
    expect(card.locator(".after")).to_contain_text("31%")
    context.close()
