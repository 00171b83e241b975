"""The kind of company: what its set begins with, what is told for it, what it is called."""

import re

import pytest

from assistant.guides.kinds import kind_of
from assistant.guides.making import make_guide, make_template
from assistant.guides.parameters import read_parameters
from tests.guides.told import INDUSTRIES, MATERIAL, sentences, texts

KINDS = MATERIAL.guide.kinds


def chosen(**raw: object) -> list[str]:
    """The examples that the set is made of."""
    shown = make_template({"language": "en", **raw}).sets[0].objectives
    by_text = {each.objective.en: each.id for each in MATERIAL.knowledge.examples.values()}
    return [by_text[each.objective] for each in shown]


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_kinds_name_examples_that_there_are_and_words_of_both_languages(industry: str) -> None:
    examples = MATERIAL.knowledge.examples
    assert KINDS[industry]
    for kind in KINDS[industry]:
        assert {examples[each].industry for each in (*kind.own, *kind.apart)} <= {industry}
        assert set(kind.near) <= set(examples)
        assert not {*kind.own, *kind.near} & set(kind.apart)
        assert len({each.isascii() for each in kind.called}) == 2
        assert not re.search(r"\d", kind.begin.en + kind.measure.en)


@pytest.mark.parametrize(
    ("industry", "company", "never"),
    [
        ("non-profit", "regional food bank", "non-profit-callers-in-distress-reach-someone"),
        ("公益", "食物銀行", "non-profit-callers-in-distress-reach-someone"),
        ("insurance", "life insurer", "insurance-paid-before-asking"),
        ("保险", "人寿保险公司", "insurance-paid-before-asking"),
        ("energy", "water utility", "energy-customers-lose-power-less-often"),
        ("能源", "自来水公司", "energy-customers-lose-power-less-often"),
        ("property", "shopping centre operator", "property-residents-would-stay"),
        ("媒體", "圖書出版社", "media-reliable-breaking-news"),
        ("hospitality", "chain of cafés", "hospitality-straight-to-the-room"),
    ],
)
@pytest.mark.parametrize("focus", ["", "collaboration", "leadership", "culture", "tracking"])
def test_a_set_holds_nothing_of_another_kind_of_company(
    industry: str, company: str, never: str, focus: str
) -> None:
    raw = {"industry": industry, "company_type": company, "maturity": "mature", "size": "900"}
    assert never not in chosen(**raw, focus=focus)


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_each_kind_is_found_by_its_words_and_its_own_example_leads(industry: str) -> None:
    for kind in KINDS[industry]:
        for word in (kind.called[0], kind.called[-1]):
            asked = read_parameters({"industry": industry, "company_type": word}, MATERIAL)
            assert kind_of(asked, MATERIAL) == kind
        first = chosen(industry=industry, company_type=kind.called[0], size="900")[0]
        assert first == MATERIAL.guide.core[industry][kind.id].leads[0]


def test_a_kind_typed_in_place_of_the_industry_is_known_too() -> None:
    assert chosen(industry="供水公司")[0] == "energy-clean-water-that-does-not-stop"
    assert chosen(industry="museum")[0] == "non-profit-neighbours-come-back-to-the-museum"


@pytest.mark.parametrize(
    ("language", "industry", "company", "told"),
    [
        ("en", "saas", "puzzle maker", "We know nothing of “puzzle maker” alone"),
        ("zh-Hans", "零售", "拼图商行", "“拼图商行”这一类我们没有专门的了解"),
        ("en", "media", "book publisher", "into your own words: O1 (Any industry)"),
        ("zh-Hans", "媒体", "出版社", "要换成自己说法的：O1（各行业通用）"),
    ],
)
def test_what_does_not_fit_the_company_is_said(
    language: str, industry: str, company: str, told: str
) -> None:
    raw = {"industry": industry, "company_type": company, "language": language, "size": "900"}
    assert any(told in each for each in make_template(raw).notes)


@pytest.mark.parametrize("maturity", ["first-cycle", "piloting", "mature"])
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_the_kind_tells_where_to_begin_and_what_to_read(maturity: str, language: str) -> None:
    kind = next(each for each in KINDS["energy"] if each.id == "water")
    raw = {"industry": "energy", "company_type": "waterworks", "size": "900"}
    guide = make_guide({**raw, "maturity": maturity, "language": language})
    side = "en" if language == "en" else "zh"
    assert (getattr(kind.begin, side) in texts(guide, "plan")) is (maturity != "mature")
    assert getattr(kind.measure, side) in texts(guide, "practices")
    small = make_guide({**raw, "size": "20", "maturity": maturity, "language": language})
    assert getattr(kind.begin, side) not in texts(small, "plan")


