from assistant.knowledge.library import shipped_knowledge
from assistant.models import Language
from assistant.models.knowledge import PassageKind
from assistant.models.passage import Passage, SearchAnswer
from assistant.rendering.passages import listing
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.lexical import Lexical
from assistant.retrieval.passages import passages_of, worded_text


def shipped() -> dict[str, Passage]:
    return {passage.key: passage for passage in passages_of(shipped_knowledge())}


def test_every_passage_resolves_to_sources_of_the_manifest() -> None:
    manifest = shipped_knowledge().sources
    for passage in shipped().values():
        assert passage.source == passage.sources[0]
        assert {source.id for source in passage.sources} <= set(manifest), passage.key


def test_a_section_a_metric_and_an_example_are_each_one_passage_a_language() -> None:
    knowledge, passages = shipped_knowledge(), shipped()
    sections = sum(len(document.sections) for document in knowledge.documents)
    assert len(passages) == sections + 2 * (len(knowledge.metrics) + len(knowledge.examples))


def test_twins_share_their_id_and_differ_in_language() -> None:
    passages = shipped()
    english = passages["metrics#on-time-delivery-rate@en"]
    chinese = passages["metrics#on-time-delivery-rate@zh-Hans"]
    assert english.passage_id == chinese.passage_id
    assert (english.title, chinese.title) == ("On-time delivery rate", "准时交付率")


def test_a_metric_names_its_systems_as_its_readers_call_them() -> None:
    passages = shipped()
    english = passages["metrics#time-spent-per-user@en"].text
    chinese = passages["metrics#time-spent-per-user@zh-Hans"].text
    assert "Data from: product analytics" in english
    assert "数据来源：产品分析平台" in chinese


def test_a_metric_says_what_it_is_how_it_is_counted_and_gamed_and_what_guards_it() -> None:
    text = shipped()["metrics#on-time-delivery-rate@zh-Hans"].text
    for label in ("定义：", "公式：", "单位：%；越高越好", "怎样被做假：", "护栏指标："):
        assert label in text


def test_an_example_says_that_its_numbers_are_illustrative() -> None:
    for passage in shipped().values():
        if passage.kind is PassageKind.EXAMPLE:
            said = "illustrative" if passage.language is Language.EN else "示意"
            assert said in passage.text


def test_what_is_searched_names_the_industry_and_leaves_out_the_marks_of_sources() -> None:
    taxonomy, passages = shipped_knowledge().taxonomy, shipped()
    section = passages["aligning-without-copying#answer@en"]
    assert "[seed-003]" in section.text
    assert "[seed-003]" not in worded_text(section, taxonomy)
    metric = passages["metrics#non-performing-loan-ratio@zh-Hans"]
    assert "银行与金融科技" in worded_text(metric, taxonomy)


def test_how_people_ask_is_searched_in_the_language_of_the_passage_and_never_shown() -> None:
    corpus = Corpus.of(shipped_knowledge())
    places = {passage.key: place for place, passage in enumerate(corpus.passages)}
    place = places["mid-cycle-review#red-lines@zh-Hans"]
    for searched in (corpus.worded[place], corpus.meant[place]):
        assert "进度滞后" in searched
        assert "off track, behind" not in searched
    assert "进度滞后" not in corpus.passages[place].model_dump_json()
    first = Lexical(corpus.worded, [each.title for each in corpus.passages])
    best = corpus.passages[int(first.scores("進度滯後").argmax())]
    assert best.passage_id == "mid-cycle-review#red-lines"


def test_a_passage_for_every_industry_is_listed_without_naming_any() -> None:
    passage = shipped()["mid-cycle-review#red-lines@en"]
    answer = SearchAnswer(query="red", mode="lexical", fallback_language=None, passages=[passage])
    shown = listing(answer, Language.EN).splitlines()
    assert shown[1] == "   mid-cycle-review#red-lines · Cadence"
