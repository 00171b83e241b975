"""Which values of its metric a key result states."""

from __future__ import annotations

from assistant.language.reading import Role
from assistant.language.words.observation import Observation
from assistant.models import BaselineFact


def find_baseline(seen: Observation, measurable: bool) -> BaselineFact:
    """Both when a start stands beside an end, else target only of what is measurable."""
    roles = {bar.role for bar in seen.bars}
    if Role.BASELINE in roles and roles & {Role.TARGET, Role.CHANGE}:
        return BaselineFact.BOTH
    return BaselineFact.TARGET_ONLY if measurable else BaselineFact.NONE
