from assistant.knowledge.library import shipped_knowledge
from assistant.knowledge.profiles import industry_documents
from assistant.models import Language
from assistant.models.knowledge import Document, PassageKind
from assistant.models.plans import IndustryProfile, Statement
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.filters import Filters
from assistant.retrieval.search import Searcher


def guides() -> dict[tuple[str, str], Document]:
    found = (each for each in shipped_knowledge().documents if each.head.kind is PassageKind.GUIDE)
    return {(each.head.industries[0], each.head.language): each for each in found}


def test_every_industry_has_a_guide_in_both_languages() -> None:
    industries = set(shipped_knowledge().taxonomy.industries) - {"any"}
    assert set(guides()) == {(each, language) for each in industries for language in ("en", "zh")}


def test_twins_have_the_same_sections_and_name_the_same_sources() -> None:
    for (industry, language), english in guides().items():
        chinese = guides()[industry, "zh"]
        if language == "en":
            assert [each.anchor for each in english.sections] == [
                each.anchor for each in chinese.sections
            ]
            assert english.head.sources == chinese.head.sources


def test_a_statement_keeps_the_marks_of_its_sources() -> None:
    [situation] = [
        each for each in guides()["biopharma", "en"].sections if each.anchor == "situation"
    ]
    assert "[informa-success-2021]" in situation.text
    assert all(line.endswith("]") for line in situation.text.splitlines())


def profile(*pressures: str) -> IndustryProfile:
    told = [Statement(en=each, zh=each, sources=["own"]) for each in pressures]
    why = [Statement(en="Freight has many legs.", zh="货要转几手。", sources=["own"])]
    return IndustryProfile(
        industry="logistics",
        cases=[],
        why=why,
        situation=[],
        pressures=told,
        adoption=[],
        themes=[],
    )


def test_a_lone_sentence_is_no_passage_of_its_own() -> None:
    taxonomy = shipped_knowledge().taxonomy
    [alone, _] = industry_documents([profile("Speed pulls against cost.")], taxonomy, {})
    assert [each.anchor for each in alone.sections] == ["situation"]
    assert alone.sections[0].text.endswith("- Speed pulls against cost. [own]")
    [two, _] = industry_documents([profile("Speed costs.", "Stock costs.")], taxonomy, {})
    assert [each.anchor for each in two.sections] == ["situation", "pressures"]


def test_the_metrics_of_an_industry_are_those_filed_under_it() -> None:
    [metrics] = [each for each in guides()["insurance", "zh"].sections if each.anchor == "metrics"]
    assert "综合成本率" in metrics.text
    assert "每百万" not in metrics.text


def test_an_industry_is_found_by_who_comes_to_it_anew() -> None:
    searcher = Searcher(Corpus.of(shipped_knowledge()))
    for query, language in (
        ("保險業寫OKR要注意什麼", Language.ZH_HANT),
        ("what should a coach watch out for in insurance OKRs", Language.EN),
    ):
        found = searcher.search(query, Filters(), 5, language).passages
        assert "industry-insurance" in {each.passage_id.partition("#")[0] for each in found}


def test_a_practice_may_be_how_to_meet() -> None:
    searcher = Searcher(Corpus.of(shipped_knowledge()))
    for query in ("weekly check in agenda", "季度复盘会怎么开"):
        found = searcher.search(query, Filters(kind="practice"), 5).passages
        assert {each.kind for each in found} >= {PassageKind.CADENCE}, query


def test_rules_are_a_passage_and_conflicts_stand_with_the_pressures() -> None:
    told = Statement(en="Drivers may drive nine hours.", zh="司机最多开九小时。", sources=["own"])
    pull = Statement(en="Sales promises dates.", zh="销售许日期。", sources=["own"])
    full = profile("Speed costs.", "Stock costs.")
    full = full.model_copy(update={"rules": [told], "conflicts": [pull]})
    [document, _] = industry_documents([full], shipped_knowledge().taxonomy, {})
    by_anchor = {each.anchor: each for each in document.sections}
    assert list(by_anchor) == ["situation", "rules", "pressures"]
    assert by_anchor["rules"].text == "- Drivers may drive nine hours. [own]"
    assert by_anchor["pressures"].text.endswith("- Sales promises dates. [own]")


def test_of_a_long_story_the_search_holds_its_first_sentence() -> None:
    story = Statement(
        en="A ferry line began with two crews in 2031. No. 2 of its lines followed.",
        zh="一家轮渡公司2031年从两个班组开始。后来又加了一条航线。",
        sources=["own"],
    )
    names = shipped_knowledge().taxonomy
    told = profile("Space is short.").model_copy(update={"adopters": [story]})
    made = {each.head.language: each for each in industry_documents([told], names, {})}
    texts = {
        key: section.text
        for key, each in made.items()
        for section in each.sections
        if section.anchor == "adoption"
    }
    assert texts["en"] == "- A ferry line began with two crews in 2031. [own]"
    assert texts["zh"] == "- 一家轮渡公司2031年从两个班组开始。 [own]"
