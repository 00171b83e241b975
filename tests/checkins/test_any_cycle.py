"""Any cycle, however odd, gets a summary or a clear refusal; and what is never said is not said."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.checkins.arithmetic.team import compute
from assistant.checkins.files.loading import cycle_of
from assistant.checkins.summary.composing import summarise
from assistant.checkins.summary.pictures import pictures
from assistant.errors import CoachError
from assistant.models import Language
from assistant.models.summary import Shown
from assistant.rendering.summaries import document, mail, terminal
from assistant.rendering.summaries.outline import outline
from assistant.settings import Settings
from tests.checkins.cycles import LIMITS

NUMBERS = st.one_of(
    st.integers(-(10**6), 10**6), st.floats(allow_nan=False), st.sampled_from([0, 1e300, -1e-300])
)
VALUES = st.one_of(
    st.none(),
    NUMBERS,
    st.text(max_size=12),
    st.sampled_from(["86%", "9,300万元", "3 pp", "1e9", "一百", "上线"]),
)
TEXTS = st.one_of(st.none(), st.text(max_size=40), st.sampled_from(["NPS 从 31 提升到 45", "无"]))
DAYS = st.dates(date(2025, 12, 1), date(2026, 5, 1)).map(str)
KEY_RESULTS = st.fixed_dictionaries(
    {"text": st.text(max_size=30)},
    optional={
        "kind": st.sampled_from(["metric", "maintain", "milestone", "baseline", None]),
        "baseline": VALUES,
        "target": VALUES,
        "current": VALUES,
        "unit": st.sampled_from(["%", "万元", "days", "", None]),
        "weight": st.floats(-1, 3),
        "band": st.fixed_dictionaries({"min": st.floats(-5, 5), "max": st.floats(-5, 5)}),
        "plan": st.lists(
            st.fixed_dictionaries({"date": DAYS, "progress": st.floats(-1, 2)}), max_size=3
        ),
        "stages": st.lists(
            st.fixed_dictionaries({"name": st.text(max_size=5), "value": st.floats(0, 1)}),
            max_size=3,
        ),
        "closed_on": DAYS,
    },
)
CHECKINS = st.fixed_dictionaries(
    {"date": DAYS, "objective": st.integers(-1, 1), "key_result": st.integers(0, 3)},
    optional={
        "value": VALUES,
        "delta": VALUES,
        "confidence": st.integers(-1, 12),
        "status": st.sampled_from(["on_track", "at_risk", "off_track", "meh", None]),
        "comment": TEXTS,
        "blocker": TEXTS,
        "ask": TEXTS,
        "commitments": st.lists(st.text(max_size=9), max_size=2),
    },
)
CHANGES = st.fixed_dictionaries(
    {
        "date": DAYS,
        "objective": st.just(0),
        "key_result": st.integers(0, 3),
        "field": st.sampled_from(["target", "baseline", "owner", "due", "weight", "unit", "text"]),
    },
    optional={"old": VALUES, "new": VALUES, "reason": TEXTS},
)
CYCLES = st.fixed_dictionaries(
    {
        "set": st.fixed_dictionaries(
            {
                "cycle": st.sampled_from(
                    [
                        {"start": "2026-01-01", "end": "2026-03-31"},
                        {"start": "2026-03-31", "end": "2026-01-01"},
                        {"start": "2026-01-01", "end": "2026-01-01"},
                        {"name": "2026-Q1"},
                        {},
                        None,
                    ]
                ),
                "objectives": st.lists(
                    st.fixed_dictionaries(
                        {
                            "objective": st.text(max_size=20),
                            "key_results": st.lists(KEY_RESULTS, max_size=3),
                        }
                    ),
                    max_size=2,
                ),
            }
        ),
        "checkins": st.lists(CHECKINS, max_size=12),
        "changes": st.lists(CHANGES, max_size=4),
    }
)


@given(CYCLES, st.dates(date(2025, 11, 1), date(2026, 6, 1)), st.sampled_from(Language))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_cycle_gets_a_summary_or_a_refusal(
    value: dict[str, Any], as_of: date, language: Language
) -> None:
    told_in = Language.EN if language is Language.MIXED else language
    try:
        record = cycle_of(value, Settings()).record
    except CoachError:
        return
    summary = summarise(record, as_of=as_of, limits=LIMITS, language=told_in)
    known = {fact.fact_id for fact in summary.facts}
    for block in summary.blocks:
        assert block.items
        assert all(item.facts and set(item.facts) <= known for item in block.items)
    for state in summary.key_results:
        if state.value is None and state.reported is None and state.in_band is None:
            assert state.shown is not Shown.ON_TRACK
        numbers = (state.progress, state.gap, state.expected)
        assert all(n is None or math.isfinite(n) for n in numbers)
    page = outline(summary)
    terminal.plain(page)
    mail.report(page)
    document.report(page)
    pictures(compute(record, as_of, LIMITS), told_in)
