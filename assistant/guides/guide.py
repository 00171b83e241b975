"""Composes an implementation guide of nine parts from the knowledge base."""

from __future__ import annotations

from collections.abc import Callable

from assistant.guides import parts
from assistant.guides.cases import three_cases
from assistant.guides.dangers import pitfalls
from assistant.guides.examples import chosen_examples
from assistant.guides.filling import quoted_of
from assistant.guides.focusing import focus_notes
from assistant.guides.material import Material
from assistant.guides.notes import made_for, notes_of, set_notes, taken_notes
from assistant.guides.plan import plan_notes, the_plan
from assistant.guides.references import references_of
from assistant.guides.statements import AREA, words
from assistant.guides.why import why_okrs
from assistant.guides.wording import wording_of
from assistant.knowledge.industries import is_called
from assistant.messages import say
from assistant.models.guide import Guide, GuideParameters, GuideSection

Part = Callable[[GuideParameters, Material], GuideSection]
PARTS: tuple[Part, ...] = (
    why_okrs,
    parts.the_industry,
    parts.who_uses_them,
    three_cases,
    the_plan,
    parts.practices,
    pitfalls,
    parts.conclusion,
)


def compose_guide(parameters: GuideParameters, material: Material) -> Guide:
    """The guide for these parameters; every sentence carries the sources that it rests on."""
    language = parameters.language
    examples = chosen_examples(parameters, material)
    wording = wording_of(parameters, material, quoted_of(examples, parameters, material))
    sections = [wording.section(part(parameters, material)) for part in PARTS]
    references = references_of(sections, material, language)
    listed = parts.references(references, parameters)
    notes = [
        made_for(parameters, material),
        *notes_of(parameters, material),
        *taken_notes(parameters, material),
        *set_notes(examples, parameters, material),
        *focus_notes(examples, parameters, material),
        *plan_notes(parameters, material),
    ]
    return Guide(
        title=say(AREA, "guide.title", language, industry=industry_name(parameters, material)),
        parameters=parameters,
        sections=[*sections, listed],
        references=references,
        notes=notes,
    )


def industry_name(parameters: GuideParameters, material: Material) -> str:
    """The industry as the title has it: its name, or the words that were typed for another."""
    if parameters.also or not is_called(parameters.asked_industry, parameters.industry):
        return parameters.asked_industry
    return words(material.knowledge.taxonomy.industries[parameters.industry], parameters.language)
