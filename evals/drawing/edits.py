"""A change of some characters of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """What stands between two places goes, `new` comes; `way` names how the text is damaged."""

    way: str
    start: int
    end: int
    new: str

    def done(self, text: str) -> str:
        """The text with the change made."""
        return text[: self.start] + self.new + text[self.end :]
