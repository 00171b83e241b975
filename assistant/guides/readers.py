"""What a guide says to one sort of reader only: sponsors, roles, the year, people on shifts."""

from __future__ import annotations

from assistant.guides.kinds import body_of, kind_of
from assistant.guides.material import Material
from assistant.guides.places import places_of
from assistant.guides.statements import for_size
from assistant.knowledge.industries import pattern_of, spaced
from assistant.models.guide import GuideParameters
from assistant.models.plans import ForReader, Meeting, Reader


def for_reader(side: str, parameters: GuideParameters, material: Material) -> list[ForReader]:
    """What of a side is told to this reader: all roles, of the others the first that fits."""
    readers = material.guide.readers
    told: list[ForReader] = getattr(readers, side)
    fitting = [
        each for each in for_size(told, parameters.size) if _fits(each.when, parameters, material)
    ]
    if side == "roles":
        return fitting
    beside = [each for each in fitting if each.also]
    return [*beside, *[each for each in fitting if not each.also][:1]]


def handover(parameters: GuideParameters, material: Material) -> list[Meeting]:
    """The meeting of those who work in shifts, where there are any."""
    shifts = for_reader("frontline", parameters, material)
    return [material.guide.readers.handover] if shifts else []


def _fits(when: Reader, parameters: GuideParameters, material: Material) -> bool:
    """Whether all that is given holds."""
    kind, body = kind_of(parameters, material), body_of(parameters, material)
    industries = {parameters.industry, *parameters.also}
    asked: list[tuple[list[str], set[str]]] = [
        (when.industries, industries),
        (when.kinds, {f"{each}/{kind.id}" for each in industries} if kind else set()),
        (when.bodies, {body} if body else set()),
        (when.places, {*places_of(parameters)}),
        (when.signs, _signs(parameters, material)),
        (when.maturity, {parameters.maturity}),
    ]
    return all(not given or not of.isdisjoint(given) for given, of in asked)


def _signs(parameters: GuideParameters, material: Material) -> set[str]:
    """What the words of the company type tell of its owners and of whom it serves."""
    typed = spaced(parameters.company_type or "")
    signs = material.guide.readers.signs.items()
    return {name for name, words in signs if pattern_of(words).search(typed)}
