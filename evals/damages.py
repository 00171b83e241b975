"""Damages to the product, as data: each says where, what is done, and which gates should see it.

A damage that no longer fits its file is an error, so that the list cannot rot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from evals.suites import NAMES

DAMAGES = Path(__file__).with_name("damages.yml")
Language = Literal["en", "zh-Hans", "zh-Hant"]


class DoesNotFit(Exception):
    """The place that a damage names is not in the tree, or not only once."""


class Damage(BaseModel):
    """One damage; exactly one of the ways `replace` to `key` is given.

    Attributes:
        id: Name, for `--only`.
        part: The part of the product that it hits.
        file: Where, from the root of the tree.
        replace: A text that stands there once, and what comes in its place.
        delete: The whole file goes.
        lines: An expression; each line in which it is found goes.
        swap: Two texts, each there once, that change places.
        key: A path of keys with dots in a YAML file, and the value set there.
        suites: The suites that read the part; the first that sees the damage ends the search.
            `contract/word` is one kind of promise alone, so that the likeliest is looked at first.
        tests: Tests that stand in where no suite reads the part.
        language: The one language that is hit; none where all are.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    part: str
    file: str
    replace: tuple[str, str] | None = None
    delete: Literal[True] | None = None
    lines: str | None = None
    swap: tuple[str, str] | None = None
    key: tuple[str, Any] | None = None
    suites: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    language: Language | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Damage:
        ways = [way for way in WAYS if getattr(self, way) is not None]
        if len(ways) + bool(self.delete) != 1:
            raise ValueError(f"{self.id}: exactly one of delete, {', '.join(WAYS)}")
        if not self.suites and not self.tests:
            raise ValueError(f"{self.id}: no suite and no test looks at it")
        if unknown := {name.partition("/")[0] for name in self.suites} - set(NAMES):
            raise ValueError(f"{self.id}: no suite is called {', '.join(sorted(unknown))}")
        return self

    def damaged(self, text: str) -> str:
        """The text of the file with the damage done.

        Raises:
            DoesNotFit: Its place is not there, or the text stays as it was.
        """
        way = next(way for way in WAYS if getattr(self, way) is not None)
        made = WAYS[way](text, getattr(self, way))
        if made == text:
            raise DoesNotFit(f"{self.id}: {way} changes nothing in {self.file}")
        return made


def load_damages(path: Path = DAMAGES) -> list[Damage]:
    """All damages, in the order of the file."""
    return [Damage.model_validate(row) for row in yaml.safe_load(path.read_text("utf-8"))]


@contextmanager
def done(damage: Damage, tree: Path) -> Iterator[None]:
    """Do a damage to a tree, and undo it at the end.

    Raises:
        DoesNotFit: Its place is not in the tree.
    """
    path = tree / damage.file
    if not path.is_file():
        raise DoesNotFit(f"{damage.id}: there is no {damage.file}")
    before = path.read_bytes()
    if damage.delete:
        path.unlink()
    else:
        path.write_text(damage.damaged(before.decode("utf-8")), encoding="utf-8")
    try:
        yield
    finally:
        path.write_bytes(before)


def _once(text: str, place: str) -> str:
    if text.count(place) != 1:
        raise DoesNotFit(f"{place!r} stands there {text.count(place)} times, not once")
    return place


def _replaced(text: str, change: tuple[str, str]) -> str:
    return text.replace(_once(text, change[0]), change[1])


def _without_lines(text: str, expression: str) -> str:
    kept = (row for row in text.splitlines(keepends=True) if not re.search(expression, row))
    return "".join(kept)


def _swapped(text: str, pair: tuple[str, str]) -> str:
    one, other = (re.escape(_once(text, each)) for each in pair)
    return re.sub(f"{one}|{other}", lambda found: pair[1] if found[0] == pair[0] else pair[0], text)


def _with_key(text: str, change: tuple[str, Any]) -> str:
    loaded = yaml.safe_load(text)
    *path, last = change[0].split(".")
    place = loaded
    try:
        for key in path:
            place = place[key]
        place[last]
    except (KeyError, TypeError):
        raise DoesNotFit(f"{change[0]}: there is no such key") from None
    if place[last] == change[1]:
        return text
    place[last] = change[1]
    return str(yaml.safe_dump(loaded, allow_unicode=True, sort_keys=False))


WAYS: dict[str, Callable[[str, Any], str]] = {
    "replace": _replaced,
    "lines": _without_lines,
    "swap": _swapped,
    "key": _with_key,
}
