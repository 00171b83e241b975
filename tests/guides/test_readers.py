"""What a guide tells one sort of reader only: the choice, the sponsor, roles, year, shifts."""

import re

import pytest

from assistant.guides.making import make_guide
from assistant.messages import traditional
from assistant.models.guide import Size
from tests.guides.told import INDUSTRIES, MATERIAL, plan_text, texts


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_kind_of_company_has_what_competes_there(industry: str) -> None:
    known = MATERIAL.guide.claims[industry]
    kinds = {each.id for each in MATERIAL.guide.kinds[industry]}
    assert "any" in known
    assert set(known) - {"any"} <= kinds


@pytest.mark.parametrize(
    ("language", "industry", "company", "first"),
    [
        ("en", "banking", "community bank in Ohio", "Growth of deposits and their price"),
        ("en", "property", "UK housing association", "Repairs and damp, safety of buildings"),
        ("zh-Hans", "餐饮", "连锁火锅", "开新店、同店增长、食品安全"),
        ("zh-Hant", "半導體", "IC 設計公司", "一次投片成功"),
        ("zh-Hant", "大學", "私立科技大學", "招生註冊、續學、教學"),
    ],
)  # fmt: skip
def test_part_one_begins_with_the_choice_of_the_readers_kind(
    language: str, industry: str, company: str, first: str
) -> None:
    raw = {"industry": industry, "company_type": company, "language": language}
    assert texts(make_guide(raw), "why")[0].startswith(first)


@pytest.mark.parametrize(
    ("raw", "told", "untold"),
    [
        ({"industry": "大學", "company_type": "私立大學"}, "发起人：校长", "事业部"),
        ({"industry": "新能源发电", "company_type": "甘肃风电运营(国有控股)"}, "党委会", "工会"),
        (
            {"industry": "energy", "company_type": "wind farms, privately held"},
            "运营负责人",
            "党委",
        ),
        ({"industry": "公益", "company_type": "香港安老服务机构"}, "总干事", "党委"),
        (
            {"industry": "banking", "company_type": "城商行"},
            "合规与风险：公布前读",
            "works council",
        ),
    ],
)
def test_the_sponsor_and_the_roles_are_those_of_such_a_house(
    raw: dict[str, str], told: str, untold: str
) -> None:
    plan = plan_text(language="zh-Hans", **raw)
    assert told in plan
    assert untold not in plan


def test_employees_in_the_eu_are_asked_before_a_tool_is_chosen() -> None:
    raw = {"industry": "automotive", "size": "2000", "language": "en"}
    guide = make_guide({**raw, "company_type": "Bavarian tier-1 supplier"})
    [said] = [each for each in texts(guide, "plan") if each.startswith("Works council")]
    assert "before a tool is chosen" in said
    assert "bag-1-abr-23-82" in {each.id for each in guide.references}
    elsewhere = make_guide({**raw, "company_type": "supplier in Ohio"})
    assert not [each for each in texts(elsewhere, "plan") if each.startswith("Works council")]


@pytest.mark.parametrize("maturity", ["first-cycle", "piloting", "mature"])
def test_people_on_shifts_take_part_at_handover_and_the_others_are_not_told_of_it(
    maturity: str,
) -> None:
    wards = plan_text(
        industry="数字医疗", company_type="公立医院", maturity=maturity, language="zh-Hans"
    )
    assert "交接班Check-in" in wards
    assert "病区在交班时参与" in wards
    software = plan_text(industry="saas", maturity=maturity, language="zh-Hans")
    assert "交接班Check-in" not in software


def test_a_quarter_of_a_university_is_a_term_and_that_of_a_chip_ends_at_its_gates() -> None:
    school = plan_text(
        industry="大學", company_type="大學", maturity="piloting", language="zh-Hant"
    )
    assert traditional("一个周期就是一个学期") in school
    assert "季度" not in school.split(traditional("会议与议程"))[0].replace("自然季度", "")
    chips = plan_text(industry="semiconductors", company_type="IC design house", maturity="mature")
    assert "Lay it over the plan of tape-outs" in chips


CODE = re.compile(r"\b[KS]\d\d\b|okr-coach")  # a client knows none of our rules by its number


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("size", list(Size))
def test_a_mature_plan_begins_with_a_health_check_that_counts(size: str, language: str) -> None:
    said = texts(
        make_guide(
            {"industry": "gaming", "maturity": "mature", "size": size, "language": language}
        ),
        "plan",
    )
    health = {"en": "Health check", "zh-Hans": "给在用的OKR做体检", "zh-Hant": "給在用的OKR做體檢"}
    assert said[1].startswith(health[language])
    counts = " ".join(said[2:6])
    signs = {
        "en": ("work and not results", "without a baseline", "without an owner"),
        "zh-Hans": ("写成工作而不是结果", "没有基线", "没有负责人"),
        "zh-Hant": ("寫成工作而不是結果", "沒有基線", "沒有負責人"),
    }
    for sign in signs[language]:
        assert sign in counts
    assert not CODE.search(" ".join(said))
    place = [at for at, each in enumerate(said) if each.startswith(("Prune", "精简", "精簡"))]
    assert place
    assert place[0] > 2


@pytest.mark.parametrize("maturity", ["first-cycle", "piloting", "mature"])
def test_what_departments_cannot_settle_has_a_way_up_and_a_deadline(maturity: str) -> None:
    for size, deadline in (("medium", "days|week"), ("large", "days|week")):
        plan = plan_text(industry="saas", maturity=maturity, size=size, language="en")
        lines = [each for each in plan.split("\n") if "decides" in each or "answers within" in each]
        assert any(word in each for each in lines for word in deadline.split("|")), lines


def test_a_mature_reader_is_told_why_to_go_on() -> None:
    for maturity, told in (("mature", True), ("first-cycle", False)):
        raw = {"industry": "saas", "maturity": maturity, "language": "en"}
        said = texts(make_guide(raw), "why")
        assert any(each.startswith("Why go on after years") for each in said) is told


def test_a_kind_that_stands_apart_is_not_told_the_reasons_of_another() -> None:
    raw = {"industry": "酒店旅游", "language": "zh-Hans"}
    told = {
        company: texts(make_guide({**raw, "company_type": company}), "why")
        for company in ("连锁火锅企业", "商务酒店")
    }
    reason = "前台、客房、厨房在同一位客人身上碰头"
    assert not any(each.startswith(reason) for each in told["连锁火锅企业"])
    assert any(each.startswith(reason) for each in told["商务酒店"])
