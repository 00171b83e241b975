import pytest

from assistant.models import Language
from assistant.models.knowledge import PassageKind
from assistant.retrieval.named import named, subject
from assistant.retrieval.ranking import measured_weights
from tests.retrieval.doubles import passage, small_corpus

WEIGHTS = measured_weights()
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
        ("电信公司的客户为什么离网", 1),
        ("example OKR for customer service at a telecom carrier", 3),
        ("how often should we meet", 0),
        ("contexts of anything", 0),
    ],
)
def test_what_a_question_names_raises_what_is_filed_under_it(query: str, gains: int) -> None:
    plain = WEIGHTS.model_copy(update={"named": 1, "example": 0, "form": 0})
    found = named(query, small_corpus(CALLS, OTHER), plain)
    assert found.tolist() == [gains, 0]


@pytest.mark.parametrize(
    ("query", "gain"),
    [
        ("电信公司 OKR", "form"),
        ("物流配送的目标和KR长什么样", "example"),
        ("跨境电商有没有类似的O和KR", "form"),
        ("objective for a telecom network team", "form"),
        ("a sample for our hotline", "example"),
        ("電信業的OKR行業指南", None),
        ("what to watch out for with OKRs in telecoms", None),
        ("OKR和KPI有什么区别", None),
        ("our telecom churn is rising", None),
    ],
)
def test_who_names_okrs_of_a_field_wants_to_see_one(query: str, gain: str | None) -> None:
    alone = WEIGHTS.model_copy(update={"named": 0, gain or "form": 0.5})
    others = {"example": 0.0, "form": 0.0} | ({gain: 0.5} if gain else {})
    found = named(query, small_corpus(CALLS, OTHER), alone.model_copy(update=others))
    assert found.tolist() == [0.5 if gain else 0, 0]


@pytest.mark.parametrize(
    ("query", "taken"),
    [
        ("遊戲業導入 OKR 指南", False),
        ("银行业写OKR要注意什么", False),
        ("which companies in insurance use OKRs", False),
        ("保险公司理赔 OKR", True),
        ("telecom churn", True),
    ],
)
def test_an_industry_guide_is_for_who_asks_for_one(query: str, taken: bool) -> None:
    guide = OTHER.model_copy(update={"kind": PassageKind.GUIDE})
    plain = WEIGHTS.model_copy(update={"named": 0})
    found = named(query, small_corpus(guide), plain)
    assert (found.tolist()[0] < 0) is taken


@pytest.mark.parametrize(
    ("query", "about"),
    [
        ("储能项目交付团队的OKR怎么写", "储能项目交付团队的 怎么写"),
        ("Q3 OKRs for a bank branch", "Q3 for a bank branch"),
        ("媒體業訂閱成長的 objective 跟 KR 有例子嗎", "媒体业订阅成长的 跟 有例子吗"),
        ("the difference between OKR and KPI", "the difference between OKR and KPI"),
        ("OKR", "OKR"),
    ],
)
def test_okr_is_read_past_where_the_question_says_whose_it_is(query: str, about: str) -> None:
    assert subject(query) == about
