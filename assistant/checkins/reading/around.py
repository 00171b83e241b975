"""The words around a number, and which lists of them stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import before, patterns

_STOPS, _REACH = "\n。!?", 80


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

    def before_unnamed(self, name: str, key: str, *, words: bool = False) -> bool:
        """As `before`, unless its first sign ends a word of a name: 差 of 净息差, 比 of 逾放比.

        With `words` also unless it starts with a word of the name: 参与 of 参与率.
        """
        found = before("values", key).search(self.seen, self.start, self.at)
        if found is None or _is_in(self.seen[max(0, found.start() - 1) : found.start() + 1], name):
            return False
        word = _WORD.match(self.seen, found.start())
        return not (words and word and _is_in(word[0], name))

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
    def is_put_right(self) -> bool:
        """Whether what it "should be" is what it is: another number is denied, or an error told.

        准时率应该是 91.7%，不是 93.7%; 上周写错了，F1 应该是 0.86. Not where it shall be one day.
        """
        if not self.before("should_be") or self.has("one_day"):
            return False
        opens = max(self.seen.rfind(stop, 0, self.at) for stop in _STOPS) + 1
        opens = max(opens, self.at - _REACH)
        told = patterns("values", "error_told").search(self.seen, opens, self.at)
        denied = patterns("values", "denied_after").match(self.seen, self.end)
        return told is not None or denied is not None

    @property
    def sign(self) -> str:
        """A plus or minus right in front of it or in it."""
        written = self.seen[self.at : self.at + 1]
        return written if written in "+-" else self.seen[self.at - 1 : self.at]

    @property
    def sign_at(self) -> int:
        """Where it starts with its sign."""
        return self.at - (self.seen[self.at - 1 : self.at] in ("+", "-"))


_WORD = re.compile("[a-z]{3,}|[一-鿿]{2}")


def _is_in(word: str, name: str) -> bool:
    """Whether a name has a word, or two signs in a row."""
    if word.isascii():
        return word.isalpha() and re.search(rf"(?<![a-z]){word}(?![a-z])", name) is not None
    return len(word) > 1 and min(word) > "z" and word in name
