"""The parts of a guide but for its plan."""

from __future__ import annotations

from assistant.guides.material import Material
from assistant.guides.parameters import ANY
from assistant.guides.statements import (
    AREA,
    heading,
    sentences_of,
    titled,
    told,
    words,
    written,
)
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters, GuideSection, Reference, Sentence, Style
from assistant.models.knowledge import Document, PassageKind, Section
from assistant.models.plans import IndustryProfile

CASES = 3
PASSAGES = 3  # of each focus
FOCUSES = ("strategy", "key-results", "collaboration", "tracking", "leadership")
SPARE_CASES = ("google", "sourced", "dmall", "gitlab", "stylight", "zalando")
PAY = "motivation"


def title(part: str, language: Language) -> str:
    """The title of a part."""
    return say(AREA, f"part.{part}", language)


def reference_line(reference: Reference) -> Sentence:
    """One source as a line of the list."""
    line = ". ".join(part for part in (reference.title, reference.publisher) if part)
    tail = f" {reference.url}" if reference.url else ""
    text = f"{line}.{tail} ({reference.note})"
    return Sentence(text=text, citations=[reference.id], style=Style.ITEM)


def why_okrs(parameters: GuideParameters, material: Material) -> GuideSection:
    """Why OKRs here."""
    language = parameters.language
    said = told(material.guide.parts.why, language)
    profile = _profile(parameters, material)
    if profile is not None:
        said += told(profile.why, language, Style.ITEM)
    focuses = [material.guide.focuses[name].why for name in parameters.focus]
    said += told(focuses, language, Style.ITEM)
    return GuideSection(id="why", title=title("why", language), sentences=said)


def the_industry(parameters: GuideParameters, material: Material) -> GuideSection:
    """The industry: situation, pressures, what is known of adoption and what is not."""
    language = parameters.language
    profile = _profile(parameters, material)
    said = []
    if profile is not None:
        said += [titled("situation", language), *told(profile.situation, language)]
        said += [titled("pressures", language), *told(profile.pressures, language)]
        if profile.themes:
            said += [titled("themes", language), *told(profile.themes, language)]
    said.append(titled("adoption", language))
    if profile is not None:
        said += told(profile.adoption, language)
    said += told(material.guide.parts.adoption_unknown, language)
    return GuideSection(id="industry", title=title("industry", language), sentences=said)


def who_uses_them(parameters: GuideParameters, material: Material) -> GuideSection:
    """Who is known to use OKRs, each with what the first line of its case says."""
    language = parameters.language
    own = _own_cases(parameters, material)
    said = [] if own else told(material.guide.parts.adopters_none, language)
    for case in own or list(SPARE_CASES[:CASES]):
        document = _document(case, material, language)
        first = sentences_of(document.sections[0].text, language)[0]
        said.append(first.model_copy(update={"style": Style.ITEM}))
    return GuideSection(id="adopters", title=title("adopters", language), sentences=said)


def three_cases(parameters: GuideParameters, material: Material) -> GuideSection:
    """Three cases, as far as their sources carry them."""
    language = parameters.language
    said = told(material.guide.parts.cases_note, language)
    chosen = [*_own_cases(parameters, material), *SPARE_CASES]
    for case in list(dict.fromkeys(chosen))[:CASES]:
        document = _document(case, material, language)
        said.append(heading(written(document.head.title, language)))
        for section in document.sections:
            said += sentences_of(section.text, language)
    return GuideSection(id="cases", title=title("cases", language), sentences=said)


def practices(parameters: GuideParameters, material: Material) -> GuideSection:
    """Practices by what the reader puts first."""
    language = parameters.language
    chosen = parameters.focus or list(FOCUSES)
    said: list[Sentence] = []
    for name in chosen:
        focus = material.guide.focuses[name]
        said.append(heading(words(focus.name, language)))
        for passage in focus.passages[:PASSAGES]:
            said += _passage(material.section(passage, _side(language)), language)
        if name == PAY:
            said += told(material.guide.parts.pay_disputed, language)
    return GuideSection(id="practices", title=title("practices", language), sentences=said)


def pitfalls(parameters: GuideParameters, material: Material) -> GuideSection:
    """What goes wrong, and the mend."""
    language = parameters.language
    said: list[Sentence] = []
    for document in material.knowledge.documents:
        head = document.head
        if head.kind is PassageKind.PITFALL and head.language == _side(language):
            name = head.title.partition(": ")[2] or head.title.partition("：")[2] or head.title
            said.append(heading(written(name, language)))
            said += _pitfall(document, language)
    return GuideSection(id="pitfalls", title=title("pitfalls", language), sentences=said)


def conclusion(parameters: GuideParameters, material: Material) -> GuideSection:
    """What to remember, and what to do this week."""
    language = parameters.language
    said = told(material.guide.parts.conclusion_for[parameters.maturity], language)
    said += told(material.guide.parts.conclusion, language)
    said += told(material.guide.parts.first_steps[parameters.maturity], language)
    return GuideSection(id="conclusion", title=title("conclusion", language), sentences=said)


def _pitfall(document: Document, language: Language) -> list[Sentence]:
    """The first sentence of how to see it, and all of the mend."""
    by_anchor = {section.anchor: section for section in document.sections}
    signs = sentences_of(by_anchor["signs"].text, language) if "signs" in by_anchor else []
    mend = sentences_of(by_anchor["mend"].text, language) if "mend" in by_anchor else []
    return [*signs[:2], *mend]


def _passage(section: Section, language: Language) -> list[Sentence]:
    lead = heading(written(section.title, language), Style.SUBHEADING)
    return [lead, *sentences_of(section.text, language)]


def _own_cases(parameters: GuideParameters, material: Material) -> list[str]:
    profile = _profile(parameters, material)
    return list(profile.cases) if profile is not None else []


def _profile(parameters: GuideParameters, material: Material) -> IndustryProfile | None:
    if parameters.industry == ANY:
        return None
    return material.guide.industries[parameters.industry]


def _document(document_id: str, material: Material, language: Language) -> Document:
    return material.document(document_id, _side(language))


def _side(language: Language) -> str:
    """The language that the files have: Traditional is made from Simplified."""
    return "en" if language is Language.EN else "zh"
