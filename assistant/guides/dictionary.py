"""The data dictionary of a guide: how each measure is counted, which way it goes, who keeps it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.guides.core import core_metrics
from assistant.guides.examples import chosen_examples
from assistant.guides.filling import Placed, guarded_by, numbered
from assistant.guides.forms import Form, forms_of
from assistant.guides.material import Material
from assistant.guides.statements import AREA, joined, words
from assistant.knowledge.industries import ANY
from assistant.messages import say
from assistant.models import Direction, Language
from assistant.models.guide import GuideParameters, Maturity, Table
from assistant.models.knowledge import Metric

COLUMNS = ("measure", "formula", "unit", "source", "kept_by", "guardrail")
# Rows in all, where the set has fewer, and core metrics beside any set; a first cycle has few.
ROWS = {Maturity.FIRST_CYCLE: 5, Maturity.PILOTING: 11, Maturity.MATURE: 11}
FEWEST = {Maturity.FIRST_CYCLE: 1, Maturity.PILOTING: 4, Maturity.MATURE: 5}


def dictionary(parameters: GuideParameters, material: Material) -> Table:
    """One row for each key result of the set, then the core metrics of such a company.

    Before a company is used to it, only those of the first objective: the rest follow its form.
    """
    language = parameters.language
    placed = _placed(parameters, material)
    core = core_metrics(parameters, material)
    whole = parameters.maturity is Maturity.MATURE
    later = parameters.maturity is not Maturity.FIRST_CYCLE
    shown = [
        each for each in placed if whole or each[0][0] == 0 or (later and _is_one(each[1], core))
    ]
    notes = ["first"] if len(shown) < len(placed) else []
    rows = [_key_result(each, placed, parameters, material) for each in shown]
    room = max(FEWEST[parameters.maturity], ROWS[parameters.maturity] - len(shown))
    core = _beside(core, shown, language)[:room]
    rows += [_core(each, material, language) for each in core]
    notes = [*notes, *(["core"] if core else []), "note"]
    return Table(
        title=say(AREA, "plan.dictionary", language),
        note=joined((say(AREA, f"plan.dictionary.{each}", language) for each in notes),
                    "sentences", language),
        head=[say(AREA, f"dictionary.{column}", language) for column in COLUMNS],
        rows=rows,
    )  # fmt: skip


def _placed(parameters: GuideParameters, material: Material) -> list[Placed]:
    return [
        ((at, nth), form)
        for at, example in enumerate(chosen_examples(parameters, material))
        for nth, form in enumerate(forms_of(example, parameters, material))
    ]


def _is_one(form: Form, metrics: list[Metric]) -> bool:
    """Whether a key result measures one of the metrics."""
    return form.is_metric and form.metric in metrics


def _beside(core: list[Metric], shown: list[Placed], language: Language) -> list[Metric]:
    """Core metrics that no key result shown measures or names."""
    measured = {form.metric.id for _, form in shown if form.metric and form.is_metric}
    named = {form.name.casefold() for _, form in shown}
    return [
        each
        for each in core
        if each.id not in measured and words(each.name, language).casefold() not in named
    ]


def _key_result(
    shown: Placed, placed: list[Placed], parameters: GuideParameters, material: Material
) -> list[str]:
    language = parameters.language
    place, form = shown
    example = chosen_examples(parameters, material)[place[0]]
    functions = [*(form.metric.functions if form.metric else []), *example.functions]
    return [
        f"{numbered(place)} {form.name}",
        form.formula or say(AREA, "form.formula", language),
        _unit(form.unit, form.heads, language),
        " / ".join(form.systems) or say(AREA, "form.source", language),
        _keeper(functions, material, language),
        guarded_by(shown, placed, material, language) or _nothing(language),
    ]


def _core(metric: Metric, material: Material, language: Language) -> list[str]:
    guard = metric.guardrail and material.knowledge.metrics[metric.guardrail]
    return [
        say(AREA, "shared.beside", language, name=words(metric.name, language)),
        words(metric.formula, language),
        _unit(words(metric.unit, language), metric.direction, language),
        " / ".join(material.system(each, language) for each in metric.data_sources),
        _keeper(metric.functions, material, language),
        words(guard.name, language) if guard else _nothing(language),
    ]


def _unit(unit: str, heads: Direction | None, language: Language) -> str:
    if heads is None:
        return unit
    return joined([unit, say(AREA, f"dictionary.{heads}", language)], "facts", language)


def _keeper(functions: list[str], material: Material, language: Language) -> str:
    """The department whose one person keeps the number; open where no one's is told."""
    told: Iterator[str] = (each for each in functions if each != ANY)
    if (function := next(told, None)) is None:
        return say(AREA, "form.owner", language)
    name = words(material.knowledge.taxonomy.functions[function], language)
    return say(AREA, "dependency.dri", language, function=name)


def _nothing(language: Language) -> str:
    return say(AREA, "join.nothing", language)
