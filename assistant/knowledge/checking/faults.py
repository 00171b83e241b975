"""All faults of a knowledge base, in the order in which its files are read."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.errors import BrokenFile
from assistant.knowledge.checking.documents import document_faults
from assistant.knowledge.checking.guide import guide_faults
from assistant.knowledge.checking.links import asked_faults, link_faults
from assistant.knowledge.checking.shelf import Shelf
from assistant.knowledge.checking.twins import twin_faults


def faults_of(shelf: Shelf, more: Iterable[BrokenFile] = ()) -> list[BrokenFile]:
    """Every fault, by file and line; `more` are those that others found in the same files."""
    found = [
        *shelf.faults,
        *link_faults(shelf),
        *asked_faults(shelf),
        *document_faults(shelf),
        *twin_faults(shelf),
        *guide_faults(shelf),
        *more,
    ]
    return sorted(found, key=lambda fault: (fault.file or "", fault.line or 0))
