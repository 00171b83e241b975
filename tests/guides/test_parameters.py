"""What is asked of a guide: values that are read, near ones, and ones that cannot be."""

import pytest

from assistant.errors import UsageError
from assistant.guides.choices import plain
from assistant.guides.making import make_guide, make_template
from assistant.guides.parameters import typed_language
from assistant.models import Language
from assistant.own_data import load
from assistant.problems import problem_of


@pytest.mark.parametrize(
    ("field", "value", "choice"),
    [
        ("size", "huge", "small, medium, large"),
        ("maturity", "老手", "first-cycle, piloting, mature"),
        ("focus", "magic", "strategy"),
        ("function", "astrology", "product"),
        ("level", "planet", "company"),
        ("size", "-5", "small, medium, large, group, or a number of people"),
        ("size", "0", "small, medium, large, group, or a number of people"),
        ("start", "soon", "2027-01-04"),
        ("cycle", "Q9 banana", "2027-Q1"),
        ("cycle", "2027-13", "together with start and end"),
        ("industry", "", "1 to 200 characters"),
    ],
)
def test_a_bad_value_gets_the_list_of_good_ones(field: str, value: str, choice: str) -> None:
    with pytest.raises(UsageError) as caught:
        make_guide({"industry": "saas", field: value})
    assert caught.value.field == field
    assert choice in (problem_of(caught.value, Language.EN).fix or "")


def test_a_bad_value_is_repeated_with_its_field_and_the_nearest_good_one() -> None:
    with pytest.raises(UsageError) as caught:
        make_guide({"industry": "saas", "function": "costumer sucess"})
    told = problem_of(caught.value, Language.EN)
    assert told.message == "“costumer sucess” cannot be taken as a function (function)."
    assert (told.fix or "").startswith("Did you mean customer-success? It takes: any, product, ")
    told = problem_of(caught.value, Language.ZH_HANS)
    assert told.message == "“costumer sucess”不能用作职能（function）。"
    assert (told.fix or "").startswith("是否想用customer-success（客户成功与客服）？可用的值：")


def test_what_is_like_none_of_the_good_ones_gets_no_guess() -> None:
    with pytest.raises(UsageError) as caught:
        make_guide({"industry": "saas", "function": "占星"})
    assert (problem_of(caught.value, Language.EN).fix or "").startswith("It takes: ")


def test_a_name_within_what_was_typed_is_only_suggested() -> None:
    with pytest.raises(UsageError) as caught:
        make_guide({"industry": "物流", "function": "海外市场拓展中心"})
    assert "是否想用marketing（市场）？" in (problem_of(caught.value, Language.ZH_HANS).fix or "")


def test_all_bad_values_are_told_at_once() -> None:
    asked = {"industry": "saas", "size": "huge", "level": "planet", "focus": "magic, tracking, fog"}
    with pytest.raises(UsageError) as caught:
        make_guide(asked)
    told = problem_of(caught.value, Language.EN)
    assert told.message == "4 values cannot be used."
    for value in ("huge", "planet", "magic", "fog"):
        assert f"“{value}” cannot be taken as a " in (told.fix or "")


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        ("function", "行銷", "marketing"),
        ("function", "市场部", "marketing"),
        ("function", "销售部", "sales"),
        ("function", "客服", "customer-success"),
        ("function", "客户成功", "customer-success"),
        ("function", "customer success", "customer-success"),
        ("function", "Customer Support Team", "customer-success"),
        ("function", "人资", "hr"),
        ("function", "人資部", "hr"),
        ("function", "HR", "hr"),
        ("function", "法務", "legal"),
        ("function", "採購", "supply-chain"),
        ("function", "R&D", "engineering"),
        ("function", "研发部", "engineering"),
        ("function", "研發", "engineering"),
        ("function", "IT", "engineering"),
        ("function", "finance department", "finance"),
        ("function", "财务", "finance"),
        ("function", "財務部", "finance"),
        ("function", "any", None),
        ("maturity", "初步采用", "piloting"),  # between 未采用 and 成熟应用
        ("maturity", "初步應用階段", "piloting"),
        ("maturity", "未採用", "first-cycle"),
        ("maturity", "first time", "first-cycle"),
        ("maturity", "pilot", "piloting"),
        ("maturity", "试点", "piloting"),
        ("maturity", "試點階段", "piloting"),
        ("maturity", "成熟", "mature"),
        ("level", "公司级", "company"),
        ("level", "部門級", "department"),
        ("level", "事业部", "department"),
        ("level", "小组", "team"),
        ("level", "小組", "team"),
        ("level", "個人", "individual"),
        ("level", "company level", "company"),
        ("size", "startup", "small"),
        ("size", "中小企業", "medium"),
        ("size", "集团公司", "large"),
        ("focus", "employee motivation", "motivation"),
        ("focus", "performance reviews", "motivation"),
    ],
)
def test_everyday_words_are_understood(field: str, typed: str, meant: str | None) -> None:
    told = getattr(make_template({"industry": "saas", field: typed}).parameters, field)
    assert told == ([meant] if field == "focus" else meant)


