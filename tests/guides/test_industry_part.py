"""What a guide tells of an industry: its rules and its departments have headings of their own."""

import pytest

from assistant.guides.making import make_guide
from assistant.guides.parts import AFAR
from assistant.guides.places import by_place
from assistant.models.guide import Style
from assistant.models.plans import Statement
from tests.guides.told import INDUSTRIES, MATERIAL, headings, texts

RULE = Statement(
    en="Drivers may drive nine hours a day.", zh="司机一天最多开九个小时。", sources=["own"]
)
CONFLICT = Statement(
    en="Sales promises a date and the warehouse keeps it.",
    zh="销售许下日期，守日期的是仓库。",
    sources=["own"],
)


@pytest.mark.parametrize(
    ("language", "leads", "rule"),
    [
        ("en", ["Rules that bind", "Pressures", "Where departments pull apart"], RULE.en),
        ("zh-Hans", ["绕不开的规则", "压力", "部门之间在哪里较劲"], RULE.zh),
        ("zh-Hant", ["繞不開的規則", "壓力", "部門之間在哪裡較勁"], "司機一天最多開九個小時。"),
    ],
)
def test_rules_and_conflicts_stand_under_headings_of_their_own(
    language: str, leads: list[str], rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = MATERIAL.guide.industries["logistics"]
    told = profile.model_copy(update={"rules": [RULE], "conflicts": [CONFLICT]})
    monkeypatch.setitem(MATERIAL.guide.industries, "logistics", told)
    guide = make_guide({"industry": "logistics", "language": language})
    assert headings(guide, "industry")[1:4] == leads
    said = texts(guide, "industry")
    assert said[said.index(leads[0]) + 1] == rule


def test_an_industry_without_rules_has_no_empty_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    told = MATERIAL.guide.industries["logistics"].model_copy(update={"rules": []})
    monkeypatch.setitem(MATERIAL.guide.industries, "logistics", told)
    for place in MATERIAL.guide.common_rules:
        monkeypatch.setitem(MATERIAL.guide.common_rules, place, [])
    guide = make_guide({"industry": "logistics", "language": "en"})
    assert "Rules that bind" not in headings(guide, "industry")


@pytest.mark.parametrize(("language", "industry"), [("en", "telecoms"), ("zh-Hans", "property")])
def test_each_rule_pressure_and_conflict_is_an_item_of_its_own(
    language: str, industry: str
) -> None:
    guide = make_guide({"industry": industry, "language": language})
    part = next(each for each in guide.sections if each.id == "industry").sentences
    profile = MATERIAL.guide.industries[guide.parameters.industry]
    own = [by_place(each, guide.parameters)[0] for each in (profile.rules, profile.pressures)]
    for told in (*own[0], *own[1], *profile.conflicts):
        [said] = [each for each in part if each.text in (told.en, told.zh)]
        assert said.style is Style.ITEM


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_industry_tells_rules_with_a_source_and_where_its_departments_collide(
    industry: str,
) -> None:
    profile = MATERIAL.guide.industries[industry]
    sourced = [each for each in profile.rules if set(each.sources) - {"own"}]
    assert len(sourced) >= 2
    assert profile.conflicts
    assert all(each.en and each.zh for each in (*profile.rules, *profile.conflicts))


@pytest.mark.parametrize(
    ("language", "company", "told"),
    [
        ("en", "freight forwarder in Taiwan", "We have read no rule of Taiwan that is"),
        ("zh-Hans", "台湾货代公司", "台湾专管这个行业的规定，我们没有读到"),
        ("zh-Hant", "臺灣貨代公司", "台灣專管這個產業的規定，我們沒有讀到"),
    ],
)
def test_a_place_whose_rules_were_not_read_is_told(
    language: str, company: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(rules: list[Statement]) -> list[str]:
        profile = MATERIAL.guide.industries["logistics"].model_copy(update={"rules": rules})
        monkeypatch.setitem(MATERIAL.guide.industries, "logistics", profile)
        monkeypatch.setitem(MATERIAL.guide.common_rules, "Taiwan", [])
        asked = {"industry": "logistics", "company_type": company, "language": language}
        return [each for each in texts(make_guide(asked), "industry") if each.startswith(told)]

    of_the_place = RULE.model_copy(update={"en": "In Taiwan drivers may drive ten hours a day."})
    assert len(said([RULE])) == 1
    assert said([RULE, of_the_place]) == []


TAIWAN = Statement(en="In Taiwan stores close at ten.", zh="台湾的店十点关门。", sources=["own"])
CHINA = Statement(
    en="Shelves are counted every month in China.", zh="中国大陆每月盘点货架。", sources=["own"]
)


@pytest.mark.parametrize(
    ("language", "company", "first", "last"),
    [
        ("zh-Hant", None, "台灣的店十點關門。", "中國大陸每月盤點貨架。"),
        ("zh-Hans", None, CHINA.zh, TAIWAN.zh),
        ("zh-Hans", "台湾连锁超市", TAIWAN.zh, CHINA.zh),
        ("en", "grocery chain in Taipei", TAIWAN.en, CHINA.en),
    ],
)
def test_rules_of_the_readers_place_come_first_and_those_of_others_apart(
    language: str,
    company: str | None,
    first: str,
    last: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = MATERIAL.guide.industries["retail"].model_copy(update={"rules": [CHINA, TAIWAN]})
    monkeypatch.setitem(MATERIAL.guide.industries, "retail", told)
    raw = {"industry": "retail", "language": language, "company_type": company}
    said = texts(make_guide(raw), "industry")
    apart = next(at for at, each in enumerate(said) if each[:4] in ("Else", "其他地方"))
    assert said.index(first) < apart < said.index(last)


HOTELS = Statement(
    en="In China hotels may not scan faces.", zh="中国的酒店不得强制刷脸。", sources=["own"],
    kinds=["hotel"],
)  # fmt: skip
KITCHENS = Statement(
    en="In China kitchens are checked each day.", zh="中国的后厨每天自查。", sources=["own"],
    kinds=["restaurant"],
)  # fmt: skip
HOUSES = Statement(en="Hours are capped in China.", zh="中国的工时有上限。", sources=["own"])


@pytest.mark.parametrize(
    ("language", "company", "told"),
    [
        ("zh-Hans", "成都连锁火锅企业", [KITCHENS.zh, HOUSES.zh]),
        ("zh-Hant", "成都連鎖火鍋企業", ["中國的廚房每天自查。", "中國的工時有上限。"]),
        ("en", "hotpot restaurants in Chengdu", [KITCHENS.en, HOUSES.en]),
        ("en", "hotel group in Chengdu", [HOTELS.en, HOUSES.en]),
        ("zh-Hans", None, [HOUSES.zh, HOTELS.zh, KITCHENS.zh]),
    ],
)
def test_what_is_about_the_own_kind_of_company_comes_first_and_that_of_others_is_not_told(
    language: str, company: str | None, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A chain of restaurants was told the rules of hotels."""
    profile = MATERIAL.guide.industries["hospitality"]
    rules = profile.model_copy(update={"rules": [HOUSES, HOTELS, KITCHENS]})
    monkeypatch.setitem(MATERIAL.guide.industries, "hospitality", rules)
    raw = {"industry": "hospitality", "language": language, "company_type": company}
    said = texts(make_guide(raw), "industry")
    ours = {each.en for each in rules.rules} | {each.zh for each in rules.rules} | set(told)
    assert [each for each in said if each in ours] == told


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_what_is_told_to_some_kinds_names_kinds_of_its_industry(industry: str) -> None:
    profile = MATERIAL.guide.industries[industry]
    known = {each.id for each in MATERIAL.guide.kinds[industry]}
    for each in (*profile.situation, *profile.rules, *profile.pressures, *profile.conflicts):
        assert set(each.kinds) <= known, each.en


@pytest.mark.parametrize(
    ("language", "company", "leads"),
    [
        ("en", None, ("Rules that bind", "Elsewhere, for", "Pressures")),
        ("zh-Hans", None, ("绕不开的规则", "其他地方（在那", "压力")),
        ("zh-Hant", None, ("繞不開的規則", "其他地方（在那", "壓力")),
    ],
)
def test_what_is_of_other_places_is_short_and_stands_behind(
    language: str, company: str | None, leads: tuple[str, ...]
) -> None:
    """A property guide for Chongqing told eleven rules of other places and seven of its own."""
    raw = {"industry": "property", "language": language, "company_type": company}
    said = texts(make_guide(raw), "industry")
    first, apart, end = (
        next(at for at, each in enumerate(said) if each.startswith(lead)) for lead in leads
    )
    assert first < apart < end
    assert end - apart <= AFAR + 1
    assert len("".join(said[apart + 1 : end])) <= len("".join(said[first + 1 : apart]))
