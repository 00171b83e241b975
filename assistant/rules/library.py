"""All parts of the rubric by name: the bundled ones, and a company's own on top of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from assistant.errors import BrokenFile, NotFound, RubricError
from assistant.rules.files import PARTS, Part, folder_files, read_part
from assistant.rules.schema import Pack, Profile, Rule
from assistant.rules.words import WordFile, WordIndex, WordSet, merge
from assistant.strict_yaml import Tree

DEFAULT_PROFILE = "balanced"
_T = TypeVar("_T")


@dataclass
class Library:
    """Rules by id, all else by name; `errors` are a company's files that were left out."""

    rules: dict[str, Rule] = field(default_factory=dict)
    words: dict[str, WordFile] = field(default_factory=dict)
    company_words: dict[str, WordFile] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    packs: dict[str, Pack] = field(default_factory=dict)
    default_limits: Mapping[str, int] = field(default_factory=dict)
    errors: list[BrokenFile] = field(default_factory=list)

    def profile(self, name: str) -> Profile:
        """A profile by name.

        Raises:
            NotFound: `profile`, naming those that exist.
            BrokenFile: The file of that name, if it could not be read.
        """
        return self._named(self.profiles, name, "profile")

    def pack(self, name: str) -> Pack:
        """An industry's pack by name; raises what `profile` does."""
        return self._named(self.packs, name, "pack")

    def _named(self, known: Mapping[str, _T], name: str, what: str) -> _T:
        for error in self.errors:
            if name not in known and Path(error.file or "").stem == name:
                raise error
        return _pick(known, name, what)

    def rule(self, rule_id: str) -> Rule:
        """A rule by id, in any case of letters.

        Raises:
            NotFound: `rule`.
        """
        return _pick(self.rules, rule_id.upper(), "rule")

    @cached_property
    def word_index(self) -> WordIndex:
        """All word lists, searched together."""
        return WordIndex(self.word_sets)

    @cached_property
    def word_sets(self) -> dict[str, WordSet]:
        """The words of all lists; a company's words join the bundled ones."""
        sets = {name: merge(file) for name, file in self.words.items()}
        for name, file in self.company_words.items():
            sets[name] = merge(file, self.words.get(name))
        return sets

    def add(self, part: Part, tree: Tree, *, company: bool) -> None:
        """Put a part in its place.

        Raises:
            RubricError: `unknown_reference`: it names a word list or a rule that is not there.
        """
        _check_references(part, tree, self)
        if isinstance(part, Rule):
            self.rules[part.id] = part
        elif isinstance(part, WordFile):
            (self.company_words if company else self.words)[part.name] = part
        elif isinstance(part, Profile):
            self.profiles[part.name] = part
        else:
            self.packs[part.name] = part


@cache
def load_library(company: Path | None = None) -> Library:
    """Read the bundled rubric and a company's folder.

    Raises:
        BrokenFile: A bundled file is broken, or there is no such folder. (A company's broken file
            is listed in `errors`.)
    """
    if company is not None and not company.is_dir():
        raise RubricError("no_folder", file=str(company))
    library = Library()
    for error in _read_into(library, files("rubrics"), company=False):
        raise error
    library.default_limits = library.profiles[DEFAULT_PROFILE].limits
    if company is not None:
        library.errors.extend(_read_into(library, company, company=True))
    library.errors.extend(_unknown_limits(library))
    return library


def _read_into(library: Library, folder: Traversable, *, company: bool) -> Iterator[BrokenFile]:
    for name, model in PARTS.items():
        for file in folder_files(folder, name):
            try:
                part, tree = read_part(file, model)
                library.add(part, tree, company=company)
            except BrokenFile as error:
                yield error


def _check_references(part: Part, tree: Tree, library: Library) -> None:
    if isinstance(part, WordFile):
        return
    if isinstance(part, Rule):
        path, named = ("check",), part.check.word_lists()
        known: Mapping[str, object] = library.words | library.company_words
    else:
        path, named, known = ("rules",), tuple(part.rules), library.rules
    for name in named:
        if name not in known:
            line = tree.line_of((*path, name))
            raise RubricError("unknown_reference", file=tree.file, line=line, what=name)


def _unknown_limits(library: Library) -> Iterator[RubricError]:
    """Takes out rules that name a limit which no default is given for."""
    for rule in list(library.rules.values()):
        for name in rule.check.limits():
            if name not in library.default_limits:
                library.rules.pop(rule.id, None)
                yield RubricError("unknown_reference", file=f"{rule.id}.yml", line=1, what=name)


def _pick(known: Mapping[str, _T], name: str, what: str) -> _T:
    if name not in known:
        raise NotFound(what, name=name[:60], known=", ".join(sorted(known)))
    return known[name]
