from __future__ import annotations

import io
import json

import pytest
from docx import Document
from openpyxl import Workbook
from starlette.testclient import TestClient

from assistant.coaching.check import load_checker
from assistant.models import Answer, OkrSet
from assistant.parsing import SetReading
from assistant.settings import Settings
from tests.api.drafts import DRAFTS, ENGLISH, SET, SIMPLIFIED, long_draft

OFFICE = "application/vnd.openxmlformats-officedocument."


def found(answer: dict[str, object]) -> set[tuple[str, object, object]]:
    return {(f["rule"], f["objective"], f["key_result"]) for f in answer["findings"]}  # type: ignore[attr-defined]


def test_one_set_as_json_gives_one_answer(client: TestClient) -> None:
    answer = client.post("/v1/check", json=SET).json()
    assert answer["id"] == "search-team"
    assert ("K01", 0, 1) in found(answer)
    assert ("K01", 0, 0) not in found(answer)


def test_the_answer_is_the_library_s(client: TestClient) -> None:
    answer = client.post("/v1/check", json=SET).json()
    checker = load_checker(Settings(), None, None)
    reading = SetReading(OkrSet.model_validate(SET))
    (expected,) = checker.check_all([reading], final=False, language=None)
    told = json.loads(expected.model_dump_json())
    for key in ("facts", "findings", "score", "verdict", "arithmetic", "rubric_version"):
        assert answer[key] == told[key]


def test_several_sets_give_a_list(client: TestClient) -> None:
    answers = client.post("/v1/check", json=[SET, {**SET, "id": "other"}]).json()
    assert [answer["id"] for answer in answers] == ["search-team", "other"]


@pytest.mark.parametrize("language", DRAFTS)
def test_pasted_text_is_answered_in_its_own_language(client: TestClient, language: str) -> None:
    (answer,) = client.post("/v1/check", content=DRAFTS[language].encode()).json()
    assert (answer["language"], answer["message_language"]) == (language, language)
    assert ("K01", 0, 1) in found(answer)
    assert answer["set"]["objectives"][0]["key_results"][1]["at"]["line"] == 3


def test_the_three_languages_draw_the_same_findings(client: TestClient) -> None:
    drawn = [
        found(client.post("/v1/check", content=draft.encode()).json()[0])
        for draft in DRAFTS.values()
    ]
    assert drawn[0] == drawn[1] == drawn[2]


def test_messages_come_in_the_language_that_was_asked_for(client: TestClient) -> None:
    (answer,) = client.post("/v1/check?lang=zh-Hant", content=ENGLISH.encode()).json()
    assert answer["language"] == "en"
    assert answer["message_language"] == "zh-Hant"
    assert "沒有" in next(f["message"] for f in answer["findings"] if f["rule"] == "K01")


def test_a_report_can_be_had_as_markdown(client: TestClient) -> None:
    response = client.post("/v1/check?format=markdown", content=SIMPLIFIED.encode())
    assert response.headers["content-type"] == "text/markdown; charset=utf-8"
    assert response.text.startswith("# ")
    assert "K01" in response.text


def test_a_placeholder_weighs_more_in_the_final_version(client: TestClient) -> None:
    draft = "O1: Visitors find what they came for\nKR1: Share of searches with a visit to X%"
    severities = []
    for final in ("false", "true"):
        (answer,) = client.post(f"/v1/check?final={final}", content=draft.encode()).json()
        severities += [f["severity"] for f in answer["findings"] if f["rule"] == "K17"]
    assert severities == ["warning", "error"]


def test_a_profile_changes_the_limits(client: TestClient) -> None:
    two = {"objectives": [SET["objectives"][0], SET["objectives"][0]]}
    strict = client.post("/v1/check?profile=radical-focus", json=two).json()
    assert strict["profile"] == "radical-focus"
    assert ("S01", None, None) in found(strict)
    assert ("S01", None, None) not in found(client.post("/v1/check", json=two).json())


@pytest.mark.parametrize("field", ["profile", "pack"])
def test_an_unknown_name_is_told_with_those_that_exist(client: TestClient, field: str) -> None:
    response = client.post(f"/v1/check?{field}=nope", json=SET)
    assert response.status_code == 404
    assert response.json()["code"] == f"not_found.{field}"


def test_a_wrong_parameter_is_named(client: TestClient) -> None:
    response = client.post("/v1/check?lang=fr", json=SET)
    assert response.status_code == 400
    assert response.json()["field"] == "lang"
    assert "zh-Hant" in response.json()["fix"]


