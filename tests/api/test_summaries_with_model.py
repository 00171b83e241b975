"""A week's summary over HTTP and on its page, opened by a model behind a real endpoint."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.api.conftest import WithModel
from tests.checkins.modelling.weeks import WEEKS, Week, answer
from tests.llm.endpoint import Act, breaks_off, page, says, status

QUERY = "/v1/summaries?as_of=2026-02-06"


def body(week: Week) -> dict[str, Any]:
    found: dict[str, Any] = week.record.model_dump(mode="json", exclude_none=True)
    return found


def opened(week: Week, *faults: str) -> str:
    texts = [week.faithful[0], *(week.faulty[fault] for fault in faults)]
    return answer(week.summary(), texts)


@pytest.mark.parametrize("week", WEEKS, ids=lambda week: week.language)
def test_what_stands_in_the_facts_opens_the_summary(with_model: WithModel, week: Week) -> None:
    path = f"{QUERY}&lang={week.language}"
    with with_model(says(opened(week, "number", "cause"))) as (client, endpoint):
        made = client.post(path, json=body(week)).json()
        told = client.post(f"{path}&format=markdown", json=body(week)).text
        plain = client.post(f"{path}&llm=off", json=body(week)).json()
    assert [one["text"] for one in made["written"]["opening"]] == [week.faithful[0]]
    assert made["written"]["refused"] == 2
    assert plain["written"] is None
    assert made["key_results"] == plain["key_results"]
    assert week.faithful[0] in told
    assert len(endpoint.asked) == 2  # a try and a mend; the report is made from what is kept


@pytest.mark.parametrize("act", [status(401), page("<html>"), says("no"), breaks_off("{")])
def test_whatever_the_model_does_the_summary_is_whole(with_model: WithModel, act: Act) -> None:
    week = WEEKS[0]
    with with_model(act) as (client, _):
        made = client.post(QUERY, json=body(week))
        plain = client.post(f"{QUERY}&llm=off", json=body(week)).json()
    assert made.status_code == 200
    told = made.json()
    assert told["blocks"] == plain["blocks"]
    assert told["written"]["opening"] == []
    assert "was of no help" in told["notes"][-1]


def test_what_is_no_cycle_is_told_as_without_a_model_and_asks_none(with_model: WithModel) -> None:
    with with_model(says("{}")) as (client, endpoint):
        answered = client.post(QUERY, json={"set": 3})
        wanted = client.post(f"{QUERY}&llm=sometimes", json=body(WEEKS[0]))
    assert (answered.status_code, wanted.status_code) == (422, 400)
    assert endpoint.asked == []


def test_the_page_asks_the_model_only_where_it_is_told_to(with_model: WithModel) -> None:
    week = WEEKS[0]
    with with_model(says(opened(week))) as (client, endpoint):
        first = client.get("/checkins").text
        token = first.split('name="csrf" value="', 1)[1].split('"', 1)[0]
        form = {"csrf": token, "cycle": json.dumps(body(week)), "as_of": "2026-02-06"}
        headers = {"accept": "text/html"}
        plain = client.post("/checkins?lang=en", data=form, headers=headers).text
        assert endpoint.asked == []
        told = client.post("/checkins?lang=en", data=form | {"llm": "on"}, headers=headers).text
        file = client.post("/checkins/summary/markdown?lang=en", data=form | {"llm": "on"}).text
    assert 'name="llm"' in first
    assert "In short" not in plain
    assert "In short (written by a model)" in told
    assert week.faithful[0] in told
    assert week.faithful[0] in file
    assert len(endpoint.asked) == 1
