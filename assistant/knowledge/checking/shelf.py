"""Reads the files of a knowledge base strictly; each part keeps the place it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from assistant import strict_yaml
from assistant.errors import BrokenFile, KnowledgeError
from assistant.knowledge.checking.prose import PlacedDocument, read_strictly
from assistant.knowledge.library import (
    ASKED,
    DOCUMENT_FOLDERS,
    SYNONYMS,
    files_in,
    source_files,
)
from assistant.models.knowledge import Asked, Example, Metric, Source, SynonymFile, Taxonomy

_T = TypeVar("_T", bound=BaseModel)
GUIDE_FOLDERS = ("industries", "kinds", "places", "plans")


@dataclass(frozen=True, slots=True)
class Placed(Generic[_T]):
    """A part of a YAML file, and where it stands."""

    value: _T
    tree: strict_yaml.Tree
    path: tuple[int | str, ...]

    def fault(self, reason: str, *path: int | str, **facts: Any) -> KnowledgeError:
        """A fault in the field at `path` of this part."""
        line = self.tree.line_of((*self.path, *path))
        named = ".".join(map(str, path)) or None
        return KnowledgeError(reason, file=self.tree.file, line=line, field=named, **facts)


@dataclass(slots=True)
class Shelf:
    """What could be read of a knowledge base, and the faults of what could not."""

    taxonomy: Taxonomy | None = None
    sources: list[Placed[Source]] = field(default_factory=list)
    metrics: list[Placed[Metric]] = field(default_factory=list)
    examples: list[Placed[Example]] = field(default_factory=list)
    documents: list[PlacedDocument] = field(default_factory=list)
    asked: list[Placed[Asked]] = field(default_factory=list)
    guide: list[strict_yaml.Tree] = field(default_factory=list)
    faults: list[BrokenFile] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """How much was read of each kind."""
        return {
            "sources": len(self.sources),
            "metrics": len(self.metrics),
            "examples": len(self.examples),
            "documents": len(self.documents),
            "sections": sum(len(one.document.sections) for one in self.documents),
        }

    def tree(self, file: Traversable, name: str) -> strict_yaml.Tree | None:
        """A YAML file, or nothing where it is broken."""
        try:
            return strict_yaml.read_file(file, name)
        except BrokenFile as error:
            self.faults.append(error)
            return None

    def entries(self, file: Traversable, name: str, model: type[_T]) -> Iterator[Placed[_T]]:
        """The parts of a file that holds a list of them."""
        if (tree := self.tree(file, name)) is None:
            return
        if not isinstance(tree.value, list):
            self.faults.append(KnowledgeError("no_list", file=name, line=1))
            return
        for number, value in enumerate(tree.value):
            if (part := self.part(tree, value, (number,), model)) is not None:
                yield Placed(part, tree, (number,))

    def part(
        self, tree: strict_yaml.Tree, value: Any, path: tuple[int, ...], model: type[_T]
    ) -> _T | None:
        """A value in its form, or nothing where it does not fit."""
        try:
            return model.model_validate(value)
        except ValidationError as error:
            self.faults.extend(misfits(error, tree, path))
            return None


def misfits(
    error: ValidationError, tree: strict_yaml.Tree, path: tuple[int | str, ...] = ()
) -> Iterator[KnowledgeError]:
    """What does not fit its form, each field with its line."""
    for each in error.errors():
        line = tree.line_of((*path, *each["loc"]))
        named = ".".join(map(str, each["loc"])) or None
        yield KnowledgeError("invalid", file=tree.file, line=line, field=named, why=each["msg"])


def read_shelf(root: Traversable) -> Shelf:
    """Read the knowledge base in the folder `root`."""
    shelf = Shelf()
    if (tree := shelf.tree(root / "taxonomy.yml", "taxonomy.yml")) is not None:
        shelf.taxonomy = shelf.part(tree, tree.value, (), Taxonomy)
    for file, name in source_files(root):
        shelf.sources.extend(shelf.entries(file, name, Source))
    for file in files_in(root / "metrics", ".yml"):
        shelf.metrics.extend(shelf.entries(file, f"metrics/{file.name}", Metric))
    for file in files_in(root / "examples", ".yml"):
        shelf.examples.extend(shelf.entries(file, f"examples/{file.name}", Example))
    for folder in DOCUMENT_FOLDERS:
        for file in files_in(root / folder, ".md"):
            _read_document(shelf, file, f"{folder}/{file.name}")
    _read_words(shelf, root)
    shelf.guide.extend(_guide(shelf, root))
    return shelf


def _guide(shelf: Shelf, root: Traversable) -> Iterator[strict_yaml.Tree]:
    """The files that guides are composed from, whatever their form."""
    for folder in ("guide", *(f"guide/{each}" for each in GUIDE_FOLDERS)):
        for file in files_in(root.joinpath(folder), ".yml"):
            if (tree := shelf.tree(file, f"{folder}/{file.name}")) is not None:
                yield tree


def _read_words(shelf: Shelf, root: Traversable) -> None:
    """What only the search reads: how people ask, and what they say instead."""
    for file in files_in(root / ASKED, ".yml"):
        shelf.asked.extend(shelf.entries(file, f"{ASKED}/{file.name}", Asked))
    for file in files_in(root / SYNONYMS, ".yml"):
        if (tree := shelf.tree(file, f"{SYNONYMS}/{file.name}")) is not None:
            shelf.part(tree, tree.value, (), SynonymFile)


def _read_document(shelf: Shelf, file: Traversable, name: str) -> None:
    try:
        shelf.documents.append(read_strictly(strict_yaml.read_text(file, name), name))
    except BrokenFile as error:
        shelf.faults.append(error)
    except ValidationError as error:
        head = strict_yaml.read_text(file, name).split("---\n", 2)[1]
        shelf.faults.extend(misfits(error, strict_yaml.read(f"\n{head}", name)))
