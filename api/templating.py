"""The templates of the pages; everything that goes into them is escaped."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from assistant.messages import say
from assistant.models import Language


@cache
def _environment() -> Environment:
    return Environment(
        # A report's table is one macro, for the mail and for the page.
        loader=ChoiceLoader(
            [PackageLoader("api"), PackageLoader("assistant.rendering", "templates")]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, language: Language, **values: Any) -> str:
    """A template in a language.

    In it, `t` says a sentence of the page, `r` one of the report, `b` one of the library and `s`
    one of what is found; `teller` gives the same in
    another language: `teller(language)("report", "why")`.
    """
    tell = teller(language)
    return (
        _environment()
        .get_template(template)
        .render(
            t=partial(tell, "web"),
            r=partial(tell, "report"),
            b=partial(tell, "library"),
            s=partial(tell, "search"),
            lang=language,
            teller=teller,
            field_name=_field_namer(language),
            **values,
        )
    )


def _field_namer(language: Language) -> Callable[[str], str]:
    """Names a field of a table; one that has no name of its own in the catalogue stays as it is."""

    def name(field: str) -> str:
        try:
            return say("web", f"field.{field}", language)
        except KeyError:
            return field

    return name


def teller(language: Language) -> Callable[..., str]:
    """What says the sentences of all areas in one language."""

    def tell(area: str, key: str, /, **facts: Any) -> str:
        return say(area, key, language, **facts)

    return tell
