"""The sources of a guide as they are listed at its end."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.guides.material import Material
from assistant.guides.statements import AREA, joined, words, written
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideSection, Reference
from assistant.models.guide_material import NamedSource
from assistant.models.knowledge import Source, Words

OWN = "own"


def references_of(
    sections: Iterable[GuideSection], material: Material, language: Language
) -> list[Reference]:
    """Each source that a sentence cites, in the order in which they come."""
    cited = (mark for section in sections for each in section.sentences for mark in each.citations)
    return [reference(mark, material, language) for mark in dict.fromkeys(cited)]


def reference(mark: str, material: Material, language: Language) -> Reference:
    """One source with what it is and how far it can be trusted, named in the reader's language."""
    source = material.knowledge.sources[mark]
    named = material.guide.sources.get(mark, NamedSource())
    return Reference(
        id=source.id,
        title=_said(named.title, source.title, language),
        publisher=_said(named.publisher, source.publisher, language),
        url=source.url,
        dated=_dated(source, language),
        note=_note(source, language),
    )


def _said(ours: Words | None, theirs: str, language: Language) -> str:
    """In our own words for the reader, else as the manifest has it, in the reader's script."""
    return words(ours, language) if ours else written(theirs, language)


def _dated(source: Source, language: Language) -> str:
    """When it was published, and when it was read: a page may say something else today."""
    told = [
        say(AREA, f"reference.{key}", language, day=day)
        for key, day in (("published", source.published), ("read", source.read_on))
        if day
    ]
    return joined(told, "facts", language)


def _note(source: Source, language: Language) -> str:
    if source.id == OWN:
        return say(AREA, "reference.own", language)
    kind = say(AREA, f"source.{source.kind.replace(' ', '_').replace(chr(39), '')}", language)
    trust = say(AREA, f"trust.{source.reliability}", language)
    return say(AREA, "reference.note", language, kind=kind, trust=trust)
