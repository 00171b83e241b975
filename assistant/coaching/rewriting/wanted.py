"""Which way a named metric is wanted to go, where its line does not say it.

新成员上手时间 shall be short, 使用时长 long; 无崩溃率 is a share of those that no harm comes to.
"""

from __future__ import annotations

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.library import metric_in
from assistant.language.figures.direction import wanted_direction
from assistant.language.script import fold
from assistant.models import Direction


def wanted(name: str) -> Direction | None:
    """Which way a metric is wanted to move; None where nobody knows (资产负债率)."""
    folded = fold(plain(name))
    if expression("wanted", "more").search(folded):
        return Direction.INCREASE
    known = metric_in(name)
    if known:
        return known.direction
    if expression("wanted", "less").search(folded):
        return Direction.DECREASE
    if wanted_direction(folded) is Direction.DECREASE:
        return Direction.DECREASE  # its other answer is a guess
    return Direction.INCREASE if expression("wanted", "good").search(folded) else None


def surely(name: str) -> Direction:
    """The same where a way has to be named."""
    return wanted(name) or Direction.INCREASE
