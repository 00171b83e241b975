"""Key results as forms: an example's own lines with open baseline and target."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.guides.counting import formula_of, known_after, measures, systems_of
from assistant.guides.examples import chosen_examples
from assistant.guides.lines import line_of
from assistant.guides.material import Material
from assistant.guides.metrics import metrics_for
from assistant.guides.opening import heads_for, opened
from assistant.guides.statements import AREA, words
from assistant.knowledge.industries import ANY
from assistant.messages import say
from assistant.models import Direction, Language
from assistant.models import knowledge as kb
from assistant.models.guide import GuideParameters

FEWEST, MOST = 3, 4
# An amount of money whose value is open; ¥ is that of an example, and not that of its reader.
MONEY = re.compile(r"(?P<sign>[A-Z]{0,2}[¥$€£])(?P<gap>\[[^\[\]]{1,30}\])(?P<million>m\b)?")
EXAMPLES = "¥"


@dataclass(frozen=True)
class Form:
    """One key result to be filled in.

    `role` is what it does in its set; `metric` is the library's entry for it or near it, where
    there is one, and `is_metric` whether it measures just that; `systems` are those that the number
    is read from; `figures` are what belongs to the measure itself, such as the days it counts;
    `known_after` is how many days it takes until what is done shows in the number in full, `heads`
    which way it is to go.
    """

    text: str
    name: str
    role: kb.Role
    unit: str
    systems: tuple[str, ...]
    formula: str | None
    metric: kb.Metric | None
    is_metric: bool
    figures: tuple[str, ...] = ()
    known_after: int | None = None
    heads: Direction | None = None

    @property
    def source(self) -> str | None:
        """The system that the number is read from first."""
        return self.systems[0] if self.systems else None

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


def begins_with(role: kb.Role, parameters: GuideParameters, material: Material) -> tuple[str, Form]:
    """The first objective of the reader's own set, and its first form of a role, else its first."""
    first = chosen_examples(parameters, material)[0]
    forms = forms_of(first, parameters, material)
    form = next((each for each in forms if each.role is role), forms[0])
    return words(first.objective, parameters.language), form


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
    text = opened(words(line.text, language), language)
    said = line_of(text, language)
    formula = formula_of(line, metric)
    fetched = (material.system(each, language) for each in systems_of(line, metric))
    text, unit = text[: said.end], said.unit  # the system has a place of its own
    if language is Language.EN and (money := MONEY.search(text)):
        text, unit = MONEY.sub(_amount, text), _in_currency(unit, money["sign"], language)
    return Form(
        text=text,
        name=said.name,
        role=line.role,
        unit=unit or say(AREA, "form.count", language),
        systems=tuple(dict.fromkeys(each for each in (said.system, *fetched) if each)),
        formula=words(formula, language) if formula else None,
        metric=metric,
        is_metric=metric is not None and measures(line, metric),
        figures=said.figures,
        known_after=known_after(line, metric),
        heads=_heads(line),
    )


def _heads(line: kb.ExampleKeyResult) -> Direction | None:
    """Which way a line goes; a guardrail stays where it is."""
    return Direction.MAINTAIN if line.role is kb.Role.GUARDRAIL else heads_for(line.text.en)


def _amount(found: re.Match[str]) -> str:
    sign = "" if found["sign"] == EXAMPLES else found["sign"]
    return f"{sign}{found['gap']} million" if found["million"] else f"{sign}{found['gap']}"


def _in_currency(unit: str, sign: str, language: Language) -> str:
    """The unit of an amount of money; of which country is left open where none is known."""
    behind = re.sub(r"^[¥$€£](?:m\b)?", "", unit).strip()
    if sign != EXAMPLES:
        return f"{sign} {behind}".strip()
    if not behind:
        return say(AREA, "form.money_alone", language)
    return say(AREA, "form.money", language, unit=behind)


def _made(metric: kb.Metric, role: kb.Role, material: Material, language: Language) -> Form:
    """A form from a metric of the library alone."""
    systems = tuple(material.system(each, language) for each in metric.data_sources)
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
    )
    name, formula = words(metric.name, language), words(metric.formula, language)
    return Form(
        text, name, role, unit, systems, formula, metric,
        is_metric=True, known_after=metric.known_after, heads=metric.direction,
    )  # fmt: skip
