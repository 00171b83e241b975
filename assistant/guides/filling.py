"""What somebody who fills in a form should know: why this measure, and what to put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.guides.forms import Form, forms_of
from assistant.guides.later import is_read_later, told_time
from assistant.guides.material import Material
from assistant.guides.statements import AREA, joined, listed, words
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters
from assistant.models.knowledge import Example, Role

Placed = tuple[tuple[int, int], Form]  # objective and key result, from 0


def quoted_of(
    examples: Iterable[Example], parameters: GuideParameters, material: Material
) -> Iterator[str]:
    """What a guide quotes of its set: the objectives, the names of their measures."""
    for example in examples:
        yield words(example.objective, parameters.language)
        yield from (form.name for form in forms_of(example, parameters, material))


def why_of(shown: Placed, placed: list[Placed], parameters: GuideParameters) -> str:
    """What the measure does beside the other key results of its objective, and what it counts."""
    (objective, _), form = shown
    language = parameters.language
    beside = [each for each in placed if each[0][0] == objective and not each[1].holds]
    results = [each for each in beside if each[1].role is Role.LAGGING] or beside
    if is_read_later(form, parameters):
        told = _later(form, [each for each in beside if each[1] is not form], parameters)
    else:
        told = _role(form.role, [numbered(place) for place, _ in results], language)
    return joined(filter(None, [told, _counted(form, language)]), "sentences", language)


def _later(form: Form, beside: list[Placed], parameters: GuideParameters) -> str:
    """When the result is known, and which lines of its objective tell of this cycle."""
    language = parameters.language
    now = [numbered(place) for place, each in beside if not is_read_later(each, parameters)]
    key = "form.why_later" if now else "form.why_later_alone"
    results, time = joined(now, "and", language), told_time(form, language)
    return say(AREA, key, language, results=results, time=time)


def _role(role: Role, results: list[str], language: Language) -> str:
    named = joined(results, "or" if role is Role.GUARDRAIL else "and", language)
    return say(AREA, f"form.why_{role}", language, results=named)


def _counted(form: Form, language: Language) -> str:
    if form.metric is None or not form.is_metric:
        return ""
    name, definition = words(form.metric.name, language), words(form.metric.definition, language)
    return say(AREA, "form.why_library", language, name=name, definition=definition)


def guarded_by(
    shown: Placed, placed: list[Placed], material: Material, language: Language
) -> str | None:
    """What turns red if this is chased at its cost: the guardrails of its own objective.

    Where that has none, the metric that the library sets beside the measure.
    """
    (objective, _), form = shown
    if form.holds:
        return None
    guards = [place for place, each in placed if place[0] == objective and each.holds]
    metric = form.metric if form.is_metric else None
    if guards or not (metric and metric.guardrail):
        return listed(map(numbered, guards), language) or None
    return words(material.knowledge.metrics[metric.guardrail].name, language)


def numbered(place: tuple[int, int]) -> str:
    """A key result as its set numbers it."""
    return f"KR{place[0] + 1}.{place[1] + 1}"


def replaced_in(form: Form, language: Language) -> str:
    """What is to be replaced: values, the system, the figures that belong to the measure."""
    told = [say(AREA, f"form.replace_{'bound' if form.holds else 'values'}", language)]
    system = "system" if form.source else "unnamed"
    told.append(say(AREA, f"form.replace_{system}", language, system=form.source or ""))
    if form.figures:
        figures = listed(form.figures, language)
        told.append(say(AREA, "form.replace_figures", language, figures=figures))
    said = say(AREA, "form.replace", language, told=joined(told, "clauses", language))
    return said[:1].upper() + said[1:]
