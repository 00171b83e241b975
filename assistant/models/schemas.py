"""The shapes by the names under which their JSON Schemas are published."""

from __future__ import annotations

from importlib import import_module

from pydantic import BaseModel

# Module and class by name, so that a command loads no shape that it does not need.
SCHEMAS = {
    "okr-set": ("okr", "OkrSet"),
    "answer": ("answer", "Answer"),
    "template": ("guide", "Template"),
    "guide": ("guide", "Guide"),
    "cycle": ("cycle", "CycleRecord"),
    "reading": ("reading", "Reading"),
    "search": ("passage", "SearchAnswer"),
    "summary": ("summary", "Summary"),
    "rollup": ("rollup", "RollUp"),
}


def shape_named(name: str) -> type[BaseModel] | None:
    """The shape published under `name`, or None where there is none."""
    if name not in SCHEMAS:
        return None
    module, shape = SCHEMAS[name]
    found: type[BaseModel] = getattr(import_module(f"assistant.models.{module}"), shape)
    return found
