"""The key results of a set as a message may speak of them: their names and what they measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.checkins.reading.lexicon import patterns
from assistant.language.figures.draft import Draft
from assistant.language.figures.lines import read_line
from assistant.language.figures.values import find_values
from assistant.language.reading import LineReading, QuantityKind
from assistant.models import Direction, KeyResult, OkrSet

Place = tuple[int, int]
_UNIT_WORD = re.compile("[0-9] ?([一-鿿](?:/[一-鿿]{1,2})?)(?=$|[,;。)降提到升增缩至 ])")
_PER = re.compile(
    r"(?<![a-z])per [0-9][0-9,]*(?: [a-z]+){1,2}(?=$|[,;:]| from| to| by| under| below)"
)
_LAST_WORD = re.compile("([a-z]+|[一-鿿]{2}) ?$")
_NAME_END = re.compile(r"(?:(?<![a-z])from |从|由|自)?[^a-z一-鿿]{0,3}[0-9]|(?<![a-z])from |从|由")


@dataclass(frozen=True, slots=True)
class Measured:
    """A key result: its place in the set, its folded text, and its metric as far as stated."""

    place: Place
    folded: str
    name: str  # the words in front of the first number
    kind: QuantityKind | None
    unit: str | None
    baseline: float | None
    target: float | None
    scopes: frozenset[float]  # other numbers of its text: 24 h, per 1,000 orders

    @property
    def unit_word(self) -> str | None:
        """The sign that stands behind its numbers where no list of units knows it: 1.8 度."""
        found = _UNIT_WORD.findall(self.folded)
        return found[-1] if found and self.unit is None else None

    @property
    def per(self) -> str | None:
        """Of what it is a part, where its text says: per 1,000 visits."""
        found = _PER.search(self.folded)
        return found[0] if found else None

    def is_named(self, head: str) -> bool:
        """Whether words end with one of its name: 招聘时间 of 招聘时间由 50 日."""
        last = _LAST_WORD.search(head)
        if last is None:
            return False
        word = last[1]
        return word in self.name if word > "z" else f" {word} " in f" {self.name} "

    @property
    def counts_places(self) -> bool:
        """Whether 个点 behind a number of it are places, and no percentage points."""
        return self.kind is QuantityKind.COUNT and "点" in self.name

    @property
    def direction(self) -> Direction | None:
        """Where the metric shall go; None where that is not said."""
        if self.baseline is None or self.target is None or self.baseline == self.target:
            return None
        return Direction.INCREASE if self.target > self.baseline else Direction.DECREASE


def measured_key_results(okr_set: OkrSet) -> list[Measured]:
    """Each key result of a set, in order."""
    return [
        _measured((o, k), key_result)
        for o, objective in enumerate(okr_set.objectives)
        for k, key_result in enumerate(objective.key_results)
    ]


def _measured(place: Place, key_result: KeyResult) -> Measured:
    line = _line(key_result.text)
    values = find_values(line, key_result)
    kind = _kind(line, values.target if values.target is not None else values.baseline)
    if kind is None and values.unit:
        kind = _kind_of_unit(values.unit)
    scopes = frozenset(q.high for q in line.quantities) - {values.baseline, values.target}
    name = _NAME_END.split(line.folded, maxsplit=1)[0] or line.folded
    unit, baseline, target = values.unit, values.baseline, values.target
    if kind is QuantityKind.POINTS and (written := basis_points(line.folded)):
        unit, baseline, target = written, _hundredfold(baseline), _hundredfold(target)
    return Measured(place, line.folded, name, kind, unit, baseline, target, scopes)


def basis_points(folded: str) -> str | None:
    """How basis points are written, where a number of a text is told in them."""
    found = patterns("values", "basis_points").search(folded)
    return found["unit"] if found else None


def _hundredfold(points: float | None) -> float | None:
    return None if points is None else round(points * 100, 6)


def in_basis_points(drafts: Sequence[Draft], seen: str, measured: Sequence[Measured]) -> None:
    """Numbers told in basis points stay in them, where a key result is told in them too."""
    if not any(m.kind is QuantityKind.POINTS and basis_points(m.folded) for m in measured):
        return
    for draft in drafts:
        written = basis_points(seen[draft.start : draft.end])
        if draft.kind is QuantityKind.POINTS and written:
            draft.low, draft.high = round(draft.low * 100, 6), round(draft.high * 100, 6)
            draft.unit = written


def _kind(line: LineReading, value: float | None) -> QuantityKind | None:
    if value is None:
        return None
    return next((q.kind for q in line.quantities if value in (q.low, q.high)), None)


@lru_cache(maxsize=4096)
def _line(text: str) -> LineReading:
    return read_line(text[:1000])


def _kind_of_unit(unit: str) -> QuantityKind | None:
    found = read_line(f"1 {unit}").quantities
    return found[0].kind if found and not re.search(r"\d", unit) else None
