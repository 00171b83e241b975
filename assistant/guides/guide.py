"""Composes an implementation guide of nine parts from the knowledge base."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.guides import parts
from assistant.guides.material import Material
from assistant.guides.plan import the_plan
from assistant.guides.references import references_of
from assistant.guides.statements import AREA, joined, listed, words
from assistant.knowledge.industries import ANY, is_called
from assistant.messages import say
from assistant.models.guide import Guide, GuideParameters, GuideSection
from assistant.models.knowledge import Words

Part = Callable[[GuideParameters, Material], GuideSection]
PARTS: tuple[Part, ...] = (
    parts.why_okrs,
    parts.the_industry,
    parts.who_uses_them,
    parts.three_cases,
    the_plan,
    parts.practices,
    parts.pitfalls,
    parts.conclusion,
)


def compose_guide(parameters: GuideParameters, material: Material) -> Guide:
    """The guide for these parameters; every sentence carries the sources that it rests on."""
    language = parameters.language
    sections = [part(parameters, material) for part in PARTS]
    references = references_of(sections, material, language)
    names = [parts.reference_line(reference) for reference in references]
    listed = GuideSection(
        id="references", title=parts.title("references", language), sentences=names
    )
    return Guide(
        title=say(AREA, "guide.title", language, industry=industry_name(parameters, material)),
        parameters=parameters,
        sections=[*sections, listed],
        references=references,
        notes=[_made_for(parameters, material), *notes_of(parameters, material)],
    )


def industry_name(parameters: GuideParameters, material: Material) -> str:
    """The industry as the title has it: its name, or the words that were typed for another."""
    if not is_called(parameters.asked_industry, parameters.industry):
        return parameters.asked_industry
    return words(material.knowledge.taxonomy.industries[parameters.industry], parameters.language)


def _made_for(parameters: GuideParameters, material: Material) -> str:
    """Who the guide is for: kind of company, size, experience and what comes first."""
    language = parameters.language
    focuses = [words(material.guide.focuses[each].name, language) for each in parameters.focus]
    size = say(AREA, f"size.{parameters.size}", language)
    maturity = say(AREA, f"maturity.{parameters.maturity}", language)
    told = [each for each in (parameters.company_type, size, maturity) if each]
    made = say(AREA, "note.for", language, told=joined(told, "facts", language))
    first = say(AREA, "note.first", language, told=listed(focuses, language)) if focuses else ""
    return joined(filter(None, [made, first]), "sentences", language)


def notes_of(parameters: GuideParameters, material: Material) -> list[str]:
    """What the reader should know of how the parameters were taken."""
    language = parameters.language
    names = material.knowledge.taxonomy.industries
    if is_called(parameters.asked_industry, parameters.industry):
        return []
    if parameters.industry == ANY:
        return [_unknown(parameters, names)]
    near = words(names[parameters.industry], language)
    return [say(AREA, "note.nearest", language, asked=parameters.asked_industry, industry=near)]


def _unknown(parameters: GuideParameters, names: Mapping[str, Words]) -> str:
    """That there is nothing on an industry, and which there are."""
    language = parameters.language
    known = listed((words(name, language) for each, name in names.items() if each != ANY), language)
    return say(AREA, "note.no_industry", language, asked=parameters.asked_industry, known=known)
