"""Where one set of a text ends and the next begins, and what a title says of it."""

from __future__ import annotations

from assistant.parsing.building.builder import Builder
from assistant.parsing.outline.nesting import Node
from assistant.parsing.titles.title_fields import says_more, title_fields

_FIRST = ("1", "一", "①")
_OF_ONE_SET = ("team", "owner", "cycle", "id")
_PLAIN_TITLE_LEVEL = 7  # below all headings


class Sets:
    """The sets of a text, begun one after the other in a builder."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._numbers: set[str] = set()
        self._title_level = 0

    def _begin(self) -> None:
        self._builder.begin_set()
        self._numbers = set()

    def number(self, number: str) -> None:
        """Take the number of an objective: a second O1 begins the next set."""
        if number in _FIRST and number in self._numbers:
            self._begin()
        if number:
            self._numbers.add(number)

    def field(self, key: str) -> None:
        """Take the name of a field: a second team, owner or cycle begins the next set."""
        made = self._builder.set
        if key in _OF_ONE_SET and made.objectives and not self._builder.lacks(made, key):
            self._begin()

    def title(self, node: Node, text: str, *, has_content: bool) -> bool:
        """Take a title, which may begin a set and name its team, owner or cycle.

        Returns:
            Whether it told these and no more.
        """
        level = node.line.level or _PLAIN_TITLE_LEVEL
        fields = title_fields(text)
        if has_content and level <= self._title_level and self._starts_set(node, fields):
            self._begin()
        if has_content or not self._title_level:
            self._title_level = level
        made = self._builder.set
        told = bool(fields) and not any(getattr(made, key) for key in fields)
        if told:
            self._builder.fill(made, fields, node.line.number)
        return told and not says_more(text, fields)

    def _starts_set(self, node: Node, fields: dict[str, str]) -> bool:
        """Not where the objectives' numbers go on, nor at a plain line that names nobody."""
        if not self._builder.set.objectives:
            return False
        number = node.number_ahead
        goes_on = number not in (*_FIRST, "") and number not in self._numbers
        named = node.line.heading or bool({"team", "owner"} & fields.keys())
        return named and not goes_on
