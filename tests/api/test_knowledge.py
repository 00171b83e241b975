import pytest
from starlette.testclient import TestClient


def test_the_metric_library_is_given_in_parts(client: TestClient) -> None:
    first = client.get("/v1/knowledge/metrics", params={"limit": 2}).json()
    second = client.get("/v1/knowledge/metrics", params={"limit": 2, "offset": 1}).json()
    assert first["total"] == second["total"] >= 459
    assert first["metrics"][1] == second["metrics"][0]
    assert set(first["metrics"][0]["name"]) == {"en", "zh"}


def test_the_metrics_of_an_industry_come_before_those_of_any(client: TestClient) -> None:
    asked = {"industry": "logistics", "function": "operations", "limit": 100}
    found = client.get("/v1/knowledge/metrics", params=asked).json()["metrics"]
    own = ["logistics" in one["industries"] for one in found]
    assert own == sorted(own, reverse=True)
    assert all({"operations", "any"} & set(one["functions"]) for one in found)
    assert all({"logistics", "any"} & set(one["industries"]) for one in found)


def test_a_metric_comes_with_what_it_guards_and_the_examples_that_use_it(
    client: TestClient,
) -> None:
    told = client.get("/v1/knowledge/metrics/labour-cost-share").json()
    assert told["metric"]["name"]["zh"] == "人工成本占比"
    assert "late-shift-change-rate" in told["guards"]
    assert "retail-rota-staff-can-plan" in told["examples"]


def test_a_metric_that_is_not_there_is_told_in_the_callers_language(client: TestClient) -> None:
    response = client.get("/v1/knowledge/metrics/nope?lang=zh-Hans")
    assert (response.status_code, response.json()["code"]) == (404, "not_found.metric")
    assert response.json()["detail"] == "没有指标 nope。"


def test_examples_are_given_by_industry_and_function(client: TestClient) -> None:
    asked = {"industry": "semiconductors", "function": "security"}
    told = client.get("/v1/knowledge/examples", params=asked).json()
    assert [one["id"] for one in told["examples"]] == [
        "semiconductors-designs-leave-only-with-leave"
    ]
    assert told["total"] == 1


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"industry": "mars"}, "usage.unknown_filter"),
        ({"function": "any"}, "usage.unknown_filter"),
        ({"limit": "0"}, "usage.bad_parameter"),
        ({"offset": "-1"}, "usage.bad_parameter"),
        ({"limit": "many"}, "usage.bad_parameter"),
        ({"colour": "red"}, "usage.unknown_parameter"),
        ({"industry": "x" * 100}, "usage.long_parameter"),
    ],
)
@pytest.mark.parametrize("path", ["metrics", "examples"])
def test_what_cannot_be_asked_is_refused(
    client: TestClient, path: str, asked: dict[str, str], code: str
) -> None:
    response = client.get(f"/v1/knowledge/{path}", params=asked)
    assert (response.status_code, response.json()["code"]) == (400, code)
