"""Template sets: objectives of the industry with key results as forms to fill in."""

from __future__ import annotations

from assistant.guides.dependencies import dependencies_of
from assistant.guides.examples import chosen_examples, fits
from assistant.guides.filling import Placed, replaced_in, why_of
from assistant.guides.forms import Form, forms_of
from assistant.guides.guide import industry_name, notes_of
from assistant.guides.material import Material
from assistant.guides.references import reference
from assistant.guides.statements import AREA, listed, told, words
from assistant.messages import say
from assistant.models import Cycle, KeyResult, KeyResultKind, Language, Objective, OkrSet
from assistant.models.guide import FormKeyResult, GuideParameters, Style, Template
from assistant.models.knowledge import Example


def compose_template(parameters: GuideParameters, material: Material) -> Template:
    """A set of two to four objectives, each with three or four forms; all values are open."""
    language = parameters.language
    examples = chosen_examples(parameters, material)
    forms = [forms_of(example, parameters, material) for example in examples]
    placed = [((at, nth), form) for at, each in enumerate(forms) for nth, form in enumerate(each)]
    leave_out = told(material.guide.parts.leave_out, language, Style.ITEM)
    cited = dict.fromkeys(mark for each in leave_out for mark in each.citations)
    return Template(
        title=say(AREA, "template.title", language, industry=industry_name(parameters, material)),
        parameters=parameters,
        sets=[_as_set(examples, forms, parameters)],
        reasons=[words(each.why_good, language) for each in examples],
        forms=[_shown(each, placed, material, language) for each in placed],
        dependencies=dependencies_of(placed, material, language),
        leave_out=leave_out,
        sources=[reference(mark, material, language) for mark in cited],
        notes=notes_of(parameters, material) + _of_other_functions(examples, parameters),
    )


def _of_other_functions(examples: list[Example], parameters: GuideParameters) -> list[str]:
    """Which objectives stand in for those of the function that there are none of."""
    language = parameters.language
    others = [f"O{at}" for at, each in enumerate(examples, 1) if not fits(each, parameters)]
    if not others:
        return []
    return [say(AREA, "note.few_examples", language, others=listed(others, language))]


def _as_set(
    examples: list[Example], forms: list[list[Form]], parameters: GuideParameters
) -> OkrSet:
    language = parameters.language
    cycle = Cycle(name=parameters.cycle, start=parameters.start, end=parameters.end)
    pairs = zip(examples, forms, strict=True)
    return OkrSet(
        level=parameters.level,
        industry=parameters.industry,
        cycle=cycle if (parameters.cycle or parameters.start or parameters.end) else None,
        objectives=[
            Objective(
                objective=words(example.objective, language),
                key_results=[_key_result(form, language) for form in each],
            )
            for example, each in pairs
        ],
    )


def _key_result(form: Form, language: Language) -> KeyResult:
    """The form as a line of the set; who answers for it and an unknown source stay open."""
    return KeyResult(
        text=form.text,
        kind=KeyResultKind.MAINTAIN if form.holds else KeyResultKind.METRIC,
        owner=say(AREA, "form.owner", language),
        source=form.source or say(AREA, "form.source", language),
    )


def _shown(
    shown: Placed, placed: list[Placed], material: Material, language: Language
) -> FormKeyResult:
    place, form = shown
    metric = form.metric
    guard = metric.guardrail if metric and not form.holds else None
    definition = words(metric.definition, language) if metric else ""
    return FormKeyResult(
        objective=place[0],
        key_result=place[1],
        text=form.text,
        metric_id=metric.id if metric else None,
        metric=form.name,
        definition=definition,
        formula=words(metric.formula, language) if metric else "",
        baseline=say(AREA, "form.baseline", language),
        target=say(AREA, "form.target", language),
        unit=form.unit,
        source=form.source or say(AREA, "form.source", language),
        owner=say(AREA, "form.owner", language),
        due=say(AREA, "form.due", language),
        timing=say(AREA, f"form.{form.role}", language),
        guardrail=words(material.knowledge.metrics[guard].name, language) if guard else None,
        why=why_of(shown, placed, language),
        replace=replaced_in(form, language),
    )
