"""Whether a set or a text is of somebody's own life: no metric of a trade fits there."""

from __future__ import annotations

from functools import partial

from assistant.coaching.rewriting.expressions import expression
from assistant.language.script import fold


def is_own_life(industry: str) -> bool:
    """Whether a set is declared as somebody's own: personal / running."""
    return bool(_sign("own_life").search(fold(industry)))


def is_personal(text: str) -> bool:
    """Whether a text, folded, speaks of somebody's own life."""
    return bool(_sign("personal").search(text)) and not _sign("others").search(text)


_sign = partial(expression, "evidence")
