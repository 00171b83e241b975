"""A missed week, and a target changed in words, are told as what they are."""

from __future__ import annotations

import pytest

from assistant.checkins.arithmetic.team import coverage
from assistant.checkins.entries import field_of
from assistant.messages import say
from assistant.models import Language
from assistant.models.summary import Code
from tests.checkins.cycles import record, state, team

WAIT = "候诊时间从 26 分钟缩短到 12 分钟"
TICKETS = "Tickets closed in a day from 61% to 85%"


@pytest.mark.parametrize(
    ("as_of", "checked_in", "missing"),
    [
        ("2026-01-23", 2, []),
        ("2026-01-29", 2, []),
        ("2026-01-30", 0, [(0, 0), (0, 1)]),  # the next has to come today
        ("2026-02-03", 0, [(0, 0), (0, 1)]),
    ],
)
def test_a_check_in_of_last_friday_is_none_of_this_week(
    as_of: str, checked_in: int, missing: list[tuple[int, int]]
) -> None:
    said = [
        {"key_result": 0, "date": "2026-01-23", "value": 21},
        {"key_result": 1, "date": "2026-01-23", "value": 66},
    ]
    told = coverage(team(record(WAIT, TICKETS, checkins=said), as_of))
    assert (told.due, told.checked_in, told.missing) == (2, checked_in, missing)


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("线上收入从 320 万元做到 500 万元", "460万元", "500万元"),
        ("線上收入從 320 萬元做到 500 萬元", "460 萬元", "500萬元"),
        ("Daily orders from 1,200 to 2,000", 1600, "2000"),
        (TICKETS, "75%", "85%"),
    ],
)
def test_a_target_that_only_the_words_tell_is_eased_all_the_same(
    text: str, new: str | float, old: str
) -> None:
    changes = [{"date": "2026-02-10", "field": "target", "new": new}]
    made = record(text, changes=changes, checkins=[{"date": "2026-02-12", "value": None}])
    log = team(made, "2026-02-13").log
    assert log.changes[0, 0][0].old == old
    assert Code.TARGET_EASED in state(made, "2026-02-13").codes


@pytest.mark.parametrize("language", [Language.EN, Language.ZH_HANS, Language.ZH_HANT])
@pytest.mark.parametrize("name", ["value", "delta", "confidence", "blocker", "ask", "due"])
def test_what_a_field_is_called_on_our_pages_names_its_column(
    name: str, language: Language
) -> None:
    assert field_of("checkin", say("reading", f"field.{name}", language)) == name


@pytest.mark.parametrize("column", ["目前值", "請求支援", "需要協助", "本周值"])
def test_columns_are_known_by_other_names(column: str) -> None:
    assert field_of("checkin", column) in ("value", "ask")
