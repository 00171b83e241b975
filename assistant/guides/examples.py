"""Which example OKRs of the knowledge base serve as a model."""

from __future__ import annotations

from assistant.guides.industries import ANY
from assistant.guides.material import Material
from assistant.models.guide import GuideParameters
from assistant.models.knowledge import Example

OBJECTIVES = 3


def chosen_examples(parameters: GuideParameters, material: Material) -> tuple[list[Example], bool]:
    """The examples nearest to function and level, and whether they fit both."""
    every = material.knowledge.examples.values()
    same = [each for each in every if each.industry in (parameters.industry, ANY)]

    def misses(example: Example) -> int:
        function = parameters.function is not None and parameters.function not in example.functions
        return 2 * function + (example.level != parameters.level)

    def rank(example: Example) -> tuple[bool, int]:
        """The industry's own before those that fit anywhere."""
        return example.industry == ANY, misses(example)

    best = sorted(same, key=rank)[:OBJECTIVES]
    return best, all(misses(each) < 2 for each in best)


def model_examples(parameters: GuideParameters, material: Material) -> list[Example]:
    """The set of a company to begin from: one example for each theme, else the nearest ones."""
    profile = material.guide.industries.get(parameters.industry)
    if profile is None or not profile.model or parameters.function:
        return chosen_examples(parameters, material)[0]
    return [material.knowledge.examples[each] for each in profile.model]
