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
    of = {place for place, said in _said().items() if said.search(statement.en)}
    if not of:
        return Nearness.ANYWHERE
    return Nearness.ELSEWHERE if of.isdisjoint(_homes(parameters)) else Nearness.HERE


def nearest_first(statements: Iterable[Statement], parameters: GuideParameters) -> list[Statement]:
    """Those of the reader's place in front, the others in their order."""
    return sorted(statements, key=lambda each: nearness(each, parameters) is not Nearness.HERE)


def common_rules(parameters: GuideParameters, material: Material) -> list[Statement]:
    """What binds every trade in the reader's places."""
    return [
        rule for place in _homes(parameters) for rule in material.guide.common_rules.get(place, [])
    ]


def rules_unread(parameters: GuideParameters, rules: Iterable[Statement]) -> Iterator[Statement]:
    """That none of the rules told is of the place where the company works, where that is so."""
    said = " ".join(rule.en for rule in rules)
    for place in _typed(parameters):
        names = place["name"]
        if not _said()[names["en"]].search(said):
            en = say(AREA, "rules.unread", Language.EN, place=names["en"])
            zh = say(AREA, "rules.unread", Language.ZH_HANS, place=names["zh"])
            yield Statement(en=en, zh=zh, sources=[OWN])


def _homes(parameters: GuideParameters) -> list[str]:
    """The places that the kind of company names, else those usual in the reader's language."""
    usual = [each for each in _places() if parameters.language in each.get("usual", [])]
    return [each["name"]["en"] for each in _typed(parameters) or usual]


def _typed(parameters: GuideParameters) -> list[dict[str, Any]]:
    company = fold(parameters.company_type or "")
    return [each for each in _places() if any(word in company for word in each["words"])]


@cache
def _said() -> dict[str, re.Pattern[str]]:
    """By place, the words by which a sentence tells of it."""
    return {
        each["name"]["en"]: re.compile(rf"\b(?:{'|'.join(map(re.escape, each['said']))})\b")
        for each in _places()
    }


def _places() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load("assistant.guides", "places.yml")
    return found
