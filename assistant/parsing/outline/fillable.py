"""A form of a key result: each cell with a value stands behind the cell that names its field."""

from __future__ import annotations

from assistant.models import KeyResult
from assistant.parsing.building.builder import Builder
from assistant.parsing.labels.marks import Role
from assistant.parsing.names import field_named, value_named
from assistant.parsing.outline.nesting import Node
from assistant.parsing.outline.state import State, is_under
from assistant.parsing.tables.columns import KEY_RESULT_FIELDS, Row
from assistant.parsing.tables.header_rows import find_header
from assistant.records import record

_FEWEST = 3  # names that are known
_WIDEST = 2  # pairs of name and value in a row


def result_above(node: Node, state: State) -> KeyResult | None:
    """The key result that a table stands below, with no heading or section of others between."""
    result, section = state.result, state.section
    if result is None or (section and section.role in (Role.ASIDE, Role.INITIATIVE)):
        return None
    own = is_under(node, result) or _heading_of(node) is _heading_of(result)
    return result.item if own and isinstance(result.item, KeyResult) else None


def _heading_of(node: Node) -> Node | None:
    above = node.parent
    while above and not above.line.heading:
        above = above.parent
    return above


def fill_form(rows: list[Row], filled: KeyResult, builder: Builder) -> bool:
    """Give the key result above a form what its cells say; False for any other table."""
    pairs = [pair for row in rows for pair in _pairs(row)]
    if not _is_form(pairs) or find_header(rows)[1] is not None:
        return False
    line = rows[0][0].line
    taken: dict[str, str] = {}
    for pair in pairs:
        if pair.fits and pair.field not in taken and builder.lacks(filled, pair.field):
            taken[pair.field] = pair.value
        elif pair.known and pair.value:
            builder.left_out([f"{pair.name}: {pair.value}"], line)
    builder.fill(filled, taken, line)
    if unknown := [pair.name for pair in pairs if not pair.known]:
        builder.note("unused_columns", line, columns=", ".join(unknown)[:200])
    return True


@record
class _Pair:
    """A name with its value; the field is empty where the name is of none."""

    name: str
    value: str
    field: str

    @property
    def known(self) -> bool:
        return self.field in KEY_RESULT_FIELDS

    @property
    def fits(self) -> bool:
        """Whether its field takes the value: a form may mean another kind than ours."""
        other = self.field == "kind" and not value_named("key_result_kind", self.value)
        return self.known and not other


def _is_form(pairs: list[_Pair]) -> bool:
    fields = {pair.field for pair in pairs if pair.known}
    once = len({pair.name for pair in pairs}) == len(pairs)
    return once and len(fields) >= _FEWEST


def _pairs(row: Row) -> list[_Pair]:
    """The pairs of name and value in a row; empty cells behind them are those of a merged one."""
    texts = [cell.text.strip() for cell in row]
    while texts and not texts[-1] and len(texts) > _WIDEST:
        texts.pop()
    if len(texts) > _WIDEST * 2:
        return []
    named = zip(texts[::2], [*texts[1::2], ""], strict=False)
    return [_Pair(a, b, field_named("key_result", a) or "") for a, b in named if a]
