"""What every check kind is made of: declared parameters in, hits out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, ClassVar, Protocol

from pydantic import BaseModel, ConfigDict

from assistant.models import Span
from assistant.records import record
from assistant.rules.reading_set import KeyResultLine, ObjectiveLine, ReadSet
from assistant.rules.words import WordList

Line = ObjectiveLine | KeyResultLine


@record
class Hit:
    """One place where a rule is broken, and what the message about it may name."""

    objective: int | None = None
    key_result: int | None = None
    span: Span | None = None
    variant: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


class Context(Protocol):
    """What a check may ask of the rubric that it belongs to."""

    def limit(self, name: str | int) -> int:
        """A limit by name, as it holds for the level of the set; a number is itself."""

    def words(self, name: str) -> WordList:
        """A word list by name."""


class Params(BaseModel):
    """Base of a check kind's parameters.

    `variants` and `facts` are what its hits may carry; a rule's texts may use no others.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    variants: ClassVar[frozenset[str]] = frozenset()
    facts: ClassVar[frozenset[str]] = frozenset()

    def word_lists(self) -> tuple[str, ...]:
        """Names of the word lists that the check reads."""
        return ()

    def limits(self) -> tuple[str, ...]:
        """Names of the profile's limits that the check reads."""
        return ()


class LineCheck(Params):
    """A check that looks at one line at a time."""

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """The hits on this line."""
        raise NotImplementedError


class SetCheck(Params):
    """A check that looks at the set as a whole."""

    def find(self, read_set: ReadSet, context: Context) -> Iterator[Hit]:
        """The hits on this set."""
        raise NotImplementedError


def at(line: Line, span: Span | None, variant: str | None = None, **facts: Any) -> Hit:
    """A hit on a line; without a span it is about the whole of its text."""
    key_result = line.key_result if isinstance(line, KeyResultLine) else None
    typed = line.reading.typed(span) if span and line.reading else whole(line)
    return Hit(line.objective, key_result, typed, variant, facts)


def whole(line: Line) -> Span | None:
    """The span of a line's whole text, or None where it has none."""
    text = line.source.text if isinstance(line, KeyResultLine) else line.source.objective
    return Span(start=0, end=len(text)) if text else None
