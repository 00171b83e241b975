"""The fact table: everything that a report may say, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from assistant.checkins.arithmetic.goal import Place
from assistant.models.summary import Fact

COMPUTED = "computed"
SET = "set"


class FactTable:
    """Facts by id, and by what they are of: a key result, an objective, or the whole set."""

    def __init__(self, as_of: date) -> None:
        self.facts: list[Fact] = []
        self._as_of = as_of
        self._known: set[str] = set()
        self._ids: dict[tuple[Place | int | None, str], str] = {}

    def add(
        self,
        about: Place | int | None,
        kind: str,
        value: Any,
        *,
        source: str = COMPUTED,
        unit: str | None = None,
        day: date | None = None,
        formula: str | None = None,
        inputs: Iterable[str] = (),
    ) -> None:
        """Take a fact; one whose value is unknown is none.

        Args:
            about: A key result, the number of an objective, or None for the whole set.
            kind: What is told, unique for what it is about.
            value: A number, a text, a day, a status.
            source: The check-in, change or set that it was taken from, or `computed`.
            unit: Unit of the number.
            day: The day it holds on; by default the cut-off.
            formula: How it was computed, in the kinds that go into it.
            inputs: Those kinds of facts about the same, or ids.
        """
        if value is None:
            return
        fact_id = f"f{len(self.facts) + 1}"
        self._ids[about, kind] = fact_id
        self._known.add(fact_id)
        self.facts.append(
            Fact(
                fact_id=fact_id,
                objective=about[0] if isinstance(about, tuple) else about,
                key_result=about if isinstance(about, tuple) else None,
                kind=kind,
                value=value,
                unit=unit,
                as_of=day or self._as_of,
                source=source,
                formula=formula,
                inputs=self._inputs(about, inputs),
            )
        )

    def value(self, fact_id: str) -> Any:
        """The value of a fact."""
        return self.facts[int(fact_id[1:]) - 1].value

    def day(self, fact_id: str) -> date:
        """The day that a fact is of."""
        return self.facts[int(fact_id[1:]) - 1].as_of

    def ids(self, about: Place | int | None, *kinds: str) -> list[str]:
        """The ids of facts of some kinds; those that are unknown are left out."""
        return [self._ids[about, kind] for kind in kinds if (about, kind) in self._ids]

    def _inputs(self, about: Place | int | None, inputs: Iterable[str]) -> list[str]:
        found = []
        for one in inputs:
            found += [one] if one in self._known else self.ids(about, one)
        return found
