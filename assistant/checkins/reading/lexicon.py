"""The word lists of the reading: YAML files that a coach can edit, compiled once.

Entries are folded as messages are. Those of lists called `patterns` or with a key that ends in
`_before` or `_after` are regular expressions; all others are plain words, as in `language.lexicon`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from assistant.language.lexicon import alternation
from assistant.language.script import fold
from assistant.own_data import load


@cache
def section(name: str) -> Mapping[str, Any]:
    """The content of `lexicon/<name>.yml`."""
    content: Mapping[str, Any] = load("assistant.checkins.reading", f"lexicon/{name}.yml")
    return content


@cache
def words(name: str, *keys: str) -> re.Pattern[str]:
    """One pattern for the plain words of lists."""
    entries = [fold(str(word)) for key in keys for word in section(name)[key]]
    return re.compile(alternation(entries))


@cache
def patterns(name: str, *keys: str) -> re.Pattern[str]:
    """One pattern for lists whose entries are regular expressions."""
    entries = [str(entry) for key in keys for entry in section(name)[key]]
    return re.compile("|".join(f"(?:{entry})" for entry in entries), re.ASCII)


@cache
def before(name: str, *keys: str) -> re.Pattern[str]:
    """As `patterns`, for what has to end where the search ends."""
    return re.compile(f"(?:{patterns(name, *keys).pattern})$", re.ASCII)
