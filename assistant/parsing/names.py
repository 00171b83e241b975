"""Field names as people write them, looked up in `fields.yml`."""

from __future__ import annotations

from functools import cache
from typing import Any

from assistant.language.script import fold
from assistant.own_data import load
from assistant.patterns import lazy

_IGNORED = lazy(r"[\s_\-.:#*（）()/\[\]【】&·]+")


@cache
def data(name: str) -> dict[str, Any]:
    """The content of `<name>.yml` of this package."""
    loaded: dict[str, Any] = load("assistant.parsing", f"{name}.yml")
    return loaded


@cache
def words_of(key: str) -> frozenset[str]:
    """A list of words of `marks.yml`, to look one up in it."""
    return frozenset(data("marks")[key])


@cache
def plain_name(name: str) -> str:
    """A name as it is compared: `keyResults`, `Key results` and `key_results` are one."""
    return _IGNORED.sub("", fold(name))


@cache
def _names(part: str) -> dict[str, str]:
    return {
        plain_name(written): field
        for field, all_written in reversed(data("fields")[part].items())
        for written in (*all_written, field)
    }


def field_named(part: str, name: str) -> str | None:
    """The field of `set`, `objective` or `key_result` that a name stands for."""
    return _names(part).get(plain_name(name))


@cache
def _values(kind: str) -> dict[str, str]:
    entries = data("fields")["values"][kind].items()
    return {plain_name(word): value for value, words in entries for word in (*words, value)}


def value_named(kind: str, word: str) -> str | None:
    """The value that a word means in `level`, `objective_kind` or `key_result_kind`."""
    return _values(kind).get(plain_name(word))


@cache
def _rows() -> dict[str, str]:
    entries = data("fields")["rows"].items()
    return {plain_name(word): role for role, words in entries for word in words}


def row_role(word: str) -> str | None:
    """What a word in a "type" column says that its row is."""
    return _rows().get(plain_name(word))


def gap_named(gap: str) -> str | None:
    """The field whose value a gap waits for (`[baseline to confirm]`), where it says so."""
    written = plain_name(gap)
    named = data("fields")["gaps"].items()
    return next((field for field, words in named if written.startswith(_plain(tuple(words)))), None)


@cache
def _plain(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(plain_name, names))
