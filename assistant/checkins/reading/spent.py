"""What was spent: of a cost that is where it stands, of anything else a number beside it."""

from __future__ import annotations

from assistant.checkins.reading.around import Around
from assistant.checkins.reading.lexicon import before, patterns
from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.unreal import unnamed


def is_cost(measured: Measured) -> bool:
    """Whether a key result is what money is spent on: agency spend, 猎头费用."""
    return patterns("values", "cost").search(measured.folded) is not None


def is_spent(around: Around, measured: Measured) -> bool:
    """Whether the words in front of a number say that it was spent, or used of a cost."""
    head = unnamed(around.seen[around.start : around.at], measured)
    keys = ("spent_before", "used_before") if is_cost(measured) else ("spent_before",)
    return before("values", *keys).search(head) is not None


def is_spent_so_far(around: Around) -> bool:
    """Whether it is all that was spent, not what one week or one thing took of it."""
    return not (around.has("spent_once") or around.after("spent_on_after", "week_after"))
