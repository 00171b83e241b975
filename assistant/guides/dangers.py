"""What goes wrong: in the industry, at this stage, for the focus, with the numbers of the set."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.guides.examples import chosen_examples
from assistant.guides.forms import begins_with, forms_of
from assistant.guides.material import Material
from assistant.guides.passages import behind_colon, document_of
from assistant.guides.references import OWN
from assistant.guides.statements import (
    AREA,
    heading,
    sentences_of,
    titled,
    told,
    unsaid,
    words,
    written,
)
from assistant.guides.trades import profiles_of
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters, GuideSection, Sentence, Style
from assistant.models.knowledge import Document, Role
from assistant.models.plans import Pitfall

WISHES = "wishes-without-numbers"
MENDS = 3  # steps of a mend that no focus asks for
WATCHED = 6  # numbers of the set of which it is told how they can be bent


def pitfalls(parameters: GuideParameters, material: Material) -> GuideSection:
    """Those of function, industry, stage and focus; then how the set's numbers can be bent."""
    language = parameters.language
    said = [*_of_the_trade(parameters, material)]
    focuses = (material.guide.focuses[name] for name in parameters.focus)
    first = [each for focus in focuses for each in focus.pitfalls]
    for each in _chosen(first, parameters, material):
        document = document_of(each, material, language)
        said.append(heading(written(behind_colon(document.head.title), language)))
        said += _pitfall(document, language, MENDS if first and each not in first else None)
        if each == WISHES:
            said.append(_example(parameters, material))
    if bent := unsaid(_bent(parameters, material)):
        said += [titled("bent", language), *bent]
    return GuideSection(id="pitfalls", title=say(AREA, "part.pitfalls", language), sentences=said)


def _chosen(first: list[str], parameters: GuideParameters, material: Material) -> list[str]:
    """Those of the focus, then those of the stage, without what such a size does not fall into."""
    only = material.guide.parts.pitfalls_for
    every = dict.fromkeys([*first, *material.guide.plans[parameters.maturity].pitfalls])
    return [each for each in every if parameters.size in only.get(each, [parameters.size])]


def _of_the_trade(parameters: GuideParameters, material: Material) -> Iterator[Sentence]:
    language = parameters.language
    for each in _own(parameters, material):
        yield heading(words(each.title, language))
        yield from told(each.signs, language)
        yield from told(each.mend, language, Style.ITEM)


def first_of_the_trade(parameters: GuideParameters, material: Material) -> str | None:
    """The title of the one that the reader meets first, of function or industry."""
    return next((words(e.title, parameters.language) for e in _own(parameters, material)), None)


def _own(parameters: GuideParameters, material: Material) -> list[Pitfall]:
    task = material.guide.tasks.get(parameters.function or "")
    own = [each for profile in profiles_of(parameters, material) for each in profile.pitfalls]
    return [*([task.pitfall] if task else []), *own]


def _pitfall(document: Document, language: Language, most: int | None) -> list[Sentence]:
    """How to see it, who else names it, and so many steps of the mend at most, or all of it."""
    by_anchor = {section.anchor: section for section in document.sections}
    signs = sentences_of(by_anchor["signs"].text, language) if "signs" in by_anchor else []
    mend = sentences_of(by_anchor["mend"].text, language) if "mend" in by_anchor else []
    named = next((each for each in signs if each.citations != [OWN]), None)
    steps = [each for each in mend if each.style is Style.ITEM][:most]
    said = [each for each in mend if each in steps or each.style is not Style.ITEM]
    return [*signs[:2], *([named] if named and named not in signs[:2] else []), *said]


def _example(parameters: GuideParameters, material: Material) -> Sentence:
    """A wish of the reader's own set and the result that it became."""
    objective, form = begins_with(Role.LAGGING, parameters, material)
    text = say(AREA, "wish", parameters.language, objective=objective, line=form.text)
    return Sentence(text=text, citations=[OWN])


def _bent(parameters: GuideParameters, material: Material) -> list[Sentence]:
    """How each number of the set that the metric library knows can rise by itself."""
    language = parameters.language
    forms = (
        form
        for example in chosen_examples(parameters, material)
        for form in forms_of(example, parameters, material)
    )
    known = {form.metric.id: form for form in forms if form.metric and form.is_metric}
    texts = [
        say(AREA, "bent.way", language, name=form.name, way=words(form.metric.gaming, language))
        for form in [*known.values()][:WATCHED]
        if form.metric
    ]
    return [Sentence(text=text, citations=[OWN], style=Style.ITEM) for text in texts]