@pytest.mark.parametrize(
    ("query", "code", "fix"),
    [
        ("final=maybe", "usage.bad_parameter", "可用的值：true, false。"),
        ("lang=fr", "usage.bad_parameter", "可用的值：auto, en, zh-Hans, zh-Hant。"),
        ("format=pdf", "usage.bad_parameter", "可用的值：json, markdown。"),
        (
            "finale=true",
            "usage.unknown_parameter",
            "可用的参数：profile, pack, final, lang, input_format, name, format。",
        ),
        (f"profile={'a' * 61}", "usage.long_parameter", "请缩短。"),
    ],
)
def test_a_wrong_parameter_is_told_in_the_caller_s_language(
    client: TestClient, query: str, code: str, fix: str
) -> None:
    response = client.post(f"/v1/check?{query}", json=SET, headers={"accept-language": "zh-CN"})
    told = response.json()
    assert response.status_code == 400
    assert (told["code"], told["fix"]) == (code, fix)
    assert told["field"] == query.partition("=")[0]
    assert told["field"] in told["detail"]


def test_one_set_with_a_byte_order_mark_gives_one_answer(client: TestClient) -> None:
    data = b"\xef\xbb\xbf " + json.dumps(SET).encode()
    headers = {"content-type": "application/json"}
    answer = client.post("/v1/check", content=data, headers=headers).json()
    assert answer["id"] == "search-team"


def test_a_table_is_read_from_csv_and_xlsx(client: TestClient) -> None:
    rows = [
        ["Objective", "Key result", "Baseline", "Target"],
        ["Visitors find what they came for", "Share of searches with a visit", "41%", "60%"],
    ]
    book = Workbook()
    sheet = book.create_sheet("Plan", 0)
    for row in rows:
        sheet.append(row)
    packed = io.BytesIO()
    book.save(packed)
    sent = {
        "text/csv": "\n".join(",".join(row) for row in rows).encode(),
        f"{OFFICE}spreadsheetml.sheet": packed.getvalue(),
    }
    for kind, data in sent.items():
        (answer,) = client.post("/v1/check", content=data, headers={"content-type": kind}).json()
        (key_result,) = answer["set"]["objectives"][0]["key_results"]
        assert key_result["text"] == "Share of searches with a visit"
        assert str(key_result["target"]).startswith(("60", "0.6"))


def test_a_document_is_recognised_by_its_content_and_name(client: TestClient) -> None:
    document = Document()
    for line in ENGLISH.splitlines():
        document.add_paragraph(line)
    packed = io.BytesIO()
    document.save(packed)
    headers = {"content-type": "application/octet-stream"}
    response = client.post("/v1/check?name=q4.docx", content=packed.getvalue(), headers=headers)
    assert ("K01", 0, 1) in found(response.json()[0])


def test_a_long_draft_gets_the_same_answer_from_a_worker(client: TestClient) -> None:
    (answer,) = client.post("/v1/check", content=long_draft(40).encode()).json()
    assert len(answer["facts"]) == 200
    assert Answer.model_validate(answer).facts[199].key_result == 3


HOSTILE = {
    "nothing": b"",
    "blanks": b" \n\t\n ",
    "nul bytes": b"\x00" * 200,
    "half a character": "目标".encode()[:-1],
    "a closed brace": b"}",
    "deep lists": b"[" * 5000,
    "deep objects": b'{"objectives":' * 5000,
    "a number for a set": b"7",
    "objectives that are none": b'{"objectives": 5}',
    "an endless number": b'{"objectives": [{"objective": "x", "weight": ' + b"9" * 5000 + b"}]}",
    "no archive": b"PK\x03\x04" + b"\x00" * 50,
    "a pdf": b"%PDF-1.7",
    "yaml aliases": b"a: &a [x]\nb: &b [*a,*a]\nobjectives: [*b, *b]",
    "a yaml object": b"objectives: !!python/object/apply:os.system ['id']",
    "lone surrogate": b'{"objectives": [{"objective": "\\ud800"}]}',
    "direction marks": "O1: \u202e\u202dabc\u2066 KR1: 5".encode(),
}


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/yaml", "x/y"])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_gets_a_clear_answer(client: TestClient, name: str, kind: str) -> None:
    response = client.post("/v1/check", content=HOSTILE[name], headers={"content-type": kind})
    assert response.status_code in {200, 400, 413, 415, 422}
    if response.status_code != 200:
        told = response.json()
        assert response.headers["content-type"] == "application/problem+json"
        assert told["detail"]
        assert told["fix"]
