"""What the head of such a company puts first: its objectives, and the metrics it is run by."""

import pytest

from assistant.guides.making import make_guide, make_template
from assistant.models.guide import Table
from tests.guides.told import INDUSTRIES, MATERIAL

CORE, KINDS = MATERIAL.guide.core, MATERIAL.guide.kinds
EXAMPLES, METRICS = MATERIAL.knowledge.examples, MATERIAL.knowledge.metrics
FOCUSES = ["", "collaboration", "motivation", "key-results", "tracking", "leadership"]


def first_of(**raw: object) -> str:
    shown = make_template({"language": "en", "size": "900", **raw}).sets[0].objectives
    by_text = {each.objective.en: each.id for each in EXAMPLES.values()}
    return by_text[shown[0].objective]


def dictionary_of(**raw: object) -> Table:
    plan = next(each for each in make_guide(raw).sections if each.id == "plan")
    return plan.tables[-1]


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_kind_has_metrics_and_examples_that_there_are(industry: str) -> None:
    assert set(CORE[industry]) == {"any", *(kind.id for kind in KINDS[industry])}
    for core in CORE[industry].values():
        assert len(set(core.metrics)) == len(core.metrics) >= 6
        assert set(core.metrics) <= set(METRICS)
        assert core.leads
        assert set(core.leads) <= set(EXAMPLES)


@pytest.mark.parametrize("focus", FOCUSES)
@pytest.mark.parametrize(
    ("industry", "company", "leads"),
    [
        ("banking", "community bank in Ohio", "banking-customers-keep-their-main-account"),
        ("property", "UK housing association", "property-homes-safe-dry-and-let"),
        ("saas", "payroll software company (B2B SaaS)", "saas-customers-grow-with-us"),
        ("餐饮", "成都连锁火锅企业(直营门店)", "hospitality-diners-come-back-for-the-food"),
        ("创新药", "苏州临床阶段创新药企业", "biopharma-patients-enrol-soon"),
        ("大學", "高雄私立科技大學", "education-first-years-come-back"),
        ("公益", "香港社會服務機構(長者服務)", "non-profit-days-that-older-people-choose"),
        ("半導體", "新竹 IC 設計公司", "semiconductors-silicon-works-first-time"),
    ],
)
def test_a_set_begins_with_what_the_head_puts_first_whatever_the_focus(
    industry: str, company: str, leads: str, focus: str
) -> None:
    assert first_of(industry=industry, company_type=company, focus=focus) == leads


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_work_across_departments_does_not_begin_with_one_that_serves_the_others(
    industry: str,
) -> None:
    first = EXAMPLES[first_of(industry=industry, focus="collaboration", maturity="mature")]
    assert first.functions[0] not in MATERIAL.guide.parts.supporting


def test_a_function_that_serves_the_others_leads_where_it_is_asked_for() -> None:
    for function in ("security", "hr"):
        first = first_of(industry="banking", company_type="community bank", function=function)
        assert function in EXAMPLES[first].functions


@pytest.mark.parametrize(
    ("industry", "company", "language", "told"),
    [
        ("banking", "community bank", "en", {"Cost of deposits", "Cost-to-income ratio"}),
        ("property", "housing association", "en", {"Rent arrears", "First-visit fix rate"}),
        ("餐饮", "连锁火锅", "zh-Hans", {"同店销售增长率", "翻台率", "食材成本率"}),
        ("大學", "科技大學", "zh-Hant", {"新生註冊率", "學生續讀率", "畢業去向落實率"}),
        ("创新药", "临床阶段创新药企业", "zh-Hans", {"受试者入组达成率", "重大方案偏离率"}),
        ("公益", "長者服務", "zh-Hant", {"照護目標達成率", "服務輪候天數", "主動離職率"}),
    ],
)
def test_the_data_dictionary_holds_what_such_a_company_is_run_by(
    industry: str, company: str, language: str, told: set[str]
) -> None:
    raw = {"industry": industry, "company_type": company, "language": language, "size": "600"}
    rows = dictionary_of(**raw, maturity="piloting").rows
    assert told <= {row[0].partition(" ")[2] for row in rows}
    assert all(len(row) == 6 and all(row) for row in rows)


def test_a_core_metric_has_its_meaning_formula_way_system_keeper_and_guardrail() -> None:
    raw = {"industry": "banking", "company_type": "community bank", "size": "350"}
    rows = {row[0]: row[1:] for row in dictionary_of(**raw, maturity="piloting").rows}
    counted, unit, system, keeper, guardrail = rows["+ Cost-to-income ratio"]
    metric = METRICS["cost-to-income-ratio"]
    assert counted == f"{metric.definition.en.rstrip('.')}: {metric.formula.en}"
    assert system.startswith(" / ".join(metric.data_sources))
    assert unit.endswith(", down")
    assert keeper == "[Finance: one name]"
    assert guardrail == METRICS[metric.guardrail or ""].name.en
