"""Fields on lines of their own: "Owner: Sam", or "权重 50% @林晓" below what it is of."""

from __future__ import annotations

from assistant.parsing.building.builder import Builder, Item
from assistant.parsing.lines.wording import Plain, as_written, whole_text
from assistant.parsing.metadata.stripping import metadata_alone
from assistant.parsing.names import field_named
from assistant.parsing.outline.nesting import Node, Place
from assistant.parsing.outline.sets import Sets
from assistant.parsing.outline.state import State, owner_of
from assistant.parsing.titles.title_fields import without_cycle
from assistant.parsing.values import without_sentence


class FieldLines:
    """Gives the values of such lines to the key result, the objective or the set they are of."""

    def __init__(self, state: State, builder: Builder, sets: Sets, plain: Plain) -> None:
        self._state = state
        self._builder = builder
        self._sets = sets
        self._plain = plain

    def read(self, node: Node, name: str | None = None) -> bool:
        """Take `Owner: Sam`; False where no field has its place.

        Args:
            node: A line with a label.
            name: The field, where the label's word does not tell it.
        """
        node.place = Place.FIELD
        word = node.line.mark.word if node.line.mark else ""
        text = self._plain(whole_text(node.line)).strip().strip("*_")
        item = self._item_of(node)
        part = "key_result" if item and item.place is Place.KEY_RESULT else "objective"
        key = name or (item and field_named(part, word))
        if item and item.item and key:
            return self._fill(item.item, key, text, node)
        if key := field_named("set", word):
            self._sets.field(key)
            rest, cycle = without_cycle(text) if key in ("team", "owner") else (text, None)
            if cycle:  # "Team: Customer Ops, 2026 Q4"
                self._fill(self._builder.set, "cycle", cycle, node)
            return self._fill(self._builder.set, key, rest, node)
        return False

    def read_beside(self, node: Node) -> bool:
        """Take a line of weights, states and owners only; False where it is another."""
        above = self._state.last
        if above is None or above.item is None or node.line.item:
            return False
        found = metadata_alone(whole_text(node.line), above.place.value)
        if found is None:
            return False
        node.place = Place.FIELD
        self._builder.fill(above.item, found.fields, node.line.number)
        self._builder.left_out(found.left_out, node.line.number)
        return True

    def _fill(self, item: Item, key: str, text: str, node: Node) -> bool:
        """Give a field its words; what would replace others is not taken."""
        lacks = self._builder.lacks(item, key)
        said = without_sentence(text) if key == "owner" else text
        if lacks:
            self._builder.fill(item, {key: said}, node.line.number)
        if lacks and said != text:
            self._builder.unread(node.line.number, as_written(node.line))
        return lacks

    def _item_of(self, node: Node) -> Node | None:
        above, objective = owner_of(node), self._state.objective
        if above and above.place is Place.KEY_RESULT:
            return above
        if objective and (above is objective or node.index == objective.index + 1):
            return objective
        return None
