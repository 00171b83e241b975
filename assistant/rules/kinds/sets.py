"""Checks that count and weigh a set as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.models import BaselineFact, FactKind
from assistant.rules.kinds.base import Context, Hit, SetCheck, at
from assistant.rules.reading_set import KeyResultLine, ObjectiveLine, ReadSet


class Bound(BaseModel):
    """A number that is too high or too low, and the variant that says so."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    more_than: str | int | None = None
    fewer_than: str | int | None = None
    variant: str

    @model_validator(mode="after")
    def _one_side(self) -> Bound:
        if (self.more_than is None) == (self.fewer_than is None):
            raise ValueError("give either more_than or fewer_than")
        return self

    @property
    def limit(self) -> str | int:
        """The limit's name or number."""
        return self.fewer_than if self.more_than is None else self.more_than  # type: ignore[return-value]

    def broken(self, count: int, limit: int) -> bool:
        """Whether the count is on the wrong side of the limit."""
        return count < limit if self.more_than is None else count > limit


class CountCheck(SetCheck):
    """Too many or too few; the first bound that is broken speaks.

    `objectives` and `standing` (levels of an outcome that the text does not change) are counted
    in the set, `key_results` in each objective.
    """

    kind: Literal["count"]
    of: Literal["objectives", "key_results", "standing"]
    bounds: list[Bound] = Field(min_length=1)

    facts: ClassVar[frozenset[str]] = frozenset({"count", "limit"})
    variants: ClassVar[frozenset[str]] = frozenset({"none", "few", "many", "too_many"})

    def limits(self) -> tuple[str, ...]:
        """The limits of all bounds."""
        return tuple(bound.limit for bound in self.bounds if isinstance(bound.limit, str))

    def find(self, read_set: ReadSet, context: Context) -> Iterator[Hit]:
        """One hit a count at most."""
        if self.of == "key_results":
            for line in read_set.objectives:
                for variant, facts in self._first(len(line.key_results), context):
                    yield at(line, None, variant, **facts)
            return
        standing = sum(map(_stands, read_set.key_results))
        count = len(read_set.objectives) if self.of == "objectives" else standing
        for variant, facts in self._first(count, context):
            yield Hit(variant=variant, facts=facts)

    def _first(self, count: int, context: Context) -> Iterator[tuple[str, dict[str, int]]]:
        for bound in self.bounds:
            limit = context.limit(bound.limit)
            if bound.broken(count, limit):
                yield bound.variant, {"count": count, "limit": limit}
                return


def _stands(line: KeyResultLine) -> bool:
    facts = line.reading.facts
    return facts.kind is FactKind.OUTCOME and facts.baseline is not BaselineFact.BOTH


class BalanceCheck(SetCheck):
    """One kind of measure stands without its counterpart.

    Where a key result holds a word of `when`, one in the same scope has to hold a word of `needs`
    (or to keep a level, if `kept_levels_count`); with `whenever: all` only where all key results
    hold a word of `when`. Without `when` every set needs it.
    """

    kind: Literal["balance"]
    when: str | None = None
    needs: str
    scope: Literal["set", "objective"] = "set"
    whenever: Literal["any", "all"] = "any"
    kept_levels_count: bool = False

    facts: ClassVar[frozenset[str]] = frozenset({"count"})

    def word_lists(self) -> tuple[str, ...]:
        """Both lists."""
        return (self.needs,) if self.when is None else (self.when, self.needs)

    def find(self, read_set: ReadSet, context: Context) -> Iterator[Hit]:
        """One hit about each scope that is out of balance."""
        if self.scope == "set":
            lines = tuple(read_set.key_results)
            yield from self._missing(lines, None, context)
            return
        for objective in read_set.objectives:
            yield from self._missing(objective.key_results, objective, context)

    def _missing(
        self, lines: Sequence[KeyResultLine], objective: ObjectiveLine | None, context: Context
    ) -> Iterator[Hit]:
        triggers = lines if self.when is None else _holding(self.when, lines, context)
        enough = len(lines) if self.whenever == "all" else 1
        if not triggers or len(triggers) < enough or _holding(self.needs, lines, context):
            return
        if self.kept_levels_count and any(line.reading.maintained for line in lines):
            return
        count = len(triggers)
        yield at(objective, None, count=count) if objective else Hit(facts={"count": count})


def _holding(
    words: str, lines: Sequence[KeyResultLine], context: Context
) -> Sequence[KeyResultLine]:
    found = context.words(words)
    return [line for line in lines if found.first(line.reading.folded)]
