"""The page on which guides and template sets are made."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser
BAD = {"serious", "critical"}


def test_the_preview_follows_the_form(page: Page, address: str) -> None:
    page.goto(f"{address}/guides?lang=zh-Hans")
    expect(page.locator("#preview h1")).to_have_text("OKR实施指南：智能制造")
    page.get_by_role("combobox", name="行业", exact=True).select_option("logistics")
    expect(page.locator("#preview h1")).to_have_text("OKR实施指南：物流")
    assert "industry=logistics" in page.url


def test_a_document_can_be_downloaded(page: Page, address: str) -> None:
    page.goto(f"{address}/guides?kind=template&industry=saas&lang=en")
    with page.expect_download() as caught:
        page.locator("#downloads [data-format=xlsx]").click()
    assert caught.value.suggested_filename == "okr-template.xlsx"


def test_the_preview_can_be_edited_where_it_stands(page: Page, address: str) -> None:
    page.goto(f"{address}/guides?lang=en")
    page.get_by_role("button", name="Edit here").click()
    page.locator("#preview h1").click()
    page.keyboard.press("End")
    page.keyboard.type(" of ours")
    expect(page.locator("#preview h1")).to_have_text(
        "OKR implementation guide: Smart manufacturing of ours"
    )


@pytest.mark.parametrize("kind", ["guide", "template"])
@pytest.mark.parametrize("width", [380, 1280])
def test_the_page_is_accessible_and_fits(page: Page, address: str, kind: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/guides?kind={kind}&lang=zh-Hant")
    found = [each for each in Axe().run(page).response["violations"] if each["impact"] in BAD]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


BROKEN_WORDS = """() => {
  const broken = [], walker = document.createTreeWalker(
    document.querySelector("#preview"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const word of node.textContent.matchAll(/[A-Za-z]{3,}/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(each => Math.round(each.top)));
      if (lines.size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("kind", ["guide", "template"])
def test_no_word_is_broken_on_a_narrow_screen(page: Page, address: str, kind: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{address}/guides?kind={kind}&industry=logistics&maturity=piloting&lang=en")
    expect(page.locator("#preview h1")).to_contain_text("Logistics")
    assert page.evaluate(BROKEN_WORDS) == []


def test_it_prints_to_a_pdf_without_the_form(page: Page, address: str) -> None:
    page.goto(f"{address}/guides?lang=zh-Hans")
    page.emulate_media(media="print")
    assert not page.locator("#guides").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_while_the_preview_is_made_the_page_says_so(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/ui/guides?*", lambda route: held.append(route))
    page.goto(f"{address}/guides?lang=en")
    with page.expect_request("**/ui/guides?*"):
        page.get_by_role("combobox", name="Industry", exact=True).select_option("logistics")
    expect(page.locator("#state")).to_have_text("Making the preview …")
    expect(page.locator("#preview")).to_have_attribute("aria-busy", "true")
    held[-1].continue_()
    expect(page.locator("#preview h1")).to_have_text("OKR implementation guide: Logistics")
    expect(page.locator("#state")).to_be_empty()


def test_a_preview_that_fails_is_told(page: Page, address: str, complaints: list[str]) -> None:
    page.route("**/ui/guides?*", lambda route: route.abort())
    page.goto(f"{address}/guides?lang=zh-Hans")
    page.get_by_role("combobox", name="行业", exact=True).select_option("logistics")
    expect(page.locator("#state")).to_have_text("预览没有生成，改动任一项即可重试。")
    complaints.clear()  # the browser tells the lost request too


def test_editing_keeps_the_layout_and_can_be_ended(page: Page, address: str) -> None:
    page.goto(f"{address}/guides?lang=zh-Hans")
    height = page.locator("#preview").evaluate("each => each.offsetHeight")
    page.get_by_role("button", name="直接修改").click()
    assert page.locator("#preview").evaluate("each => each.offsetHeight") == height
    page.get_by_role("button", name="结束修改").click()
    expect(page.locator("#preview")).not_to_have_attribute("contenteditable", "true")
    expect(page.get_by_role("button", name="直接修改")).to_be_visible()


def test_what_was_edited_goes_into_html_and_is_not_dropped_unasked(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/guides?lang=en")
    page.get_by_role("button", name="Edit here").click()
    page.locator("#preview h1").click()
    page.keyboard.press("End")
    page.keyboard.type(" of ours")
    page.get_by_role("combobox", name="Industry", exact=True).select_option("logistics")
    expect(page.locator("#state")).to_contain_text("your edited text stays")
    expect(page.locator("#preview h1")).to_contain_text("of ours")
    with page.expect_download() as caught:
        page.locator("#downloads [data-format=html]").click()
    assert caught.value.suggested_filename == "okr-guide.html"
    written = caught.value.path().read_text("utf-8")
    assert "Smart manufacturing of ours</h1>" in written
    assert "<style>" in written
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]


def test_a_bad_value_is_told_at_its_field_and_the_document_stays(page: Page, address: str) -> None:
    page.goto(f"{address}/guides?lang=zh-Hans")
    field = page.get_by_role("textbox", name="周期", exact=True)
    field.fill("下个季度")
    told = page.locator("#bad-cycle")
    expect(told).to_contain_text("“周期”填的内容用不了")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#preview h1")).to_be_visible()
    page.locator("#downloads [data-format=docx]").click(force=True)
    expect(field).to_be_focused()
    field.fill("2027-Q1")
    expect(told).to_be_hidden()
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_on_a_phone_the_preview_is_one_touch_away(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/guides?lang=en")
    jump = page.get_by_role("link", name="To the preview")
    expect(jump).to_be_in_viewport()
    jump.click()
    expect(page.get_by_role("heading", name="Preview")).to_be_in_viewport()
    page.get_by_role("link", name="Back to the form").click()
    expect(page.get_by_role("radio", name="Implementation guide")).to_be_in_viewport()


def test_no_scroll_bar_is_printed(page: Page, address: str) -> None:
    page.goto(f"{address}/guides?lang=zh-Hans")
    page.emulate_media(media="print")
    shown = "all => all.map(each => getComputedStyle(each).overflowX)"
    assert set(page.locator("#preview .wide").evaluate_all(shown)) == {"visible"}


def test_a_link_opened_in_a_new_tab_leads_to_what_the_form_says(page: Page, address: str) -> None:
    page.goto(f"{address}/guides?kind=template&lang=en")
    link = page.locator("#downloads [data-format=docx]")
    page.get_by_role("combobox", name="Industry", exact=True).select_option("logistics")
    expect(link).to_have_attribute("href", re.compile(r"industry=logistics.*&format=docx"))
    page.get_by_role("textbox", name="Number of people").fill("300")
    expect(link).to_have_attribute("href", re.compile(r"people=300.*&format=docx"))


@pytest.mark.parametrize("height", [700, 1000])
def test_a_bad_day_is_told_in_sight_beside_its_field(page: Page, address: str, height: int) -> None:
    page.set_viewport_size({"width": 1400, "height": height})
    page.goto(f"{address}/guides?lang=zh-Hans")
    expect(page.locator("#preview h1")).to_be_visible()
    start, end = page.locator("input[name=start]"), page.locator("input[name=end]")
    start.scroll_into_view_if_needed()
    expect(start).to_be_in_viewport()
    start.fill("2027-06-01")
    end.fill("2027-03-01")
    told = page.locator("#bad-end")
    expect(told).to_contain_text("开始日期（2027-06-01）之后的日期")
    expect(told).to_be_in_viewport(ratio=1)
    expect(end).to_be_in_viewport(ratio=1)


def test_the_number_of_people_is_taken_as_the_size(page: Page, address: str) -> None:
    page.goto(f"{address}/guides?lang=en")
    people = page.get_by_role("textbox", name="Number of people")
    people.fill("1200")
    expect(page.locator("#preview .note").first).to_contain_text("1200 people (counted as 251")
    people.fill("1000-20")
    expect(page.locator("#bad-people")).to_contain_text("such as 20-1000")
    expect(people).to_have_attribute("aria-invalid", "true")


def test_every_bad_value_is_told_at_its_own_field(page: Page, address: str) -> None:
    page.goto(f"{address}/guides?lang=zh-Hant")
    page.locator("input[name=people]").fill("很多")
    page.locator("input[name=cycle]").fill("下個季度")
    expect(page.locator("#bad-people")).to_contain_text("人數")
    expect(page.locator("#bad-cycle")).to_contain_text("週期")
