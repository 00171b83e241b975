"""The sources of a guide as they are listed at its end."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.guides.material import Material
from assistant.guides.statements import AREA
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideSection, Reference
from assistant.models.knowledge import Source


def references_of(
    sections: Iterable[GuideSection], material: Material, language: Language
) -> list[Reference]:
    """Each source that a sentence cites, in the order in which they come."""
    cited = (mark for section in sections for each in section.sentences for mark in each.citations)
    return [reference(material.knowledge.sources[mark], language) for mark in dict.fromkeys(cited)]


def reference(source: Source, language: Language) -> Reference:
    """One source with what it is and how far it can be trusted."""
    kind = say(AREA, f"source.{source.kind.replace(' ', '_').replace(chr(39), '')}", language)
    trust = say(AREA, f"trust.{source.reliability}", language)
    note = say(AREA, "reference.note", language, kind=kind, trust=trust)
    return Reference(
        id=source.id, title=source.title, publisher=source.publisher, url=source.url, note=note
    )
