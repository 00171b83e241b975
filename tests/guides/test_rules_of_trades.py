"""The rules that a kind of company is told: of its own trade, in its own place."""

import pytest

from assistant.guides.making import make_guide
from assistant.guides.parameters import read_parameters
from assistant.guides.places import Nearness, nearness
from assistant.guides.trades import for_kind
from tests.guides.told import MATERIAL, texts

KINDS = [(industry, kind.id) for industry, kinds in MATERIAL.guide.kinds.items() for kind in kinds]


@pytest.mark.parametrize(("industry", "kind"), KINDS)
def test_each_kind_of_company_in_china_has_rules_of_its_trade(industry: str, kind: str) -> None:
    profile = MATERIAL.guide.industries[industry]
    parameters = read_parameters({"industry": industry, "language": "zh-Hans"}, MATERIAL)
    here = [each for each in profile.rules if nearness(each, parameters) is Nearness.HERE]
    assert [each for each in here if not each.kinds or kind in each.kinds]


RULES = {"en": "Rules that bind", "zh-Hans": "绕不开的规则", "zh-Hant": "繞不開的規則"}
WAGES = ("migrant workers", "农民工", "農民工")


@pytest.mark.parametrize(
    ("language", "company", "told", "untold"),
    [
        ("en", "property services in Hangzhou", "the owners together hire", WAGES[0]),
        ("zh-Hans", "杭州物业服务公司", "由业主共同决定", WAGES[1]),
        ("zh-Hant", "杭州物業服務公司", "由業主共同決定", WAGES[2]),
    ],
)
def test_property_services_are_told_of_owners_and_not_of_building_sites(
    language: str, company: str, told: str, untold: str
) -> None:
    """They were taken for a landlord, and told the wages of building workers."""
    raw = {"industry": "property", "company_type": company, "language": language}
    said = " ".join(texts(make_guide(raw), "industry"))
    assert told in said
    assert untold not in said


def test_what_is_for_all_goes_first_where_the_kind_is_not_known() -> None:
    profile = MATERIAL.guide.industries["property"]
    parameters = read_parameters({"industry": "property", "language": "en"}, MATERIAL)
    some = [bool(each.kinds) for each in for_kind(profile.rules, profile, parameters, MATERIAL)]
    assert some == sorted(some)


@pytest.mark.parametrize(("industry", "kind"), KINDS)
def test_each_kind_of_company_has_three_pressures_of_its_own(industry: str, kind: str) -> None:
    [found] = [each for each in MATERIAL.guide.kinds[industry] if each.id == kind]
    assert len({each.en for each in found.presses}) >= 3
    assert len({each.zh for each in found.presses}) >= 3


@pytest.mark.parametrize(
    ("language", "company", "told"),
    [
        ("en", "water company in Kent", "Assets age faster"),
        ("zh-Hans", "县城自来水公司", "资产老得比换得快"),
        ("zh-Hant", "縣城自來水公司", "資產老得比換得快"),
    ],
)
def test_the_pressures_of_the_kind_come_before_those_of_the_trade(
    language: str, company: str, told: str
) -> None:
    raw = {"industry": "energy", "company_type": company, "language": language}
    said = texts(make_guide(raw), "industry")
    lead = next(at for at, each in enumerate(said) if each in ("Pressures", "压力", "壓力"))
    assert any(each.startswith(told) for each in said[lead + 1 : lead + 4])


@pytest.mark.parametrize(
    ("language", "company", "told", "untold"),
    [
        ("en", "chain of pharmacies in Ohio", "A pharmacy earns on prescriptions", "Fresh goods"),
        ("zh-Hans", "连锁药店", "靠价格由医保定的处方药", "生鲜"),
        ("zh-Hant", "連鎖藥局", "靠價格由醫保定的處方藥", "生鮮"),
    ],
)
def test_the_situation_is_that_of_the_kind(
    language: str, company: str, told: str, untold: str
) -> None:
    """A pharmacy was told how fresh goods lose their value by the hour."""
    raw = {"industry": "retail", "company_type": company, "language": language}
    said = texts(make_guide(raw), "industry")
    assert told in said[1]
    assert not any(untold in each for each in said[: said.index(RULES[language])])


@pytest.mark.parametrize(
    ("language", "company", "told", "untold"),
    [
        ("en", "contractor in Ohio", "Site milestones on time", "acancy days"),
        ("zh-Hans", "建筑施工企业", "返工", "空置天数"),
        ("zh-Hant", "香港承建商", "工程節點", "空置天數"),
    ],
)
def test_the_measures_named_are_those_of_the_kind(
    language: str, company: str, told: str, untold: str
) -> None:
    """A contractor was told the vacancy days of landlords."""
    raw = {"industry": "property", "company_type": company, "language": language}
    said = " ".join(texts(make_guide(raw), "industry"))
    assert told in said
    assert untold not in said
