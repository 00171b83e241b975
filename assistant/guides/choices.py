"""Values of a closed set as people type them, and the good ones where one is bad."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, partial
from typing import Any, TypeVar

from assistant.errors import UsageError
from assistant.knowledge.industries import key
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide_material import Names
from assistant.own_data import load
from assistant.problems import problem_of

AREA = "guides"
WRITTEN = (Language.EN, Language.ZH_HANS, Language.ZH_HANT)
SHOWN = 40  # characters of a bad value that are repeated
LETTERS = 4  # so long is a Latin name that may stand within another word
LIKE = 0.6
Named = Callable[[str, Language], str]  # an id's name in a language
_E = TypeVar("_E", bound=StrEnum)


def bad(field: str, asked: object, message: str, **facts: object) -> UsageError:
    """The error of a parameter, with what it takes as a message of the catalogue."""
    return _no_value(field, asked, partial(_said, f"choices.{message}", facts))


def missing(field: str, limit: int) -> UsageError:
    """The error of a parameter that has to be given, in so many characters at most."""
    name = partial(_said, f"field.{field}", {})
    return UsageError("missing_parameter", field=field, name=name, limit=limit)


def wrong_kind(field: str) -> UsageError:
    """The error of a value that is no text."""
    kind = "list" if field == "focus" else "text"
    return UsageError(
        "wrong_kind",
        field=field,
        name=partial(_said, f"field.{field}", {}),
        kind=partial(_said, f"choices.{kind}", {}),
    )


def together(several: Sequence[UsageError]) -> UsageError:
    """One error for several; `faults` holds them one by one."""
    faults = [one for each in several for one in faults_of(each)]
    if len(faults) == 1:
        return faults[0]
    return UsageError(
        "several_values",
        field=", ".join(dict.fromkeys(str(each.field) for each in faults)),
        count=len(faults),
        faults=faults,
        told=partial(_all_told, faults),
    )


def faults_of(error: UsageError) -> Sequence[UsageError]:
    """The errors that one stands for, one by one."""
    faults: Any = error.facts.get("faults")
    return faults or [error]


def one_of(closed: type[_E], asked: object, field: str) -> _E:
    """The member that is meant, by its id or by its name in any language.

    Raises:
        UsageError: `no_such_value` with the good ones.
    """
    return closed(chosen(closed, str(asked), field, partial(_named, field)))


def chosen(known: Iterable[str], asked: str, field: str, named: Named) -> str:
    """The id that is meant, by itself, by its name in any language or by an everyday word.

    Raises:
        UsageError: `no_such_value` with the good ones and the nearest of them.
    """
    ids = [str(each) for each in known]
    by_name = {name: each for each in reversed(ids) for name in _names(each, field, named)}
    for each in _ways(field, asked):
        if each in by_name:
            return by_name[each]
    near = _nearest(plain(asked), by_name)
    raise _no_value(field, asked, partial(_listed, ids, named), partial(_near_told, near, named))


def stands_in(field: str, asked: str, taken: str) -> bool:
    """Whether what was asked for has no value of its own and was taken as its neighbour."""
    near = map(plain, _words(field)[taken].near)
    return not set(_ways(field, asked)).isdisjoint(near)


def called(field: str, asked: str, known: Iterable[str]) -> str | None:
    """The id that an everyday word of the field means."""
    ways = set(_ways(field, asked))
    return next((each for each in known if ways.intersection(_everyday(field, each))), None)


def plain(text: str) -> str:
    """A name as it is compared: no blanks, hyphens or capitals, Simplified."""
    return key(text).replace("-", "")


def _no_value(
    field: str, asked: object, choices: Any, near: Any = lambda language: ""
) -> UsageError:
    text = " ".join(str(asked).split())
    return UsageError(
        "no_such_value",
        field=field,
        name=partial(_said, f"field.{field}", {}),
        value=text if len(text) <= SHOWN else f"{text[:SHOWN]}…",
        choices=choices,
        near=near,
    )


def _said(message: str, facts: Mapping[str, object], language: Language) -> str:
    return say(AREA, message, language, **facts)


def _all_told(faults: Iterable[UsageError], language: Language) -> str:
    problems = (problem_of(each, language) for each in faults)
    return say(AREA, "join.sentences", language).join(
        f"{each.message}{say(AREA, 'join.sentences', language)}{each.fix}" for each in problems
    )


def _named(field: str, each: str, language: Language) -> str:
    return say(AREA, f"{field}.{each}", language)


def _names(each: str, field: str, named: Named) -> Iterator[str]:
    yield from map(plain, (each, *(named(each, language) for language in WRITTEN)))
    yield from _everyday(field, each)


@cache
def _words(field: str) -> Mapping[str, Names]:
    written = load("knowledge", "guide/words.yml").get(field, {})
    return {each: Names.model_validate(names) for each, names in written.items()}


def _everyday(field: str, each: str) -> Iterator[str]:
    names = _words(field).get(each)
    yield from map(plain, [*names.called, *names.near] if names else [])


def _ways(field: str, asked: str) -> Iterator[str]:
    """What was typed, and without what people write behind a name."""
    typed = plain(asked)
    yield typed
    endings = load("knowledge", "guide/words.yml")["endings"].get(field, [])
    for ending in map(plain, endings):
        if typed.endswith(ending) and typed != ending:
            yield typed.removesuffix(ending)


def _nearest(typed: str, by_name: Mapping[str, str]) -> str | None:
    """The value that is spelt most like it, or whose name stands within it."""
    alike = get_close_matches(typed, by_name, n=1, cutoff=LIKE)
    within = [each for each in by_name if each in typed and _tells(each)]
    found = alike or sorted(within, key=len)[-1:]
    return by_name[found[0]] if found else None


def _tells(name: str) -> bool:
    return len(name) >= (LETTERS if name.isascii() else LETTERS // 2)


def _near_told(near: str | None, named: Named, language: Language) -> str:
    if near is None:
        return ""
    return say(AREA, "choices.near", language, near=_listed([near], named, language))


def _listed(ids: Iterable[str], named: Named, language: Language) -> str:
    if language is Language.EN:
        return ", ".join(ids)
    return "、".join(f"{each}（{named(each, language)}）" for each in ids)
