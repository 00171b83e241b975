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
    """Which objectives each focus brought forward and why; then those that changed nothing."""
    language = parameters.language
    idle = []
    for focus in parameters.focus:
        name = words(material.guide.focuses[focus].name, language)
        moved = _moved(focus, examples, parameters, material)
        if moved:
            prefers = material.guide.focuses[focus].prefers
            why = say(AREA, f"focus.{prefers}", language)
            told = listed(moved, language)
            yield say(AREA, "note.focus_moved", language, focus=name, objectives=told, why=why)
        else:
            idle.append(say(AREA, "quoted", language, text=name))
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
