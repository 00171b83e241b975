"""What is known of the industry that was asked for, or of each that its name holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from assistant.guides.examples import industries_of
from assistant.guides.kinds import kind_of
from assistant.guides.material import Material
from assistant.guides.references import OWN
from assistant.guides.statements import AREA, alike, heading, titled, told, words
from assistant.knowledge.industries import ANY
from assistant.messages import say
from assistant.models.guide import GuideParameters, Maturity, Sentence, Size, Style
from assistant.models.knowledge import Words
from assistant.models.plans import IndustryProfile, Statement

_QUOTED = re.compile("“([^”]+)”")
# Sides of an industry that a kind has too.
OF_KIND = {"situation": "state", "pressures": "presses", "conflicts": "pulls"}


def profiles_of(parameters: GuideParameters, material: Material) -> list[IndustryProfile]:
    """The profile of the industry, or of each that the name holds; none of any."""
    asked = (each for each in industries_of(parameters) if each != ANY)
    return [material.guide.industries[each] for each in asked]


def lead_of(
    key: str, profile: IndustryProfile, parameters: GuideParameters, material: Material
) -> Sentence:
    """A small heading; where there are several industries, with the one it is about."""
    language = parameters.language
    if not parameters.also:
        return titled(key, language)
    name = words(material.knowledge.taxonomy.industries[profile.industry], language)
    text = say(AREA, "of_industry", language, title=say(AREA, key, language), industry=name)
    return heading(text)


def in_the_trade(parameters: GuideParameters, material: Material) -> list[Sentence]:
    """What the kind of company reads its numbers from; what the industry asks of OKRs."""
    said = []
    kind = kind_of(parameters, material)
    if kind:
        said.append(titled("kind", parameters.language))
        said.append(_of_ours(kind.measure, parameters))
    for profile in profiles_of(parameters, material):
        if profile.practices:
            said.append(lead_of("trade", profile, parameters, material))
            said += told(profile.practices, parameters.language, Style.ITEM)
    return said


def of_the_kind(
    key: str,
    profile: IndustryProfile,
    parameters: GuideParameters,
    material: Material,
    style: Style = Style.ITEM,
) -> Iterator[Sentence]:
    """What we reason of the reader's kind of company, where it is one of this industry.

    Left out where the industry says it in full: both then share the same result.
    """
    kind = kind_of(parameters, material)
    if kind and key in OF_KIND and kind in material.guide.kinds.get(profile.industry, []):
        statements = for_kind(getattr(profile, key), profile, parameters, material)
        for each in _listed(getattr(kind, OF_KIND[key])):
            if not _in_full(each, statements):
                yield _of_ours(each, parameters).model_copy(update={"style": style})


def _in_full(own: Words, statements: list[Statement]) -> bool:
    """Whether a result that is quoted in a text is quoted in a statement, in nearly its words."""
    quoted = [each for statement in statements for each in _QUOTED.findall(statement.zh)]
    pairs = product(_QUOTED.findall(own.zh), quoted)
    return any(alike(*pair) for pair in pairs)


def for_kind(
    statements: Iterable[Statement],
    profile: IndustryProfile,
    parameters: GuideParameters,
    material: Material,
) -> list[Statement]:
    """What is for the reader's kind of company first, what is for few before what is for more.

    Where the kind is not known, what is for all goes before what is for some.
    """
    kind = kind_of(parameters, material)
    told = list(statements)
    if kind is None or kind not in material.guide.kinds.get(profile.industry, []):
        return sorted(told, key=lambda each: bool(each.kinds))
    own = sorted((e for e in told if kind.id in e.kinds), key=lambda each: len(each.kinds))
    return [*own, *(each for each in told if not each.kinds)]


def nearest_kinds(
    statements: list[Statement], parameters: GuideParameters, material: Material
) -> list[Statement]:
    """What is for a known kind of company alone, where there is any; else all."""
    known = kind_of(parameters, material) is not None
    return [each for each in statements if known and each.kinds] or statements


def of_the_trade(side: str, parameters: GuideParameters, material: Material) -> Iterator[Sentence]:
    """What we reason of the reader's industries; of none there is nothing."""
    for profile in profiles_of(parameters, material):
        if trade := material.guide.trades.get(profile.industry):
            yield from _ours(getattr(trade, side), parameters)


def of_the_task(side: str, parameters: GuideParameters, material: Material) -> Iterator[Sentence]:
    """What we reason of the function that was asked for."""
    if task := material.guide.tasks.get(parameters.function or ""):
        yield _of_ours(getattr(task, side), parameters)


def where_to_begin(parameters: GuideParameters, material: Material) -> list[Sentence]:
    """Where a pilot starts in such a company, while there is one and it is no team of all."""
    kind = kind_of(parameters, material)
    all_begin = parameters.size is Size.SMALL or parameters.maturity is Maturity.MATURE
    return [] if kind is None or all_begin else [_of_ours(kind.begin, parameters)]


def _ours(found: Words | list[Words], parameters: GuideParameters) -> Iterator[Sentence]:
    yield from (_of_ours(each, parameters) for each in _listed(found))


def _listed(found: Words | list[Words]) -> list[Words]:
    return found if isinstance(found, list) else [found]


def _of_ours(text: Words, parameters: GuideParameters) -> Sentence:
    said = words(text, parameters.language)
    return Sentence(text=said, citations=[OWN], style=Style.ITEM)
