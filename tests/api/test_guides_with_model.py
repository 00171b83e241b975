"""Guides over HTTP with a model behind a real endpoint."""

import io
import json
import re
from http.server import BaseHTTPRequestHandler

import docx
import pytest

from tests.api.conftest import WithModel
from tests.llm.endpoint import Endpoint, page, says, status

ASKED = {"industry": "物流", "company_type": "货运代理", "language": "zh-Hans"}
LINE = "先从公司层和两三个跨职能团队做起，不要一开始就全员。"


def writes(handler: BaseHTTPRequestHandler, endpoint: Endpoint) -> None:
    """Answer each request with the line, cited where its passages have it."""
    prompt = endpoint.asked[-1]["messages"][-1]["content"]
    found = re.search(r"^(S\d+): 从公司层加两三个", prompt, re.MULTILINE)
    told = [{"citations": [found[1]], "text": LINE}] if found else []
    says(json.dumps({"sentences": told}, ensure_ascii=False))(handler, endpoint)


def test_a_guide_has_the_models_sentences_marked_in_every_form(with_model: WithModel) -> None:
    with with_model(writes, llm_concurrency=1) as (client, endpoint):
        made = client.post("/v1/guides", json=ASKED).json()
        forms = ("markdown", "html", "docx")
        shown = {form: client.post(f"/v1/guides?format={form}", json=ASKED) for form in forms}
    [sentence] = [
        e for part in made["sections"] for e in part["sentences"] if e["written_by"] == "model"
    ]
    assert (sentence["text"], sentence["citations"]) == (LINE, ["seed-003"])
    assert made["provenance"]["model"] == "test-model"
    assert len(endpoint.asked) == 5
    assert f"**由模型撰写：** {LINE}" in shown["markdown"].text
    assert f'<p class="model"><strong>由模型撰写：</strong> {LINE}' in shown["html"].text
    paragraphs = docx.Document(io.BytesIO(shown["docx"].content)).paragraphs
    [written] = [each for each in paragraphs if LINE in each.text]
    assert written.text.startswith("由模型撰写： ")
    assert written.runs[1].italic


@pytest.mark.parametrize("act", [status(401), page("<html>"), says("sorry")])
def test_a_model_that_fails_leaves_a_full_guide_that_says_so(
    with_model: WithModel, act: object
) -> None:
    with with_model(act) as (client, _):
        made = client.post("/v1/guides", json=ASKED).json()
        plain = client.post("/v1/guides?llm=off", json=ASKED).json()
    assert made["sections"] == plain["sections"]
    assert "语言模型没有帮上忙" in made["notes"][-1]
    assert plain["notes"] == made["notes"][:-1]


def test_a_caller_can_do_without(with_model: WithModel) -> None:
    with with_model(says("{}")) as (client, endpoint):
        assert client.post("/v1/guides?llm=off", json=ASKED).status_code == 200
        assert client.post("/v1/templates", json=ASKED).status_code == 200
    assert endpoint.asked == []


def test_the_page_has_a_whole_guide_at_once_and_the_models_when_it_asks_for_it(
    with_model: WithModel,
) -> None:
    asked = {"industry": "logistics", "language": "zh-Hans", "llm": "on"}
    with with_model(writes) as (client, endpoint):
        page_ = client.get("/guides", params={**asked, "lang": "zh-Hans"}).text
        at_once = client.get("/ui/guides", params={**asked, "llm": ""}).text
        unasked = {**asked, "llm": "", "format": "markdown"}
        assert LINE not in client.get("/guides/download", params=unasked).text
        assert endpoint.asked == []
        written = client.get("/ui/guides", params=asked).text
        body = client.get("/guides/download", params={**asked, "format": "markdown"}).text
    assert 'name="llm" value="on" checked' in page_
    assert LINE not in at_once
    assert LINE in written
    assert LINE in body


def test_a_model_that_is_wanted_and_not_there_is_told(with_model: WithModel) -> None:
    with with_model(says("{}"), llm_send="nothing") as (client, endpoint):
        assert client.post("/v1/guides?llm=on", json=ASKED).json()["code"] == "usage.no_model"
        assert client.post("/v1/guides?llm=maybe", json=ASKED).status_code == 400
    assert endpoint.asked == []
