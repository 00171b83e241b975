"""What the reader's focus did to a set, told only where it did it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.guides.dependencies import is_shared
from assistant.guides.examples import chosen_examples
from assistant.guides.filling import Placed, numbered
from assistant.guides.fitting import PREFERS
from assistant.guides.forms import Form, forms_of
from assistant.guides.later import is_read_later
from assistant.guides.material import Material
from assistant.guides.references import OWN
from assistant.guides.statements import AREA, joined, listed, words
from assistant.messages import say
from assistant.models import Level
from assistant.models.guide import GuideParameters, Sentence, Style
from assistant.models.knowledge import Example, Role

SHOWN = 3  # systems
Reads = Callable[[list[Example], list[Placed], GuideParameters], str]


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


def in_this_set(focus: str, parameters: GuideParameters, material: Material) -> Sentence:
    """Which objectives and key results of the reader's own set a focus is about."""
    examples = chosen_examples(parameters, material)
    reads = material.guide.focuses[focus].reads
    placed = [
        ((at, nth), form)
        for at, each in enumerate(examples)
        for nth, form in enumerate(forms_of(each, parameters, material))
    ]
    text = READS[reads](examples, placed, parameters)
    return Sentence(text=text, citations=[OWN], style=Style.ITEM)


def _told(
    reads: str,
    found: list[Placed],
    rest: list[Placed],
    parameters: GuideParameters,
) -> str:
    """The key results that a focus is about, and those that it is not."""
    language = parameters.language
    key = reads if found and rest else f"{reads}_all" if found else f"{reads}_none"
    shown, others = (
        listed((numbered(place) for place, _ in each), language) for each in (found, rest)
    )
    return say(AREA, f"reads.{key}", language, found=shown, rest=others)


def _parted(reads: str, is_one: Callable[[Form, GuideParameters], bool]) -> Reads:
    def told(_: list[Example], placed: list[Placed], parameters: GuideParameters) -> str:
        moved = [each for each in placed if not each[1].holds]
        found = [each for each in moved if is_one(each[1], parameters)]
        rest = [each for each in moved if each not in found]
        return _told(reads, found, rest, parameters)

    return told


def _leads(_: list[Example], placed: list[Placed], parameters: GuideParameters) -> str:
    """The first objective, and the result that tells whether it came true."""
    language = parameters.language
    results = [each for each in placed if each[0][0] == 0 and each[1].role is Role.LAGGING]
    place, form = (results or placed)[0]
    return say(AREA, "reads.leads", language, result=numbered(place), name=form.name)


def _guards(_: list[Example], placed: list[Placed], parameters: GuideParameters) -> str:
    found = [each for each in placed if each[1].holds]
    return _told("guards", found, [], parameters)


def _levels(examples: list[Example], _: list[Placed], parameters: GuideParameters) -> str:
    """Which objectives the whole company answers for, and which a part of it."""
    language = parameters.language
    by_level: dict[Level, list[str]] = {}
    for at, each in enumerate(examples, start=1):
        by_level.setdefault(each.level, []).append(f"O{at}")
    told = (
        say(AREA, "reads.of_level", language, level=say(AREA, f"level.{level}", language),
            objectives=listed(names, language))
        for level, names in sorted(by_level.items(), key=lambda each: list(Level).index(each[0]))
    )  # fmt: skip
    return say(AREA, "reads.levels", language, told=joined(told, "clauses", language))


def _systems(_: list[Example], placed: list[Placed], parameters: GuideParameters) -> str:
    """Which system feeds which key results, the one that feeds most first."""
    language = parameters.language
    by_system: dict[str, list[str]] = {}
    for place, form in placed:
        if form.source:
            by_system.setdefault(form.source, []).append(numbered(place))
    fed = sorted(by_system.items(), key=lambda each: -len(each[1]))
    told = [
        say(AREA, "reads.system", language, system=system, results=listed(names, language))
        for system, names in fed[:SHOWN]
    ]
    key = "systems" if told else "systems_none"
    return say(AREA, f"reads.{key}", language, told=joined(told, "clauses", language))


READS: dict[str, Reads] = {
    "levels": _levels,
    "formulas": _parted("formulas", lambda form, _: form.formula is not None and form.is_metric),
    "shared": _parted("shared", lambda form, _: is_shared(form)),
    "leading": _parted("leading", lambda form, _: form.role is Role.LEADING),
    "leads": _leads,
    "guards": _guards,
    "moved": _parted("moved", lambda form, _: form.role is Role.LEADING),
    "scored": _parted("scored", lambda form, asked: not is_read_later(form, asked)),
    "systems": _systems,
}


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
