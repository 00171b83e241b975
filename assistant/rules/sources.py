"""The sources that rules rest on."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import TypeAdapter

from assistant.rules.schema import Strict, Text
from assistant.strict_yaml import read_file


class Source(Strict):
    """A text on OKRs: what it says in our own words, and whether it was read itself."""

    title: str
    url: str | None = None
    read: Literal["itself", "through notes"]
    says: Text


@cache
def load_sources() -> dict[str, Source]:
    """All sources by key."""
    tree = read_file(files("rubrics").joinpath("sources.yml"))
    return TypeAdapter(dict[str, Source]).validate_python(tree.value)
