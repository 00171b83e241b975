"""The files of `guide/`: each has its form, and whatever it names is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from assistant.errors import KnowledgeError
from assistant.knowledge.checking.links import ANY
from assistant.knowledge.checking.naming import GuideFile, Known, known_in, named_faults
from assistant.knowledge.checking.shelf import Shelf, misfits
from assistant.models import guide_material, plans
from assistant.models.knowledge import Words
from assistant.own_data import load

LETTERS = frozenset("cdrt")  # what a sentence of a story tells
_BLANK = {"en": "", "zh": ""}
UNTOLD = {"state": _BLANK, "presses": [], "pulls": _BLANK}  # of a kind without id
# The form of each file or folder, and how many keys stand above it.
FORMS: dict[str, tuple[type[BaseModel], int]] = {
    "parts": (guide_material.Parts, 0),
    "sets": (guide_material.Sets, 0),
    "bodies": (plans.Bodies, 0),
    "plans": (plans.Plan, 0),
    "industries": (plans.IndustryProfile, 0),
    "places": (plans.Place, 0),
    "focus": (plans.Focus, 1),
    "sources": (guide_material.NamedSource, 1),
    "lessons": (plans.Lesson, 1),
    "trades": (plans.Trade, 1),
    "tasks": (plans.Task, 1),
    "shared": (plans.Shared, 1),
    "core": (plans.Core, 2),
    "claims": (plans.Claims, 2),
    "afar": (Words, 2),
    "readers": (plans.Readers, 0),
}
_Faults = Iterator[KnowledgeError]
_Path = tuple[int | str, ...]


def guide_faults(shelf: Shelf) -> _Faults:
    """Faults of the files that guides are composed from."""
    known, files = known_in(shelf), [GuideFile.of(tree) for tree in shelf.guide]
    for file in files:
        if file.key in FORMS:
            yield from _forms(*FORMS[file.key], file.tree.value, file, ())
        yield from named_faults(file, known)
        yield from _of_places(file, known)
        yield from _tellings(file)
    yield from _kinds(files)


def _forms(model: type[BaseModel], depth: int, value: Any, file: GuideFile, path: _Path) -> _Faults:
    """What does not fit its form, at so many keys below."""
    if depth and isinstance(value, dict):
        for name, each in value.items():
            yield from _forms(model, depth - 1, each, file, (*path, name))
        return
    try:
        model.model_validate(value)
    except ValidationError as error:
        yield from misfits(error, file.tree, path)


def _tellings(file: GuideFile) -> _Faults:
    if file.key == "tellings" and isinstance(file.tree.value, dict):
        for story, letters in file.tree.value.items():
            if not letters or not LETTERS.issuperset(str(letters)):
                yield file.fault("telling_letters", (story,), what=str(letters)[:40])


def _of_places(file: GuideFile, known: Known) -> _Faults:
    """Places that no reader's place leads to, and industries of theirs that there are not."""
    if file.key != "places" or not isinstance(file.tree.value, dict):
        return
    read = load("assistant.guides", "places.yml")["places"]
    if (name := file.tree.value.get("place")) not in {"anywhere", *(e["name"]["en"] for e in read)}:
        yield file.fault("unknown_id", ("place",), what=str(name))
    for side in ("rules", "pressures"):
        for industry in file.tree.value.get(side) or ():
            if industry not in known["industries"]:
                yield file.fault("not_in_taxonomy", (side, industry), what=str(industry))


def _kinds(files: list[GuideFile]) -> _Faults:
    """Kinds of company and what other files tell of them: each has its id and is told of."""
    listed = {each.name: each for each in files if each.folder == "kinds"}
    whole = {each.name: each for each in files if not each.folder}
    told: Any = whole["branches"].tree.value if "branches" in whole else {}
    for industry, file in listed.items():
        for number, kind in enumerate(file.tree.value):
            yield from _kind(kind, told.get(industry, {}), file, (number,))
    for name in {"branches", "claims", "core"} & set(whole):
        for industry, of_kinds in whole[name].tree.value.items():
            kinds: Any = listed[industry].tree.value if industry in listed else []
            for kind in set(of_kinds) - {ANY, *(each.get("id") for each in kinds)}:
                yield whole[name].fault("unknown_id", (industry, kind), what=str(kind))


def _kind(kind: Any, branches: Mapping[str, Any], file: GuideFile, path: _Path) -> _Faults:
    """The form of a kind; where it has an id that no branch has, that is the fault."""
    name = kind.get("id") if isinstance(kind, dict) else None
    if name is not None and name not in branches:
        yield file.fault("no_branch", (*path, "id"), what=str(name))
    elif not isinstance(kind, dict):
        yield from _forms(plans.Kind, 0, kind, file, path)
    else:
        told = branches[name] if name else UNTOLD
        yield from _forms(plans.Kind, 0, {**kind, **told}, file, path)
