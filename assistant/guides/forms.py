"""Key results as forms: an example's own lines with open baseline and target."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.guides.lines import line_of
from assistant.guides.material import Material
from assistant.guides.metrics import metrics_for
from assistant.guides.statements import AREA, words
from assistant.knowledge.industries import ANY
from assistant.language.reading import Role
from assistant.language.said import read_key_result
from assistant.messages import say
from assistant.models import Direction, KeyResult, Language, Span
from assistant.models import knowledge as kb
from assistant.models.guide import GuideParameters

FEWEST, MOST = 3, 4
_OPEN = {Role.BASELINE: "form.baseline", Role.TARGET: "form.target"}
# The number of a value with its sign and multiplier, so that the unit behind it stays.
_NUMBER = re.compile(r"[+-]?\d[\d.,]{0,20}\d|[+-]?\d")


@dataclass(frozen=True)
class Form:
    """One key result to be filled in.

    `role` is what it does in its set; `metric` is its entry in the library, where there is one;
    `figures` are what belongs to the measure itself, such as the days it counts.
    """

    text: str
    name: str
    role: kb.Role
    unit: str
    source: str | None
    metric: kb.Metric | None
    figures: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it only has to stay within a bound."""
        return self.role is kb.Role.GUARDRAIL


def forms_of(example: kb.Example, parameters: GuideParameters, material: Material) -> list[Form]:
    """Three or four forms: the example's own, then a guardrail, then the nearest metrics."""
    metrics = material.knowledge.metrics
    language = parameters.language
    forms = [
        _opened(line, metrics[line.metric] if line.metric else None, material, language)
        for line in example.key_results
    ][:MOST]
    for metric in _further(example, forms, parameters, material):
        if len(forms) >= FEWEST:
            break
        forms.append(_made(metric, kb.Role(metric.timing), material, language))
    return forms


def _further(
    example: kb.Example, forms: list[Form], parameters: GuideParameters, material: Material
) -> list[kb.Metric]:
    """The guardrails of the metrics that are there, then the metrics nearest to the example."""
    used = [form.metric for form in forms if form.metric]
    guards = [material.knowledge.metrics[each.guardrail] for each in used if each.guardrail]
    industry = parameters.industry if example.industry == ANY else example.industry
    asked = parameters.model_copy(update={"function": example.functions[0], "industry": industry})
    near = metrics_for(asked, material)
    return [each for each in [*guards, *near] if each not in used]


def _opened(
    line: kb.ExampleKeyResult, metric: kb.Metric | None, material: Material, language: Language
) -> Form:
    """The line of an example with its illustrative values taken out."""
    reading = read_key_result(KeyResult(text=words(line.text, language)), 0, 0)
    text = reading.text
    for quantity in sorted(reading.quantities, key=lambda each: -each.span.start):
        if quantity.role in _OPEN:
            text = _with_gap(text, quantity.span, say(AREA, _OPEN[quantity.role], language))
    said = line_of(text, language)
    fetched = material.system(metric.data_sources[0], language) if metric else None
    unit = said.unit or say(AREA, "form.count", language)
    return Form(text, said.name, line.role, unit, said.system or fetched, metric, said.figures)


def _with_gap(text: str, span: Span, gap: str) -> str:
    """The text with a gap in the place of the number in `span`; its unit stays."""
    number = _NUMBER.search(text, span.start, span.end)
    return text if number is None else text[: number.start()] + gap + text[number.end() :]


def _made(metric: kb.Metric, role: kb.Role, material: Material, language: Language) -> Form:
    """A form from a metric of the library alone."""
    source = material.system(metric.data_sources[0], language)
    stays = metric.direction is Direction.MAINTAIN
    unit = words(metric.unit, language)
    text = say(
        AREA,
        "form.hold_high" if stays else "form.move",
        language,
        metric=words(metric.name, language),
        baseline=say(AREA, "form.baseline", language),
        target=say(AREA, "form.target", language),
        unit=f" {unit}" if language is Language.EN and unit[:1].isalpha() else unit,
        source=source,
    )
    return Form(text, words(metric.name, language), role, unit, source, metric)
