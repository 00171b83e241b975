from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.cards import rendered
from assistant.knowledge.company import Filing, Shelf
from assistant.models.passage import PassageSource
from assistant.settings import Settings
from tests.api.conftest import BASE
from tests.nobody import NOBODY


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("shelf"))


@pytest.fixture(scope="module")
def library(shelf: Shelf) -> Iterator[TestClient]:
    keys = shelf.folder.with_name("keys.json")
    settings = Settings(knowledge_dir=shelf.folder, embedding_base_url=NOBODY, keys_file=keys)
    with TestClient(create_app(settings), base_url=BASE) as client:
        yield client


def test_what_is_found_is_shown_with_its_source_and_how_far_it_can_be_trusted(
    library: TestClient,
) -> None:
    found = library.get("/ui/library", params={"q": "Dmall six steps", "kind": "case"}).text
    assert 'href="/library/documents/dmall#told"' in found
    assert "https://www.feishu.cn/customers/dmall" in found
    page = library.get("/library/documents/dmall").text
    assert "Trust: low. A customer story on the seller&#39;s own page" in page
    assert '<sup title="多点 Dmall：拥抱变化，打造面向未来的组织引擎">1</sup>' in page


@pytest.mark.parametrize(
    ("language", "title", "guardrail"),
    [
        ("en", "Labour cost share", "Voluntary turnover rate"),
        ("zh-Hans", "人工成本占比", "主动离职率"),
        ("zh-Hant", "人事成本佔比", "主動離職率"),
    ],
)
def test_a_metric_is_told_in_the_readers_language(
    library: TestClient, language: str, title: str, guardrail: str
) -> None:
    page = library.get(f"/library/metrics/labour-cost-share?lang={language}").text
    assert f"<h1>{title}</h1>" in page
    assert f'<a href="/library/metrics/voluntary-turnover-rate">{guardrail}</a>' in page


@pytest.mark.parametrize(
    ("language", "system"),
    [("en", "product analytics"), ("zh-Hans", "产品分析平台"), ("zh-Hant", "產品分析平台")],
)
def test_a_metric_names_its_systems_as_its_readers_call_them(
    library: TestClient, language: str, system: str
) -> None:
    page = library.get(f"/library/metrics/time-spent-per-user?lang={language}").text
    assert f"<dd>{system}" in page


def test_an_industry_shows_its_examples_metrics_and_documents(library: TestClient) -> None:
    page = library.get("/library/industries/retail?lang=en").text
    assert 'id="retail-rota-staff-can-plan"' in page
    assert 'href="/library/metrics/checkout-wait-time"' in page
    assert 'href="/library/documents/dmall"' in page


def test_with_filters_alone_the_library_shows_what_fits(library: TestClient) -> None:
    found = library.get("/ui/library", params={"kind": "example", "function": "security"}).text
    assert found.count('class="card"') > 3


@pytest.mark.parametrize(
    "path",
    [
        "/library/metrics/nope",
        "/library/industries/any",
        "/library/industries/mars",
        "/library/documents/..%2F..%2Fetc",
    ],
)
def test_what_is_not_there_is_told_as_a_page(library: TestClient, path: str) -> None:
    response = library.get(path, headers={"accept": "text/html"})
    assert response.status_code == 404
    assert "<h1>" in response.text


def test_a_filter_that_does_not_exist_is_refused(library: TestClient) -> None:
    assert library.get("/ui/library", params={"industry": "mars"}).status_code == 400


def test_a_companys_document_is_shown_as_it_is(
    library: TestClient, shelf: Shelf, tmp_path: Path
) -> None:
    path = tmp_path / "policy.md"
    path.write_text("# 退貨規則\n\n七天內退款。<script>alert(1)</script> [x](javascript:1)")
    added = shelf.add(path, Filing("退貨手冊"))
    page = library.get(f"/library/documents/{added.id}?lang=zh-Hans").text
    assert "退貨規則" in page
    assert "&lt;script&gt;" in page
    assert "javascript:1)" in page
    assert 'href="javascript' not in page


def test_markdown_brings_no_html_links_or_pictures_of_its_own() -> None:
    source = PassageSource(id="own-x", title='A "title" <b>')
    text = "<b>x</b> ![p](http://evil/p.png) [l](http://evil) <http://evil> claim [own-x] [other]"
    assert rendered(text, [source]) == (
        "<p>&lt;b&gt;x&lt;/b&gt; ![p](http://evil/p.png) [l](http://evil) &lt;http://evil&gt; "
        'claim<sup title="A &#34;title&#34; &lt;b&gt;">1</sup> [other]</p>\n'
    )


def test_lines_sent_along_become_a_draft_that_is_escaped_and_bounded(library: TestClient) -> None:
    page = library.get("/", params={"text": "</textarea><script>x</script>" + "a" * 9_000}).text
    assert "&lt;/textarea&gt;&lt;script&gt;" in page
    assert "a" * 4_001 not in page


@pytest.mark.parametrize(
    ("query", "language", "told"),
    [
        ("on-time delivery rate", "en", "Also called: OTD"),
        ("准时交付率", "zh-Hans", "也叫：准时率"),
    ],
)
def test_a_metric_that_is_found_has_its_name_once_and_its_other_names_as_such(
    library: TestClient, query: str, language: str, told: str
) -> None:
    params = {"q": query, "kind": "metric", "lang": language}
    found = library.get("/ui/library", params=params).text
    assert told in found
    card = found.split("<article")[1]
    assert card.split('class="passage"')[1].lower().count(f">{query}") == 0
