"""Where a reader works, read from the kind of company; and whose rules are told there."""

import re

import pytest

from assistant.guides.making import make_guide
from assistant.guides.parameters import read_parameters
from assistant.guides.places import Nearness, nearness, typed_places
from assistant.models.guide import Style
from assistant.models.plans import Statement
from tests.guides.told import MATERIAL, plan_text, texts


def places_of(company: str) -> list[str]:
    raw = {"industry": "logistics", "company_type": company}
    return [each["name"]["en"] for each in typed_places(read_parameters(raw, MATERIAL))]


@pytest.mark.parametrize(
    "company",
    [
        "thousand-person retailer",
        "sausage factory",
        "jerusalem clinic",
        "Latin American bank",
        "firm that helps us grow",
        "nail polish maker",
        "跨国内容公司",
        "全国内河航运",
        "电商平台中小卖家",
        "大连锁超市",
    ],
)
def test_a_part_of_a_word_names_no_place(company: str) -> None:
    assert places_of(company) == []


@pytest.mark.parametrize(
    ("industry", "company", "places"),
    [
        ("Private hospitals (Malaysia)", "group of five hospitals", ["Malaysia"]),
        ("汽车零部件", "两个工厂，客户为国内主机厂及少量欧洲客户", []),
        ("logistics", "Hong Kong forwarder, offices in Germany", ["Hong Kong"]),
        ("物流", "香港貨代，德國設辦事處", ["Hong Kong"]),
        ("跨境电商", "深圳品牌，客户在德国", ["China", "Germany", "the EU"]),
    ],
)
def test_a_reader_works_where_industry_or_company_say_and_not_where_customers_are(
    industry: str, company: str, places: list[str]
) -> None:
    asked = read_parameters({"industry": industry, "company_type": company}, MATERIAL)
    assert sorted(each["name"]["en"] for each in typed_places(asked)) == sorted(places)


@pytest.mark.parametrize(
    ("company", "place"),
    [
        ("New England bank", "the US"),
        ("Indiana hospital", "the US"),
        ("chip fab in Arizona", "the US"),
        ("亞利桑那的晶圓廠", "the US"),
        ("Yorkshire water company", "the UK"),
        ("利兹的住房协会", "the UK"),
        ("新南威尔士的医院", "Australia"),
        ("US hospital", "the US"),
        ("UK retailer", "the UK"),
        ("Chinese restaurant in London", "the UK"),
        ("倫敦的中國餐廳", "the UK"),
        ("EU bank", "the EU"),
        ("杭州工厂", "China"),
        ("成都餐厅", "China"),
        ("臺北的顧問公司", "Taiwan"),
        ("中国香港的银行", "Hong Kong"),
    ],
)
def test_usual_names_and_cities_tell_the_place(company: str, place: str) -> None:
    assert places_of(company) == [place]


@pytest.mark.parametrize(
    ("company", "place"),
    [
        ("bank in Berlin", "Germany"),
        ("Bavarian tier-1 supplier", "Germany"),
        ("巴伐利亚的汽车零部件厂", "Germany"),
        ("Irish payroll software company", "Ireland"),
        ("dairy in County Cork", "Ireland"),
        ("波尔多的酒庄", "France"),
        ("荷蘭的物流公司", "the Netherlands"),
    ],
)
def test_a_member_of_the_eu_has_its_own_rules_and_those_of_the_eu(company: str, place: str) -> None:
    assert places_of(company) == [place, "the EU"]


def test_northern_ireland_is_of_the_uk_alone() -> None:
    assert places_of("housing association in Northern Ireland") == ["the UK"]


def test_what_is_filed_under_a_place_is_of_no_other_that_it_names() -> None:
    told = Statement(en="German makers lose to rivals from China.", zh="", sources=[])
    reader = read_parameters({"industry": "automotive", "company_type": "天津工厂"}, MATERIAL)
    assert nearness(told, reader) is Nearness.HERE
    filed = told.model_copy(update={"place": "Germany"})
    assert nearness(filed, reader) is Nearness.ELSEWHERE


@pytest.mark.parametrize(
    ("language", "lead"),
    [("en", "Elsewhere, for those"), ("zh-Hans", "其他地方（在那"), ("zh-Hant", "其他地方（在那")],
)
def test_rules_of_others_stand_apart_in_each_of_two_industries(language: str, lead: str) -> None:
    raw = {"industry": "insurance, banking", "language": language}
    assert sum(each.startswith(lead) for each in texts(make_guide(raw), "industry")) == 2


@pytest.mark.parametrize(
    ("language", "company", "unread", "rule"),
    [
        ("en", "strategy consultants in Taipei", "of this trade alone", "Hours: in Taiwan"),
        ("zh-Hant", "台北的顧問公司", "台灣專管這個產業", "工時：台灣"),
    ],
)
def test_rules_of_every_trade_do_not_hide_that_none_of_this_one_was_read(
    language: str, company: str, unread: str, rule: str
) -> None:
    """A guide for consulting in Taiwan tells the hours that bind all, and what it does not know."""
    raw = {"industry": "consulting", "company_type": company, "language": language}
    said = texts(make_guide(raw), "industry")
    assert any(each.startswith(rule) for each in said)
    assert any(unread in each for each in said)


RECALLS = "In the US more than 51 million"


