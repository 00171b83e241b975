"""Which metrics of the library serve an industry and a function."""

from __future__ import annotations

from collections import Counter

from assistant.guides.core import core_metrics
from assistant.guides.kinds import Standing, kind_of, standing
from assistant.guides.material import Material
from assistant.guides.statements import AREA, joined, listed, words
from assistant.knowledge.industries import ANY
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters, Sentence
from assistant.models.knowledge import Metric

TIMINGS = ("lagging", "leading")
LISTED = 5  # metrics of a timing in the text
OWN, TELLING = 2, 3  # so many of the industry, or of those that tell of it, are enough
FEW = 2  # industries that share a metric which still tells of each
_INNER_MARKS = str.maketrans("“”「」", "‘’『』")  # within a quotation


def metrics_for(parameters: GuideParameters, material: Material) -> list[Metric]:
    """The metrics that fit, the best first.

    Those of the industry come before those used everywhere, those of the asked function before
    others, those that the industry's examples use before the rest; then the order of the files.
    """
    used = _used_in_examples(material, parameters.industry, ANY)

    def rank(metric: Metric) -> tuple[bool, bool, int]:
        own = parameters.industry in metric.industries
        fits = parameters.function is None or parameters.function in metric.functions
        return (not fits, not own, -used[metric.id])

    return sorted(material.metrics_of(parameters.industry), key=rank)


def _used_in_examples(material: Material, *industries: str) -> Counter[str]:
    examples = material.knowledge.examples.values()
    return Counter(
        line.metric
        for example in examples
        if example.industry in industries
        for line in example.key_results
        if line.metric
    )


def measures(parameters: GuideParameters, material: Material) -> list[Sentence]:
    """What is aimed at and measured there: objectives, results, what moves before them.

    For a kind of company that is known, what it is run by; else what the industry measures.
    """
    if kind_of(parameters, material):
        found = core_metrics(parameters, material)
        chosen = {each: [one for one in found if one.timing == each] for each in TIMINGS}
    else:
        found = metrics_for(parameters.model_copy(update={"function": None}), material)
        used = _used_in_examples(material, parameters.industry)
        chosen = {each: _telling(each, found, used) for each in TIMINGS}
    measured = [_measured(each, told, parameters.language) for each, told in chosen.items() if told]
    return [*_objectives(parameters, material), *measured]


def _objectives(parameters: GuideParameters, material: Material) -> list[Sentence]:
    """The objectives of the industry's own examples, to show what may be aimed at."""
    language = parameters.language
    kind = kind_of(parameters, material)
    own = sorted(
        (
            each
            for each in material.knowledge.examples.values()
            if each.industry == parameters.industry
            and standing(each, kind, parameters, material) is not Standing.OTHERS
        ),
        key=lambda each: standing(each, kind, parameters, material),
    )[:LISTED]
    texts = (words(each.objective, language).translate(_INNER_MARKS) for each in own)
    names = (say(AREA, "quoted", language, text=text) for text in texts)
    key = "measures.objectives_any" if parameters.industry == ANY else "measures.objectives"
    text = say(AREA, key, language, names=joined(names, "goals", language))
    return [Sentence(text=text, citations=["own"])] if own else []


def _measured(timing: str, chosen: list[Metric], language: Language) -> Sentence:
    names = [words(each.name, language) for each in chosen][:LISTED]
    text = say(AREA, f"measures.{timing}", language, names=listed(names, language))
    return Sentence(text=text, citations=["own"])


def _telling(timing: str, metrics: list[Metric], used: Counter[str]) -> list[Metric]:
    """Metrics of a timing: the industry's, else those used everywhere.

    What its examples use comes first, then what few others measure, which tells more of this one;
    the rest only where these are too few.
    """
    fitting = [each for each in metrics if each.timing == timing]
    own = [each for each in fitting if ANY not in each.industries]
    own.sort(key=lambda each: (-used[each.id], len(each.industries)))
    telling = [each for each in own if used[each.id] or len(each.industries) <= FEW]
    narrowed = telling if len(telling) >= TELLING else own
    return narrowed if len(narrowed) >= OWN else fitting
