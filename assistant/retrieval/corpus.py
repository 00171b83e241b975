"""The passages that a search goes through, twins side by side, and what they are filed under."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from assistant.models import Language
from assistant.models.knowledge import Knowledge, PassageKind, Taxonomy
from assistant.models.passage import Passage
from assistant.retrieval.beside import Beside
from assistant.retrieval.filters import Filters
from assistant.retrieval.passages import (
    ANY,
    asked_for,
    linked_in,
    meant_text,
    passages_of,
    worded_text,
)

Mask = NDArray[np.bool_]
NOTHING_ASKED: Mapping[str, str] = MappingProxyType({})


class Corpus:
    """Passages in a fixed order; twins stand side by side and form one group.

    Args:
        passages: In any order; of two with the same key the first is kept.
        taxonomy: The closed sets that they are filed under.
        asked: How people ask for a passage, by its key.
        linked: Ids of passages that name each other.
    """

    def __init__(
        self,
        passages: Iterable[Passage],
        taxonomy: Taxonomy,
        asked: Mapping[str, str] = NOTHING_ASKED,
        linked: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.taxonomy = taxonomy
        self.asked = asked
        self.linked = linked
        self.passages = _twins_together(passages)
        told = [(each, taxonomy, asked.get(each.key, "")) for each in self.passages]
        self.worded = [worded_text(*each) for each in told]
        self.meant = [meant_text(*each) for each in told]
        self.hashes = [text_hash(text) for text in self.meant]
        ids = [passage.passage_id for passage in self.passages]
        self.starts = np.array(
            [n for n, each in enumerate(ids) if n == 0 or each != ids[n - 1]], dtype=np.intp
        )
        self.documents = [ids[start].partition("#")[0] for start in self.starts]
        self._facets: dict[tuple[str, str], tuple[Mask, Mask]] = {}

    @classmethod
    def of(cls, knowledge: Knowledge) -> Corpus:
        """The whole knowledge base."""
        passages = passages_of(knowledge)
        asked = {each.key: asked_for(each, knowledge) for each in passages}
        return cls(passages, knowledge.taxonomy, asked, linked_in(knowledge))

    @cached_property
    def fingerprint(self) -> str:
        """Changes when any text, key or the order does."""
        keys = (passage.key for passage in self.passages)
        told = "\n".join(f"{key} {text}" for key, text in zip(keys, self.hashes, strict=True))
        return text_hash(told)

    @cached_property
    def beside(self) -> Beside:
        """Which groups stand beside each other."""
        numbers = {self.passages[start].passage_id: at for at, start in enumerate(self.starts)}
        pairs = [(numbers.get(one), numbers.get(other)) for one, other in self.linked]
        return Beside(self.documents, [(a, b) for a, b in pairs if a is not None and b is not None])

    @cached_property
    def chinese(self) -> Mask:
        """Which passages are in Chinese."""
        return np.array([is_chinese(each.language) for each in self.passages], dtype=bool)

    def facet(self, field: str, value: str) -> tuple[Mask, Mask]:
        """Which passages have this value of a filter, and which fit only because of `any`."""
        if (field, value) not in self._facets:
            own = [_values(passage, field) for passage in self.passages]
            fits = np.array([value in values for values in own], dtype=bool)
            broad = np.array([ANY in values for values in own], dtype=bool)
            self._facets[field, value] = fits, broad & ~fits
        return self._facets[field, value]

    def group(self, number: int) -> range:
        """The places of the passages of a group."""
        last = number + 1 == len(self.starts)
        end = len(self.passages) if last else int(self.starts[number + 1])
        return range(int(self.starts[number]), end)


def asked(filters: Filters) -> list[tuple[str, str]]:
    """The filters that are set, but for the language."""
    pairs = ((field.name, getattr(filters, field.name)) for field in fields(filters))
    return [(name, value) for name, value in pairs if value is not None and name != "language"]


def is_chinese(language: Language) -> bool:
    """Whether a text in this language is written in Chinese, in either script."""
    return language is not Language.EN


def kinds_of(kind: PassageKind) -> Sequence[str]:
    """The kinds that find a passage: how to meet is a practice too."""
    return ("cadence", "practice") if kind is PassageKind.CADENCE else (kind.value,)


def text_hash(text: str) -> str:
    """What a text is known by in the store."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _twins_together(passages: Iterable[Passage]) -> list[Passage]:
    groups: dict[str, dict[str, Passage]] = {}
    for passage in passages:
        groups.setdefault(passage.passage_id, {}).setdefault(passage.key, passage)
    return [passage for group in groups.values() for passage in group.values()]


def _values(passage: Passage, field: str) -> Sequence[str]:
    match field:
        case "industry":
            return passage.industries
        case "function":
            return passage.functions
        case "kind":
            return kinds_of(passage.kind)
        case "level":  # what has no level of its own serves them all
            return (passage.level.value if passage.level else ANY,)
        case "size":
            return passage.sizes
        case _:
            return passage.maturity
