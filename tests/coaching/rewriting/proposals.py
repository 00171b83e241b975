"""What is proposed for a draft, and the gaps that stand in it, for all tests of proposals."""

from __future__ import annotations

from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.models import OkrSet
from assistant.models.suggestion import Suggestion
from assistant.parsing import SetReading
from assistant.settings import Settings

REVIEWER = Reviewer(load_checker(Settings(), None, None))
B, T = "[baseline to confirm]", "[target to set]"
B_ZH, T_ZH, B_HANT, T_HANT = "[基线待确认]", "[目标待定]", "[基線待確認]", "[目標待定]"


def suggestions(objective: str, *lines: str) -> list[Suggestion]:
    """All that is proposed for an objective with these key results."""
    held = {"objective": objective, "key_results": list(lines)}
    okr_set = OkrSet.model_validate({"objectives": [held]})
    return REVIEWER.review(SetReading(okr_set), Asked()).suggestions


def made_of(objective: str, line: str) -> Suggestion:
    """What is proposed for the only key result of an objective."""
    return next(each for each in suggestions(objective, line) if each.key_result == 0)
