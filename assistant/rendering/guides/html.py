"""A guide or a template set as one HTML page that prints well."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from assistant.messages import say
from assistant.models.guide import Guide, Template
from assistant.rendering.guides.blocks import parts_of
from assistant.rendering.guides.tables import dependency_table, form_tables


def guide_html(guide: Guide) -> str:
    """The whole page."""
    language = guide.parameters.language
    parts = parts_of(guide.sections, guide.references)
    page = _environment().get_template("guide.html")
    contents = say("guides", "heading.contents", language)
    return page.render(guide=guide, parts=parts, language=language, contents=contents)


def template_html(template: Template) -> str:
    """The whole page."""
    language = template.parameters.language
    page = _environment().get_template("template.html")
    said: dict[str, Any] = {
        key: say("guides", f"heading.{key}", language) for key in ("leave_out", "sources")
    }
    return page.render(
        template=template,
        tables=[*form_tables(template), dependency_table(template)],
        language=language,
        said=said,
    )


@cache
def _environment() -> Environment:
    loader = PackageLoader("assistant", "rendering/guides/pages")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
