"""Pictures that print, read in the dark, say in words what they show, and run nothing."""

from __future__ import annotations

import re
from datetime import date

import pytest
from defusedxml.ElementTree import fromstring

from assistant.checkins.arithmetic.team import compute
from assistant.checkins.summary.pictures import pictures
from assistant.models import Language
from assistant.models.summary import Picture
from tests.checkins.cycles import LIMITS, record

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</title><script>alert(1)</script> <a href="https://evil.example">'


def drawn(language: str = "en") -> list[Picture]:
    line = {"text": f"准时率 {HOSTILE}", "baseline": 50, "target": 90, "unit": "%"}
    days = ("2026-01-09", "2026-01-16", "2026-01-23", "2026-01-30", "2026-02-06")
    checkins = [
        {"date": day, "value": 50 + 4 * week, "confidence": 7 - week}
        for week, day in enumerate(days)
    ]
    team = compute(record(line, checkins=checkins), date(2026, 2, 6), LIMITS)
    return pictures(team, Language(language))


def test_there_is_a_picture_of_each_kind() -> None:
    assert [one.name for one in drawn()] == ["progress", "confidence", "heat-map", "forecast-kr1-1"]


@pytest.mark.parametrize("number", range(4))
def test_a_picture_is_whole_and_says_in_words_what_it_shows(number: int) -> None:
    one = drawn()[number]
    root = fromstring(one.svg)
    assert root.get("role") == "img"
    title, described = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert described is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {described.get('id')}"
    assert described.text == one.description
    assert re.search(r"\d", one.description)


@pytest.mark.parametrize("number", range(4))
def test_a_picture_runs_nothing_and_asks_nothing_of_others(number: int) -> None:
    svg = drawn()[number].svg
    tags = {element.tag.removeprefix(SVG) for element in fromstring(svg).iter()}
    assert tags <= {
        "svg", "title", "desc", "style", "text", "line", "path", "circle", "rect", "polygon",
    }  # fmt: skip
    assert "url(" not in svg
    assert "href" not in re.sub(">[^<]*<", "><", svg)


def test_a_picture_has_colours_for_the_dark_and_prints_those_of_the_day() -> None:
    for one in drawn():
        assert "@media screen and (prefers-color-scheme: dark)" in one.svg


def test_the_styles_of_a_picture_reach_no_further_than_itself() -> None:
    for one in drawn():
        style = re.search("<style>(.*?)</style>", one.svg, re.DOTALL)
        assert style is not None
        rules = re.findall(r"([^{}@]+)\{", style[1].split("@media")[0])
        assert all(rule.strip().startswith(f"#okr-{one.name}") for rule in rules)


def test_a_status_is_told_by_a_sign_and_not_by_colour_alone() -> None:
    heat_map = drawn()[2].svg
    for sign in ("●", "?"):
        assert sign in heat_map


def test_titles_are_in_the_language_of_the_reader() -> None:
    assert [one.title for one in drawn("zh-Hant")][:2] == ["每週進度與應有進度", "每週平均信心"]


def test_without_a_cycle_there_is_nothing_to_draw() -> None:
    team = compute(record("NPS 45", cycle={"name": "春季"}), date(2026, 2, 6), LIMITS)
    assert pictures(team, Language.EN) == []


def test_a_row_of_many_weeks_fits_a_telephone() -> None:
    """The names stand above their rows, so that all of the width is for the weeks."""
    root = fromstring(drawn()[2].svg)
    wide = float(root.get("width") or 0)
    rows = [one for one in root.iter(f"{SVG}rect") if one.get("height") == "22"]
    assert wide <= 360
    assert min(float(one.get("x") or 0) for one in rows) < 20
