"""Loads the knowledge base that ships, and reads its documents.

What is read here was held to its forms by `okr-coach knowledge check`; so this is the short way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from assistant.knowledge.profiles import industry_documents
from assistant.messages import traditional
from assistant.models import Language
from assistant.models.knowledge import (
    Asked,
    Document,
    DocumentHead,
    Example,
    Knowledge,
    Metric,
    Section,
    Source,
    Taxonomy,
    Words,
)
from assistant.models.plans import IndustryProfile, Place
from assistant.own_data import parsed
from assistant.patterns import lazy

DOCUMENT_FOLDERS = ("practices", "cases")
PROFILES, PLACES = "industries", "places"  # in the folder of guides
ASKED = "asked"
MANIFEST, SOURCES = "manifest.yml", "sources"
SYNONYMS = "synonyms"
_HEADING = lazy(r"^## (?P<title>[^\n]+?) \{#(?P<anchor>[a-z0-9-]+)\}$", re.MULTILINE)


@cache
def shipped_knowledge() -> Knowledge:
    """The knowledge base that ships; read once a process."""
    return read_knowledge(files("knowledge"))


def words(text: Words, language: Language) -> str:
    """A text of the knowledge base in the reader's language and script."""
    if language is Language.EN:
        return text.en
    return traditional(text.zh) if language is Language.ZH_HANT else text.zh


def read_knowledge(root: Traversable) -> Knowledge:
    """Read the knowledge base in the folder `root`.

    Raises:
        pydantic.ValidationError, yaml.YAMLError: A file that `knowledge check` would refuse.
    """
    listed = (each for file, _ in source_files(root) for each in _yaml(file))
    sources = map(Source.model_validate, listed)
    metrics = (Metric.model_validate(each) for each in _entries(root / "metrics"))
    named = {metric.id: metric for metric in metrics}
    taxonomy = Taxonomy.model_validate(_yaml(root / "taxonomy.yml"))
    profiles = read_profiles(root / "guide")
    examples = (Example.model_validate(each) for each in _entries(root / "examples"))
    return Knowledge(
        taxonomy=taxonomy,
        sources={source.id: source for source in sources},
        metrics=named,
        systems=_yaml(root / "systems.yml"),
        asked={each["passage"]: Asked.model_validate(each) for each in _entries(root / ASKED)},
        examples={example.id: example for example in examples},
        documents=[*_documents(root), *industry_documents(profiles, taxonomy, named)],
    )


def read_profiles(folder: Traversable) -> list[IndustryProfile]:
    """Each industry of `knowledge/guide`, with what its places add to it."""
    places = read_places(folder)
    read = (_yaml(each) for each in files_in(folder / PROFILES, ".yml"))
    return [_placed(IndustryProfile.model_validate(each), places) for each in read]


def read_places(folder: Traversable) -> list[Place]:
    """What binds and presses in each place."""
    read = (Place.model_validate(_yaml(each)) for each in files_in(folder / PLACES, ".yml"))
    return [_stamped(each) for each in read]


def _stamped(place: Place) -> Place:
    """The place with its name on each of its sentences."""
    return place.model_copy(
        update={
            side: {
                name: [each.model_copy(update={"place": place.place}) for each in told]
                for name, told in getattr(place, side).items()
            }
            for side in ("rules", "pressures")
        }
    )


def _placed(profile: IndustryProfile, places: list[Place]) -> IndustryProfile:
    name = profile.industry
    rules = [rule for each in places for rule in each.rules.get(name, [])]
    pressures = [told for each in places for told in each.pressures.get(name, [])]
    return profile.model_copy(
        update={
            "rules": [*profile.rules, *rules],
            "pressures": [*profile.pressures, *pressures],
        }
    )


def _documents(root: Traversable) -> Iterator[Document]:
    for folder in DOCUMENT_FOLDERS:
        for file in files_in(root / folder, ".md"):
            yield read_document(file.read_text("utf-8"), f"{folder}/{file.name}")


def read_document(text: str, file: str) -> Document:
    """Read one document: its front matter, and each `## Title {#anchor}` with its text.

    Raises:
        ValueError: No front matter, or one that does not fit its form.
    """
    _, head, body = text.split("---\n", 2)
    before = head.count("\n") + 2
    marks = list(_HEADING.finditer(body))
    ends = [mark.start() for mark in marks[1:]] + [len(body)]
    sections = [
        Section(
            anchor=mark["anchor"],
            title=mark["title"],
            text=body[mark.end() : end].strip(),
            line=before + body.count("\n", 0, mark.start()) + 1,
        )
        for mark, end in zip(marks, ends, strict=False)
    ]
    return Document(head=DocumentHead.model_validate(parsed(head)), sections=sections, file=file)


def _entries(folder: Traversable) -> Iterator[Any]:
    for file in files_in(folder, ".yml"):
        yield from _yaml(file)


def source_files(root: Traversable) -> Iterator[tuple[Traversable, str]]:
    """The files that list sources, with their names: the manifest, and its parts beside it."""
    yield root / MANIFEST, MANIFEST
    for file in files_in(root / SOURCES, ".yml"):
        yield file, f"{SOURCES}/{file.name}"


def files_in(folder: Traversable, ending: str) -> list[Traversable]:
    """The files of a folder with that ending, by name; none where there is no such folder."""
    if not folder.is_dir():
        return []
    found = [file for file in folder.iterdir() if file.name.endswith(ending)]
    return sorted(found, key=lambda file: file.name)


def _yaml(file: Traversable) -> Any:
    return parsed(file.read_text("utf-8"))
