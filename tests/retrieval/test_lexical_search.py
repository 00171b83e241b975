import pytest

from assistant.errors import UsageError
from assistant.knowledge.library import shipped_knowledge
from assistant.models import Language
from assistant.models.passage import SearchAnswer
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.filters import Filters
from assistant.retrieval.search import Searcher


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return Searcher(Corpus.of(shipped_knowledge()))


def ids(answer: SearchAnswer) -> list[str]:
    return [passage.passage_id for passage in answer.passages]


@pytest.mark.parametrize(
    ("query", "language", "title"),
    [
        ("on-time delivery rate formula", Language.EN, "On-time delivery rate"),
        ("准时交付率怎么算", Language.ZH_HANS, "准时交付率"),
        ("準時交付率怎麼算", Language.ZH_HANT, "準時交付率"),
    ],
)
def test_a_metric_is_found_by_its_name_in_the_language_of_the_asker(
    searcher: Searcher, query: str, language: Language, title: str
) -> None:
    answer = searcher.search(query)
    assert (answer.passages[0].title, answer.passages[0].language) == (title, language)
    assert (answer.mode, answer.fallback_language) == ("lexical", None)


def test_twins_are_shown_once(searcher: Searcher) -> None:
    found = ids(searcher.search("NPS net promoter score 净推荐值", limit=20))
    assert len(found) == len(set(found)) == 20


def test_a_filter_by_industry_keeps_what_fits_every_industry(searcher: Searcher) -> None:
    answer = searcher.search("on-time delivery", Filters(industry="logistics"), limit=20)
    industries = [passage.industries for passage in answer.passages]
    assert all({"logistics", "any"} & set(each) for each in industries)
    assert answer.passages[0].industry == "logistics"


def test_filters_by_function_kind_and_level_hold(searcher: Searcher) -> None:
    filters = Filters(function="quality", kind="example", level="team")
    answer = searcher.search("defects found by customers", filters, limit=10)
    assert answer.passages
    for passage in answer.passages:
        assert ("quality" in passage.functions, passage.kind, passage.level) == (
            True,
            "example",
            "team",
        )


def test_a_query_that_asks_for_documents_in_chinese_gets_them(searcher: Searcher) -> None:
    answer = searcher.search("employee turnover rate", Filters(language="zh"))
    assert {passage.language for passage in answer.passages} == {Language.ZH_HANS}
    assert answer.fallback_language is None


@pytest.mark.parametrize("field", ["industry", "function", "kind", "level", "size", "maturity"])
def test_a_wrong_filter_is_told_with_the_good_ones(searcher: Searcher, field: str) -> None:
    with pytest.raises(UsageError) as caught:
        searcher.search("churn", Filters(**{field: "rocketry"}))
    assert caught.value.field == field
    assert "rocketry" not in str(caught.value.facts["choices"])
    assert len(str(caught.value.facts["choices"])) > 5


@pytest.mark.parametrize(
    "query", ["", "   ", "？！", "qqqq zzzz", "的 了", "\x00\udcff", "[](){}*"]
)
def test_a_query_that_says_nothing_finds_nothing(searcher: Searcher, query: str) -> None:
    assert searcher.search(query).passages == []


def test_a_query_of_a_book_is_answered(searcher: Searcher) -> None:
    answer = searcher.search("客户流失率 churn rate " * 20_000)
    assert "churn" in answer.passages[0].text.lower() or "流失" in answer.passages[0].text


def test_many_queries_are_answered_in_their_order(searcher: Searcher) -> None:
    answers = searcher.search_many(["churn rate", "准时交付率"])
    assert [answer.query for answer in answers] == ["churn rate", "准时交付率"]
    assert answers[1].passages[0].title == "准时交付率"


def test_a_corpus_without_passages_is_searched_in_vain() -> None:
    empty = Searcher(Corpus([], shipped_knowledge().taxonomy))
    assert empty.search("churn").passages == []
