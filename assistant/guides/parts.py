"""The parts of a guide but for its plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from assistant.guides.cases import cases_of, is_of, name_of, shortly_told
from assistant.guides.dangers import first_of_the_trade
from assistant.guides.examples import chosen_examples, industries_of
from assistant.guides.focusing import in_this_set
from assistant.guides.forms import begins_with, forms_of
from assistant.guides.later import is_read_later
from assistant.guides.material import Material
from assistant.guides.metrics import measures
from assistant.guides.passages import document_of, side_of
from assistant.guides.places import (
    by_place,
    common_rules,
    rules_unread,
)
from assistant.guides.references import OWN
from assistant.guides.statements import (
    AREA,
    for_size,
    heading,
    joined,
    sentences_of,
    titled,
    told,
    unsaid,
    words,
    written,
)
from assistant.guides.trades import (
    for_kind,
    in_the_trade,
    lead_of,
    nearest_kinds,
    of_the_kind,
    of_the_trade,
    profiles_of,
)
from assistant.knowledge.industries import ANY, is_called
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters, GuideSection, Reference, Sentence, Style
from assistant.models.guide_material import Parts
from assistant.models.knowledge import Document, Role, Section
from assistant.models.plans import IndustryProfile, Statement

PASSAGES = 3  # of each focus
FOCUSES = ("strategy", "key-results", "collaboration", "tracking", "leadership")
# Of an industry's profile: the situation is told in one go, of the others each point is an item.
SIDES = {
    "situation": Style.TEXT,
    "rules": Style.ITEM,
    "pressures": Style.ITEM,
    "conflicts": Style.ITEM,
}
COMPARED = ("rules", "pressures")  # those of other places stand by themselves, in short
APART = ("situation", *COMPARED)  # that of other places only where there is none of the reader's
AFAR = 3  # of other places at most, and never longer in all than what is of the reader's
CLAIM = ("claimed", "idea")  # what a guide tells, what it draws from it


def title(part: str, language: Language) -> str:
    """The title of a part."""
    return say(AREA, f"part.{part}", language)


def reference_line(reference: Reference) -> Sentence:
    """One source as a line of the list."""
    tail = f" {reference.url}" if reference.url else ""
    text = f"{reference.named}{tail} {reference.told}"
    return Sentence(text=text, citations=[reference.id], style=Style.ITEM)


def references(listed: list[Reference], parameters: GuideParameters) -> GuideSection:
    """The sources."""
    lines = [reference_line(each) for each in listed]
    title_ = title("references", parameters.language)
    return GuideSection(id="references", title=title_, sentences=lines)


def the_industry(parameters: GuideParameters, material: Material) -> GuideSection:
    """The industry: what it is in, what binds and presses it, what is known of adoption."""
    language = parameters.language
    profiles = profiles_of(parameters, material)
    unknown = told(_without_text(parameters, material), language)
    said = [] if profiles else [titled("situation", language), *unknown]
    for profile in profiles:
        for key in SIDES:
            if new := _side(key, profile, parameters, material, said):
                said += [lead_of(key, profile, parameters, material), *new]
    themes = unsaid(each for profile in profiles for each in told(profile.themes, language))
    said += [titled("themes", language), *(themes or measures(parameters, material))]
    said.append(titled("adoption", language))
    said += unsaid(each for profile in profiles for each in told(profile.adoption, language))
    said += told(material.guide.parts.adoption_unknown, language)
    if any(profile.adopters for profile in profiles):
        said += told(material.guide.parts.adoption_single, language)
    return GuideSection(id="industry", title=title("industry", language), sentences=said)


def _side(
    key: str,
    profile: IndustryProfile,
    parameters: GuideParameters,
    material: Material,
    before: list[Sentence],
) -> list[Sentence]:
    """What is new of one side of a profile: of the reader's place, then of others, apart."""
    language = parameters.language
    statements = for_kind(getattr(profile, key), profile, parameters, material)
    near, far = by_place(statements, parameters) if key in APART else (statements, [])
    if key == "rules":
        near = [*rules_unread(parameters, statements), *near, *common_rules(parameters, material)]
    own = of_the_kind(key, profile, parameters, material, SIDES[key])
    here = unsaid([*own, *told(near, language, SIDES[key])], before)
    if here and key not in COMPARED:
        return here
    afar = told(nearest_kinds(far, parameters, material), language, SIDES[key])
    there = _in_short(unsaid(afar, [*before, *here]), here)
    lead = [titled(f"{key}.elsewhere", language, Style.SUBHEADING)] if here and there else []
    return [*here, *lead, *there]


def _in_short(there: list[Sentence], here: list[Sentence]) -> list[Sentence]:
    """As much of other places as leaves what applies the longer; where nothing does, a few."""
    lengths = accumulate(len(each.text) for each in there[:AFAR])
    room = sum(len(each.text) for each in here)
    return [
        each for each, so_far in zip(there, lengths, strict=False) if not here or so_far <= room
    ]


def _without_text(parameters: GuideParameters, material: Material) -> list[Statement]:
    """What stands for an industry that there is no text on; of any industry there can be none."""
    told_any = is_called(parameters.asked_industry, ANY)
    parts = material.guide.parts
    return parts.industry_any if told_any else parts.industry_unknown


