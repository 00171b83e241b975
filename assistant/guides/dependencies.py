"""Which key results several departments move, and who answers for each."""

from __future__ import annotations

from assistant.guides.filling import Placed
from assistant.guides.material import Material
from assistant.guides.statements import AREA, words
from assistant.knowledge.industries import ANY
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import Dependency
from assistant.models.knowledge import Metric


def dependencies_of(
    placed: list[Placed], material: Material, language: Language
) -> list[Dependency]:
    """One line for each key result that more than one department moves."""
    return [
        _dependency(each, material, language)
        for each in placed
        if len(_departments(each[1].metric)) > 1
    ]


def _dependency(placed: Placed, material: Material, language: Language) -> Dependency:
    (objective, key_result), form = placed
    names = material.knowledge.taxonomy.functions
    shown = [words(names[each], language) for each in _departments(form.metric)]
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
