from __future__ import annotations

import io
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from docx import Document
from openpyxl import Workbook
from starlette.testclient import TestClient

from api.pages import LANGUAGES
from api.samples import samples
from assistant.rules.library import load_library
from tests.api.drafts import DRAFTS, ENGLISH, SIMPLIFIED, long_draft

Csrf = Callable[..., str]

CODES = [code for code, _ in LANGUAGES]
HOSTILE = "</textarea></mark><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{7*7}}"


class Inline(HTMLParser):
    """Finds what a strict policy forbids: scripts, styles and handlers in the page itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in given):
            self.found.append(tag)
        self.found += [name for name in given if name == "style" or name.startswith("on")]


def check(client: TestClient, csrf: Csrf, draft: str, path: str = "/ui/check", **more: str) -> str:
    form = {"csrf": csrf(client), "draft": draft, **more}
    return client.post(path, files={key: (None, value) for key, value in form.items()}).text


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("path", ["/", "/rules", "/about", "/?sample=zh-Hant-bad"])
def test_pages_speak_each_language(client: TestClient, path: str, code: str) -> None:
    mark = "&" if "?" in path else "?"
    html = client.get(f"{path}{mark}lang={code}").text
    assert f'<html lang="{code}">' in html
    assert Inline(html).found == []
    marker = {"en": "Rules", "zh-Hans": "规则", "zh-Hant": "規則"}[code]
    assert marker in words(html)


def test_the_language_is_remembered(client: TestClient) -> None:
    client.get("/?lang=zh-Hant")
    assert '<html lang="zh-Hant">' in client.get("/about").text


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("rule", sorted(load_library(None).rules))
def test_every_rule_has_its_page(client: TestClient, rule: str, code: str) -> None:
    html = client.get(f"/rules/{rule}?lang={code}").text
    assert f'<span class="rule-id">{rule}</span>' in html
    assert 'class="bad"' in html
    assert 'class="sources"' in html
    assert not re.search(r"\{[a-z_]+\}", words(html.partition('class="sources"')[0]))


def test_every_source_of_a_rule_has_a_title(client: TestClient) -> None:
    for rule in load_library(None).rules:
        for source in client.get(f"/v1/rules/{rule}").json()["sources"]:
            assert source["title"] != source["key"], rule


@pytest.mark.parametrize("language", DRAFTS)
def test_findings_carry_the_place_of_their_words(
    client: TestClient, csrf: Csrf, language: str
) -> None:
    draft = "🎯 2026\n" + DRAFTS[language]
    html = check(client, csrf, draft)
    units = draft.encode("utf-16-le")  # as JavaScript counts
    places = re.findall(
        r'<article class="finding \w+"[^>]*data-start="(\d+)" data-end="(\d+)"[^>]*>.*?'
        r"(?:<q>(.*?)</q>|whole|整)",
        html,
        re.S,
    )
    assert places
    for start, end, quote in places:
        marked = units[2 * int(start) : 2 * int(end)].decode("utf-16-le")
        assert marked == (quote or draft.splitlines()[3].partition("：")[2] or marked)


def test_the_panel_shows_facts_arithmetic_and_what_was_not_read(
    client: TestClient, csrf: Csrf
) -> None:
    shown = words(check(client, csrf, ENGLISH + "\nSee you on Friday, and bring the slides\n"))
    assert "41 → 60%" in shown
    assert "bring the slides" in shown
    assert shown.index("K01") < shown.index("Every set starts with 100")
    assert "Read as plain text" in shown


def test_options_reach_the_check(client: TestClient, csrf: Csrf) -> None:
    draft = "O1: Visitors find what they came for\nKR1: Click-through rate from X% to Y%"
    options = {"final": "true", "messages": "zh-Hans", "profile": "lightweight"}
    html = check(client, csrf, draft, **options)
    assert 'class="finding error"' in html
    assert "错误" in words(html)


def test_an_empty_draft_shows_what_to_expect(client: TestClient, csrf: Csrf) -> None:
    assert "Nothing checked yet" in check(client, csrf, " \n ")


@pytest.mark.parametrize("path", ["/ui/check", "/"])
def test_what_was_typed_is_escaped(client: TestClient, csrf: Csrf, path: str) -> None:
    draft = f"O1: {HOSTILE}\nKR1: Launch {HOSTILE}\n{HOSTILE}\n"
    html = check(client, csrf, draft, path, profile=HOSTILE if path == "/" else "balanced")
    assert Inline(html).found == []
    assert "<img" not in html
    assert "{{7*7}}" in html or path == "/"


File = tuple[str | None, bytes | str]


def sent(client: TestClient, csrf: Csrf, file: File) -> dict[str, File]:
    """A form with a file, as a browser sends it."""
    return {"csrf": (None, csrf(client)), "file": file}


def test_a_hostile_file_name_is_escaped(client: TestClient, csrf: Csrf) -> None:
    files = sent(client, csrf, (HOSTILE + ".md", ENGLISH.encode()))
    response = client.post("/ui/read", files=files)
    assert Inline(response.json()["notice"]).found == []
    assert response.json()["text"] == ENGLISH


@pytest.mark.parametrize("language", DRAFTS)
def test_the_check_works_without_script(client: TestClient, csrf: Csrf, language: str) -> None:
    html = check(client, csrf, DRAFTS[language], "/")
    assert "<!doctype html>" in html
    assert DRAFTS[language].splitlines()[2] in html.split("<textarea", 1)[1]
    assert 'class="finding error"' in html


def test_a_file_is_read_without_script(client: TestClient, csrf: Csrf) -> None:
    files = sent(client, csrf, ("q4.md", SIMPLIFIED.encode("gb18030")))
    html = client.post("/", files=files).text
    assert "上线新版搜索" in html
    assert "Read from q4.md" in words(html)
    assert 'class="finding error"' in html


def test_a_table_is_shown_as_it_was_read(client: TestClient, csrf: Csrf) -> None:
    book = Workbook()
    sheet = book.create_sheet("表", 0)
    for row in (
        ["目标", "关键结果", "目标值", "心情"],
        ["读者能找到想看的内容", "搜索后点击率", "60%", "好"],
    ):
        sheet.append(row)
    packed = io.BytesIO()
    book.save(packed)
    files = sent(client, csrf, ("表.xlsx", packed.getvalue()))
    read = client.post("/ui/read?lang=zh-Hans", files=files).json()
    assert read["text"] == "O1：读者能找到想看的内容\n  KR1.1：搜索后点击率\n    目标值：60%\n"
    shown = words(read["notice"])
    assert "心情 未使用" in shown
    assert 'class="finding' in check(client, csrf, read["text"])


def test_a_table_of_a_document_is_read_again_from_the_page(client: TestClient, csrf: Csrf) -> None:
    document = Document()
    table = document.add_table(rows=2, cols=3)
    cells = ("Objective", "Key result", "Target", "Members come back", "Visits a week", "40")
    for place, text in enumerate(cells):
        table.cell(place // 3, place % 3).text = text
    packed = io.BytesIO()
    document.save(packed)
    files = sent(client, csrf, ("plan.docx", packed.getvalue()))
    text = client.post("/ui/read", files=files).json()["text"]
    shown = words(check(client, csrf, text))
    assert "O1 Members come back" in shown
    assert "KR1.1 Visits a week" in shown


def test_all_results_are_in_the_language_of_the_draft(client: TestClient, csrf: Csrf) -> None:
    html = check(client, csrf, SIMPLIFIED)
    assert 'lang="zh-Hans"' in html
    assert "得分" in words(html)
    assert "Score" not in words(html)


def test_what_stands_around_the_results_is_in_the_language_of_the_page(
    client: TestClient, csrf: Csrf
) -> None:
    around = words(check(client, csrf, SIMPLIFIED, "/ui/check?lang=en"))
    assert "Take the report with you" in around
    assert "Download Markdown" in around
    english = "O1: Fewer calls\nKR1: Cut calls to 5\n"
    around = words(check(client, csrf, english, "/ui/check?lang=zh-Hant"))
    assert "0 個錯誤" in around
    assert "讀取方式" in around
    assert "Every set starts with" in around


def test_an_objective_that_was_not_written_is_not_called_well(
    client: TestClient, csrf: Csrf
) -> None:
    html = check(client, csrf, "KR1: Raise renewal rate from 80% to 90%\n")
    objective = html.split('class="line is-objective')[1].split("</section>")[0]
    assert "(no objective written; its key results were checked alone)" in words(objective)
    assert "well" not in objective


def test_the_verdict_is_told_with_its_reason(client: TestClient, csrf: Csrf) -> None:
    shown = words(check(client, csrf, "目标：客户更满意\nKR1：上线新系统\nKR2：召开三次例会\n"))
    assert "“建议重写”：一半或以上的关键结果不可衡量（K01），得分再高也是如此。" in shown
    assert "最严重的一处算。得分只用来" in shown


def test_traditional_says_what_taiwan_says(client: TestClient) -> None:
    shown = words(client.get("/?lang=zh-Hant").text)
    assert "數位醫療" in shown
    assert "純文字" in shown
    assert not [
        word
        for word in ("質量", "純文本", "數字醫療", "示例", "許可權", "賬", "當前", "郵箱")
        if word in shown
    ]


def test_a_unit_is_shown_in_traditional(client: TestClient, csrf: Csrf) -> None:
    draft = "O1：讓借書變快\nKR1：排隊時間由 45分鐘降至 20分鐘\n"
    chips = re.findall(r'<span class="chip[^>]*>([^<]*)<', check(client, csrf, draft))
    assert any("20分鐘" in chip for chip in chips)


def test_a_file_that_cannot_be_read_is_told(client: TestClient, csrf: Csrf) -> None:
    files = sent(client, csrf, ("scan.pdf", b"%PDF-1.7 ..."))
    response = client.post("/ui/read", files=files)
    assert response.status_code == 415
    assert "problem-text" in response.text


def test_a_long_draft_is_shown_too(client: TestClient, csrf: Csrf) -> None:
    html = check(client, csrf, long_draft(60))
    assert html.count('<span class="label">') == 300


@pytest.mark.parametrize(("form", "ending"), [("markdown", "md"), ("json", "json")])
def test_the_report_is_downloaded(client: TestClient, csrf: Csrf, form: str, ending: str) -> None:
    data = {"csrf": csrf(client), "draft": ENGLISH}
    response = client.post(f"/ui/report?format={form}", data=data)
    assert response.headers["content-disposition"] == f'attachment; filename="okr-check.{ending}"'
    assert "K01" in response.text


@pytest.mark.parametrize("one", samples(), ids=lambda one: one.id)
def test_samples_are_what_they_are_called(client: TestClient, one: object) -> None:
    text = client.get(f"/samples/{one.id}").text  # type: ignore[attr-defined]
    (answer,) = client.post("/v1/check", content=text.encode()).json()
    severities = {finding["severity"] for finding in answer["findings"]}
    assert answer["language"] == one.language  # type: ignore[attr-defined]
    if one.quality == "good":  # type: ignore[attr-defined]
        assert (answer["verdict"], "error" in severities) == ("ready", False)
    else:
        assert (answer["verdict"], severities >= {"error", "warning"}) == ("rework", True)


def test_an_unknown_sample_is_told(client: TestClient) -> None:
    assert client.get("/?sample=nope").status_code == 404
    assert client.get("/samples/nope").json()["code"] == "not_found.sample"
