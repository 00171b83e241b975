"""The templates of reports, in an environment of their own: everything is escaped."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("assistant.rendering", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **facts: Any) -> str:
    """A template of `assistant/rendering/templates/` with its facts, every text escaped."""
    return _environment().get_template(template).render(**facts)
