"""Which cycles a guide or a form can be for: their names, their days, how long they are."""

import pytest

from assistant.errors import UsageError
from assistant.guides.making import make_guide, make_template
from assistant.models import Language
from assistant.problems import problem_of


def test_a_cycle_ends_after_it_starts() -> None:
    with pytest.raises(UsageError) as caught:
        make_guide({"industry": "物流", "start": "2027-03-31", "end": "2027-01-01"})
    fix = problem_of(caught.value, Language.ZH_HANS).fix
    assert fix == "可用的值：开始日期（2027-03-31）之后的日期。"


@pytest.mark.parametrize("cycle", ["2027-Q1", "2027年上半年", "2027 H1", "Q1", "2026Q4-2027Q1"])
def test_a_cycle_may_be_any_time_that_can_be_read(cycle: str) -> None:
    assert make_guide({"industry": "saas", "cycle": cycle}).parameters.cycle == cycle


def test_a_cycle_with_both_days_may_have_any_name() -> None:
    days = {"start": "2027-01-04", "end": "2027-03-28"}
    assert make_guide({"industry": "saas", "cycle": "Sprint season", **days}).parameters.cycle


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.EN, "and at most a year later: until 2028-01-01"),
        (Language.ZH_HANS, "不晚于2028-01-01"),
        (Language.ZH_HANT, "不晚於2028-01-01"),
    ],
)
def test_a_cycle_lasts_a_year_at_most(language: Language, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        make_guide({"industry": "saas", "start": "2027-01-01", "end": "2029-12-31"})
    assert caught.value.field == "end"
    assert told in (problem_of(caught.value, language).fix or "")
    with pytest.raises(UsageError) as caught:
        make_guide({"industry": "saas", "cycle": "2027 to 2029"})
    assert caught.value.field == "cycle"


@pytest.mark.parametrize(
    ("start", "end"), [("2028-01-01", "2028-12-31"), ("2027-04-01", "2028-03-31")]
)
def test_a_year_is_no_cycle_too_long(start: str, end: str) -> None:
    assert make_guide({"industry": "saas", "start": start, "end": end}).parameters.start


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "“2027-Q1” usually stands for 2027-01-01 to 2027-03-31; the days that were given"),
        ("zh-Hans", "“2027-Q1”一般指2027-01-01至2027-03-31"),
        ("zh-Hant", "「2027-Q1」一般指2027-01-01至2027-03-31"),
    ],
)
def test_days_other_than_those_of_the_cycles_name_are_told(language: str, told: str) -> None:
    asked = {"industry": "saas", "language": language, "cycle": "2027-Q1"}
    days = {"start": "2027-04-01", "end": "2027-06-30"}
    for make in (make_guide, make_template):
        assert any(told in note for note in make({**asked, **days}).notes)
        same = {"start": "2027-01-01", "end": "2027-03-31"}
        assert not any(told in note for note in make({**asked, **same}).notes)


def test_the_days_of_a_fiscal_year_or_of_any_other_name_contradict_nothing() -> None:
    days = {"start": "2027-04-01", "end": "2027-06-30", "language": "en"}
    for name in ("FY27 Q1", "Spring", "2027财年第一季度"):
        notes = make_guide({"industry": "saas", "cycle": name, **days}).notes
        assert not any("usually stands for" in note for note in notes)


@pytest.mark.parametrize(
    ("language", "told"), [("en", ", cycle (2027-"), ("zh-Hans", "，周期（2027-")]
)
def test_a_cycle_without_a_name_leaves_no_gap(language: str, told: str) -> None:
    days = {"start": "2027-04-01", "end": "2027-06-30", "language": language}
    assert told in make_template({"industry": "saas", **days}).notes[0]