def who_uses_them(parameters: GuideParameters, material: Material) -> GuideSection:
    """Who is known to use OKRs: of the industry, then each case with what its first line says."""
    language = parameters.language
    profiles = profiles_of(parameters, material)
    named = [each for profile in profiles for each in profile.named]
    own = [each for profile in profiles for each in profile.adopters]
    short = shortly_told(parameters, material)
    cases = [*cases_of(parameters, material), *named]
    near = [is_of(case, parameters, material) for case in cases]
    said = [
        *(told(material.guide.parts.adopters_own, language) if own else []),
        *(name_of(each, material, language) for each in short),
        *unsaid(told((each for each in own if each not in short), language, Style.ITEM)),
        *told(_whence(material.guide.parts, bool(own), near), language),
        *unsaid(_adopter(case, case in named, material, language) for case in cases),
    ]
    return GuideSection(id="adopters", title=title("adopters", language), sentences=said)


def _whence(parts: Parts, own: bool, near: list[bool]) -> list[Statement]:
    """Where the companies come from of which there is a case; of none there is nothing to say."""
    if not near:
        return []
    if all(near):
        return parts.adopters_all
    if any(near):
        return parts.adopters_few
    return parts.adopters_others if own else parts.adopters_none


def _adopter(case: str, claimed: bool, material: Material, language: Language) -> Sentence:
    """A company with what its case is about, or with what one guide alone claims of it."""
    document = document_of(case, material, language)
    named = written(document.head.title, language)
    if not claimed:
        first = sentences_of(document.sections[0].text, language)[0]
        return Sentence(text=named, citations=first.citations, style=Style.ITEM)
    said = _claimed(document, material, language)
    name = re.split("[(（:：]", named)[0].strip()
    lead = "" if name in said.text else f"{name}{say(AREA, 'join.name_and_text', language)}"
    return said.model_copy(update={"text": lead + said.text, "style": Style.ITEM})


def practices(parameters: GuideParameters, material: Material) -> GuideSection:
    """Practices by what the reader puts first, then what the industry asks."""
    language = parameters.language
    chosen = parameters.focus or list(FOCUSES)
    said: list[Sentence] = []
    done: set[str] = set()
    for name in chosen:
        focus = material.guide.focuses[name]
        said.append(heading(words(focus.name, language)))
        if parameters.focus:
            said.append(in_this_set(name, parameters, material))
        fitting = (each for each in focus.passages if _fits(each, parameters, material))
        new = [each for each in fitting if each not in done][:PASSAGES]
        done.update(new)
        for passage in new:
            said += _passage(material.section(passage, side_of(language)), language)
    said += in_the_trade(parameters, material)
    said += [titled("pay", language), *of_the_trade("pay", parameters, material)]
    said += told(material.guide.parts.pay_disputed, language, Style.ITEM)
    return GuideSection(id="practices", title=title("practices", language), sentences=said)


def conclusion(parameters: GuideParameters, material: Material) -> GuideSection:
    """What to remember, and what to do this week."""
    language = parameters.language
    parts, size = material.guide.parts, parameters.size
    said = told(for_size(parts.conclusion_for[parameters.maturity], size), language)
    said += told(parts.conclusion, language)
    said += [_begin_with(parameters, material), *_end_with(parameters, material)]
    said += told(for_size(parts.first_steps[parameters.maturity], size), language)
    return GuideSection(id="conclusion", title=title("conclusion", language), sentences=said)


def _begin_with(parameters: GuideParameters, material: Material) -> Sentence:
    """The first objective of the reader's own set, and the number to fetch first."""
    objective, form = begins_with(Role.LEADING, parameters, material)
    text = say(AREA, "begin_with", parameters.language, objective=objective, name=form.name)
    return Sentence(text=text, citations=[OWN])


def _end_with(parameters: GuideParameters, material: Material) -> Iterator[Sentence]:
    """What to watch for in the reader's trade, and the result that tells within the cycle."""
    first = chosen_examples(parameters, material)[0]
    results = (
        form.name
        for form in forms_of(first, parameters, material)
        if form.role is Role.LAGGING and not is_read_later(form, parameters)
    )
    names = {"watch_for": first_of_the_trade(parameters, material), "judge_by": next(results, None)}
    for key, name in names.items():
        if name:
            text = say(AREA, key, parameters.language, name=name)
            yield Sentence(text=text, citations=[OWN])


def _claimed(document: Document, material: Material, language: Language) -> Sentence:
    """All that one guide alone claims of a company, that nothing confirms it, and its lesson."""
    by_anchor = {section.anchor: section.text for section in document.sections}
    claim, lesson = (sentences_of(by_anchor[part], language) for part in CLAIM)
    notes = told(material.guide.parts.unconfirmed, language)
    said = [*claim, *notes, *(each for each in lesson if OWN not in each.citations)]
    cited = dict.fromkeys(mark for each in said for mark in each.citations)
    text = joined((each.text for each in said), "sentences", language)
    return Sentence(text=text, citations=list(cited))


def _fits(passage: str, parameters: GuideParameters, material: Material) -> bool:
    """Whether a passage is for such a maturity, size and industry."""
    head = material.document(passage.partition("#")[0], "en").head
    asked = (
        ({parameters.maturity}, head.maturity),
        ({parameters.size}, head.sizes),
        (set(industries_of(parameters)), head.industries),
    )
    return all(ANY in of or not values.isdisjoint(of) for values, of in asked)


def _passage(section: Section, language: Language) -> list[Sentence]:
    lead = heading(written(section.title, language), Style.SUBHEADING)
    return [lead, *sentences_of(section.text, language)]
