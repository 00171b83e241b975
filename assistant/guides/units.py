"""The library's metrics and examples in the units and the money of where the reader works."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

from assistant.guides.material import Material, shipped_material
from assistant.guides.places import typed_places
from assistant.models.guide import GuideParameters
from assistant.models.knowledge import Filed, Words
from assistant.own_data import load

# Money as our metrics and examples write it: behind an amount, or as the beginning of a unit.
_MONEY = {
    "en": re.compile(r"¥|^currency\b"),
    "zh": re.compile(r"(?<=\d)元|(?<=\d万)元|^元|(?<=^万)元"),
}
_Record = TypeVar("_Record", bound=Filed)


def material_for(parameters: GuideParameters) -> Material:
    """The shipped material, in the units of the one place that the kind of company names."""
    typed = (each["name"]["en"] for each in typed_places(parameters))
    known = [place for place in typed if place in _listed()]
    return _shipped_there(known[0]) if len(known) == 1 else shipped_material()


@cache
def _shipped_there(place: str) -> Material:
    shipped, units = shipped_material(), _Units(_listed()[place])
    metrics = {name: units.record(each) for name, each in shipped.knowledge.metrics.items()}
    examples = {
        name: units.record(each).model_copy(
            update={"key_results": [units.record(line) for line in each.key_results]}
        )
        for name, each in shipped.knowledge.examples.items()
    }
    update = {"metrics": metrics, "examples": examples}
    return replace(shipped, knowledge=shipped.knowledge.model_copy(update=update))


@dataclass(frozen=True)
class _Units:
    """What one place counts in, as `units.yml` has it."""

    listed: Mapping[str, Any]

    def record(self, record: _Record) -> _Record:
        """A record with its texts in these units; ids and other names stay."""
        texts = {name: text for name, text in record if isinstance(text, Words)}
        return record.model_copy(update={name: self._both(each) for name, each in texts.items()})

    def _both(self, text: Words) -> Words:
        return Words(en=self._in(text.en, "en"), zh=self._in(text.zh, "zh"))

    def _in(self, text: str, language: str) -> str:
        words = self.listed.get("words", {}).get(language, {})
        money = _MONEY[language].sub(self.listed["money"][language], text)
        return _any(tuple(words)).sub(lambda found: words[found[0]], money) if words else money


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_whole, sorted(words, key=len, reverse=True))))


def _whole(word: str) -> str:
    return rf"\b{re.escape(word)}\b" if word[0].isascii() else re.escape(word)


@cache
def _listed() -> Mapping[str, Any]:
    found: Mapping[str, Any] = load("assistant.guides", "units.yml")
    return found
