"""A form of a key result: each cell with a value stands behind the cell that names its field."""

from __future__ import annotations

from assistant.parsing.builder import Builder
from assistant.parsing.columns import KEY_RESULT_FIELDS, Row, find_header
from assistant.parsing.names import field_named, value_named

_FEWEST = 3  # names that are known
_WIDEST = 2  # pairs of name and value in a row


def form_fields(rows: list[Row]) -> dict[str, str]:
    """What a form says of the key result that it stands under; nothing for any other table."""
    pairs = [pair for row in rows for pair in _pairs(row)]
    named = [(field_named("key_result", name), value) for name, value in pairs]
    known = {field: value for field, value in named if field in KEY_RESULT_FIELDS and field}
    repeated = len({name for name, _ in pairs}) < len(pairs)
    if len(known) < _FEWEST or repeated or find_header(rows)[1] is not None:
        return {}
    if not value_named("key_result_kind", known.get("kind", "")):
        known.pop("kind", None)
    return known


def fill_form(rows: list[Row], builder: Builder) -> bool:
    """Give the key result above a form what its cells say; False where either lacks."""
    fields, filled = form_fields(rows), builder.last_key_result
    if filled is None or not fields:
        return False
    line = rows[0][0].line
    missing = {name: value for name, value in fields.items() if builder.lacks(filled, name)}
    builder.fill(filled, missing, line)
    if unknown := _unknown_names(rows):
        builder.note("unused_columns", line, columns=", ".join(unknown)[:200])
    return True


def _unknown_names(rows: list[Row]) -> list[str]:
    names = [name for row in rows for name, _ in _pairs(row)]
    return [name for name in names if field_named("key_result", name) not in KEY_RESULT_FIELDS]


def _pairs(row: Row) -> list[tuple[str, str]]:
    """The pairs of name and value in a row; empty cells behind them are those of a merged one."""
    texts = [cell.text.strip() for cell in row]
    while texts and not texts[-1] and len(texts) > _WIDEST:
        texts.pop()
    if len(texts) > _WIDEST * 2:
        return []
    return [pair for pair in zip(texts[::2], [*texts[1::2], ""], strict=False) if pair[0]]
