"""An OKR set together with what its lines say: all that a rule may look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from assistant.language.reading import KeyResultReading, ObjectiveReading
from assistant.models import KeyResult, Objective, OkrSet
from assistant.records import record


@record
class KeyResultLine:
    """One key result: where it stands, what the author declared, what the text says."""

    objective: int
    key_result: int
    source: KeyResult
    reading: KeyResultReading


@record
class ObjectiveLine:
    """One objective with its key results; `reading` is None where its text is empty."""

    objective: int
    source: Objective
    reading: ObjectiveReading | None
    key_results: tuple[KeyResultLine, ...]


@record
class ReadSet:
    """A set as the rules see it.

    `parents` holds, by objective, the texts of the parent that it names, where they are known.
    """

    source: OkrSet
    objectives: tuple[ObjectiveLine, ...]
    parents: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def key_results(self) -> Iterator[KeyResultLine]:
        """All key results in their order."""
        return (line for objective in self.objectives for line in objective.key_results)
