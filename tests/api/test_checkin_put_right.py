"""The page /checkins: what was misread of a message is put right before it is kept."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.test_checkin_page import MESSAGE, Csrf, cycle_in, send
from tests.api.test_pages import HOSTILE, Inline, words

# As the page sends it: what was read, and what stands in the field now.
AS_READ = {
    "message": MESSAGE,
    "day": "2026-02-13",
    "keep": ["0"],
    "was_KR1.1_value": "74%",
    "fix_KR1.1_value": "74%",
    "was_KR1.1_confidence": "8",
    "fix_KR1.1_confidence": "8",
}


def added(client: TestClient, csrf: Csrf, **typed: str) -> dict[str, Any]:
    page = send(client, csrf, "/checkins/add?lang=en", **AS_READ, **typed).text
    last: dict[str, Any] = cycle_in(page)["checkins"][-1]
    return last


def test_a_field_that_was_misread_is_kept_as_typed(client: TestClient, csrf: Csrf) -> None:
    fields = AS_READ | {"fix_KR1.1_value": "71%"}
    last = cycle_in(send(client, csrf, "/checkins/add", **fields).text)["checkins"][-1]
    assert (last["value"], last["confidence"]) == ("71%", 8.0)


def test_an_emptied_field_is_none_and_a_missed_one_is_filled_in(
    client: TestClient, csrf: Csrf
) -> None:
    fields = AS_READ | {"fix_KR1.1_confidence": "", "fix_KR1.1_blocker": "门店系统停机"}
    last = cycle_in(send(client, csrf, "/checkins/add", **fields).text)["checkins"][-1]
    assert "confidence" not in last
    assert (last["value"], last["blocker"]) == (74.0, "门店系统停机")


def test_what_was_not_touched_is_what_the_message_says(client: TestClient, csrf: Csrf) -> None:
    assert added(client, csrf)["value"] == 74.0


@pytest.mark.parametrize("path", ["/checkins/add", "/checkins/read", "/checkins"])
def test_nothing_typed_is_lost(client: TestClient, csrf: Csrf, path: str) -> None:
    fields = AS_READ | {"fix_KR1.1_confidence": "a lot", "fix_KR1.1_ask": "two more desks"}
    page = send(client, csrf, f"{path}?lang=en", **fields).text
    assert 'value="a lot"' in page
    assert 'value="two more desks"' in page
    assert ("confidence" in words(page.split('id="message"')[1])) is True


def test_what_is_typed_over_stays_text(client: TestClient, csrf: Csrf) -> None:
    page = send(client, csrf, "/checkins/read", **AS_READ, **{"fix_KR1.1_ask": HOSTILE}).text
    assert "<script>alert" not in page
    assert Inline(page).found == []
