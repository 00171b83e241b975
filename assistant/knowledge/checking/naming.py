"""Ids that the files of `guide/` name: sources, examples, metrics, industries, passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.errors import KnowledgeError
from assistant.knowledge.checking.shelf import Shelf
from assistant.strict_yaml import Tree

# What the keys of a file are ids of.
KEYS = {
    "trades": "industries", "shared": "industries", "core": "industries", "branches": "industries",
    "claims": "industries", "afar": "documents",
    "tasks": "functions", "lessons": "sources", "tellings": "sources", "sources": "sources",
}  # fmt: skip
# What the items of a field are ids of, wherever it stands.
FIELDS = {
    "sources": "sources", "stories": "sources", "own": "examples", "near": "examples",
    "apart": "examples", "leads": "examples", "model": "examples", "metrics": "metrics",
    "plants": "industries", "industries": "industries", "supporting": "functions",
    "passages": "passages", "cases": "documents",
}  # fmt: skip
OF_WORDS = frozenset(["nearest", "words"])  # files in which the same fields hold words
REASONS = {"industries": "not_in_taxonomy", "functions": "not_in_taxonomy"}
Known = Mapping[str, frozenset[str]]
_Faults = Iterator[KnowledgeError]
_Path = tuple[int | str, ...]


@dataclass(frozen=True)
class GuideFile:
    """A file of `guide/`: its name without the ending, its folder there, what stands in it."""

    name: str
    folder: str
    tree: Tree

    @classmethod
    def of(cls, tree: Tree) -> GuideFile:
        """The file of a tree, by its path."""
        *_, folder, name = tree.file.removesuffix(".yml").split("/")
        return cls(name, "" if folder == "guide" else folder, tree)

    @property
    def key(self) -> str:
        """What tells its form: the folder, else the name."""
        return self.folder or self.name

    def fault(self, reason: str, path: _Path, **facts: Any) -> KnowledgeError:
        """A fault at `path`."""
        named = ".".join(map(str, path)) or None
        line = self.tree.line_of(path)
        return KnowledgeError(reason, file=self.tree.file, line=line, field=named, **facts)


def known_in(shelf: Shelf) -> Known:
    """The ids that may be named; of sources those that were read."""
    sections = ((one.name[0], part) for one in shelf.documents for part in one.document.sections)
    return {
        "sources": frozenset(one.value.id for one in shelf.sources if one.value.seen),
        "examples": frozenset(one.value.id for one in shelf.examples),
        "metrics": frozenset(one.value.id for one in shelf.metrics),
        "industries": frozenset(shelf.taxonomy.industries if shelf.taxonomy else ()),
        "functions": frozenset(shelf.taxonomy.functions if shelf.taxonomy else ()),
        "documents": frozenset(one.name[0] for one in shelf.documents),
        "passages": frozenset(f"{name}#{part.anchor}" for name, part in sections),
    }


def named_faults(file: GuideFile, known: Known) -> _Faults:
    """Ids that name nothing: the keys of some files, the items of some fields."""
    kind = None if file.folder else KEYS.get(file.name)
    keys = file.tree.value if kind and isinstance(file.tree.value, dict) else ()
    yield from _unknown(keys, kind or "", (), file, known)
    if file.folder in ("industries", "kinds"):
        yield from _unknown([file.name], "industries", (), file, known)
    if file.name not in OF_WORDS:
        for path, field, names in _fields(file.tree.value, ()):
            yield from _unknown(names, FIELDS[field], path, file, known)


def _fields(value: Any, path: _Path) -> Iterator[tuple[_Path, str, list[str]]]:
    """Each list of words in a field that names ids, with its place."""
    if not isinstance(value, (dict, list)):
        return
    for name, each in value.items() if isinstance(value, dict) else enumerate(value):
        words = isinstance(each, list) and all(isinstance(one, str) for one in each)
        if words and name in FIELDS:
            yield (*path, name), str(name), each
        else:
            yield from _fields(each, (*path, name))


def _unknown(names: Any, kind: str, path: _Path, file: GuideFile, known: Known) -> _Faults:
    for number, name in enumerate(names):
        if name not in known[kind]:
            last = (number,) if path else (str(name),)
            reason = REASONS.get(kind, "unknown_id")
            yield file.fault(reason, (*path, *last), what=str(name))