@pytest.mark.parametrize("field", ["function", "level", "maturity", "size"])
def test_no_everyday_word_means_two_things(field: str) -> None:
    written = load("knowledge", "guide/words.yml")[field]
    meant: dict[str, str] = {}
    for each, names in written.items():
        for name in [*names["called"], *names["near"]]:
            assert meant.setdefault(plain(name), each) == each, name


def test_the_good_ones_are_named_in_the_language_of_whoever_is_told() -> None:
    with pytest.raises(UsageError) as caught:
        make_guide({"industry": "物流", "maturity": "老手"})
    fix = problem_of(caught.value, Language.ZH_HANT).fix
    assert fix == "可用的值：first-cycle（首次採用）、piloting（試點中）、mature（成熟應用）。"


@pytest.mark.parametrize(
    ("typed", "size"),
    [
        ("30人", "small"),
        ("250–1000人", "large"),
        ("1,200 employees", "large"),
        ("约200人", "medium"),
        ("中型", "medium"),
        ("1万人以上", "group"),
        ("over 5,000 people", "group"),
        ("5000人", "large"),
        ("250人以上", "large"),
        ("less than 50 people", "small"),
        ("fewer than 50 employees", "small"),
        ("under 50", "small"),
        ("<50", "small"),
        ("不到50人", "small"),
        ("不足50人", "small"),
        ("不足50名員工", "small"),
        ("50人以下", "small"),
        ("no more than 250 people", "medium"),
        ("不超过250人", "medium"),
        ("fewer than 5,001 people", "large"),
    ],
)
def test_a_size_may_be_a_number_of_people(typed: str, size: str) -> None:
    assert make_guide({"industry": "saas", "size": typed}).parameters.size == size


@pytest.mark.parametrize("asked", ["远程医疗", "digital-health", "數位醫療", "telemedicine"])
def test_another_name_of_an_industry_needs_no_note(asked: str) -> None:
    guide = make_guide({"industry": asked, "language": "zh-Hans"})
    assert guide.parameters.industry == "digital-health"
    assert len(guide.notes) == 1


@pytest.mark.parametrize(
    ("asked", "industry"),
    [
        ("化工", "manufacturing"),
        ("生鲜电商", "retail"),
        ("互聯網", "saas"),
        ("health insurance", "insurance"),
        ("hospital", "digital-health"),
        ("law firm", "consulting"),
        ("律師事務所", "consulting"),
        ("airline", "hospitality"),
        ("機場", "hospitality"),
        ("大学", "education"),
        ("城市供水", "energy"),
        ("建筑施工", "property"),
        ("EV maker", "automotive"),
        ("newspaper", "media"),
        ("steel mill", "manufacturing"),
        ("親子餐廳", "hospitality"),
        ("風力發電", "new-energy"),
    ],
)
def test_a_neighbour_of_an_industry_gets_the_nearest_one_with_a_note(
    asked: str, industry: str
) -> None:
    guide = make_guide({"industry": asked})
    assert guide.parameters.industry == industry
    assert f"The knowledge base holds nothing on “{asked}” itself" in guide.notes[1]


@pytest.mark.parametrize(
    "asked",
    [
        "toilet maker",
        "ungasified",
        "宠物美容",
        "宠物护理",
        "寵物護理",
        "veterinary clinic",
        "心理咨询",
        "barber",
        "glassy",
    ],
)
def test_a_word_inside_another_leads_to_no_industry(asked: str) -> None:
    assert make_guide({"industry": asked}).parameters.industry == "any"


@pytest.mark.parametrize(
    ("raw", "language"),
    [
        ({"industry": "智能制造"}, "zh-Hans"),
        ({"industry": "半導體"}, "zh-Hant"),
        ({"industry": "logistics", "focus": "目标跟踪"}, "zh-Hans"),
        ({"industry": "freight forwarding"}, "en"),
        ({"industry": "saas", "size": "250–1000"}, None),
    ],
)
def test_the_language_is_that_of_what_was_typed(raw: dict[str, str], language: str | None) -> None:
    assert typed_language(raw) == language


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.EN, "It takes: a range from the smaller number to the larger, such as 20-1000."),
        (Language.ZH_HANS, "可用的值：从小到大的人数范围，如20–1000人。"),
        (Language.ZH_HANT, "可用的值：從小到大的人數範圍，如20–1000人。"),
    ],
)
@pytest.mark.parametrize("size", ["1000-20", "1,000 to 20 people", "1000至20人"])
def test_a_range_of_people_upside_down_is_no_size(size: str, language: Language, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        make_guide({"industry": "saas", "size": size})
    assert caught.value.field == "size"
    assert problem_of(caught.value, language).fix == told


def test_a_range_of_people_from_the_smaller_to_the_larger_is_a_size() -> None:
    assert make_guide({"industry": "saas", "size": "20-1000"}).parameters.size == "large"
