"""Documents: their form, their marks of sources, and their twins in the other language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from assistant.errors import KnowledgeError
from assistant.knowledge.checking.links import ANY, unknown
from assistant.knowledge.checking.numbers import missing_numbers
from assistant.knowledge.checking.prose import LANGUAGES, PlacedDocument, form_faults, marks_in
from assistant.knowledge.checking.shelf import Shelf
from assistant.knowledge.library import MANIFEST, SOURCES
from assistant.models.knowledge import PassageKind, Taxonomy

SHARED = ("kind", "industries", "functions", "sizes", "maturity", "sources")
SOURCE_FILES = (MANIFEST, f"{SOURCES}/")
WRITTEN = (PassageKind.PRACTICE, PassageKind.PITFALL, PassageKind.CADENCE, PassageKind.CASE)
_Faults = Iterator[KnowledgeError]


def document_faults(shelf: Shelf) -> _Faults:
    """Faults of all documents."""
    read = {one.value.id: one.value.seen for one in shelf.sources}
    if any((fault.file or "").startswith(SOURCE_FILES) for fault in shelf.faults):
        read = {}  # whether a source exists cannot be told
    by_name = {one.name: one for one in shelf.documents}
    for one in shelf.documents:
        yield from _name(one, by_name)
        yield from form_faults(one)
        yield from _marks(one, read)
        if shelf.taxonomy is not None:
            yield from _filed(one, shelf.taxonomy)
        if one.name[1] == LANGUAGES[0] and (twin := by_name.get((one.name[0], LANGUAGES[1]))):
            yield from _twins(one, twin)


def _name(one: PlacedDocument, by_name: dict[tuple[str, str], PlacedDocument]) -> _Faults:
    name, language = one.name
    head = one.document.head
    if language not in LANGUAGES:
        yield one.fault("document_language", "language", what=language[:60])
        return
    if head.kind not in WRITTEN:
        yield one.fault("document_kind", "kind", what=head.kind)
    if one.document.file.rpartition("/")[2] != f"{name}.{language}.md":
        yield one.fault("document_name", "id", what=f"{name}.{language}.md")
    if by_name[one.name] is not one:
        yield one.fault("id_twice", "id", what=name, where=by_name[one.name].document.file)
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    if (name, other) not in by_name:
        yield one.fault("no_twin", "id", what=f"{name}.{other}.md")


def _marks(one: PlacedDocument, read: dict[str, bool]) -> _Faults:
    listed, used = one.document.head.sources, set[str]()
    for section in one.document.sections:
        marks = marks_in(section)
        used.update(marks)
        if not marks:
            yield one.fault_in(section, "no_source")
        for mark in unknown(dict.fromkeys(marks), listed):
            yield one.fault_in(section, "not_listed", what=mark)
    for source in listed:
        if read and source not in read:
            yield one.fault("unknown_id", "sources", what=source)
        elif not read.get(source, True):
            yield one.fault("unread_source", "sources", what=source)
        elif source not in used:
            yield one.fault("source_unused", "sources", what=source)


def _filed(one: PlacedDocument, taxonomy: Taxonomy) -> _Faults:
    head = one.document.head
    sets = (
        ("industries", head.industries, taxonomy.industries),
        ("functions", head.functions, taxonomy.functions),
        ("sizes", head.sizes, [*taxonomy.sizes, ANY]),
        ("maturity", head.maturity, [*taxonomy.maturity, ANY]),
    )
    for field, named, known in sets:
        for name in unknown(named, known):
            yield one.fault("not_in_taxonomy", field, what=name)
        if not named or (ANY in named and len(named) > 1):
            yield one.fault("filed_nowhere", field)


def _twins(one: PlacedDocument, twin: PlacedDocument) -> _Faults:
    for field in SHARED:
        if _plain(one, field) != _plain(twin, field):
            yield twin.fault("twin_differs", field, what=one.document.file)
    for section, other in zip_longest(one.document.sections, twin.document.sections):
        if section is None or other is None or section.anchor != other.anchor:
            yield twin.fault("anchors_differ", what=(section or other).anchor)
            return
        if sorted(marks_in(section)) != sorted(marks_in(other)):
            yield twin.fault_in(other, "marks_differ", what=one.document.file)
        if odd := missing_numbers(section.text, other.text):
            yield twin.fault_in(other, "numbers_differ", what=", ".join(odd))


def _plain(one: PlacedDocument, field: str) -> list[str]:
    value = getattr(one.document.head, field)
    return sorted(value) if isinstance(value, list) else [value]
