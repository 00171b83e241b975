"""What somebody who fills in a form should know: why this measure, and what to put in its place."""

from __future__ import annotations

from assistant.guides.forms import Form
from assistant.guides.statements import AREA, joined, listed, words
from assistant.messages import say
from assistant.models import Language
from assistant.models.knowledge import Metric, Role

Placed = tuple[tuple[int, int], Form]  # objective and key result, from 0


def why_of(shown: Placed, placed: list[Placed], language: Language) -> str:
    """What the measure does beside the other key results of its objective, and what it counts."""
    (objective, _), form = shown
    beside = [each for each in placed if each[0][0] == objective and not each[1].holds]
    results = [each for each in beside if each[1].role is Role.LAGGING] or beside
    told = _role(form.role, [f"KR{at + 1}.{nth + 1}" for (at, nth), _ in results], language)
    return joined(filter(None, [told, _counted(form.metric, language)]), "sentences", language)


def _role(role: Role, results: list[str], language: Language) -> str:
    named = joined(results, "or" if role is Role.GUARDRAIL else "and", language)
    return say(AREA, f"form.why_{role}", language, results=named)


def _counted(metric: Metric | None, language: Language) -> str:
    if metric is None:
        return ""
    name, definition = words(metric.name, language), words(metric.definition, language)
    return say(AREA, "form.why_library", language, name=name, definition=definition)


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
