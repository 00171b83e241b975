"""How well an example fits what was asked for: kind of company, focus, level."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from assistant.guides.counting import measures
from assistant.guides.material import Material
from assistant.knowledge.industries import ANY
from assistant.language.script import CJK, simplify
from assistant.models import Level
from assistant.models.guide import GuideParameters
from assistant.models.knowledge import Example, ExampleKeyResult, Role
from assistant.own_data import load

USUAL = 3  # a word that more than one of so many examples hold is the industry's own
LETTERS, STEM = 4, 6  # a Latin word tells something from so many on; so many are compared
_WORD = re.compile(r"[a-z]{4,}")
_LEVELS = list(Level)
Score = Callable[[Example, Material], int]


def far_from(level: Level | None, example: Example) -> int:
    """How many levels lie between; none where no level was asked for."""
    return 0 if level is None else abs(_LEVELS.index(level) - _LEVELS.index(example.level))


def touches(example: Example, parameters: GuideParameters, material: Material) -> int:
    """How many words of the kind of company stand in the example, but for its industry's own."""
    if not parameters.company_type:
        return 0
    asked = _terms(parameters.company_type) - _terms(parameters.asked_industry)
    same = [e for e in material.knowledge.examples.values() if e.industry == example.industry]
    usual = Counter(term for each in same for term in asked & _terms(_text(each)))
    telling = {term for term, count in usual.items() if count <= max(1, len(same) // USUAL)}
    return len(telling & _terms(_text(example)))


def preferred(example: Example, parameters: GuideParameters, material: Material) -> int:
    """How well it serves what the reader puts first."""
    focuses = (material.guide.focuses[each] for each in parameters.focus)
    return sum(PREFERS[each.prefers](example, material) for each in focuses)


def _near_company(example: Example, _: Material) -> int:
    return len(_LEVELS) - far_from(Level.COMPANY, example)


def _leading(example: Example, _: Material) -> int:
    return sum(line.role is Role.LEADING for line in example.key_results)


def measured_by(example: Example, material: Material) -> set[str]:
    """The metrics of the library that its lines measure just so."""
    metrics = material.knowledge.metrics
    linked = ((line, line.metric) for line in example.key_results if line.metric)
    return {metric for line, metric in linked if measures(line, metrics[metric])}


def _measured(example: Example, material: Material) -> int:
    return len(measured_by(example, material))


def _people(example: Example, _: Material) -> int:
    return int("hr" in example.functions)


def is_aside(example: Example, parameters: GuideParameters, material: Material) -> bool:
    """Whether a function leads it that serves the others, and is not what was asked for."""
    if example.functions[0] not in material.guide.parts.supporting:
        return False
    asked = {material.guide.focuses[each].prefers for each in parameters.focus}
    return parameters.function is None and not ("people" in asked and _people(example, material))


def _shared(example: Example, material: Material) -> int:
    """How much of it departments share; a set does not begin with a supporting one's."""
    if example.functions[0] in material.guide.parts.supporting:
        return 0
    return sum(_of_several(line, material) for line in example.key_results)


def _of_several(line: ExampleKeyResult, material: Material) -> bool:
    """Whether several departments move it, those not counted that serve the others."""
    metric = material.knowledge.metrics[line.metric] if line.metric else None
    serving = (ANY, *material.guide.parts.supporting)
    return (
        metric is not None and len([each for each in metric.functions if each not in serving]) > 1
    )


PREFERS: dict[str, Score] = {
    "company": _near_company,
    "leading": _leading,
    "measured": _measured,
    "people": _people,
    "shared": _shared,
}


def _text(example: Example) -> str:
    lines = (line.text for line in example.key_results)
    both = (example.objective, *lines, example.why_good)
    return " ".join(f"{each.en} {each.zh}" for each in both)


@cache
def _terms(text: str) -> frozenset[str]:
    """Pairs of Chinese characters and stems of Latin words that tell something."""
    told = _passed_over().sub(" ", simplify(text).casefold())
    pairs = (told[at : at + 2] for at in range(len(told) - 1))
    return frozenset(
        [
            *(pair for pair in pairs if len(CJK.findall(pair)) > 1),
            *(word[:STEM].rstrip("s") for word in _WORD.findall(told)),
        ]
    )


@cache
def _passed_over() -> re.Pattern[str]:
    return re.compile("|".join(_patterns(load("knowledge", "guide/words.yml")["passed_over"])))


def _patterns(words: Iterable[str]) -> Iterable[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return (rf"\b{re.escape(each)}\b" if each.isascii() else each for each in longest_first)
