"""One shape for every case of every suite: what should be, and what is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from evals.rows import WrongForm, read_text

YES, NO = "yes", "no"
FIRES, SILENT = "fires", "silent"  # what a rule should do
DEV, TEST = "dev", "test"
LONGEST_SUBJECT = 100


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
        split: Its half of the data; a case of the test half is counted, and told only if asked.
        degree: How well it was done, from 0 to 1, where no case is right or wrong by itself: only
            the mean of many is held to a bar.
    """

    suite: str
    check: str
    language: str
    subject: str
    gold: str
    found: str
    split: str = DEV
    degree: float | None = None

    @property
    def passed(self) -> bool:
        """Whether what is, is what should be."""
        return self.gold == self.found

    @property
    def line(self) -> str:
        """As a person reads it."""
        return f"{self.check} {self.language}: {self.found} for {self.gold} | {self.short}"

    @property
    def told(self) -> str:
        """The same of a case that was asked for, with all of its subject."""
        return f"{self.check} {self.language}: {self.found} for {self.gold} | {self.subject}"

    @property
    def short(self) -> str:
        """The subject in one line of bounded length, unless it is not to be looked at."""
        if self.split == TEST:
            return "(of the test half)"
        return " ".join(self.subject.split())[:LONGEST_SUBJECT]

    @property
    def id(self) -> str:
        """Stable over runs and over the order of cases."""
        key = "\x1f".join((self.suite, self.check, self.language, self.subject))
        return hashlib.sha256(key.encode()).hexdigest()[:12]


def holds(
    suite: str, check: str, language: str, subject: str, good: bool, split: str = DEV
) -> Outcome:
    """An outcome of something that should simply hold."""
    return Outcome(suite, check, language, subject, YES, YES if good else NO, split)


def write_outcomes(path: Path, outcomes: Iterable[Outcome]) -> None:
    """Keep outcomes, one a line as JSON.

    Raises:
        WrongForm: The file cannot be written.
    """
    rows = (json.dumps(asdict(each), ensure_ascii=False) for each in outcomes)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    except OSError as error:
        raise WrongForm(f"{path}: {error.strerror}") from error


def read_outcomes(path: Path) -> Iterator[Outcome]:
    """The outcomes that were kept.

    Raises:
        WrongForm: The file cannot be read, or a row of it is no outcome.
    """
    for number, row in enumerate(read_text(path).rstrip("\n").split("\n"), start=1):
        try:
            yield Outcome(**json.loads(row))
        except (TypeError, ValueError) as error:
            raise WrongForm(f"{path}:{number}: no outcome that `run --keep` wrote") from error


Suite = Callable[[Path | None], Iterator[Outcome]]
"""A suite gives its outcomes on its own data, or on a file of the same form."""
