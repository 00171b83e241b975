"""Places that the kind of company names, and whether an industry's rules are of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from assistant.guides.references import OWN
from assistant.guides.statements import AREA
from assistant.language.script import fold
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters
from assistant.models.plans import Statement
from assistant.own_data import load


def rules_unread(parameters: GuideParameters, rules: Iterable[Statement]) -> Iterator[Statement]:
    """That none of the rules told is of the place where the company works, where that is so."""
    company = fold(parameters.company_type or "")
    said = " ".join(rule.en for rule in rules)
    for place in _places():
        names = place["name"]
        if any(word in company for word in place["words"]) and names["en"] not in said:
            en = say(AREA, "rules.unread", Language.EN, place=names["en"])
            zh = say(AREA, "rules.unread", Language.ZH_HANS, place=names["zh"])
            yield Statement(en=en, zh=zh, sources=[OWN])


def _places() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load("assistant.guides", "places.yml")
    return found
