"""Each entry of the knowledge base with all its fields, as a program is given it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assistant.knowledge.library import shipped_knowledge
from evals.faces.rows import Said, leaves
from evals.in_code import named


def entries() -> Iterator[Said]:
    """A row for each entry: how many fields it has, and a fingerprint of what stands in them."""
    for part, held in shipped_knowledge().model_dump(mode="json", exclude_none=True).items():
        for name, entry in _named(held):
            told = [f"{path}={said}" for path, said in leaves(entry)]
            yield "en", f"{part} {name}", f"{len(told)} fields {named(' '.join(told))}"


def _named(held: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(held, dict):
        yield from held.items()
    else:
        yield from ((each["file"], each) for each in held)
