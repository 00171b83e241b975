"""A quantity while it is being read."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.language.reading import Comparator, Quantity, QuantityKind, Role
from assistant.models import Span


@dataclass(slots=True)
class Draft:
    """As `Quantity`, still open to change; `factor` is its magnitude (万, k), 1 for none."""

    start: int
    end: int
    kind: QuantityKind
    low: float
    high: float
    unit: str | None
    comparator: Comparator | None = None
    role: Role = Role.OTHER
    frequency: bool = False
    factor: float = 1.0

    def quantity(self) -> Quantity:
        """The finished reading."""
        return Quantity(
            span=Span(start=self.start, end=self.end),
            kind=self.kind,
            low=self.low,
            high=self.high,
            unit=self.unit,
            comparator=self.comparator,
            role=self.role,
            frequency=self.frequency,
        )
