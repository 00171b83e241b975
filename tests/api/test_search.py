import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient


def test_a_question_is_answered_with_passages_and_their_sources(client: TestClient) -> None:
    asked = {"query": "准时交付率怎么算", "kind": "metric", "limit": 3}
    answer = client.get("/v1/search", params=asked).json()
    schema = client.get("/v1/schemas/search").json()
    Draft202012Validator(schema).validate(answer)
    assert answer["passages"][0]["passage_id"] == "metrics#on-time-delivery-rate"
    assert answer["passages"][0]["source"]["id"] == "own"
    assert len(answer["passages"]) == 3


def test_the_passages_are_told_in_the_language_that_is_asked_for(client: TestClient) -> None:
    asked = {"query": "churn rate", "lang": "zh-Hant", "kind": "metric"}
    answer = client.get("/v1/search", params=asked).json()
    assert {one["language"] for one in answer["passages"]} == {"zh-Hant"}
    assert any("流失" in one["title"] for one in answer["passages"])


@pytest.mark.parametrize(
    ("asked", "code", "field", "takes"),
    [
        ({"query": "x", "industry": "mars"}, "usage.unknown_filter", "industry", "logistics"),
        ({"query": "x", "doc_lang": "fr"}, "usage.unknown_filter", "doc_lang", "zh"),
        ({"query": "x", "limit": "0"}, "usage.bad_parameter", "limit", "1-100"),
        ({"query": "x", "lang": "fr"}, "usage.bad_parameter", "lang", "zh-Hant"),
        ({}, "usage.bad_parameter", "query", "text"),
        ({"query": "x", "colour": "red"}, "usage.unknown_parameter", "colour", "industry"),
    ],
)
def test_what_cannot_be_asked_is_told_with_what_can(
    client: TestClient, asked: dict[str, str], code: str, field: str, takes: str
) -> None:
    response = client.get("/v1/search", params=asked)
    told = response.json()
    assert (response.status_code, told["code"], told["field"]) == (400, code, field)
    assert takes in told["fix"]
