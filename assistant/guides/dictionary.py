"""The data dictionary of a guide: how each measure is counted, how often, and who keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.guides.core import core_metrics
from assistant.guides.dependencies import is_shared
from assistant.guides.examples import chosen_examples
from assistant.guides.filling import Placed, guarded_by, numbered
from assistant.guides.forms import Form, forms_of
from assistant.guides.later import is_read_later
from assistant.guides.material import Material
from assistant.guides.statements import AREA, joined, words
from assistant.knowledge.industries import ANY
from assistant.messages import say
from assistant.models import Direction, Language
from assistant.models.guide import GuideParameters, Maturity, Table
from assistant.models.knowledge import Metric, Role

COLUMNS = ("measure", "formula", "unit", "source", "kept_by", "guardrail")
# Rows in all, where the set has fewer, and core metrics beside any set; a first cycle has few.
ROWS = {Maturity.FIRST_CYCLE: 5, Maturity.PILOTING: 11, Maturity.MATURE: 11}
FEWEST = {Maturity.FIRST_CYCLE: 1, Maturity.PILOTING: 4, Maturity.MATURE: 5}


def dictionary(parameters: GuideParameters, material: Material) -> Table:
    """One row for each key result of the set, then the core metrics of such a company.

    Before a company is used to it, all of the first objective, and of the others what is shared or
    moves early: the rest follow their form.
    """
    language = parameters.language
    placed = _placed(parameters, material)
    core = core_metrics(parameters, material)
    whole = parameters.maturity is Maturity.MATURE
    shown = [each for each in placed if whole or each[0][0] == 0 or _is_early(each[1], core)]
    notes = ["first"] if len(shown) < len(placed) else []
    rows = [_key_result(each, placed, parameters, material) for each in shown]
    room = max(FEWEST[parameters.maturity], ROWS[parameters.maturity] - len(shown))
    core = _beside(core, shown, language)[:room]
    rows += [_core(each, parameters, material) for each in core]
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


def _is_early(form: Form, core: list[Metric]) -> bool:
    """Whether a key result is agreed on first: it is shared, moves early or is a core metric."""
    is_core = form.is_metric and form.metric in core
    return is_core or form.role is Role.LEADING or is_shared(form)


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
        _counted(form.metric if form.is_metric else None, form.formula, language),
        _unit(form.unit, form.heads, language),
        _read(form.systems, form.role, is_read_later(form, parameters), parameters),
        _keeper(functions, material, language),
        guarded_by(shown, placed, material, language) or _nothing(language),
    ]


def _core(metric: Metric, parameters: GuideParameters, material: Material) -> list[str]:
    language = parameters.language
    guard = metric.guardrail and material.knowledge.metrics[metric.guardrail]
    systems = [material.system(each, language) for each in metric.data_sources]
    return [
        say(AREA, "shared.beside", language, name=words(metric.name, language)),
        _counted(metric, words(metric.formula, language), language),
        _unit(words(metric.unit, language), metric.direction, language),
        _read(systems, Role(metric.timing), metric.known_after is not None, parameters),
        _keeper(metric.functions, material, language),
        words(guard.name, language) if guard else _nothing(language),
    ]


def _counted(metric: Metric | None, formula: str | None, language: Language) -> str:
    """What the library's metric means, where it is one, and how it is counted."""
    meant = [words(metric.definition, language).rstrip(".。")] if metric else []
    counted = formula or say(AREA, "form.formula", language)
    return joined([*meant, counted], "name_and_text", language)


def _read(systems: Sequence[str], role: Role, later: bool, parameters: GuideParameters) -> str:
    """The systems that a number is read from, how often, and how at such a stage."""
    language = parameters.language
    often = "cycle" if later else "month" if role is Role.LAGGING else "week"
    told = (f"each_{often}", f"read_{parameters.maturity}")
    named = " / ".join(systems) or say(AREA, "form.source", language)
    facts = [named, *(say(AREA, f"dictionary.{each}", language) for each in told)]
    return joined(facts, "facts", language)


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
