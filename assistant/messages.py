"""Every sentence that the product says to a user, in English and Chinese, read from data.

Catalogues stand in `assistant/catalogues/<area>.yml` as `key: {en: ..., zh: ...}`; Traditional is
made from Simplified once. A message may name facts in braces (`{limit}`); only such plain names
are filled, so what a user typed can never become part of a template.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from assistant.models import Language
from assistant.patterns import lazy

_QUOTATION_MARKS = str.maketrans("“”‘’", "「」『』")
_NAME = lazy(r"\{([a-z_]+)\}")


def fill(template: str, facts: dict[str, Any]) -> str:
    """Put facts into the named places of a message; an unknown name stays as it stands."""
    return _NAME.sub(lambda name: str(facts.get(name[1], name[0])), template)


def traditional(text: str) -> str:
    """Our own Simplified text in Traditional, with the words and quotation marks of Taiwan.

    The words are OpenCC's (s2twp), which leaves the marks as they are.
    """
    return str(_converter().convert(text)).translate(_QUOTATION_MARKS)


@cache
def _converter() -> Any:
    from opencc import OpenCC  # loaded only when Traditional is written

    return OpenCC("s2twp")


@cache
def _catalogue(area: str) -> dict[str, dict[str, str]]:
    text = files("assistant").joinpath(f"catalogues/{area}.yml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    return loaded


_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _template(area: str, key: str, language: Language) -> str:
    entry = _catalogue(area)[key]
    if language is Language.EN:
        return entry["en"]
    if language is Language.ZH_HANT:
        return traditional(entry["zh"])
    return entry["zh"]


def say(area: str, key: str, language: Language, /, **facts: Any) -> str:
    """The message `key` of the catalogue `area` in the user's language, facts filled in.

    Raises:
        KeyError: If the catalogue has no such message (a test checks that all in use exist).
    """
    return fill(_template(area, key, language), facts)
