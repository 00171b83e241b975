"""Short ways to write a cycle in a test."""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.checkins.arithmetic.team import Team, compute
from assistant.checkins.thresholds import default_thresholds
from assistant.models.cycle import CycleRecord
from assistant.models.summary import KeyResultState

LIMITS = default_thresholds()
START, END = "2026-01-01", "2026-03-31"


def record(
    *key_results: dict[str, Any] | str,
    checkins: list[dict[str, Any]] | None = None,
    changes: list[dict[str, Any]] | None = None,
    kind: str | None = None,
    owner: str | None = "周敏",
    cycle: dict[str, Any] | None = None,
) -> CycleRecord:
    """A cycle with one objective, from 2026-01-01 to 2026-03-31 unless said otherwise."""
    return CycleRecord.model_validate(
        {
            "set": {
                "team": "退货组",
                "owner": owner,
                "cycle": cycle or {"name": "2026-Q1", "start": START, "end": END},
                "objectives": [
                    {
                        "objective": "退货对谁都不麻烦",
                        "kind": kind,
                        "key_results": list(key_results),
                    }
                ],
            },
            "checkins": [{"objective": 0, "key_result": 0, **one} for one in checkins or []],
            "changes": [{"objective": 0, "key_result": 0, **one} for one in changes or []],
        }
    )


def team(made: CycleRecord, as_of: str) -> Team:
    return compute(made, date.fromisoformat(as_of), LIMITS)


def state(made: CycleRecord, as_of: str, key_result: int = 0) -> KeyResultState:
    return team(made, as_of).states[0, key_result]
