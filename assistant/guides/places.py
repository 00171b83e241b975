"""Where the reader works: whose rules are told first, and whose were not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cache
from typing import Any

from assistant.guides.material import Material
from assistant.guides.references import OWN
from assistant.guides.statements import AREA
from assistant.language.script import fold
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters
from assistant.models.plans import Statement
from assistant.own_data import load


class Nearness(IntEnum):
    """Whether a sentence is of the reader's place, of none, or of others alone."""

    HERE = 0
    ANYWHERE = 1
    ELSEWHERE = 2


def nearness(statement: Statement, parameters: GuideParameters) -> Nearness:
    """How near a sentence is to where the reader works."""
    of = _told_of(statement)
    if not of:
        return Nearness.ANYWHERE
    return Nearness.ELSEWHERE if of.isdisjoint(_homes(parameters)) else Nearness.HERE


def _told_of(statement: Statement) -> set[str]:
    """The places that a sentence tells of: where it is filed, else those that it names."""
    if statement.place in _said():
        return {str(statement.place)}
    return {place for place, said in _said().items() if said.search(statement.en)}


def by_place(
    statements: Iterable[Statement], parameters: GuideParameters
) -> tuple[list[Statement], list[Statement]]:
    """Those of the reader's place, and behind them those of none; then those of others."""
    of: dict[Nearness, list[Statement]] = {rank: [] for rank in Nearness}
    rank = Nearness.ANYWHERE
    for each in statements:
        rank = rank if _leans(each) else nearness(each, parameters)
        of[rank].append(each)
    return [*of[Nearness.HERE], *of[Nearness.ANYWHERE]], of[Nearness.ELSEWHERE]


def _leans(statement: Statement) -> bool:
    """Whether a sentence goes on with the one before it, and belongs where that does."""
    return re.search(_listed()["leaning"], statement.en) is not None


def common_rules(parameters: GuideParameters, material: Material) -> list[Statement]:
    """What binds every trade in the reader's places."""
    return [
        rule for place in _homes(parameters) for rule in material.guide.common_rules.get(place, [])
    ]


def rules_unread(parameters: GuideParameters, rules: Iterable[Statement]) -> Iterator[Statement]:
    """That none of a trade's own rules is of the place where the company works, where so."""
    told = {place for rule in rules for place in _told_of(rule)}
    for place in typed_places(parameters):
        names = place["name"]
        if names["en"] not in told:
            en = say(AREA, "rules.unread", Language.EN, place=names["en"])
            zh = say(AREA, "rules.unread", Language.ZH_HANS, place=names["zh"])
            yield Statement(en=en, zh=zh, sources=[OWN])


def _homes(parameters: GuideParameters) -> list[str]:
    """The places that the kind of company names, else those usual in the reader's language."""
    usual = [each for each in _places() if parameters.language in each.get("usual", [])]
    return [each["name"]["en"] for each in typed_places(parameters) or usual]


def places_of(parameters: GuideParameters) -> list[str]:
    """The places that the kind of company names, else the one usual in the language, if but one."""
    homes = _homes(parameters)
    return homes if typed_places(parameters) or len(homes) == 1 else []


def typed_places(parameters: GuideParameters) -> list[dict[str, Any]]:
    """The places that the kind of company or the industry's name tells it works in.

    What it cooks or teaches counts only where no place is named; where its customers or branches
    are is where others are, but for those who sell across borders.
    """
    told = f"{parameters.company_type or ''}\n{parameters.asked_industry}"
    company = told if parameters.industry in _listed()["abroad"] else _of_itself(told)
    hits = [*_pattern("words").finditer(fold(company)), *_pattern("short").finditer(company)]
    plain = [hit for hit in hits if not hit["manner"]]
    words = {hit["place"] for hit in plain or hits}
    typed = [each for each in _places() if words & {*each["words"], *each.get("short", [])}]
    around = {each["within"] for each in typed if "within" in each}
    return [each for each in _places() if each in typed or each["name"]["en"] in around]


def _of_itself(told: str) -> str:
    """Without the parts that tell where others are: 客户为国内主机厂及少量欧洲客户."""
    parts = re.split(r"([,，;；、。()（）\n])", told)
    others = re.compile(_any(_listed()["others"]), re.IGNORECASE)
    return "".join(part for part in parts if not others.search(part))


@cache
def _pattern(field: str) -> re.Pattern[str]:
    """What tells of places, the longest first; what tells of none is read over with it."""
    listed = _listed()
    words = [word for each in _places() for word in each.get(field, [])]
    manners = "|".join(map(_whole, listed["manners"]))
    behind = rf"(?P<manner>\s*(?:{manners}))?"
    return re.compile(rf"(?P<place>{_any([*words, *listed['nowhere']])}){behind}")


def _any(words: Iterable[str]) -> str:
    return "|".join(map(_whole, sorted(words, key=len, reverse=True)))


def _whole(word: str) -> str:
    plain = re.escape(word)
    return rf"(?<![A-Za-z0-9]){plain}(?![A-Za-z0-9])" if word.isascii() else plain


@cache
def _said() -> dict[str, re.Pattern[str]]:
    """By place, the words by which a sentence tells of it."""
    return {
        each["name"]["en"]: re.compile(rf"\b(?:{'|'.join(map(re.escape, each['said']))})\b")
        for each in _places()
    }


def _places() -> list[dict[str, Any]]:
    places: list[dict[str, Any]] = _listed()["places"]
    return places


@cache
def _listed() -> dict[str, Any]:
    found: dict[str, Any] = load("assistant.guides", "places.yml")
    return found
