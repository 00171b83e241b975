"""What is known of a message when its sentences are given to key results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.checkins.reading.measures import Measured, Place
from assistant.checkins.reading.names import Names
from assistant.checkins.reading.references import Reference
from assistant.language.figures.draft import Draft


class Belonging:
    """A message, the key results that it may tell of, and what names or counts one in it."""

    def __init__(
        self,
        seen: str,
        measured: Sequence[Measured],
        names: Names,
        refs: Sequence[Reference],
        drafts: Sequence[Draft],
    ) -> None:
        self._seen = seen
        self._of: Mapping[Place, Measured] = {m.place: m for m in measured}
        self._names = names
        self._refs = refs
        self._drafts = drafts
