"""What the reader should know of how the parameters were taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assistant.guides.core import leads_of
from assistant.guides.cycles import days_of
from assistant.guides.examples import industries_of, is_of_function
from assistant.guides.fitting import far_from, touches
from assistant.guides.kinds import Standing, kind_of, standing
from assistant.guides.material import Material
from assistant.guides.statements import AREA, joined, listed, words
from assistant.guides.wording import wording_of
from assistant.knowledge.industries import ANY, halves_of, is_called, unknown_halves
from assistant.messages import say
from assistant.models import Language, Level
from assistant.models.guide import GuideParameters, Maturity, Size
from assistant.models.knowledge import Example, Words

_BRACKETS = re.compile("[()（）]")
_UNNAMED = re.compile(r"[^\W\d]")  # a letter: what is counted was typed too


def made_for(parameters: GuideParameters, material: Material) -> str:
    """Who it is for: the company, its experience, function, level, cycle, what comes first."""
    language = parameters.language
    focuses = [words(material.guide.focuses[each].name, language) for each in parameters.focus]
    told = joined(_facts(parameters, material), "facts", language)
    made = say(AREA, "note.for", language, told=told)
    first = say(AREA, "note.first", language, told=listed(focuses, language)) if focuses else ""
    return joined(filter(None, [made, first]), "sentences", language)


def notes_of(parameters: GuideParameters, material: Material) -> list[str]:
    """Which industry it is written from, where that is not the very one that was named."""
    language = parameters.language
    names = material.knowledge.taxonomy.industries
    asked = parameters.asked_industry
    if parameters.industry == ANY:
        return [_unknown(parameters, names)]
    if parameters.also:
        return [*_several(parameters, names), *_left_over(parameters)]
    if is_called(asked, parameters.industry):
        return [*_left_over(parameters)]
    near = words(names[parameters.industry], language)
    return [
        say(AREA, "note.nearest", language, asked=asked, industry=near),
        *_left_over(parameters),
    ]


def taken_notes(parameters: GuideParameters, material: Material) -> Iterator[str]:
    """What else was taken for something near it, or could not be used."""
    yield from map(wording_of(parameters, material).text, _against_advice(parameters))
    language = parameters.language
    if parameters.asked_function and parameters.function:
        name = words(material.knowledge.taxonomy.functions[parameters.function], language)
        asked = parameters.asked_function
        yield say(AREA, "note.near_function", language, asked=asked, function=name)
    if parameters.cycle and not parameters.end:
        yield say(AREA, "note.no_days", language, cycle=parameters.cycle)
    yield from _other_days(parameters)


def _other_days(parameters: GuideParameters) -> Iterator[str]:
    """That the cycle's name stands for other days than those that were given."""
    named = days_of(parameters.cycle)
    given = (parameters.start, parameters.end)
    if named and None not in given and named != given:
        facts = {"start": given[0], "end": given[1], "first": named[0], "last": named[1]}
        name = parameters.cycle
        yield say(AREA, "note.other_days", parameters.language, cycle=name, **facts)


def _against_advice(parameters: GuideParameters) -> Iterator[str]:
    """That what was asked for is what the document itself advises against."""
    language, level = parameters.language, parameters.level
    if level is Level.INDIVIDUAL and parameters.maturity is Maturity.FIRST_CYCLE:
        yield say(AREA, "note.level_single", language)
    elif level not in (None, Level.COMPANY) and parameters.size is Size.SMALL:
        told = say(AREA, f"level.{level}", language)
        yield say(AREA, "note.level_small", language, level=told)


def set_notes(
    examples: list[Example], parameters: GuideParameters, material: Material
) -> Iterator[str]:
    """Which objectives of a set stand in for others, and what the kind of company changes."""
    language = parameters.language
    others = _numbered(examples, [not is_of_function(each, parameters) for each in examples])
    if others:
        yield say(AREA, "note.few_examples", language, others=listed(others, language))
    far = [
        _with_level(at, each, language)
        for at, each in enumerate(examples, start=1)
        if far_from(parameters.level, each)
    ]
    if far and parameters.level:
        level = say(AREA, f"level.{parameters.level}", language)
        yield say(AREA, "note.few_levels", language, level=level, others=listed(far, language))
    if parameters.company_type:
        yield say(AREA, "note.lead", language, objective=words(examples[0].objective, language))
        yield _of_company(examples, parameters, material)
        yield from _of_other_companies(examples, parameters, material)


def _numbered(examples: list[Example], which: list[bool]) -> list[str]:
    return [
        f"O{at}" for at, (_, is_one) in enumerate(zip(examples, which, strict=True), 1) if is_one
    ]


def _with_level(at: int, example: Example, language: Language) -> str:
    level = say(AREA, f"level.{example.level}", language)
    return say(AREA, "note.of_level", language, objective=f"O{at}", level=level)


