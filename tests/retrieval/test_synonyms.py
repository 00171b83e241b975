"""What people say instead: a question finds a passage by words that neither it nor its twin has."""

import pytest

from assistant.knowledge.library import shipped_knowledge
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.lexical import Lexical
from assistant.retrieval.shipped import shipped
from assistant.retrieval.synonyms import Synonyms, spelled, written
from assistant.retrieval.tokens import tokens

DEPOT = Synonyms([[("parcel",), ("load", "unit"), ("包裹",)], [("parcel",), ("plot",), ("地块",)]])


def test_the_synonyms_that_ship_are_those_of_the_files() -> None:
    """Where this fails, the files have changed: `knowledge build --ship` reads them anew."""
    assert [list(group) for group in shipped().synonyms.groups] == [
        list(each) for each in written()
    ]
    assert shipped().synonyms.texts == spelled()


def test_a_word_stands_for_the_others_of_each_of_its_groups() -> None:
    assert DEPOT.of(["late", "parcel"]) == ({"load unit", "plot"}, {"包裹", "地块"})


def test_a_term_of_two_words_is_known_where_they_stand_side_by_side() -> None:
    assert DEPOT.of(["load", "unit"]) == ({"parcel"}, {"包裹"})
    assert DEPOT.of(["unit", "load"]) == (set(), set())


@pytest.mark.parametrize(
    ("asked", "found"),
    [("包裹丢了", {"parcel", "plot"}), ("大包裹箱", {"box"}), ("包 裹", set())],
)
def test_a_chinese_term_is_known_as_it_is_written_the_longest_first(
    asked: str, found: set[str]
) -> None:
    groups = [[("parcel",), ("包裹",)], [("plot",), ("包裹",)], [("box",), ("包裹", "箱")]]
    known = Synonyms(groups, {"包裹": ("包裹",), "包裹箱": ("包裹", "箱")})
    assert known.of([], asked)[1] == found


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("bed sores", "压力性损伤发生率"),
        ("褥疮", "Share of patients with a new pressure injury"),
        ("褥瘡", "住院患者压力性损伤发生率"),
        ("close the books faster", "月结天数"),
        ("产线换模换线要弄半天", "Changeover time on the bottleneck"),
        ("產線換模換線要弄半天", "Changeover time on the bottleneck"),
        ("撿貨常出錯", "Picking accuracy"),
    ],
)
def test_what_is_said_otherwise_or_in_the_other_language_is_found(asked: str, said: str) -> None:
    texts = ["Share of orders delivered on time", said, "员工满意度"]
    words = Lexical(texts, texts, synonyms=shipped().synonyms)
    assert max(range(3), key=lambda place: words.scores(asked)[place]) == 1


def test_a_passage_in_the_words_of_the_question_stands_before_one_in_others() -> None:
    texts = ["Late parcels", "Late load units", "Late plots"]
    scores = Lexical(texts, texts, synonyms=DEPOT).scores("late parcel")
    assert scores[0] > scores[1] > 0


def test_the_knowledge_base_has_the_words_of_most_groups() -> None:
    known = {word for text in Corpus.of(shipped_knowledge()).worded for word in tokens(text)}
    reached = [group for group in written() if any(set(term) <= known for term in group)]
    assert len(reached) > 1_500
