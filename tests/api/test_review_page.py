"""The page of a review, and what its script asks for."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import WithModel
from tests.api.test_review_with_model import DRAFT as LINE_DRAFT
from tests.api.test_review_with_model import LINE
from tests.llm.endpoint import says, status

DRAFT = "O1: 让付款更顺畅\nKR1: 上线新版结算页\nKR2: 客户满意度达到95%\n"
HOSTILE = "O: <script>alert(1)</script> wins\nKR: Launch </textarea><img src=x onerror=a()>\n"
Csrf = Callable[[TestClient], str]


def fields(client: TestClient, csrf: Csrf, draft: str = DRAFT, **more: str) -> dict[str, str]:
    return {"csrf": csrf(client), "draft": draft, "messages": "auto", **more}


def data_of(text: str, name: str) -> list[Any]:
    found = re.findall(rf'data-{name}="([^"]*)"', text)
    return [json.loads(html.unescape(one)) for one in found]


def test_without_a_script_the_page_shows_suggestions(client: TestClient, csrf: Csrf) -> None:
    page = client.post("/review", data=fields(client, csrf)).text
    assert "[目标待定]" in page
    assert "新版结算页" in page
    assert 'href="/library/metrics/' in page
    assert "得分" in page


def test_without_a_script_answers_are_put_in_and_carried_on(client: TestClient, csrf: Csrf) -> None:
    page = client.post("/review", data=fields(client, csrf)).text
    question = re.findall(r'data-question="(\w+)"', page)[0]
    answered = {f"answer:{question}": "31"}
    again = client.post("/review", data=fields(client, csrf, **answered)).text
    assert "从31%提升到" in re.sub(r"<[^>]+>", "", again)
    assert f'type="hidden" name="answer:{question}" value="31"' in again


def test_an_empty_draft_says_where_to_begin(client: TestClient, csrf: Csrf) -> None:
    page = client.post("/review?lang=en", data=fields(client, csrf, "  ")).text
    assert "There is no draft yet." in page


def test_answers_are_put_in_and_judged_again(client: TestClient, csrf: Csrf) -> None:
    page = client.post("/review", data=fields(client, csrf)).text
    turn = data_of(page, "turn")[0]
    asked = turn["suggestion"]["questions"]
    turn["answers"] = {asked[0]["id"]: "31", asked[1]["id"]: "45"}
    card = client.post("/ui/review/card", data=fields(client, csrf, turn=json.dumps(turn))).text
    [decision] = data_of(card, "decision")
    assert decision["lines"] == ["新版结算页的下单完成率从31%提升到45%"]
    assert decision["initiative"] == "上线新版结算页"


def test_a_bad_answer_is_told_and_asked_for_again(client: TestClient, csrf: Csrf) -> None:
    page = client.post("/review", data=fields(client, csrf)).text
    turn = data_of(page, "turn")[0]
    turn["answers"] = {turn["suggestion"]["questions"][0]["id"]: "很多"}
    card = client.post("/ui/review/card", data=fields(client, csrf, turn=json.dumps(turn))).text
    assert "“很多”里没有数字" in html.unescape(card)
    assert "[基线待确认]" in card


def test_another_line_can_be_chosen_and_answered(client: TestClient, csrf: Csrf) -> None:
    page = client.post("/review", data=fields(client, csrf)).text
    turn = {**data_of(page, "turn")[0], "pick": 1}
    sent = fields(client, csrf, turn=json.dumps(turn))
    other = client.post("/ui/review/card", data=sent).text
    question = re.findall(r'data-question="(\w+)"', other)[0]
    turn["answers"] = {question: "91"}
    sent = fields(client, csrf, turn=json.dumps(turn))
    card = client.post("/ui/review/card", data=sent).text
    line = "新版结算页的支付成功率从91%提升到[目标待定]"
    assert data_of(card, "decision")[0]["lines"] == [line]


def test_own_words_are_judged_by_the_same_rules(client: TestClient, csrf: Csrf) -> None:
    page = client.post("/review", data=fields(client, csrf)).text
    turn = {**data_of(page, "turn")[0], "edited": ["组织5场结算培训"]}
    card = client.post("/ui/review/card", data=fields(client, csrf, turn=json.dumps(turn))).text
    assert "仍待解决" in card
    assert "/rules/K03" in card.partition("仍待解决")[2]


def test_the_finished_set_tells_both_scores_and_can_be_taken_along(
    client: TestClient, csrf: Csrf
) -> None:
    page = client.post("/review", data=fields(client, csrf)).text
    decisions = json.dumps(data_of(page, "decision"))
    form = fields(client, csrf, decisions=decisions)
    shown = client.post("/ui/review/finished", data=form).text
    assert "→" in shown
    assert "举措：上线新版结算页" in shown
    for form_name in ("markdown", "docx", "xlsx", "csv", "json"):
        file = client.post(f"/ui/review/export?format={form_name}", data=form)
        assert file.status_code == 200
        assert "attachment; filename=" in file.headers["content-disposition"]
    assert "新版结算页的下单完成率" in file.text


@pytest.mark.parametrize("field", ["decisions", "turn"])
@pytest.mark.parametrize("value", ["{", '{"a": 1}', "[1]", '[{"action": "burn"}]'])
def test_what_no_page_of_ours_sends_is_refused(
    client: TestClient, csrf: Csrf, field: str, value: str
) -> None:
    path = "finished" if field == "decisions" else "card"
    reply = client.post(f"/ui/review/{path}", data=fields(client, csrf, **{field: value}))
    assert reply.status_code == 422


def test_places_that_there_are_not_break_nothing(client: TestClient, csrf: Csrf) -> None:
    page = client.post("/review", data=fields(client, csrf)).text
    turn = data_of(page, "turn")[0]
    turn["suggestion"]["objective"] = 99
    sent = fields(client, csrf, turn=json.dumps(turn))
    assert client.post("/ui/review/card", data=sent).status_code == 200
    sent = fields(client, csrf, turn=json.dumps({**turn, "set": 7}))
    assert client.post("/ui/review/card", data=sent).status_code == 422


def test_what_users_write_is_never_html(client: TestClient, csrf: Csrf) -> None:
    page = client.post("/review", data=fields(client, csrf, HOSTILE)).text
    assert "<script>alert" not in page
    assert "<img" not in page
    events = client.post("/ui/review/events", data=fields(client, csrf, HOSTILE)).text
    assert "<img" not in events


def test_forms_of_other_pages_are_refused(client: TestClient) -> None:
    for path in ("/review", "/ui/review/events", "/ui/review/card", "/ui/review/export?format=csv"):
        assert client.post(path, data={"draft": DRAFT}).status_code == 403


def test_a_models_lines_arrive_after_those_of_the_rules(with_model: WithModel, csrf: Csrf) -> None:
    opinion = {
        "question": "O05",
        "line": "O1",
        "quote": "Paying is easy",
        "reason": "Nobody would repeat it.",
        "yes": False,
    }
    good = json.dumps({"lines": [LINE_DRAFT], "opinions": [opinion]})
    draft = "O1: Paying is easy\nKR1: Launch the checkout\nKR2: Improve payment success rate\n"
    with with_model(says(good)) as (client, _):
        lines = client.post("/ui/review/events", data=fields(client, csrf, draft)).text.splitlines()
    told = [json.loads(line) for line in lines]
    assert [one["event"] for one in told] == ["rules", "suggestion", "done"]
    assert told[0]["waits"] is True
    assert LINE in [one["lines"][0] for one in data_of(told[1]["html"], "decision")]
    assert "tokens: 70 in and 30 out" in told[2]["html"]
    assert "An opinion. It changes no finding and no score." in told[2]["html"]
    assert "Nobody would repeat it." in told[2]["html"]


def test_a_model_that_fails_costs_nothing_but_a_note(with_model: WithModel, csrf: Csrf) -> None:
    with with_model(status(401)) as (client, _):
        lines = client.post("/ui/review/events", data=fields(client, csrf)).text.splitlines()
    done = json.loads(lines[-1])
    assert done["event"] == "done"
    assert "语言模型没有帮上忙" in done["html"]
    assert data_of(done["html"], "decision")


def test_sets_are_handed_on_over_http(client: TestClient) -> None:
    body = {"objectives": [{"objective": "买家愿意再来", "key_results": ["=SUM(A1)"]}]}
    told = client.post("/v1/export?format=csv&lang=en", json=body)
    assert told.headers["content-type"] == "text/csv; charset=utf-8"
    assert told.headers["content-disposition"] == 'attachment; filename="okr.csv"'
    assert told.content.decode("utf-8-sig").splitlines()[1] == ",,买家愿意再来,'=SUM(A1),"
    assert client.post("/v1/export", json=body).content.startswith(b"PK")


def test_an_unknown_form_names_those_there_are(client: TestClient) -> None:
    told = client.post("/v1/export?format=pdf", json={"objectives": []}).json()
    assert told["fix"] == "It takes: markdown, docx, xlsx, csv, json."


def test_the_finished_set_tells_why_its_verdict_is_this_one(client: TestClient, csrf: Csrf) -> None:
    form = fields(client, csrf, draft="目标：客户更满意\nKR1：上线新系统\n", decisions="[]")
    shown = client.post("/ui/review/finished", data=form).text
    assert "“建议重写”：一半或以上的关键结果不可衡量（K01），得分再高也是如此。" in shown