def _of_company(examples: list[Example], parameters: GuideParameters, material: Material) -> str:
    """Which objectives fit such a company; else what its kind changes all the same, or does not."""
    language = parameters.language
    near = [_is_near(each, parameters, material) for each in examples]
    if any(near):
        key = "note.company_fits"
    else:
        key = "note.company_kind" if kind_of(parameters, material) else "note.company_unused"
    told = listed(_numbered(examples, near), language)
    return say(AREA, key, language, company=parameters.company_type, objectives=told)


def _is_near(example: Example, parameters: GuideParameters, material: Material) -> bool:
    kind = kind_of(parameters, material)
    stands = standing(example, kind, parameters, material)
    leads = kind is not None and any(example.id in each for each in leads_of(parameters, material))
    touched = touches(example, parameters, material) > 0
    return leads or touched or stands <= Standing.NEAR_ANYWHERE


def _of_other_companies(
    examples: list[Example], parameters: GuideParameters, material: Material
) -> Iterator[str]:
    """Which objectives hold anywhere, come from another industry, or speak of other companies."""
    language = parameters.language
    kind = kind_of(parameters, material)
    stands = [standing(each, kind, parameters, material) for each in examples]
    others = _numbered(examples, [each is Standing.OTHERS for each in stands])
    known = (*industries_of(parameters), ANY)
    borrowed = [
        _with_name(f"O{at}", material.knowledge.taxonomy.industries[each.industry], language)
        for at, each in enumerate(examples, start=1)
        if each.industry not in known or (each.industry == ANY and parameters.industry != ANY)
    ]
    for key, told in (("company_borrowed", borrowed), ("company_others", others)):
        if told:
            company, objectives = parameters.company_type, listed(told, language)
            yield say(AREA, f"note.{key}", language, company=company, objectives=objectives)


def _with_name(objective: str, name: Words, language: Language) -> str:
    level = words(name, language)
    return say(AREA, "note.of_level", language, objective=objective, level=level)


def _facts(parameters: GuideParameters, material: Material) -> Iterator[str]:
    language = parameters.language
    if parameters.company_type:
        yield parameters.company_type
    yield _size(parameters)
    yield say(AREA, f"maturity.{parameters.maturity}", language)
    if parameters.function:
        name = words(material.knowledge.taxonomy.functions[parameters.function], language)
        yield say(AREA, "note.function", language, function=name)
    if parameters.level:
        level = say(AREA, f"level.{parameters.level}", language)
        level = wording_of(parameters, material).text(level)
        yield say(AREA, "note.level", language, level=level)
    yield from _cycle(parameters)


def _size(parameters: GuideParameters) -> str:
    """The size, with the number of people where one was typed."""
    language = parameters.language
    size = say(AREA, f"size.{parameters.size}", language)
    if parameters.asked_size is None:
        return size
    asked = parameters.asked_size
    if not _UNNAMED.search(asked):
        asked = say(AREA, "note.people", language, count=asked)
    return say(AREA, "note.size", language, asked=asked, size=size)


def _cycle(parameters: GuideParameters) -> Iterator[str]:
    days = [each.isoformat() for each in (parameters.start, parameters.end) if each]
    if parameters.cycle or days:
        ends = {"start": parameters.start or "…", "end": parameters.end or "…"}
        told = say(AREA, "note.days", parameters.language, **ends) if days else ""
        named = f"{parameters.cycle or ''}{told}".strip()
        yield say(AREA, "note.cycle", parameters.language, named=named)


def _several(parameters: GuideParameters, names: Mapping[str, Words]) -> Iterator[str]:
    """That a name holds several industries, and which of them are only near."""
    language = parameters.language
    asked = parameters.asked_industry
    told = [words(names[each], language) for each in industries_of(parameters)]
    yield say(AREA, "note.several", language, asked=asked, industries=listed(told, language))
    for half, industry in halves_of(asked):
        if not is_called(half, industry):
            near = words(names[industry], language)
            yield say(AREA, "note.nearest", language, asked=_uncut(half), industry=near)


def _left_over(parameters: GuideParameters) -> Iterator[str]:
    """The parts of a name of which nothing is known."""
    halves = unknown_halves(parameters.asked_industry)
    if halves:
        quoted = (say(AREA, "quoted", parameters.language, text=_uncut(each)) for each in halves)
        told = listed(quoted, parameters.language)
        yield say(AREA, "note.left_over", parameters.language, asked=told)


def _uncut(half: str) -> str:
    """A part of a name; of one that was cut within its brackets, what stands on this side."""
    opened, closed = (sum(map(half.count, each)) for each in ("(（", ")）"))
    beside = map(str.strip, _BRACKETS.split(half))
    return half if opened == closed else next(filter(None, beside), half)


def _unknown(parameters: GuideParameters, names: Mapping[str, Words]) -> str:
    """That any was asked for, or that there is nothing on an industry; and which there are."""
    language = parameters.language
    known = listed((words(name, language) for each, name in names.items() if each != ANY), language)
    asked = parameters.asked_industry
    note = "note.any_industry" if is_called(asked, ANY) else "note.no_industry"
    return say(AREA, note, language, asked=asked, known=known)
