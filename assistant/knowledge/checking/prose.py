"""The form of a Markdown document: front matter, titled parts with anchors, marks of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant import strict_yaml
from assistant.errors import KnowledgeError
from assistant.knowledge.library import read_document
from assistant.models.knowledge import Document, Section
from assistant.patterns import lazy

LANGUAGES = ("en", "zh")
_HEADING = lazy(r"^#{1,6} .*$", re.MULTILINE)
_GOOD_HEADING = lazy(r"## [^\n]+? \{#[a-z0-9-]+\}|#{3,6} .+")
_MARK = lazy(r"\[([a-z0-9]+(?:-[a-z0-9]+)*)\](?!\()")


@dataclass(frozen=True, slots=True)
class PlacedDocument:
    """A document with its text, and the tree of its front matter, which has the file's lines."""

    document: Document
    tree: strict_yaml.Tree
    text: str

    @property
    def name(self) -> tuple[str, str]:
        """Its id and language."""
        return self.document.head.id, self.document.head.language

    def fault(self, reason: str, field: str | None = None, **facts: Any) -> KnowledgeError:
        """A fault in the front matter."""
        line = self.tree.line_of((field,)) if field else 1
        return KnowledgeError(reason, file=self.document.file, line=line, field=field, **facts)

    def fault_in(self, section: Section, reason: str, **facts: Any) -> KnowledgeError:
        """A fault in a section."""
        return KnowledgeError(
            reason, file=self.document.file, line=section.line, field=section.anchor, **facts
        )


def read_strictly(text: str, file: str) -> PlacedDocument:
    """Read a document whose front matter is strict YAML.

    Raises:
        BrokenFile: No front matter, or one that is not YAML as we take it.
        pydantic.ValidationError: Front matter that does not fit its form.
    """
    text = text.replace("\r\n", "\n")
    parts = text.split("---\n", 2)
    if len(parts) < 3 or parts[0]:
        raise KnowledgeError("no_front_matter", file=file, line=1)
    tree = strict_yaml.read(f"\n{parts[1]}", file)  # the first line is the `---`
    return PlacedDocument(read_document(text, file), tree, text)


def marks_in(section: Section) -> list[str]:
    """The ids of sources that a section's text bears, in order."""
    return _MARK.findall(section.text)


def form_faults(one: PlacedDocument) -> Iterator[KnowledgeError]:
    """Faults of headings, and of parts that are empty or stand twice."""
    file, text, seen = one.document.file, one.text, set[str]()
    for heading in _HEADING.finditer(text):
        if not _GOOD_HEADING.fullmatch(heading.group()):
            line = text.count("\n", 0, heading.start()) + 1
            yield KnowledgeError("heading", file=file, line=line, what=heading.group()[:60])
    for section in one.document.sections:
        if section.anchor in seen:
            yield one.fault_in(section, "anchor_twice", what=section.anchor)
        seen.add(section.anchor)
        if not section.text:
            yield one.fault_in(section, "empty_section")
    if not one.document.sections:
        yield one.fault("no_sections")
