"""The words that the knowledge base uses, and the companies that it names."""

from __future__ import annotations

import re
from functools import cache

from assistant.guides.material import shipped_material
from assistant.models.knowledge import PassageKind

WORD = re.compile(r"[A-Za-z][A-Za-z0-9+#’'.-]*[A-Za-z0-9+#]|[A-Za-z]")


@cache
def ordinary_words() -> frozenset[str]:
    """Latin words that stand in lower case in some text: they name nobody."""
    return frozenset(word for word in WORD.findall(all_text()) if word.islower())


@cache
def all_text() -> str:
    """Every text of the documents and of the guides' own files; its Chinese is Simplified.

    Industries, sources and lessons are left out: they name companies and countries.
    """
    material = shipped_material()
    documents = [d for d in material.knowledge.documents if d.head.kind is not PassageKind.GUIDE]
    texts = [section.text for each in documents for section in each.sections]
    named = {"industries", "sources", "lessons"}
    return "\n".join([*texts, material.guide.model_dump_json(exclude=named)])


@cache
def companies() -> frozenset[str]:
    """The companies that the cases are of, in both languages and in lower case."""
    documents = shipped_material().knowledge.documents
    cases = [each.head for each in documents if each.head.kind is PassageKind.CASE]
    return frozenset(re.split(r"[:：]", case.title)[0].strip().casefold() for case in cases)
