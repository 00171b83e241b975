"""Which example OKRs of the knowledge base serve as a model."""

from __future__ import annotations

from assistant.guides.material import Material
from assistant.knowledge.industries import ANY
from assistant.models.guide import GuideParameters, Maturity, Size
from assistant.models.knowledge import Example

FEWEST, MOST = 2, 3  # objectives of a set
# Objectives of a company's set, as its plan has them: a small one runs its first cycle with one.
SMALL = {Maturity.FIRST_CYCLE: 1, Maturity.PILOTING: 2, Maturity.MATURE: 3}
LARGER = {Maturity.FIRST_CYCLE: 3, Maturity.PILOTING: 3, Maturity.MATURE: 4}


def chosen_examples(parameters: GuideParameters, material: Material) -> list[Example]:
    """The examples nearest to function and level.

    Those of another function only fill a set that would be too short without them.
    """
    every = material.knowledge.examples.values()
    same = [each for each in every if each.industry in (parameters.industry, ANY)]

    def rank(example: Example) -> tuple[bool, bool, bool]:
        """The asked function first, then the industry's own before those that fit anywhere."""
        other = not fits(example, parameters)
        return other, example.industry == ANY, example.level != parameters.level

    best = sorted(same, key=rank)[:MOST]
    fitting = sum(fits(each, parameters) for each in best)
    return best[: max(FEWEST, fitting)]


def fits(example: Example, parameters: GuideParameters) -> bool:
    """Whether an example is of the function that was asked for."""
    return parameters.function is None or parameters.function in example.functions


def model_examples(parameters: GuideParameters, material: Material) -> list[Example]:
    """The set of a company to begin from: one example for each theme, else the nearest ones."""
    profile = material.guide.industries.get(parameters.industry)
    if profile is None or not profile.model or parameters.function:
        found = chosen_examples(parameters, material)
    else:
        found = [material.knowledge.examples[each] for each in profile.model]
    most = SMALL if parameters.size is Size.SMALL else LARGER
    return found[: most[parameters.maturity]]
