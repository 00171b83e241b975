"""`POST /v1/summaries`: the same summary as on the command line."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from api.summaries import EXAMPLE


def post(client: TestClient, body: Any = EXAMPLE, **query: str) -> Any:
    return client.post("/v1/summaries", json=body, params=query)


def test_a_cycle_gives_its_summary(client: TestClient) -> None:
    told = post(client, as_of="2026-02-08").json()
    assert told["header"]["cutoff"] == "2026-02-08"
    assert told["key_results"][0]["progress"] == 0.1944
    assert told["key_results"][0]["shown"] == "at_risk"
    assert [block["block"] for block in told["blocks"]][:4] == [1, 2, 3, 4]
    assert told["message_language"] == "en"


def test_the_statements_are_in_the_language_that_is_asked_for(client: TestClient) -> None:
    told = post(client, lang="zh-Hant").json()
    assert told["blocks"][3]["title"] == "需要關注"


@pytest.mark.parametrize(
    ("form", "media_type"), [("markdown", "text/markdown"), ("html", "text/html")]
)
def test_a_report_is_given_in_other_forms(client: TestClient, form: str, media_type: str) -> None:
    answer = post(client, format=form)
    assert answer.headers["content-type"].startswith(media_type)
    assert "Needs attention" in answer.text


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_out_of_all_time_does_not_count(client: TestClient, day: str) -> None:
    assert post(client, {**EXAMPLE, "as_of": day}).status_code == 200
    asked = {"text": "KR1: 61%, by next Friday, 12/20", "set": EXAMPLE["set"], "as_of": day}
    assert client.post("/v1/checkins/read", json=asked).json()["items"][0]["value"] == 61


def test_a_long_cycle_is_summed_up_in_a_worker(client: TestClient) -> None:
    days = [f"2026-01-{day:02}" for day in range(1, 32)]
    entry = EXAMPLE["checkins"][0]  # type: ignore[index]
    corrected = [{**entry, "date": day, "value": 60} for day in days] * 4
    at_odds = [{**entry, "date": day, "delta": 9} for day in days]
    many = {**EXAMPLE, "checkins": corrected + at_odds}
    told = post(client, many, as_of="2026-02-01").json()
    assert told["key_results"][0]["value"] == 61
    assert len(told["notes"]) == 50


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"as_of": "yesterday"}, "usage.bad_parameter"),
        ({"as_of": "0001-01-01"}, "usage.bad_parameter"),
        ({"lang": "fr"}, "usage.bad_parameter"),
        ({"colour": "red"}, "usage.unknown_parameter"),
    ],
)
def test_a_wrong_parameter_is_named(client: TestClient, query: dict[str, str], code: str) -> None:
    answer = post(client, **query)
    assert answer.status_code == 400
    assert answer.json()["code"] == code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "unreadable.no_objectives"),
        ({"set": {"objectives": []}, "checkins": {}}, "unreadable.needs_list"),
        ([], "unreadable.no_objectives"),
    ],
)
def test_what_is_no_cycle_is_told(client: TestClient, body: Any, code: str) -> None:
    answer = post(client, body)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("KR1: 6100%", "KR1.1: is 6,100% right?"),
        ("KR1 现在 6100%", "KR1.1：6,100%"),
        ("KR1: 61%", None),
    ],
)
def test_a_value_that_is_hard_to_believe_is_asked_about(
    client: TestClient, text: str, asked: str | None
) -> None:
    rate = {"objectives": [{"objective": "-", "key_results": ["On-time rate from 54% to 90%"]}]}
    told = client.post("/v1/checkins/read", json={"text": text, "set": rate}).json()
    assert [one[: len(asked or "")] for one in told["asked"]] == ([asked] if asked else [])


def test_it_is_asked_about_beside_the_check_ins_that_come_along(client: TestClient) -> None:
    calls = {"objectives": [{"objective": "-", "key_results": ["Calls a month from 20 to 60"]}]}
    earlier = [{"date": "2026-02-06", "objective": 0, "key_result": 0, "value": 900}]
    body = {"text": "KR1 1,300 calls", "set": calls, "as_of": "2026-02-13"}
    alone = client.post("/v1/checkins/read", json=body).json()
    beside = client.post("/v1/checkins/read", json={**body, "checkins": earlier}).json()
    assert (len(alone["asked"]), len(beside["asked"])) == (1, 0)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "There is no week to sum up"),
        ("zh-Hans", "没有可以汇总的一周"),
        ("zh-Hant", "沒有可以彙總的一週"),
    ],
)
def test_a_set_without_a_week_is_refused_as_on_the_command_line(
    client: TestClient, lang: str, told: str
) -> None:
    """No check-in, no change, no day of the cycle: there is nothing that could be summed up."""
    body = {"set": {"objectives": [{"objective": "On time", "key_results": ["Late: 9 to 3"]}]}}
    answer = post(client, body, lang=lang)
    assert answer.status_code == 422
    assert answer.json()["code"] == "unreadable.no_weeks"
    assert answer.json()["detail"].startswith(told)


def test_an_amount_typed_with_a_scale_comes_in_the_unit_of_its_key_result(
    client: TestClient,
) -> None:
    members = {
        "objectives": [{"objective": "老客户愿意留下", "key_results": ["会员数从30万增加到60万"]}]
    }
    read = client.post("/v1/checkins/read", json={"text": "KR1 目前38w", "set": members}).json()
    (item,) = read["items"]
    assert (item["value"], item["unit"], item["quotes"]["value"]) == (38, "万", "38w")
    entry = {**item, "date": "2026-02-06", "objective": 0, "key_result": 0}
    cycle = {"set": {**members, "cycle": {"name": "2026-Q1"}}, "checkins": [entry]}
    made = client.post("/v1/summaries?as_of=2026-02-06", json=cycle).json()
    assert made["key_results"][0]["progress"] == 0.2667
