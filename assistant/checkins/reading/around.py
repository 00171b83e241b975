"""The words around a number, and which lists of them stand there."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import before, patterns


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a number, within its clause and up to the number before it."""

    seen: str
    clause: Clause
    start: int
    at: int
    end: int

    def before(self, *keys: str) -> bool:
        """Whether one of the lists stands right in front of it."""
        return before("values", *keys).search(self.seen, self.start, self.at) is not None

    def after(self, *keys: str) -> bool:
        """Whether one of the lists stands right behind it."""
        found = patterns("values", *keys).match(self.seen, self.end, self.clause.end)
        return found is not None

    def opens(self, key: str) -> bool:
        """Whether the words in front of it open with one of a list."""
        return patterns("values", key).match(self.seen, self.start, self.at) is not None

    def has(self, key: str) -> bool:
        """Whether the clause has one of the list in front of it."""
        found = patterns("values", key).search(self.seen, self.clause.start, self.at)
        return found is not None

    @property
    def sign(self) -> str:
        """A plus or minus right in front of it or in it."""
        written = self.seen[self.at : self.at + 1]
        return written if written in "+-" else self.seen[self.at - 1 : self.at]

    @property
    def sign_at(self) -> int:
        """Where it starts with its sign."""
        return self.at - (self.seen[self.at - 1 : self.at] in ("+", "-"))
