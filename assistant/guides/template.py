"""Template sets: objectives of the industry with key results as forms to fill in."""

from __future__ import annotations

from assistant.guides.advice import advice_for, leave_out_for
from assistant.guides.dependencies import dependencies_of
from assistant.guides.examples import USUAL, chosen_examples
from assistant.guides.filling import Placed, guarded_by, replaced_in, why_of
from assistant.guides.focusing import focus_notes
from assistant.guides.forms import Form, forms_of
from assistant.guides.guide import industry_name
from assistant.guides.material import Material
from assistant.guides.notes import made_for, notes_of, set_notes, taken_notes
from assistant.guides.references import reference
from assistant.guides.statements import AREA, words
from assistant.messages import say
from assistant.models import Cycle, KeyResult, KeyResultKind, Language, Objective, OkrSet
from assistant.models.guide import FormKeyResult, GuideParameters, Template
from assistant.models.knowledge import Example


def compose_template(parameters: GuideParameters, material: Material) -> Template:
    """A set of two to four objectives, each with three or four forms; all values are open.

    How many depends on size, maturity and level.
    """
    language = parameters.language
    examples = chosen_examples(parameters, material)
    forms = [forms_of(example, parameters, material) for example in examples]
    placed = [((at, nth), form) for at, each in enumerate(forms) for nth, form in enumerate(each)]
    advice, leave_out = advice_for(parameters, material), leave_out_for(parameters, material)
    cited = dict.fromkeys(mark for each in (*advice, *leave_out) for mark in each.citations)
    return Template(
        title=say(AREA, "template.title", language, industry=industry_name(parameters, material)),
        parameters=parameters,
        sets=[_as_set(examples, forms, parameters)],
        reasons=[words(each.why_good, language) for each in examples],
        forms=[_shown(each, placed, material, parameters) for each in placed],
        dependencies=dependencies_of(examples, placed, material, language),
        advice=advice,
        leave_out=leave_out,
        sources=[reference(mark, material, language) for mark in cited],
        notes=[
            made_for(parameters, material),
            *notes_of(parameters, material),
            *taken_notes(parameters, material),
            *set_notes(examples, parameters, material),
            *focus_notes(examples, parameters, material),
        ],
    )


def _as_set(
    examples: list[Example], forms: list[list[Form]], parameters: GuideParameters
) -> OkrSet:
    language = parameters.language
    cycle = Cycle(name=parameters.cycle, start=parameters.start, end=parameters.end)
    pairs = zip(examples, forms, strict=True)
    return OkrSet(
        level=parameters.level or USUAL,
        industry=parameters.industry,
        cycle=cycle if (parameters.cycle or parameters.start or parameters.end) else None,
        objectives=[
            Objective(
                objective=words(example.objective, language),
                key_results=[_key_result(form, parameters) for form in each],
            )
            for example, each in pairs
        ],
    )


def _key_result(form: Form, parameters: GuideParameters) -> KeyResult:
    """The form as a line of the set; who answers for it and an unknown source stay open."""
    language = parameters.language
    return KeyResult(
        text=form.text,
        kind=KeyResultKind.MAINTAIN if form.holds else KeyResultKind.METRIC,
        owner=say(AREA, "form.owner", language),
        source=form.source or say(AREA, "form.source", language),
        due=parameters.end,
    )


def _baseline(form: Form, language: Language) -> str:
    """The gap for a start; what only has to stay within its bound needs none."""
    gap = say(AREA, "form.baseline", language)
    return say(AREA, "join.nothing", language) if form.holds and gap not in form.text else gap


def _shown(
    shown: Placed, placed: list[Placed], material: Material, parameters: GuideParameters
) -> FormKeyResult:
    language = parameters.language
    place, form = shown
    metric = form.metric if form.is_metric else None
    return FormKeyResult(
        objective=place[0],
        key_result=place[1],
        text=form.text,
        metric_id=metric.id if metric else None,
        metric=form.name,
        definition=words(metric.definition, language) if metric else "",
        formula=form.formula or say(AREA, "form.formula", language),
        baseline=_baseline(form, language),
        target=say(AREA, "form.target", language),
        unit=form.unit,
        source=form.source or say(AREA, "form.source", language),
        owner=say(AREA, "form.owner", language),
        due=str(parameters.end or say(AREA, "form.due", language)),
        timing=say(AREA, f"form.{form.role}", language),
        guardrail=guarded_by(shown, placed, material, language),
        why=why_of(shown, placed, parameters),
        replace=replaced_in(form, language),
    )
