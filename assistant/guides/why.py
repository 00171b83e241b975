"""Why OKRs here: what competes in such a house, who holds it, how they stand beside the rest."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.guides.kinds import kind_of
from assistant.guides.material import Material
from assistant.guides.readers import for_reader
from assistant.guides.references import OWN
from assistant.guides.statements import AREA, told, unsaid, words
from assistant.guides.trades import of_the_task, of_the_trade, profiles_of
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters, GuideSection, Sentence, Style
from assistant.models.plans import Claims

ANY_KIND = "any"


def why_okrs(parameters: GuideParameters, material: Material) -> GuideSection:
    """Why OKRs here: for this kind of company and this reader first, then for anyone."""
    language, guide = parameters.language, material.guide
    claims = list(_claims(parameters, material))
    apart = any(each.apart for each in claims)
    profiles = [] if apart else profiles_of(parameters, material)
    said = list(_choice(claims, language))
    said += unsaid(each for one in profiles for each in told(one.why, language, Style.ITEM))
    said += [*of_the_trade("why", parameters, material), *of_the_task("why", parameters, material)]
    focuses = [guide.focuses[name].why for name in parameters.focus]
    beside = for_reader("beside", parameters, material)
    own = [*focuses, *beside, *guide.parts.why_for[parameters.maturity]]
    said += told(own, language, Style.ITEM)
    said += told([*guide.parts.why, *guide.parts.samples], language)
    return GuideSection(id="why", title=say(AREA, "part.why", language), sentences=said)


def _choice(known: list[Claims], language: Language) -> Iterator[Sentence]:
    """What competes for the same people and money, and which departments hold a part of it."""
    for claims in known:
        for key in ("claims", "ties"):
            told_of = words(getattr(claims, key), language)
            text = say(AREA, f"why.{key}", language, told=told_of)
            yield Sentence(text=text, citations=[OWN], style=Style.ITEM)


def _claims(parameters: GuideParameters, material: Material) -> Iterator[Claims]:
    """Those of the reader's kind of company, else those of each industry that the name holds."""
    known, kind = material.guide.claims, kind_of(parameters, material)
    for profile in profiles_of(parameters, material):
        of_one = known.get(profile.industry, {})
        kinds = material.guide.kinds.get(profile.industry, [])
        if kind in kinds and kind is not None and kind.id in of_one:
            yield of_one[kind.id]
        elif kind is None and ANY_KIND in of_one:
            yield of_one[ANY_KIND]
