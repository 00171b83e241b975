"""Which kind of company of its industry a reader's is, and how an example stands to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache

from assistant.guides.material import Material
from assistant.knowledge.industries import ANY, is_called, pattern_of, spaced
from assistant.language.script import CJK
from assistant.models.guide import GuideParameters
from assistant.models.knowledge import Example
from assistant.models.plans import Kind


class Standing(IntEnum):
    """How an example stands to a kind of company, the nearest first."""

    OWN = 0
    NEAR = 1
    NEAR_ANYWHERE = 2
    GENERAL = 3
    SPECIAL = 4
    ANYWHERE = 5
    OTHERS = 6


def kind_of(parameters: GuideParameters, material: Material) -> Kind | None:
    """The kind that was typed as the company's, or in place of the industry.

    The longest word of those that stand there tells it; of two, the one in front.
    """
    industries = (parameters.industry, *parameters.also)
    kinds = [each for one in industries for each in material.guide.kinds.get(one, [])]
    for text in _typed(parameters):
        best = max(kinds, key=lambda each: _hit(each, text), default=None)
        if best and _hit(best, text) > (0, 0):
            return best
    return None


def body_of(parameters: GuideParameters, material: Material) -> str | None:
    """What sort of house the reader's is that is no company: by its kind, else by its industry."""
    kind = kind_of(parameters, material)
    if kind and kind.body:
        return kind.body
    bodies = material.guide.bodies.bodies.items()
    return next((name for name, each in bodies if parameters.industry in each.industries), None)


def standing(
    example: Example, kind: Kind | None, parameters: GuideParameters, material: Material
) -> Standing:
    """How an example stands to the reader's kind of company; of none that is known, by industry.

    Where a kind was typed that is not known, what speaks of one kind alone serves it less.
    """
    usual = Standing.ANYWHERE if example.industry == ANY else Standing.GENERAL
    if kind is None:
        alone = bool(parameters.company_type) and example.id in material.of_one_kind
        return Standing.SPECIAL if alone else usual
    if example.id in kind.own:
        return Standing.OWN
    if example.id in kind.near:
        return Standing.NEAR_ANYWHERE if example.industry == ANY else Standing.NEAR
    others = example.id in kind.apart or example.id in material.of_one_kind
    return Standing.OTHERS if others else usual


def place_in(kind: Kind | None, example: Example) -> int:
    """Its place among the examples of the kind, the best first."""
    named = [*kind.own, *kind.near] if kind else []
    return named.index(example.id) if example.id in named else len(named)


def _typed(parameters: GuideParameters) -> Iterator[str]:
    """What was typed for the company; then for the industry, where that is not its own name."""
    yield parameters.company_type or ""
    if not is_called(parameters.asked_industry, parameters.industry):
        yield parameters.asked_industry


def _hit(kind: Kind, text: str) -> tuple[int, int]:
    """How long the longest of its words is that stands in a text, and how far in front."""
    asked = spaced(text)
    if CJK.search(asked):  # "IC 设计" is "IC设计"
        asked = f"{asked} {asked.replace(' ', '')}"
    found = _pattern(tuple(kind.called)).finditer(asked)
    return max(((len(each[0]), -each.start()) for each in found), default=(0, 0))


@cache
def _pattern(called: tuple[str, ...]) -> re.Pattern[str]:
    return pattern_of(called)
