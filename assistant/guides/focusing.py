"""What the reader's focus did to a set, told only where it did it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.guides.examples import chosen_examples
from assistant.guides.fitting import PREFERS
from assistant.guides.material import Material
from assistant.guides.statements import AREA, listed, words
from assistant.messages import say
from assistant.models.guide import GuideParameters
from assistant.models.knowledge import Example


def focus_notes(
    examples: list[Example], parameters: GuideParameters, material: Material
) -> Iterator[str]:
    """Which objectives the focuses brought forward and why; then those that changed nothing.

    Focuses that brought the same ones forward for the same reason are told together.
    """
    language = parameters.language
    alike: dict[tuple[str, ...], list[str]] = {}
    for focus in parameters.focus:
        known = material.guide.focuses[focus]
        name = say(AREA, "quoted", language, text=words(known.name, language))
        moved = _moved(focus, examples, parameters, material)
        alike.setdefault((known.prefers, *moved) if moved else (), []).append(name)
    idle = alike.pop((), [])
    for (prefers, *moved), names in alike.items():
        why, objectives = say(AREA, f"focus.{prefers}", language), listed(moved, language)
        told = listed(names, language)
        yield say(AREA, "note.focus_moved", language, focus=told, objectives=objectives, why=why)
    if idle:
        yield say(AREA, "note.focus_idle", language, focus=listed(idle, language))


def _moved(
    focus: str, examples: list[Example], parameters: GuideParameters, material: Material
) -> list[str]:
    """The objectives that stand before or instead of some that serve the focus less."""
    others = [each for each in parameters.focus if each != focus]
    before = chosen_examples(parameters.model_copy(update={"focus": others}), material)
    score = PREFERS[material.guide.focuses[focus].prefers]
    moved = []
    for at, each in enumerate(examples):
        ahead = before[: before.index(each)] if each in before else before
        passed = [one for one in ahead if one not in examples[:at]]
        if any(score(each, material) > score(one, material) for one in passed):
            moved.append(f"O{at + 1}")
    return moved
