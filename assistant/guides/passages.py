"""Documents of the knowledge base in the reader's language."""

from __future__ import annotations

from assistant.guides.material import Material
from assistant.models import Language
from assistant.models.knowledge import Document


def document_of(document_id: str, material: Material, language: Language) -> Document:
    """A document in the language of the file that the reader's is made from."""
    return material.document(document_id, side_of(language))


def side_of(language: Language) -> str:
    """The language that the files have: Traditional is made from Simplified."""
    return "en" if language is Language.EN else "zh"


def behind_colon(title: str) -> str:
    """What a title says behind the name that it begins with."""
    said = title.replace("：", ": ", 1).partition(": ")[2] or title
    return said[:1].upper() + said[1:]
