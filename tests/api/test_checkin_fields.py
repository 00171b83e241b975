"""The page /checkins: a check-in typed into fields."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

from api.sample_cycles import sample_cycle
from tests.api.test_checkin_page import MESSAGE, Csrf, cycle_in, send
from tests.api.test_pages import HOSTILE, Inline, words

FIELDS = {
    "entry_key_result": "KR1.1",
    "entry_value": "74%",
    "entry_confidence": "8",
    "entry_status": "at_risk",
    "entry_comment": "两家承运商换了仓库",
    "entry_blocker": "Waiting for the web team",
    "entry_blocker_owner": "Web team",
    "entry_ask": "A date for the label page",
    "entry_next_action": "Call the carrier",
    "entry_due": "2026-02-20",
    "day": "2026-02-13",
    "author": "Ada",
}


def test_a_check_in_is_typed_into_fields(client: TestClient, csrf: Csrf) -> None:
    page = send(client, csrf, "/checkins/enter?lang=en", **FIELDS).text
    assert cycle_in(page)["checkins"][-1] == {
        "date": "2026-02-13",
        "objective": 0,
        "key_result": 0,
        "author": "Ada",
        "value": "74%",
        "confidence": 8.0,
        "status": "at_risk",
        "comment": "两家承运商换了仓库",
        "blocker": "Waiting for the web team",
        "blocker_owner": "Web team",
        "ask": "A date for the label page",
        "next_action": "Call the carrier",
        "due": "2026-02-20",
    }
    assert "Added: 1." in words(page)
    assert 'name="entry_value" autocomplete="off" maxlength="60" value=""' in page


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("entry_confidence", "11", "confidence"),
        ("entry_confidence", "high", "confidence"),
        ("entry_value", "a lot", "value"),
        ("entry_status", "meh", "status"),
        ("entry_due", "0000-00-00", "due"),
        ("entry_key_result", "KR9.9", "key_result"),
        ("day", "0001-01-01", "day"),
    ],
)
def test_a_field_that_cannot_be_meant_is_told_and_what_was_typed_stays(
    client: TestClient, csrf: Csrf, name: str, value: str, told: str
) -> None:
    page = send(client, csrf, "/checkins/enter?lang=en", **{**FIELDS, name: value}).text
    assert f"<code>{told}</code>" in page
    assert "Call the carrier" in page.split('id="fields"', 1)[1]
    assert cycle_in(page) == json.loads(sample_cycle("en"))


def test_promises_are_typed_a_line_each(client: TestClient, csrf: Csrf) -> None:
    promises = "Call the carrier\n[x] 访谈 5 位客户\n[ ] Ask for a date"
    fields = {"entry_key_result": "KR1.1", "entry_commitments": promises, "day": "2026-02-06"}
    page = send(client, csrf, "/checkins/enter?lang=en", **fields).text
    assert cycle_in(page)["checkins"][-1]["commitments"] == [
        {"text": "Call the carrier"},
        {"text": "访谈 5 位客户", "done": True},
        {"text": "Ask for a date", "done": False},
    ]
    week = page.split('id="week-label"')[1].split('id="history-label"')[0]
    assert "Call the carrier" in week


def test_a_day_outside_the_cycle_is_told_where_a_check_in_is_added(
    client: TestClient, csrf: Csrf
) -> None:
    late = {**FIELDS, "day": "2027-02-13"}
    page = words(send(client, csrf, "/checkins/enter?lang=en", **late).text)
    assert "KR1.1, 2027-02-13: this day lies outside the cycle" in page
    asked = {"message": MESSAGE, "day": "2027-02-13"}
    assert "Is the day right?" in send(client, csrf, "/checkins/read", **asked).text


def test_fields_without_a_word_add_nothing(client: TestClient, csrf: Csrf) -> None:
    page = send(client, csrf, "/checkins/enter?lang=en", entry_key_result="KR1.1").text
    assert "The check-in says nothing." in words(page)


def test_what_is_typed_into_fields_stays_text(client: TestClient, csrf: Csrf) -> None:
    hostile = dict.fromkeys(FIELDS, HOSTILE) | {"day": "2026-02-13"}
    for fields in (hostile, FIELDS | {"entry_comment": HOSTILE, "author": HOSTILE}):
        page = send(client, csrf, "/checkins/enter", **fields).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert Inline(page).found == []
