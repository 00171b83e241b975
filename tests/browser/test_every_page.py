from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/library",
    "/library?q=%E5%87%86%E6%97%B6%E4%BA%A4%E4%BB%98",
    "/library/metrics/on-time-delivery-rate",
    "/library/industries/new-energy",
    "/library/documents/dmall",
    "/guides",
    "/guides?kind=template",
    "/checkins",
    "/checkins?sample=zh-Hans",
    "/?sample=zh-Hans-bad",
    "/rules",
    "/rules/S02",
    "/about",
    "/nothing",
]
LOOKED_AT = [
    ("/", "light"),
    ("/?sample=en-bad", "light"),
    ("/?sample=en-bad", "dark"),
    ("/?sample=zh-Hant-bad&lang=zh-Hant", "dark"),
    ("/rules", "light"),
    ("/rules/K03", "dark"),
    ("/about", "light"),
    ("/library?q=guardrail", "light"),
    ("/library?q=on-time&lang=zh-Hant", "dark"),
    ("/library/metrics/labour-cost-share", "dark"),
    ("/library/industries/retail", "light"),
    ("/library/documents/spotify", "dark"),
]
GRAVE = {"serious", "critical"}


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(("path", "scheme"), LOOKED_AT)
def test_no_page_is_hard_to_use_for_anyone(
    chromium: Browser, address: str, path: str, scheme: str
) -> None:
    context = chromium.new_context(base_url=address, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(path)
    if "sample" in path:
        expect(page.locator(".finding").first).to_be_visible()
        page.locator(".why summary").first.click()
        page.locator(".finding").nth(1).hover()
    assert violations(page) == []
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    dark = sum(int(part) for part in ground.strip("rgb()").split(",")) < 128 * 3
    assert dark == (scheme == "dark")
    context.close()


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_no_page_is_wider_than_a_phone(page: Page, language: str, complaints: list[str]) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for path in PAGES:
        mark = "&" if "?" in path else "?"
        page.goto(f"{path}{mark}lang={language}")
        assert page.evaluate("document.documentElement.scrollWidth") == 360, path
    complaints.clear()  # the browser notes the status 404


def test_the_skip_link_comes_first_on_every_page(page: Page) -> None:
    for path in ("/rules", "/about"):
        page.goto(path)
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
