"""Values of a closed set as people type them, and the good ones where one is bad."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import partial
from typing import TypeVar

from assistant.errors import UsageError
from assistant.knowledge.industries import key
from assistant.messages import say
from assistant.models import Language

AREA = "guides"
WRITTEN = (Language.EN, Language.ZH_HANS, Language.ZH_HANT)
Named = Callable[[str, Language], str]  # an id's name in a language
_E = TypeVar("_E", bound=StrEnum)


def bad(field: str, message: str, **facts: object) -> UsageError:
    """The error of a parameter, with what it takes as a message of the catalogue."""
    return UsageError("bad_parameter", field=field, choices=partial(_said, message, facts))


def _said(message: str, facts: Mapping[str, object], language: Language) -> str:
    return say(AREA, f"choices.{message}", language, **facts)


def one_of(closed: type[_E], asked: object, field: str) -> _E:
    """The member that is meant, by its id or by its name in any language.

    Raises:
        UsageError: `bad_parameter` with the good ones.
    """
    return closed(chosen(closed, str(asked), field, partial(_named, field)))


def _named(field: str, each: str, language: Language) -> str:
    return say(AREA, f"{field}.{each}", language)


def chosen(known: Iterable[str], asked: str, field: str, named: Named) -> str:
    """The id that is meant, by itself or by its name in any language.

    Raises:
        UsageError: `bad_parameter` with the good ones.
    """
    ids = [str(each) for each in known]
    for each in ids:
        names = (each, *(named(each, language) for language in WRITTEN))
        if key(asked) in map(key, names):
            return each
    raise UsageError("bad_parameter", field=field, choices=partial(_listed, ids, named))


def _listed(ids: Iterable[str], named: Named, language: Language) -> str:
    if language is Language.EN:
        return ", ".join(ids)
    return "、".join(f"{each}（{named(each, language)}）" for each in ids)
