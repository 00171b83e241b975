import numpy as np

from assistant.knowledge.library import shipped_knowledge
from assistant.models import Language
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.dictionary import Translation, learnt
from assistant.retrieval.filters import Filters
from assistant.retrieval.lexical import Lexical
from assistant.retrieval.meaning import Meaning
from assistant.retrieval.named import subject
from assistant.retrieval.ranking import fused, measured_weights
from assistant.retrieval.search import Searcher
from assistant.retrieval.shipped import shipped
from tests.retrieval.doubles import WordEmbedder, passage, small_corpus

BOTH = [
    passage(f"gate#{n}", title, title, language)
    for n, pair in enumerate([("Badge lost", "工牌丢失"), ("Badge found", "工牌找到")])
    for title, language in zip(pair, (Language.EN, Language.ZH_HANS), strict=True)
]


def test_the_twins_teach_which_words_go_together() -> None:
    corpus = small_corpus(*BOTH)
    found = learnt(corpus)
    assert found["badg"][0] == Translation("工牌", 1.0)
    assert found["工牌"][0] == Translation("badg", 1.0)


def test_twins_teach_line_by_line_and_what_english_quotes_is_no_translation() -> None:
    lines = [("Badge\nsay 工牌", "工牌\n说出来"), ("Badge\nsay 工牌", "工牌\n说出来")]
    corpus = small_corpus(
        *(
            passage(f"gate#{n}", str(n), text, language)
            for n, pair in enumerate(lines)
            for text, language in zip(pair, (Language.EN, Language.ZH_HANS), strict=True)
        )
    )
    found = learnt(corpus)
    assert [each.word for each in found["工牌"]] == ["badg"]
    assert [each.word for each in found["badg"]] == ["工牌"]


def test_a_question_finds_words_of_the_other_language_by_the_dictionary() -> None:
    lexical = Lexical(["the badge is lost"], ["Badge"], {"工牌": (Translation("badg", 0.8),)})
    assert lexical.scores("工牌")[0] > 0
    assert Lexical(["the badge is lost"], ["Badge"]).scores("工牌")[0] == 0


def test_the_dictionary_that_ships_knows_the_words_of_the_trade() -> None:
    dictionary = shipped().dictionary
    assert [dictionary[word][0].word for word in ("护栏", "清关")] == ["guardrail", "clearanc"]


def test_what_all_passages_of_a_language_share_counts_for_nothing() -> None:
    drawn = np.random.default_rng(1).standard_normal((120, 16)).astype(np.float32)
    drawn[60:] += 9 * np.eye(16, dtype=np.float32)[0]
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    corpus = small_corpus(
        *(passage(f"en#{n}", f"One {n}", "text") for n in range(60)),
        *(passage(f"zh#{n}", f"一 {n}", "文", Language.ZH_HANS) for n in range(60)),
    )
    scores = Meaning(corpus, drawn).scores(drawn[60], chinese=True)
    assert int(scores.argmax()) == 60
    assert abs(float(scores[:60].mean()) - float(scores[60:].mean())) < 0.1
    assert float((drawn @ drawn[60])[60:].mean() - (drawn @ drawn[60])[:60].mean()) > 0.5


def test_what_questions_share_is_taken_away_where_no_passage_is_in_their_language() -> None:
    drawn = np.random.default_rng(2).standard_normal((60, 16)).astype(np.float32)
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    corpus = small_corpus(*(passage(f"en#{n}", f"One {n}", "text") for n in range(60)))
    asked = drawn[3] + 2 * drawn[7]
    asked /= np.linalg.norm(asked)
    common = np.float32(0.9) * drawn[7]
    found = Meaning(corpus, drawn, {True: common, False: common}).scores(asked, chinese=True)
    assert int(found.argmax()) == 3


def test_where_nothing_is_near_the_words_count_more() -> None:
    words, weights = np.array([1, 0], dtype=np.float32), measured_weights()
    far, near = (np.array([0, each], dtype=np.float32) for each in (0.05, 0.5))
    assert fused(words, words, far, weights).argmax() == 0
    assert fused(words, words, near, weights).argmax() == 1


def test_a_question_in_traditional_is_looked_for_as_one_in_simplified() -> None:
    assert subject("產線換線要弄半天") == "产线换线要弄半天"
    corpus = small_corpus(passage("gate#a", "工牌遺失", "當天報告。", Language.ZH_HANT))
    assert "工牌遗失" in corpus.meant[0]
    assert "工牌遺失" in corpus.passages[0].title


def test_a_near_duplicate_is_shown_once_and_one_document_does_not_fill_the_answer() -> None:
    twice = [
        passage(f"copy{n}#a", "Lost badges", "Report lost badges at the gate.", document="Gate")
        for n in (1, 2)
    ]
    long = [
        passage(f"rules#{n}", f"Badges {n}", f"Badges rule number {n} {word}.")
        for n, word in enumerate(["one", "two", "three", "four", "five"])
    ]
    other = passage("night#shift", "Night shift", "Badges of the night shift open the gate.")
    corpus = small_corpus(*twice, *long, other)
    found = Searcher(corpus).search("badges", limit=8).passages
    assert [one.passage_id for one in found].count("copy1#a") == 1
    assert "copy2#a" not in [one.passage_id for one in found]


def test_content_of_one_language_is_found_and_told_as_such() -> None:
    corpus = Corpus(
        [passage("gate#badge", "工牌", "工牌丢失后当天报告。", Language.ZH_HANS)],
        shipped_knowledge().taxonomy,
    )
    embedder = WordEmbedder()
    vectors = embedder.passages(corpus.meant)
    answer = Searcher(corpus, embedder, vectors).search(
        "工牌 lost badge report", language=Language.EN
    )
    assert answer.fallback_language is Language.ZH_HANS
    assert answer.passages[0].text == "工牌丢失后当天报告。"
    hant = Searcher(corpus).search("工牌丟失", Filters(kind="document"), language=Language.ZH_HANT)
    assert hant.passages[0].language is Language.ZH_HANS
