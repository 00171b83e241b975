"""Which example OKRs of the knowledge base serve as a model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain, zip_longest

from assistant.guides.core import leads_of
from assistant.guides.fitting import far_from, is_aside, measured_by, preferred, touches
from assistant.guides.kinds import Standing, kind_of, place_in, standing
from assistant.guides.material import Material
from assistant.knowledge.industries import ANY
from assistant.models import Level
from assistant.models.guide import GuideParameters, Maturity, Size
from assistant.models.knowledge import Example
from assistant.models.plans import Kind

FEWEST = 2  # objectives of a set
USUAL = Level.COMPANY  # where none was asked for
# Objectives of a company's set at most; a small one begins its first cycle with the first alone.
SMALL = {Maturity.FIRST_CYCLE: 2, Maturity.PILOTING: 2, Maturity.MATURE: 3}
LARGER = {Maturity.FIRST_CYCLE: 3, Maturity.PILOTING: 3, Maturity.MATURE: 4}
# So many at most for one owner: four at the top, three a team, two where one person has to do it.
MOST = {Level.COMPANY: 4, Level.DEPARTMENT: 4, Level.TEAM: 3, Level.INDIVIDUAL: 2}


def chosen_examples(parameters: GuideParameters, material: Material) -> list[Example]:
    """The set of a template and of a guide: examples nearest to what was asked for, the best first.

    Function and level decide, then what the head of such a company puts first, half of a set, which
    neither a focus nor a word of the company type moves; then the kind of company. Half of a set
    are themes of the industry, where they are named, and what the reader puts first chooses among
    them and the rest; those of functions that serve the others come behind. Others only fill a set
    that would be too short without them. The first of the set is the one that a guide begins with.
    """
    themes = _themes(parameters, material)
    leads = _leads(parameters, material)
    core = [*_core(themes, parameters, material), *_named(leads, material)]
    kind = kind_of(parameters, material)
    candidates = _candidates(kind, parameters, material)
    stands = {each.id: _standing(each, core, kind, parameters, material) for each in candidates}

    def group(example: Example) -> tuple[bool, bool, int, bool, int, int, int]:
        """None of another kind of company, then the asked function, the level, what leads, kind."""
        stand = stands[example.id]
        others = stand is Standing.OTHERS
        other = not is_of_function(example, parameters)
        lead = leads.get(example.id, len(leads))
        if lead and is_aside(example, parameters, material):
            stand = max(stand, Standing.GENERAL)
        far = far_from(parameters.level, example)
        special = parameters.function is not None and stand is Standing.SPECIAL
        return others, other, far, special, _beside(example, parameters), lead, stand

    def rank(example: Example) -> tuple[bool, int, bool, int, int, int, int]:
        touched, fitting = _fit(example, parameters, material)
        touched = 0 if kind else touched
        aside = is_aside(example, parameters, material)
        theme = themes.index(example) if example in themes else len(themes)
        far = far_from(parameters.level or USUAL, example)
        later = kind is None and example not in core and not touched
        return later, -touched, aside, -fitting, place_in(kind, example), theme, far

    ordered = _in_turn(sorted(sorted(candidates, key=rank), key=group), group, parameters)
    best = _unlike(ordered, material)[: most(parameters)]
    return best[: max(FEWEST, sum(fits(each, parameters) for each in best))]


def _leads(parameters: GuideParameters, material: Material) -> dict[str, int]:
    """The place of each example that leads: half of a set, of each industry in the name."""
    half = (most(parameters) + 1) // 2
    return {
        each: place
        for named in leads_of(parameters, material)
        for place, each in enumerate(named[:half])
    }


def _named(ids: Iterable[str], material: Material) -> list[Example]:
    return [material.knowledge.examples[each] for each in ids]


def _candidates(
    kind: Kind | None, parameters: GuideParameters, material: Material
) -> list[Example]:
    """Examples of the industry, those for any, and those of others that fit the kind of company."""
    near = kind.near if kind else []
    industries = (*industries_of(parameters), ANY)
    every = material.knowledge.examples.values()
    return [each for each in every if each.industry in industries or each.id in near]


def _standing(
    example: Example,
    core: list[Example],
    kind: Kind | None,
    parameters: GuideParameters,
    material: Material,
) -> Standing:
    """How it stands to the kind of company; for an unknown one words and themes count."""
    found = standing(example, kind, parameters, material)
    if found is not Standing.SPECIAL:
        return found
    telling = example in core or touches(example, parameters, material)
    return Standing.GENERAL if telling else found


def _in_turn(
    ranked: list[Example], group: Callable[[Example], object], parameters: GuideParameters
) -> list[Example]:
    """In each group the industries that the name holds have their turns, the best of each first."""
    turns = Counter[tuple[object, str]]()
    placed = []
    for each in ranked:
        asked = each.industry if each.industry in industries_of(parameters) else ANY
        place = (group(each), asked if parameters.also else ANY)
        placed.append((group(each), turns[place], each))
        turns[place] += 1
    return [each for _, _, each in sorted(placed, key=lambda place: place[:2])]


def _unlike(examples: list[Example], material: Material) -> list[Example]:
    """The examples in their order, those that measure what one before them measures at the end."""
    known: set[str] = set()
    fresh: list[Example] = []
    again: list[Example] = []
    for each in examples:
        own = measured_by(each, material)
        (again if own & known else fresh).append(each)
        known |= own
    return [*fresh, *again]


def _core(themes: list[Example], parameters: GuideParameters, material: Material) -> list[Example]:
    """The themes of each industry that come first whatever the focus: half of a set of its own."""
    best = sorted(themes, key=lambda each: _fit(each, parameters, material), reverse=True)
    half = (most(parameters) + 1) // 2
    of_each = ([one for one in best if one.industry == each] for each in industries_of(parameters))
    return [each for own in of_each for each in own[:half]]


def _fit(example: Example, parameters: GuideParameters, material: Material) -> tuple[int, int]:
    """How well it fits the kind of company, then what the reader puts first."""
    return touches(example, parameters, material), preferred(example, parameters, material)


def most(parameters: GuideParameters) -> int:
    """How many objectives a set has at most, by the practices for such a company and level."""
    by_size = SMALL if parameters.size is Size.SMALL else LARGER
    return min(by_size[parameters.maturity], MOST[parameters.level or USUAL])


def industries_of(parameters: GuideParameters) -> tuple[str, ...]:
    """The industries that the name as it was typed holds."""
    return parameters.industry, *parameters.also


def fits(example: Example, parameters: GuideParameters) -> bool:
    """Whether an example is of the function and the level that were asked for."""
    return is_of_function(example, parameters) and not far_from(parameters.level, example)


def is_of_function(example: Example, parameters: GuideParameters) -> bool:
    """Whether an example is of the function that was asked for."""
    return parameters.function is None or parameters.function in example.functions


def _beside(example: Example, parameters: GuideParameters) -> int:
    """How many functions stand before the asked one; the first of an example leads it."""
    asked = parameters.function
    return example.functions.index(asked) if asked in example.functions else 0


def _themes(parameters: GuideParameters, material: Material) -> list[Example]:
    """The examples of the industry's themes, for the whole company; of several in turn."""
    if parameters.function or parameters.level not in (None, Level.COMPANY):
        return []
    profiles = (material.guide.industries.get(each) for each in industries_of(parameters))
    models = (each.model for each in profiles if each is not None)
    in_turn = (each for each in chain.from_iterable(zip_longest(*models)) if each)
    return [material.knowledge.examples[each] for each in in_turn]
