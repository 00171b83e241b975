import pytest

from assistant.models import Language
from assistant.models.knowledge import PassageKind
from assistant.retrieval.named import named, subject
from tests.retrieval.doubles import passage, small_corpus

CALLS = passage("examples#calls", "Calls answered", "Calls answered in a minute").model_copy(
    update={
        "industries": ["telecoms"],
        "functions": ["customer-success"],
        "kind": PassageKind.EXAMPLE,
    }
)
OTHER = passage("examples#beds", "床位", "床位周转", Language.ZH_HANS)


@pytest.mark.parametrize(
    ("query", "gains"),
    [
        ("電信客服部門的關鍵結果範例", 3),
        ("电信公司的目标怎么定", 1),
        ("example OKR for customer service at a telecom carrier", 3),
        ("how often should we meet", 0),
        ("contexts of anything", 0),
    ],
)
def test_what_a_question_names_raises_what_is_filed_under_it(query: str, gains: int) -> None:
    found = named(query, small_corpus(CALLS, OTHER))
    assert found.tolist() == [gains, 0]


@pytest.mark.parametrize(
    ("query", "about"),
    [
        ("储能项目交付团队的OKR怎么写", "储能项目交付团队的 怎么写"),
        ("Q3 OKRs for a bank branch", "Q3 for a bank branch"),
        ("the difference between OKR and KPI", "the difference between OKR and KPI"),
        ("OKR", "OKR"),
    ],
)
def test_okr_is_read_past_where_the_question_says_whose_it_is(query: str, about: str) -> None:
    assert subject(query) == about
