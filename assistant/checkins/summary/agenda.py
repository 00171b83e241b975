"""A meeting of half an hour out of the week's blocks."""

from __future__ import annotations

from assistant.checkins.summary.report import Report
from assistant.models.summary import AgendaPoint, Block, Item

MINUTES = 30
# The part of the meeting, the blocks that it is about, and its minutes.
_PARTS = (
    ("headline", (3,), 2),
    ("attention", (4,), 15),
    ("blockers", (10, 11), 6),
    ("wins", (12,), 3),
    ("commitments", (13,), 4),
)
_MOST_ITEMS = 5


def agenda(report: Report, blocks: list[Block]) -> list[AgendaPoint]:
    """Progress first, then problems and risks; what has no items leaves its time to the longest."""
    items = {block.block: block.items for block in blocks}
    found = [
        AgendaPoint(minutes=minutes, title=report.say(f"agenda.{name}"), items=_first(items, of))
        for name, of, minutes in _PARTS
        if any(items.get(block) for block in of)
    ]
    longest = max(found, key=lambda point: point.minutes, default=None)
    if longest is not None:
        longest.minutes += MINUTES - sum(point.minutes for point in found)
    return found


def _first(items: dict[int, list[Item]], blocks: tuple[int, ...]) -> list[Item]:
    return [item for block in blocks for item in items.get(block, [])][:_MOST_ITEMS]
