"""A review over HTTP with a model behind a real endpoint."""

import json

import pytest
from pydantic import SecretStr

from tests.api.conftest import WithModel
from tests.llm.endpoint import page, says, status

SET = {
    "owner": "Ann Lee",
    "objectives": [
        {
            "objective": "Customers pay without friction",
            "key_results": ["Launch the new checkout page", "Improve payment success rate"],
        }
    ],
}
LINE = "Payment success rate from [baseline to confirm] to [target to set]"
DRAFT = {"line": "KR1.2", "reason": "No number.", "rewrite": LINE}
GOOD = json.dumps({"lines": [DRAFT, DRAFT], "opinions": []})


def test_a_models_line_is_in_the_review(with_model: WithModel) -> None:
    with with_model(says(GOOD)) as (client, endpoint):
        made = client.post("/v1/review", json=SET).json()
    by_place = {each["key_result"]: each for each in made["suggestions"]}
    assert (by_place[1]["after"], by_place[1]["written_by"]) == (LINE, "model")
    assert by_place[0]["written_by"] == "rules"
    assert made["provenance"]["model"] == "test-model"
    assert made["provenance"]["tokens_in"] == 70
    assert len(endpoint.asked) == 1


def test_the_rules_stand_at_once_and_lines_come_as_they_pass(with_model: WithModel) -> None:
    with with_model(says(GOOD)) as (client, _):
        lines = client.post("/v1/review/events", json=SET).text.splitlines()
    told = [json.loads(line) for line in lines]
    assert [each["event"] for each in told] == ["rules", "suggestion", "done"]
    assert told[1]["suggestion"]["after"] == LINE
    assert told[0]["answer"]["score"] == told[2]["answer"]["score"]


def test_a_model_that_fails_leaves_a_full_review_that_says_so(with_model: WithModel) -> None:
    for act in (status(503, retry_after="0.01"), page("<html>")):
        with with_model(act) as (client, _):
            answer = client.post("/v1/review?lang=en", json=SET)
        assert answer.status_code == 200
        made = answer.json()
        assert {each["written_by"] for each in made["suggestions"]} == {"rules"}
        assert "was of no help" in made["provenance"]["notes"][-1]


def test_a_caller_can_go_by_the_rules_alone(with_model: WithModel) -> None:
    with with_model(says(GOOD)) as (client, endpoint):
        client.post("/v1/review?llm=off", json=SET)
    assert endpoint.asked == []


def test_nothing_is_sent_where_nothing_may_leave(with_model: WithModel) -> None:
    with with_model(says(GOOD), llm_send="nothing") as (client, endpoint):
        assert client.post("/v1/review", json=SET).status_code == 200
        assert client.post("/v1/review?llm=on", json=SET).json()["code"] == "usage.no_model"
    assert endpoint.asked == []


def test_the_same_set_is_asked_about_once(with_model: WithModel) -> None:
    with with_model(says(GOOD)) as (client, endpoint):
        first = client.post("/v1/review", json=SET).json()
        second = client.post("/v1/review", json=SET).json()
    assert len(endpoint.asked) == 1
    assert second["suggestions"] == first["suggestions"]
    assert second["provenance"]["attempts"] == 0


def test_a_stream_of_sets_keeps_its_order_and_its_errors(with_model: WithModel) -> None:
    body = "\n".join([json.dumps({"id": "a", **SET}), "{", json.dumps({"id": "b", **SET})])
    with with_model(says(GOOD)) as (client, _):
        answer = client.post(
            "/v1/review", content=body, headers={"content-type": "application/x-ndjson"}
        )
    made = [json.loads(line) for line in answer.text.splitlines()]
    assert [each.get("id") for each in made] == ["a", None, "b"]
    assert made[1]["error"]["code"].startswith("unreadable")


def test_the_key_of_the_model_is_in_no_answer(
    with_model: WithModel, caplog: pytest.LogCaptureFixture
) -> None:
    secret = SecretStr("sk-very-secret-key-0000")
    with with_model(status(401), llm_api_key=secret) as (client, _):
        text = client.post("/v1/review", json=SET).text
    assert "sk-very-secret" not in text
    assert "sk-very-secret" not in caplog.text
    assert "Launch the new checkout" not in caplog.text
