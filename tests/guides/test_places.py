"""Where a reader works, read from the kind of company; and whose rules are told there."""

import re

import pytest

from assistant.guides.making import make_guide
from assistant.guides.parameters import read_parameters
from assistant.guides.places import typed_places
from assistant.models.guide import Style
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
    ("company", "place"),
    [
        ("New England bank", "the US"),
        ("Indiana hospital", "the US"),
        ("US hospital", "the US"),
        ("UK retailer", "the UK"),
        ("Chinese restaurant in London", "the UK"),
        ("倫敦的中國餐廳", "the UK"),
        ("EU bank", "the EU"),
        ("bank in Berlin", "the EU"),
        ("杭州工厂", "China"),
        ("成都餐厅", "China"),
        ("臺北的顧問公司", "Taiwan"),
        ("中国香港的银行", "Hong Kong"),
    ],
)
def test_usual_names_and_cities_tell_the_place(company: str, place: str) -> None:
    assert places_of(company) == [place]


@pytest.mark.parametrize(
    ("language", "lead"),
    [("en", "Elsewhere, for those"), ("zh-Hans", "其他地方"), ("zh-Hant", "其他地方")],
)
def test_rules_of_others_stand_apart_in_each_of_two_industries(language: str, lead: str) -> None:
    raw = {"industry": "insurance, banking", "language": language}
    assert sum(each.startswith(lead) for each in texts(make_guide(raw), "industry")) == 2


@pytest.mark.parametrize(
    ("language", "company", "unread", "rule"),
    [
        ("en", "software firm in Taipei", "We have read no rule of Taiwan", "Hours: in Taiwan"),
        ("zh-Hant", "台北的顧問公司", "台灣在這個", "工時：台灣"),
    ],
)
def test_where_common_rules_are_told_none_says_that_there_are_none(
    language: str, company: str, unread: str, rule: str
) -> None:
    raw = {"industry": "consulting", "company_type": company, "language": language}
    said = texts(make_guide(raw), "industry")
    assert any(each.startswith(rule) for each in said)
    assert not any(each.startswith(unread) for each in said)


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
def test_a_guide_begins_with_its_industry_and_ends_with_what_short_names_mean(
    language: str, general: str, sample: str
) -> None:
    guide = make_guide({"industry": "logistics", "language": language})
    why = guide.sections[0].sentences
    at = next(at for at, each in enumerate(why) if each.text.startswith(general))
    assert at
    assert all(each.style is Style.ITEM for each in why[:at])
    assert not any(sample in each.text for each in why)
    assert sample in guide.sections[-1].sentences[-1].text


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
