"""Owner, data source and due date that a line's own text names."""

from __future__ import annotations

from datetime import date

from assistant.language.figures.clauses import trimmed
from assistant.language.lexicon import expressions
from assistant.language.reading import DateMention, LineReading, Role
from assistant.models import Span

_REACH = 20


def find_owner(reading: LineReading) -> Span | None:
    """The person or team named as owner: owner: Li Na, 负责人：李娜, @sam."""
    return _named("owner", reading.folded)


def find_source(reading: LineReading) -> Span | None:
    """Where the number comes from: source: CRM, 数据来源：MES, per monthly survey."""
    return _named("source", reading.folded)


def _named(key: str, folded: str) -> Span | None:
    match = expressions("mentions", key).search(folded)
    return trimmed(folded, *match.span(str(match.lastgroup))) if match else None


def find_due(reading: LineReading) -> date | None:
    """The last day by which the line says that it shall be reached."""
    ends = [one for one in reading.dates if one.end and not _is_of_baseline(one, reading)]
    due = [mention for mention in ends if _is_due(mention, reading.folded)]
    return next((mention.end for mention in [*due[:1], *reversed(ends)]), None)


def _is_of_baseline(mention: DateMention, reading: LineReading) -> bool:
    """Whether the date only says from when a baseline is: (Q2 2026: 31), 31 (June 2026)."""
    date_, folded = mention.span, reading.folded
    spans = [q.span for q in reading.quantities if q.role is Role.BASELINE]
    before, behind = (expressions("mentions", key) for key in ("dates_value", "value_dates"))
    return any(
        before.fullmatch(folded, date_.end, one.start)
        or behind.fullmatch(folded, one.end, date_.start)
        for one in spans
    )


def _is_due(mention: DateMention, folded: str) -> bool:
    start, end = mention.span.start, mention.span.end
    if expressions("mentions", "due_before").search(folded, max(0, start - _REACH), start):
        return True
    return expressions("mentions", "due_after").match(folded, end) is not None
