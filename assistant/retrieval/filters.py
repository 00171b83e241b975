"""What a search is limited to; a value outside the closed sets is told with the good ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Self

from assistant.errors import UsageError
from assistant.models import Language
from assistant.models.knowledge import PassageKind, Taxonomy

LONGEST_SHOWN = 60
TOLD = {"language": "doc_lang"}  # as command and service call it
DOCUMENT_LANGUAGES = {
    "en": Language.EN,
    "zh": Language.ZH_HANS,
    "zh-Hans": Language.ZH_HANS,
    "zh-Hant": Language.ZH_HANT,
}


@dataclass(frozen=True, slots=True)
class Filters:
    """Only passages that have these values; `any` of theirs fits too, but ranks lower."""

    industry: str | None = None
    function: str | None = None
    kind: str | None = None
    level: str | None = None
    size: str | None = None
    maturity: str | None = None
    language: str | None = None

    def checked(self, taxonomy: Taxonomy) -> Self:
        """The filters themselves.

        Raises:
            UsageError: `unknown_filter`, naming the field and what it takes.
        """
        known = choices(taxonomy)
        for field in fields(self):
            value, good = getattr(self, field.name), known[field.name]
            if value is not None and value not in good:
                shown = str(value)[:LONGEST_SHOWN]
                raise UsageError(
                    "unknown_filter",
                    field=TOLD.get(field.name, field.name),
                    value=shown,
                    choices=", ".join(good),
                )
        return self


def choices(taxonomy: Taxonomy) -> dict[str, list[str]]:
    """What each filter takes."""
    return {
        "industry": _specific(taxonomy.industries),
        "function": _specific(taxonomy.functions),
        "kind": [kind.value for kind in PassageKind],
        "level": taxonomy.levels,
        "size": taxonomy.sizes,
        "maturity": taxonomy.maturity,
        "language": list(DOCUMENT_LANGUAGES),
    }


def _specific(names: Iterable[str]) -> list[str]:
    return [name for name in names if name != "any"]