@pytest.mark.parametrize(
    ("language", "company", "lead", "far", "after"),
    [
        ("en", "Bavarian tier-1 supplier", "Elsewhere, to compare",
         RECALLS, "So a recall is counted"),
        ("zh-Hans", "巴伐利亚的汽车零部件厂", "其他地方（供对照）", "2015年美", "所以，召回"),
        ("zh-Hant", "巴伐利亞的汽車零組件廠", "其他地方（供對照）", "2015年美", "所以，召回"),
    ],
)  # fmt: skip
def test_pressures_of_other_places_stand_apart_with_what_goes_on_with_them(
    language: str, company: str, lead: str, far: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = MATERIAL.guide.industries["automotive"]
    recalls = [each for each in profile.pressures if each.en.startswith((RECALLS, "So a recall"))]
    here = [each for each in profile.pressures if each.place == "Germany"]
    told = profile.model_copy(update={"pressures": [*recalls, *here]})
    monkeypatch.setitem(MATERIAL.guide.industries, "automotive", told)
    raw = {"industry": "automotive", "company_type": company, "language": language}
    said = texts(make_guide(raw), "industry")
    first = next(n for n, each in enumerate(said) if each.startswith(lead))
    there = next(n for n, each in enumerate(said) if each.startswith(far))
    assert first < there
    assert said[there + 1].startswith(after)


_FINE = re.compile(r"(?<![.0-9至或])[0-9][0-9.]*(?:至[0-9]+)?[万亿]?元")


def test_amounts_of_taiwan_name_their_currency_in_chinese() -> None:
    for profile in MATERIAL.guide.industries.values():
        for rule in profile.rules:
            if rule.en.startswith(("In Taiwan", "Taiwan")):
                for found in _FINE.finditer(rule.zh):
                    assert rule.zh[: found.start()].endswith("新台币"), rule.zh


@pytest.mark.parametrize(
    ("language", "general", "sample"),
    [
        ("en", "An objective says what", "a marketplace of AI prompts"),
        ("zh-Hans", "目标说要在哪里变好", "一家AI提示词市场"),
        ("zh-Hant", "目標說要在哪裡變好", "一家AI提示詞市場"),
    ],
)
def test_part_one_begins_with_the_industry_and_ends_with_what_short_names_mean(
    language: str, general: str, sample: str
) -> None:
    guide = make_guide({"industry": "logistics", "language": language})
    why = guide.sections[0].sentences
    at = next(at for at, each in enumerate(why) if each.text.startswith(general))
    assert at
    assert all(each.style is Style.ITEM for each in why[:at])
    assert [at for at, each in enumerate(why) if sample in each.text] == [len(why) - 1]


@pytest.mark.parametrize(
    ("language", "lead"),
    [("en", "[project lead: one name]"), ("zh-Hans", "[项目负责人：一个人名]")],
)
def test_who_leads_is_a_person_of_the_role_that_is_named(language: str, lead: str) -> None:
    assert lead in plan_text(industry="automotive", language=language)


@pytest.mark.parametrize(
    ("language", "weeks"), [("en", "three weeks of four"), ("zh-Hans", "四周里至少三周")]
)
def test_a_pilot_is_judged_by_weeks_of_any_cycle(language: str, weeks: str) -> None:
    assert weeks in plan_text(maturity="piloting", language=language)


@pytest.mark.parametrize(
    ("language", "company", "rule", "others"),
    [
        ("en", "housing association in Leeds", "In England the Social Housing", "Building Safety"),
        ("zh-Hans", "利兹的住房协会", "英格兰2023年的《社会住房", "18米以上"),
    ],
)
def test_a_rule_of_one_kind_of_company_is_told_to_that_kind_or_where_none_is_known(
    language: str, company: str, rule: str, others: str
) -> None:
    """A builder's guide does without the rules of landlords; who names no kind reads them all."""
    raw = {"industry": "property", "company_type": company, "language": language}
    assert any(each.startswith(rule) for each in texts(make_guide(raw), "industry"))
    unknown = {**raw, "company_type": "firm in Leeds, 利兹的企业"}
    assert any(each.startswith(rule) for each in texts(make_guide(unknown), "industry"))
    builder = {**raw, "company_type": "construction firm in Leeds, 建筑施工"}
    said = texts(make_guide(builder), "industry")
    assert not any(each.startswith(rule) for each in said)
    assert any(others in each for each in said)


def test_the_kinds_that_a_sentence_is_for_are_kinds_of_its_industry() -> None:
    guide = MATERIAL.guide
    for name, profile in guide.industries.items():
        known = {kind.id for kind in guide.kinds.get(name, [])}
        for told in (*profile.rules, *profile.pressures):
            assert known.issuperset(told.kinds), told.en


@pytest.mark.parametrize(
    ("company", "here", "there"),
    [
        ("Bavarian tier-1 supplier", "In Germany the works council", "Since 1 January 2026 Irish"),
        ("Irish parts maker", "Since 1 January 2026 Irish", "In Germany the works council"),
    ],
)
def test_rules_of_a_member_are_not_told_to_another(company: str, here: str, there: str) -> None:
    said = texts(make_guide({"industry": "automotive", "company_type": company}), "industry")
    assert any(each.startswith(here) for each in said)
    assert any(each.startswith("The EU limits the mean CO2") for each in said)
    assert not any(each.startswith(there) for each in said)
