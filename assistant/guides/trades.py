"""What is known of the industry that was asked for, or of each that its name holds."""

from __future__ import annotations

from assistant.guides.examples import industries_of
from assistant.guides.material import Material
from assistant.guides.statements import AREA, heading, titled, told, words
from assistant.knowledge.industries import ANY
from assistant.messages import say
from assistant.models.guide import GuideParameters, Sentence, Style
from assistant.models.plans import IndustryProfile


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
    """What the calendar and the numbers of the industry ask of OKRs."""
    said = []
    for profile in profiles_of(parameters, material):
        if profile.practices:
            said.append(lead_of("trade", profile, parameters, material))
            said += told(profile.practices, parameters.language, Style.ITEM)
    return said
