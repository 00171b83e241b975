"""What the head of such a company looks at first: objectives that lead its set, core metrics."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.guides.kinds import kind_of
from assistant.guides.material import Material
from assistant.knowledge.industries import ANY
from assistant.models.guide import GuideParameters
from assistant.models.knowledge import Metric
from assistant.models.plans import Core, Kind

NAMED = 2  # examples of a kind that lead where none are told


def leads_of(parameters: GuideParameters, material: Material) -> list[list[str]]:
    """The examples that lead the set of each industry in the name, the first one first.

    Those of the kind of company; of one without any, the first that it names.
    """
    kind = kind_of(parameters, material)
    every = (_leads(each, kind, material) for each in (parameters.industry, *parameters.also))
    return [each for each in every if each]


def core_metrics(parameters: GuideParameters, material: Material) -> list[Metric]:
    """What such a company is run by: metrics of its kind, then of its industries.

    Those of the asked function come first, then the order of the file.
    """
    kind = kind_of(parameters, material)
    named = dict.fromkeys(each for one in _cores(parameters, kind, material) for each in one)
    metrics = [material.knowledge.metrics[each] for each in named]
    return sorted(metrics, key=lambda each: parameters.function not in (None, *each.functions))


def _cores(
    parameters: GuideParameters, kind: Kind | None, material: Material
) -> Iterator[list[str]]:
    for industry in (parameters.industry, *parameters.also):
        yield _of(industry, kind, material).metrics


def _leads(industry: str, kind: Kind | None, material: Material) -> list[str]:
    if kind and kind in material.guide.kinds.get(industry, []):
        return _own(industry, kind, material).leads or [*kind.own, *kind.near][:NAMED]
    return [] if kind else _of(industry, None, material).leads


def _of(industry: str, kind: Kind | None, material: Material) -> Core:
    """What is told of the kind, where it is one of the industry; else of the industry."""
    own = _own(industry, kind, material)
    return own if own.metrics else _own(industry, None, material)


def _own(industry: str, kind: Kind | None, material: Material) -> Core:
    of_kinds = material.guide.core.get(industry, {})
    known = kind is None or kind in material.guide.kinds.get(industry, [])
    name = (kind.id if kind else ANY) if known else ANY
    return of_kinds.get(name, Core())
