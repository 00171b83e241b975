"""The names that a guide or a template set can be asked for by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.guides.material import shipped_material
from assistant.models.knowledge import Words


def listing() -> str:
    """Industries, functions and focuses: each id with its name in both languages, one a line."""
    material = shipped_material()
    taxonomy = material.knowledge.taxonomy
    focuses = {each: focus.name for each, focus in material.guide.focuses.items()}
    parts = {"industry": taxonomy.industries, "function": taxonomy.functions, "focus": focuses}
    return "\n".join(line for option, names in parts.items() for line in _lines(option, names))


def _lines(option: str, names: Mapping[str, Words]) -> Iterator[str]:
    yield f"--{option}"
    yield from (f"  {each}: {name.en} / {name.zh}" for each, name in names.items())
