"""A guide or a template set as HTML: a page of its own that prints well, or a piece of one."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import Guide, Template
from assistant.rendering.guides.blocks import groups_of, parts_of
from assistant.rendering.guides.tables import (
    LONG,
    SHORT,
    dependency_table,
    form_tables,
    level_line,
)

AREA = "guides"
# A piece of an address with the signs that close it.
_PARTS = re.compile(r"[^/.?&=_#%-]+[/.?&=_#%-]*|[/.?&=_#%-]+")


def guide_html(guide: Guide) -> str:
    """The whole page."""
    return _page(guide.title, guide.parameters.language, guide_body(guide))


def template_html(template: Template) -> str:
    """The whole page."""
    return _page(template.title, template.parameters.language, template_body(template))


def guide_body(guide: Guide) -> str:
    """What stands on the page."""
    language = guide.parameters.language
    piece = _environment().get_template("guide_body.html")
    parts = parts_of(guide.sections, guide.references)
    said = {key: say(AREA, key, language) for key in ("heading.contents", "model.lead")}
    return piece.render(guide=guide, parts=parts, said=said)


def template_body(template: Template) -> str:
    """What stands on the page."""
    language = template.parameters.language
    tables = {"forms": form_tables(template), "dependencies": dependency_table(template)}
    headings = ("advice", "leave_out", "sources")
    said = {key: say(AREA, f"heading.{key}", language) for key in headings}
    piece = _environment().get_template("template_body.html")
    return piece.render(template=template, **tables, said=said, level=level_line(template))


def breakable(address: str) -> Markup:
    """An address that may be broken behind its signs, so that its words stay whole."""
    return Markup("<wbr>").join(_PARTS.findall(address))


def _page(title: str, language: Language, body: str) -> str:
    page = _environment().get_template("page.html")
    return page.render(title=title, language=language, body=Markup(body))  # noqa: S704 - ours


@cache
def _environment() -> Environment:
    loader = PackageLoader("assistant", "rendering/guides/pages")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    made.globals["groups_of"] = groups_of
    made.globals["breakable"] = breakable
    made.globals["long_cells"] = LONG
    made.globals["short"] = SHORT
    return made
