"""One objective comes first: chosen once, and named wherever a guide says where to begin."""

import pytest

from assistant.guides.examples import chosen_examples
from assistant.guides.making import make_guide, make_template
from assistant.guides.parameters import read_parameters
from tests.guides.told import MATERIAL, texts


def _first(**raw: str) -> str:
    return chosen_examples(read_parameters(raw, MATERIAL), MATERIAL)[0].id


@pytest.mark.parametrize(
    ("industry", "company", "focus", "first"),
    [
        ("banking", "commercial bank", "culture", "banking-customers-keep-their-main-account"),
        ("银行", "省级商业银行", "文化落地", "banking-customers-keep-their-main-account"),
        ("火锅", "二十家直营店", "员工激励", "hospitality-diners-come-back-for-the-food"),
        ("火鍋店", "台中連鎖火鍋", "", "hospitality-diners-come-back-for-the-food"),
        ("machine tools", "maker of lathes", "culture", "manufacturing-customers-order-again"),
        ("农药", "农药制造商", "关键成果定义", "manufacturing-customers-order-again"),
        ("bakery", "bakery chain", "motivation", "retail-neighbours-shop-here-first"),
        ("美髮", "連鎖髮廊", "文化", "any-customers-buy-again"),
        ("pet grooming", "salons", "motivation", "any-customers-buy-again"),
    ],
)
def test_neither_a_focus_nor_a_word_brings_a_marginal_objective_to_the_front(
    industry: str, company: str, focus: str, first: str
) -> None:
    assert _first(industry=industry, company_type=company, focus=focus) == first


@pytest.mark.parametrize(
    ("industry", "company", "function", "first"),
    [
        ("saas", "HR software", "customer success", "saas-troubled-customers-helped-early"),
        ("bank", "savings bank", "HR", "banking-branch-staff-find-next-job-inside"),
        ("酒店", "四星级酒店", "市场", "hospitality-returning-guests-book-direct"),
        ("農藥", "農藥製造商", "品質", "manufacturing-defects-stay-with-us"),
    ],
)
def test_the_function_asked_for_leads_the_objective_that_comes_first(
    industry: str, company: str, function: str, first: str
) -> None:
    assert _first(industry=industry, company_type=company, function=function) == first


@pytest.mark.parametrize(
    ("industry", "company", "found"),
    [
        ("乐器", "香港连锁餐厅", "hospitality"),
        ("pipe organs", "furniture factory", "manufacturing"),
        ("falconry", "", "any"),
    ],
)
def test_where_the_name_tells_no_industry_the_kind_of_company_does(
    industry: str, company: str, found: str
) -> None:
    asked = read_parameters({"industry": industry, "company_type": company}, MATERIAL)
    assert asked.industry == found


@pytest.mark.parametrize(
    ("language", "company"),
    [("en", "truckload carrier"), ("zh-Hans", "卡车货运公司"), ("zh-Hant", "香港貨運公司")],
)
def test_all_that_tells_where_to_begin_names_the_first_objective(
    language: str, company: str
) -> None:
    raw = {"industry": "logistics", "company_type": company, "focus": "tracking"}
    guide = make_guide({**raw, "language": language})
    first = make_template({**raw, "language": language}).sets[0].objectives[0].objective
    plan = next(each for each in guide.sections if each.id == "plan")
    assert plan.tables[1].rows[0][0] == first
    assert any(first in each for each in texts(guide, "conclusion"))
    begin = [
        each for each in guide.notes if "Start the talk" in each or "O1“" in each.replace("「", "“")
    ]
    assert len(begin) == 1
    assert first in begin[0]
