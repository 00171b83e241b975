"""One shape for every case of every suite: what should be, and what is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that was looked at in one case.

    Attributes:
        suite: Name of the suite.
        check: What was looked at: a fact, a rule, a property.
        language: en, zh-Hans, zh-Hant or mixed.
        subject: The text it is about, as a person would recognise it; with suite and check it
            makes the id, so that a moved case keeps it.
        gold: What should be.
        found: What is.
    """

    suite: str
    check: str
    language: str
    subject: str
    gold: str
    found: str

    @property
    def passed(self) -> bool:
        """Whether what is, is what should be."""
        return self.gold == self.found

    @property
    def id(self) -> str:
        """Stable over runs and over the order of cases."""
        key = "\x1f".join((self.suite, self.check, self.language, self.subject))
        return hashlib.sha256(key.encode()).hexdigest()[:12]


def holds(suite: str, check: str, language: str, subject: str, good: bool) -> Outcome:
    """An outcome of something that should simply hold."""
    return Outcome(suite, check, language, subject, YES, YES if good else NO)


Suite = Callable[[Path | None], Iterator[Outcome]]
"""A suite gives its outcomes on its own data, or on a file of the same form."""
