"""Which key results several departments move, and who answers for each."""

from __future__ import annotations

from assistant.guides.filling import Placed
from assistant.guides.forms import Form
from assistant.guides.material import Material
from assistant.guides.statements import AREA, words
from assistant.knowledge.industries import ANY
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import Dependency
from assistant.models.knowledge import Example, Metric


def dependencies_of(
    examples: list[Example], placed: list[Placed], material: Material, language: Language
) -> list[Dependency]:
    """One line for each key result that more than one department moves."""
    return [
        _dependency(each, examples, placed, material, language)
        for each in placed
        if is_shared(each[1])
    ]


def is_shared(form: Form) -> bool:
    """Whether more than one department moves a key result."""
    return len(_departments(form.metric)) > 1


def _dependency(
    shared: Placed,
    examples: list[Example],
    placed: list[Placed],
    material: Material,
    language: Language,
) -> Dependency:
    """The first department does it, the second is asked, the others of the objective are told.

    Those of the metric that the objective is for come first.
    """
    (objective, key_result), form = shared
    names = material.knowledge.taxonomy.functions
    of_objective = [each for (at, _), each in placed if at == objective]
    beside = [each for other in of_objective for each in _departments(other.metric)]
    own = [each for each in examples[objective].functions if each != ANY]
    of_metric = sorted(_departments(form.metric), key=lambda each: each not in own)
    all_ = dict.fromkeys([*of_metric, *own, *beside])
    shown = [words(names[each], language) for each in all_]
    return Dependency(
        objective=objective,
        key_result=key_result,
        text=form.text,
        responsible=shown[0],
        dri=say(AREA, "dependency.dri", language, function=shown[0]),
        consulted=shown[1:2],
        informed=shown[2:],
    )


def _departments(metric: Metric | None) -> list[str]:
    return [each for each in metric.functions if each != ANY] if metric else []
