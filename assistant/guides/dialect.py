"""A guide in the words of Hong Kong, where the reader works there."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from assistant.guides.places import typed_places
from assistant.models import Language
from assistant.models.guide import GuideParameters, GuideSection, Table
from assistant.own_data import load

PLACE = "Hong Kong"
UNTOUCHED = frozenset(["references"])  # titles and publishers stay as they are


def as_said_there(section: GuideSection, parameters: GuideParameters) -> GuideSection:
    """A section in the words of the reader's place; those of other readers stay as they are."""
    if not _is_there(parameters) or section.id in UNTOUCHED:
        return section
    said = [each.model_copy(update={"text": in_hong_kong(each.text)}) for each in section.sentences]
    tables = [_table(each) for each in section.tables]
    title = in_hong_kong(section.title)
    return section.model_copy(update={"title": title, "sentences": said, "tables": tables})


def note_there(text: str, parameters: GuideParameters) -> str:
    """A note above the guide in the words of the reader's place; what was typed stays."""
    typed = parameters.company_type
    if not typed or not _is_there(parameters):
        return text
    return typed.join(in_hong_kong(each) for each in text.split(typed))


def in_hong_kong(text: str) -> str:
    """A text with Hong Kong's words; what tells of another place keeps its own."""
    listed = _listed()
    if any(place in text for place in listed["elsewhere"]):
        return text
    return _pattern().sub(lambda found: listed["words"][found[0]], text)


def _is_there(parameters: GuideParameters) -> bool:
    places = [each["name"]["en"] for each in typed_places(parameters)]
    return parameters.language is Language.ZH_HANT and places == [PLACE]


def _table(table: Table) -> Table:
    rows = [[in_hong_kong(cell) for cell in row] for row in table.rows]
    head = [in_hong_kong(cell) for cell in table.head]
    title, note = in_hong_kong(table.title), in_hong_kong(table.note)
    return table.model_copy(update={"title": title, "note": note, "head": head, "rows": rows})


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_listed()["words"], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)))


@cache
def _listed() -> dict[str, Any]:
    found: dict[str, Any] = load("assistant", "hong-kong.yml")
    return found
