"""The days of a plan: before, inside and after the cycle, whatever its length."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from assistant.guides.making import make_guide
from assistant.models.guide import Size, Style
from tests.guides.told import MATERIAL, sentences

MATURITIES = ("first-cycle", "piloting", "mature")
SIZES = [str(each) for each in Size]
DAY = timedelta(days=1)
QUARTERS = [
    ("2027-04-01", "2027-06-30"),
    ("2027-07-01", "2027-09-30"),
    ("2028-01-01", "2028-03-31"),
]
LONGER = [("2027-01-01", "2027-06-30"), ("2027-04-01", "2028-03-31"), ("2027-01-01", "2027-12-31")]
ISO = r"\d{4}-\d{2}-\d{2}"
Span = tuple[date, date]


def phases(language: str = "en", **asked: str) -> Iterator[tuple[str, list[Span]]]:
    """Each phase of the plan as it is told: its heading, and the days in it."""
    guide = make_guide({"industry": "retail", "language": language, **asked})
    for each in sentences(guide):
        if each.style is Style.SUBHEADING and re.search(ISO, each.text):
            days = re.findall(rf"({ISO})(?: to |至)({ISO})", each.text)
            yield each.text, [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in days]


def weeks_told(text: str) -> tuple[int, int]:
    """First and last week as a reader takes them; negative before the start."""
    if found := re.search(r"weeks? (\d+)(?: to (\d+))?[;)]", text):
        return int(found[1]), int(found[2] or found[1])
    if "the week before the start" in text:
        return -1, -1
    if found := re.search(r"the last (\d+) weeks before", text):
        return -int(found[1]), -1
    found = re.search(r"(\d+)(?: to (\d+))? weeks before", text)
    assert found, text
    return -int(found[1]), -int(found[2] or found[1])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("maturity", MATURITIES)
@pytest.mark.parametrize(("start", "end"), QUARTERS)
def test_the_days_are_those_of_the_weeks_that_are_told(
    start: str, end: str, maturity: str, size: str
) -> None:
    begins, ends = date.fromisoformat(start), date.fromisoformat(end)
    told = list(phases(start=start, end=end, maturity=maturity, size=size))
    assert told
    for text, ((first, last),) in told:
        one, other = weeks_told(text)
        weeks = other - one + 1
        assert abs((last - first).days + 1 - 7 * weeks) <= 1, text  # a quarter has 90 to 92 days
        if other < 0:
            assert last == begins + (other + 1) * 7 * DAY - DAY, text
        else:
            assert first >= begins
            assert other != 13 or last == ends, text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("maturity", MATURITIES)
def test_no_week_before_the_start_is_left_empty(maturity: str, size: str) -> None:
    begins = date(2027, 4, 1)
    told = phases(start="2027-04-01", end="2027-06-30", maturity=maturity, size=size)
    before = sorted(days[0] for _, days in told if days[0][1] < begins)
    assert before[-1][1] == begins - DAY
    for (_, last), (first, _) in pairwise(before):
        assert first <= last + DAY


def test_no_plan_counts_a_week_0() -> None:
    for plan in MATERIAL.guide.plans.values():
        assert 0 not in {
            week for each in plan.phases for both in each.weeks.values() for week in both
        }


def test_the_dates_of_a_quarter_are_told_as_a_reader_counts_them() -> None:
    text = " ".join(
        text
        for text, _ in phases(
            start="2027-04-01", end="2027-06-30", size="medium", maturity="mature"
        )
    )
    assert "the last 2 weeks before the start; 2027-03-18 to 2027-03-31" in text
    assert "week 13; 2027-06-24 to 2027-06-30" in text


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("maturity", MATURITIES)
@pytest.mark.parametrize(("start", "end"), LONGER)
def test_a_plan_of_a_longer_cycle_goes_to_its_end(
    start: str, end: str, maturity: str, size: str, language: str
) -> None:
    ends = date.fromisoformat(end)
    told = list(phases(language, start=start, end=end, maturity=maturity, size=size))
    inside = [span for _, spans in told for span in spans if span[0] <= ends]
    assert max(first for first, _ in inside) >= ends - timedelta(days=15)
    assert max(last for _, last in inside) >= ends - timedelta(weeks=1)
    quarters = round((ends - date.fromisoformat(start)).days / 91)
    assert {len(spans) for _, spans in told} == {quarters if maturity == "mature" else 1}


@pytest.mark.parametrize("maturity", ["first-cycle", "piloting"])
def test_half_time_is_in_the_middle_of_a_longer_cycle_alone(maturity: str) -> None:
    def middle(start: str, end: str) -> list[Span]:
        told = phases(start=start, end=end, maturity=maturity)
        return [spans[0] for text, spans in told if text.startswith("Half-time")]

    assert middle(*QUARTERS[0]) == []
    for start, end in LONGER:
        begins, ends = date.fromisoformat(start), date.fromisoformat(end)
        ((first, last),) = middle(start, end)
        assert (
            first - timedelta(weeks=1) <= begins + (ends - begins) / 2 <= last + timedelta(weeks=1)
        )


def test_a_plan_for_a_quarter_says_how_it_comes_again() -> None:
    for language, words in (("en", "4 times"), ("zh-Hans", "共走4遍"), ("zh-Hant", "共走4遍")):
        asked = {"industry": "retail", "maturity": "mature", "cycle": "2027", "language": language}
        assert any(words in note for note in make_guide(asked).notes)
        asked["cycle"] = "2027-Q1"
        assert not any("遍" in note or "times" in note for note in make_guide(asked).notes)


def test_of_a_longer_cycle_nobody_says_that_a_quarter_is_the_cycle() -> None:
    for cycle, said in (("2027-Q1", True), ("2027-H1", False)):
        asked = {"industry": "retail", "maturity": "piloting", "cycle": cycle, "language": "en"}
        text = " ".join(each.text for each in sentences(make_guide(asked)))
        assert ("A quarter is the cycle" in text) is said
        assert "of the project or value-stream meeting" in text
