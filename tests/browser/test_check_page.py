from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.api.drafts import DRAFTS, ENGLISH
from tests.browser.drafts import open_with

pytestmark = pytest.mark.browser


def caret(page: Page) -> int:
    return int(page.evaluate("document.getElementById('draft').selectionStart"))


def marked(page: Page, rule: str) -> list[str]:
    """The words marked in the draft for a rule's findings."""
    return list(
        page.evaluate(
            """rule => [...document.querySelectorAll('.finding')]
                .filter(card => card.querySelector('.rule').textContent === rule)
                .map(card => [...document.querySelectorAll('#backdrop mark')]
                    .filter(mark => mark.dataset.ids.split(' ').includes(card.id))
                    .map(mark => mark.textContent).join(''))""",
            rule,
        )
    )


@pytest.mark.parametrize("language", DRAFTS)
def test_the_words_of_a_finding_are_marked_in_the_draft(page: Page, language: str) -> None:
    open_with(page, "🎯\n" + DRAFTS[language])
    task = DRAFTS[language].splitlines()[2].replace("：", ":").partition(":")[2].strip()
    assert marked(page, "K01") == [task]
    assert len(marked(page, "K03")[0]) < len(task)


def test_findings_come_while_one_types_and_the_cursor_stays(page: Page) -> None:
    page.goto("/")
    page.locator("#draft").press_sequentially(
        "O1: Visitors come back\nKR1: Launch the shop", delay=5
    )
    expect(page.locator(".finding", has_text="Launch").first).to_be_visible()
    page.evaluate("document.getElementById('draft').setSelectionRange(12, 12)")
    with page.expect_response("**/ui/check"):
        page.locator("#draft").press_sequentially(" gladly", delay=5)
    expect(page.locator(".line").first).to_contain_text("Visitors gladly come back")
    assert caret(page) == 19
    expect(page.locator("#draft")).to_be_focused()


def test_marks_stay_on_their_words_before_the_answer_comes(page: Page) -> None:
    open_with(page, ENGLISH)
    before = marked(page, "K01")
    page.route("**/ui/check", lambda route: None)  # never answered
    page.evaluate("document.getElementById('draft').setSelectionRange(0, 0)")
    page.locator("#draft").press_sequentially("2026 Q4, all shops\n")
    expect(page.locator("#backdrop div").nth(3).locator("mark").first).to_have_text("Launch")
    assert marked(page, "K01") == before == ["Launch the new search"]
    page.unroute_all(behavior="ignoreErrors")


def test_a_finding_leads_to_its_words_and_words_to_their_finding(page: Page) -> None:
    open_with(page, ENGLISH)
    card = page.locator(".finding", has=page.locator(".rule", has_text="K01"))
    card.hover()
    expect(page.locator("#backdrop mark.current").first).to_have_text("Launch")
    card.locator(".message").click()
    selected = "(f => f.value.slice(f.selectionStart, f.selectionEnd))(document.activeElement)"
    assert page.evaluate(selected) == "Launch the new search"
    page.evaluate(
        """draft => {
            const field = document.getElementById('draft');
            field.setSelectionRange(draft.indexOf('unch'), draft.indexOf('unch'));
            field.dispatchEvent(new MouseEvent('click', {bubbles: true}));
        }""",
        ENGLISH,
    )
    expect(page.locator(".finding.current .rule")).to_have_text("K03")


