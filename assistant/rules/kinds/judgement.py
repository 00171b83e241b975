"""What code cannot decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from assistant.rules.kinds.base import Context, Hit, Line, LineCheck


class JudgementCheck(LineCheck):
    """A matter of opinion: it finds nothing, its rule stands as preview."""

    kind: Literal["judgement"]

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """No hit, ever."""
        return iter(())