OTHERS = re.compile("|".join(map(re.escape, MATERIAL.guide.bodies.others)))
TOLD = ("why", "plan", "practices", "pitfalls", "conclusion")


@pytest.mark.parametrize(
    ("industry", "company", "word"),
    [
        ("政务", "区政府", "单位"),
        ("教育", "中学", "学校"),
        ("数字医疗", "公立医院", "医院"),
        ("公益", "食物银行", "机构"),
    ],
)
@pytest.mark.parametrize("maturity", ["first-cycle", "piloting", "mature"])
@pytest.mark.parametrize("size", ["30", "20000"])
def test_what_is_no_company_is_called_none(
    industry: str, company: str, word: str, maturity: str, size: str
) -> None:
    raw = {"industry": industry, "company_type": company, "maturity": maturity, "size": size}
    guide = make_guide({**raw, "language": "zh-Hans"})
    ours = [
        each.text
        for part in guide.sections
        if part.id in TOLD
        for each in part.sentences
        if {"own", "seed-003"}.issuperset(each.citations) and not OTHERS.search(each.text)
    ]
    assert not [each for each in ours if "公司" in each or "企业" in each]
    assert any(word in each for each in ours)
    template = make_template({**raw, "language": "zh-Hans"})
    said = [each.text for each in (*template.advice, *template.leave_out)]
    assert not [each for each in said if "公司" in each and not OTHERS.search(each)]


def test_a_hospital_and_a_school_are_called_so_in_english() -> None:
    for industry, company, word in (
        ("digital health", "hospital", "hospital"),
        ("education", "secondary school", "school"),
        ("public services", "city council", "organisation"),
    ):
        guide = make_guide({"industry": industry, "company_type": company, "size": "200"})
        plan = " ".join(texts(guide, "plan"))
        assert f"the {word}" in plan
        assert "the company" not in plan


def test_what_others_tell_and_the_set_keep_their_words() -> None:
    plain = make_guide({"industry": "hospitality", "size": "200", "maturity": "mature"})
    hotel = make_guide(
        {"industry": "hospitality", "size": "200", "maturity": "mature", "company_type": "hotel"}
    )
    assert texts(plain, "cases") == texts(hotel, "cases")
    named = {each.text for each in sentences(plain) if "guide" in each.text}
    assert named & {each.text for each in sentences(hotel)}


@pytest.mark.parametrize(
    ("language", "industry", "company"),
    [("zh-Hans", "教育", "中学"), ("zh-Hant", "政務", "市政府"), ("zh-Hans", "公益", "拼图社")],
)
def test_the_notes_call_no_institution_a_company(
    language: str, industry: str, company: str
) -> None:
    raw = {"industry": industry, "company_type": company, "focus": "strategy, leadership"}
    for level, size in (("team", "30"), ("company", "900"), (None, "900")):
        asked = {**raw, "level": level, "size": size, "language": language}
        notes = [*make_guide(asked).notes, *make_template(asked).notes]
        assert not [each for each in notes if "公司" in each]


@pytest.mark.parametrize(
    ("language", "company", "industry", "presses", "pulls"),
    [
        ("en", "civil engineering contractor", "property", "A contractor signs", "Tendering wins"),
        ("zh-Hant", "台灣連鎖牙醫診所", "digital-health", "連鎖診所靠", "醫師要時間"),
        ("zh-Hans", "卡车运输公司", "logistics", "运输公司缺司机", "业务许时段"),
    ],
)
def test_a_kind_of_company_has_a_pressure_and_a_conflict_of_its_own(
    language: str, company: str, industry: str, presses: str, pulls: str
) -> None:
    guide = make_guide({"industry": industry, "company_type": company, "language": language})
    part = next(each for each in guide.sections if each.id == "industry").sentences
    told = [each for each in part if each.text.startswith((presses, pulls))]
    assert [each.text.startswith(start) for each, start in zip(told, (presses, pulls), strict=True)]
    assert all(each.citations == ["own"] for each in told)
    heads = [part[part.index(each) - 1].style.heads for each in told]
    assert heads == [True, True]
