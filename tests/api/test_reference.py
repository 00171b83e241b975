from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

import api
from assistant.rules.library import load_library
from tests.api.conftest import Serve
from tests.api.drafts import SET


def test_the_rules_are_listed_in_order(client: TestClient) -> None:
    rules = client.get("/v1/rules").json()
    ids = [rule["id"] for rule in rules]
    assert ids == sorted(load_library(None).rules)
    assert rules[ids.index("K01")]["severity"] == "error"
    assert set(rules[0]["title"]) == {"en", "zh"}


def test_a_rule_is_told_whole(client: TestClient) -> None:
    rule = client.get("/v1/rules/k01").json()
    assert rule["id"] == "K01"
    assert rule["examples"]["bad"][0].keys() == {"en", "zh"}
    assert rule["sources"][0]["url"].startswith("https://")


def test_an_unknown_rule_is_told(client: TestClient) -> None:
    response = client.get("/v1/rules/K99")
    assert response.status_code == 404
    assert response.json()["code"] == "not_found.rule"


def test_profiles_and_packs_are_listed(client: TestClient) -> None:
    choices = client.get("/v1/profiles").json()
    assert choices["default_profile"] == "balanced"
    assert {one["name"] for one in choices["profiles"]} >= {"balanced", "lightweight"}
    assert {one["name"] for one in choices["packs"]} >= {"digital-health"}


def test_an_answer_keeps_to_its_published_shape(client: TestClient) -> None:
    schema = client.get("/v1/schemas/answer").json()
    Draft202012Validator(schema).validate(client.post("/v1/check", json=SET).json())
    assert client.get("/v1/schemas/nope").status_code == 404


def test_the_service_tells_how_it_is(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "problems": []}
    told = client.get("/readyz").json()
    assert (told["status"], told["problems"]) == ("ready", [])
    assert told["search"] in {"not_loaded", "loading", "hybrid", "lexical"}


def test_broken_files_of_a_company_are_told_and_the_rest_works(
    serve: Serve, tmp_path: Path
) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "X01.yml").write_text("id: X01\nid: X02\n", encoding="utf-8")
    client = serve(rubrics_dir=tmp_path)
    state = client.get("/readyz").json()
    assert state["status"] == "ready"
    assert "X01.yml" in state["problems"][0]
    assert client.post("/v1/check", json=SET).status_code == 200


def test_a_profile_that_does_not_exist_keeps_the_service_from_being_ready(serve: Serve) -> None:
    response = serve(profile="nope").get("/readyz")
    assert response.status_code == 503
    assert response.json()["status"] == "not_ready"


def test_the_description_has_examples_and_problems(client: TestClient) -> None:
    check = client.get("/openapi.json").json()["paths"]["/v1/check"]["post"]
    kinds = check["requestBody"]["content"]
    assert kinds["application/json"]["examples"]["set"]["value"]["team"] == "Parcel returns"
    assert {parameter["name"] for parameter in check["parameters"]} >= {"profile", "lang", "final"}
    assert "application/problem+json" in check["responses"]["413"]["content"]


def test_the_examples_of_the_description_can_be_checked(client: TestClient) -> None:
    check = client.get("/openapi.json").json()["paths"]["/v1/check"]["post"]
    content = check["requestBody"]["content"]
    as_json = client.post("/v1/check", json=content["application/json"]["examples"]["set"]["value"])
    text = content["text/plain"]["examples"]["draft"]["value"]
    assert as_json.json()["verdict"]
    assert client.post("/v1/check", content=text.encode()).json()[0]["language"] == "zh-Hans"


WEB = yaml.safe_load(files("assistant").joinpath("catalogues/web.yml").read_text(encoding="utf-8"))
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(api.__file__).parent.rglob("*")
    if path.suffix in {".py", ".html"}
)


def test_every_sentence_of_the_page_is_in_use() -> None:
    """A key that is put together from parts is in use when its beginning is."""
    composed = set(re.findall(r'"([a-z_.]+\.)" ?~', CODE)) | {"http.", "count.", "about.", "field."}
    unused = [key for key in WEB if f'"{key}"' not in CODE and f"'{key}'" not in CODE]
    assert [key for key in unused if not key.startswith(tuple(composed))] == []


@pytest.mark.parametrize("name", re.findall(r'(?<![\w])t\(["\']([\w.]+)["\'][,)]', CODE))
def test_every_sentence_that_a_template_says_exists(name: str) -> None:
    assert name in WEB