def test_on_a_phone_a_touched_word_shows_its_finding_in_place(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    open_with(page, ENGLISH)
    page.evaluate(
        """offset => {
            const field = document.getElementById('draft');
            field.setSelectionRange(offset, offset);
            field.dispatchEvent(new MouseEvent('click', {bubbles: true}));
        }""",
        ENGLISH.index("unch"),
    )
    expect(page.locator("#peek")).to_be_in_viewport(ratio=1)  # all of its words
    page.click("#peek")
    expect(page.locator(".finding.current")).to_be_in_viewport()


def test_everything_is_reached_with_the_keyboard(page: Page) -> None:
    open_with(page, ENGLISH)
    page.locator(".quote").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#draft")).to_be_focused()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#draft")).to_be_focused()


def test_what_was_unfolded_and_focused_stays_so(page: Page) -> None:
    open_with(page, ENGLISH)
    why = page.locator(".finding", has=page.locator(".rule", has_text="K01")).locator(".why")
    why.locator("summary").click()
    with page.expect_response("**/ui/check"):
        page.select_option("[name=profile]", "lightweight")
    expect(why).to_have_attribute("open", "")


def test_nothing_is_sent_while_a_chinese_word_is_composed(
    page: Page, context: BrowserContext
) -> None:
    page.goto("/?lang=zh-Hans")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if "/ui/" in request.url else None)
    page.locator("#draft").focus()
    session = context.new_cdp_session(page)
    for typed in ("mu", "mubiao", "mu'biao"):
        session.send(
            "Input.imeSetComposition",
            {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)},
        )
        page.wait_for_timeout(300)
    assert sent == []
    with page.expect_response("**/ui/check"):
        session.send("Input.insertText", {"text": "目标一：读者每天都来"})
    expect(page.locator(".line").first).to_contain_text("读者每天都来")
    assert page.input_value("#draft") == "目标一：读者每天都来"


def test_an_answer_to_an_older_draft_is_not_shown(page: Page) -> None:
    page.goto("/")
    for number in range(1, 6):
        page.fill("#draft", f"O1: Visitors of shop {number} come back")
        page.wait_for_timeout(40 * number)
    expect(page.locator(".line").first).to_contain_text("shop 5")


def test_a_reload_loses_nothing(page: Page) -> None:
    open_with(page, ENGLISH)
    page.select_option("[name=profile]", "lightweight")
    page.locator(".switch").click()
    page.reload()
    assert page.input_value("#draft") == ENGLISH
    assert page.input_value("[name=profile]") == "lightweight"
    expect(page.locator("[name=final]")).to_be_checked()
    expect(page.locator(".finding").first).to_be_visible()


def test_the_language_switch_keeps_the_draft(page: Page) -> None:
    open_with(page, ENGLISH)
    page.click("text=繁體")
    assert page.locator("html").get_attribute("lang") == "zh-Hant"
    expect(page.locator("#results-label")).to_have_text("檢查結果")
    expect(page.locator(".summary")).to_contain_text("1 個錯誤")  # counts are the page's own words
    assert page.input_value("#draft") == ENGLISH
    page.select_option("[name=messages]", "zh-Hant")
    expect(page.locator(".finding.error .message").first).to_contain_text("沒有")


def test_a_sample_can_be_tried_and_the_own_draft_brought_back(page: Page) -> None:
    open_with(page, ENGLISH)
    page.click(".menu summary")
    page.click("[data-sample=zh-Hans-bad]")
    expect(page.locator(".set-name")).to_contain_text("客服团队")
    page.click("#undo button")
    assert page.input_value("#draft") == ENGLISH
    page.click("#clear")
    expect(page.locator(".empty")).to_be_visible()


def test_the_report_can_be_taken(page: Page) -> None:
    open_with(page, ENGLISH)
    with page.expect_download() as download:
        page.click("text=Download Markdown")
    assert download.value.suggested_filename == "okr-check.md"
    assert "K01" in download.value.path().read_text(encoding="utf-8")


def test_hostile_words_stay_words(page: Page) -> None:
    hostile = (
        '</textarea></mark><img src=x onerror="window.caught=1"><script>window.caught=1</script>'
    )
    open_with(page, f"O1: {hostile}\nKR1: Launch {hostile}\n{hostile}")
    assert page.evaluate("window.caught") is None
    assert page.locator("#panel img, #backdrop img").count() == 0


def test_the_page_works_without_script(chromium: object, address: str) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto("/")
    page.fill("#draft", DRAFTS["zh-Hant"])
    page.click("#submit")
    assert page.locator(".finding.error").count() == 1
    assert page.input_value("#draft") == DRAFTS["zh-Hant"]
    context.close()


def test_a_service_that_is_gone_is_told(page: Page, complaints: list[str]) -> None:
    open_with(page, ENGLISH)
    page.route("**/ui/check", lambda route: route.abort())
    page.fill("#draft", ENGLISH + "x")
    expect(page.locator("#status")).to_contain_text("does not answer")
    page.unroute_all()
    expect(page.locator(".finding")).to_have_count(0)  # they were about another text
    complaints.clear()  # the browser notes the failed request
