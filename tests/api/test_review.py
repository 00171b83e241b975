"""`POST /v1/review`: the answer of a check with suggestions; answers travel with the set."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

SET = {
    "id": "shop",
    "objectives": [
        {"objective": "让付款更顺畅", "key_results": ["上线新版结算页", "客户满意度达到95%"]}
    ],
}


def first(answer: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = answer["suggestions"][0]
    return found


def test_a_set_gets_suggestions_with_questions(client: TestClient) -> None:
    answer = client.post("/v1/review", json=SET).json()
    assert first(answer)["after"] == "新版结算页的下单完成率从[基线待确认]提升到[目标待定]"
    assert [one["asks"] for one in first(answer)["questions"]] == ["baseline", "target"]
    assert answer["examples"]
    assert {"passage_id", "title", "text", "industry", "source"} <= set(answer["examples"][0])


def test_answers_travel_with_the_set_and_nothing_is_kept(client: TestClient) -> None:
    questions = first(client.post("/v1/review", json=SET).json())["questions"]
    given = {questions[0]["id"]: "31", questions[1]["id"]: 45}
    answer = client.post("/v1/review", json={"set": SET, "answers": given}).json()
    assert first(answer)["after"] == "新版结算页的下单完成率从31%提升到45%"
    again = client.post("/v1/review", json=SET).json()
    assert first(again)["questions"] == questions


DECLARED = {
    "en": ("Clinics book with us first", "No-show rate from 12% to 7%", "Visits from 120 to 180"),
    "zh-Hant": ("診所掛號首選我們", "爽約率從12%降到7%", "週掛號量從1200增加到1800"),
}
TOLD = {"due": "2026-10-31", "source": "HIS", "owner": "Chen Yu"}


@pytest.mark.parametrize("language", DECLARED)
def test_the_day_the_source_and_the_owner_are_asked_for_and_put_in(
    client: TestClient, language: str
) -> None:
    objective, told, untold = DECLARED[language]
    declared = {"text": told, "due": "2026-09-30", "source": "BI", "owner": "Li Na"}
    held = {"objective": objective, "key_results": [declared, untold]}

    def asked(answers: dict[str, str]) -> list[dict[str, Any]]:
        sent = {"set": {"objectives": [held]}, "answers": answers}
        found: list[dict[str, Any]] = client.post("/v1/review", json=sent).json()["suggestions"]
        return found

    questions = [one for each in asked({}) for one in each["questions"]]
    assert {one["asks"] for one in questions} == {"due", "source", "owner"}
    made = asked({one["id"]: TOLD[one["asks"]] for one in questions})
    assert [one["questions"] for one in made] == [[], []]
    line = next(one["after"] for one in made if one["key_result"] == 1)
    assert TOLD["due"] in line
    assert TOLD["source"] in line


def test_raw_text_gives_a_list(client: TestClient) -> None:
    text = "O: Our pricing is clear\nKR: Launch our new pricing page\n"
    headers = {"content-type": "text/plain"}
    [answer] = client.post("/v1/review", content=text, headers=headers).json()
    assert first(answer)["after"].startswith("Share of visitors to our new pricing page")


def test_a_stream_of_sets_gives_a_line_each(client: TestClient) -> None:
    body = "\n".join([json.dumps(SET), "{broken", json.dumps({"set": SET, "answers": {}})])
    headers = {"content-type": "application/x-ndjson"}
    lines = client.post("/v1/review", content=body, headers=headers).text.splitlines()
    told = [json.loads(line) for line in lines]
    assert [bool(one.get("suggestions")) for one in told] == [True, False, True]
    assert "error" in told[1]


def test_a_report_for_people(client: TestClient) -> None:
    told = client.post("/v1/review?format=markdown", json=SET).text
    assert "~~上线新版结算页~~" in told


@pytest.mark.parametrize("answers", [[1], "31", 7])
def test_answers_of_another_form_are_refused(client: TestClient, answers: object) -> None:
    reply = client.post("/v1/review", json={"set": SET, "answers": answers})
    assert reply.status_code == 400 or reply.status_code == 422
    assert "answers" in reply.text
