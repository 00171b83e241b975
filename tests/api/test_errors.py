from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

import api.app  # noqa: F401 - so that all subclasses are known
from api.errors import STATUS, details_of
from api.work import Desk
from assistant.errors import CoachError, UnreadableInput
from assistant.models import Language
from tests.api.drafts import ENGLISH

SECRET = "the merger with the parcel firm"


def tree(error: type[CoachError]) -> Iterator[type[CoachError]]:
    yield error
    for below in error.__subclasses__():
        yield from tree(below)


def test_every_error_has_its_status() -> None:
    assert set(tree(CoachError)) == set(STATUS)


def test_a_problem_says_what_where_and_how_to_mend_it() -> None:
    error = UnreadableInput("repeated_key", line=3, key="due")
    told = details_of(error, Language.EN).model_dump()
    assert told["status"] == 422
    assert told["code"] == "unreadable.repeated_key"
    assert told["line"] == 3
    assert told["fix"]


@pytest.mark.parametrize(
    ("query", "header", "expected"),
    [
        ("", "", "There is no such page."),
        ("", "zh-CN,zh;q=0.9", "没有这个页面。"),
        ("", "fr, zh-TW;q=0.8, en;q=0.1", "沒有這個頁面。"),
        ("", "zh-Hant-HK", "沒有這個頁面。"),
        ("", "en;q=0.2, zh;q=0.9", "没有这个页面。"),
        ("", "*;q=x,,;;", "There is no such page."),
        ("?lang=zh-Hant", "en", "沒有這個頁面。"),
        ("?lang=tlh", "zh", "没有这个页面。"),
    ],
)
def test_problems_are_told_in_the_caller_s_language(
    client: TestClient, query: str, header: str, expected: str
) -> None:
    response = client.get(f"/nothing{query}", headers={"accept-language": header})
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["detail"] == expected


def test_a_person_gets_a_page_for_a_wrong_address(client: TestClient) -> None:
    response = client.get("/nothing", headers={"accept": "text/html"})
    assert response.status_code == 404
    assert "<h1>There is no such page.</h1>" in response.text


def test_a_wrong_method_is_told_with_the_right_ones(client: TestClient) -> None:
    response = client.delete("/v1/check")
    assert response.status_code == 405
    assert response.json()["code"] == "http.405"
    assert response.headers["allow"] == "POST"


@pytest.mark.parametrize("name", ["run", "checker"])
def test_an_unforeseen_error_is_told_and_logged_without_what_was_typed(
    client: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    name: str,
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(Desk, name, fail)
    with caplog.at_level(logging.DEBUG):
        response = client.post("/v1/check", content=f"O1: {SECRET}".encode())
    assert response.status_code == 500
    assert response.json()["code"] == "http.500"
    assert SECRET not in response.text
    assert SECRET not in caplog.text
    assert "ValueError at" in caplog.text


def test_nothing_that_was_typed_is_logged(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="okr_coach"):
        client.post(f"/v1/check?name={SECRET}", content=ENGLISH.encode())
        client.post("/v1/check", json={"objectives": SECRET})
    assert caplog.text == ""
