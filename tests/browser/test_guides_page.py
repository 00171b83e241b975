"""The page on which guides and template sets are made."""

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
