"""What comes of a model's answers, of seldom calls and of broken knowledge is promised as well."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import httpx
import openai
import pytest

from assistant.guides.tailoring import judging
from assistant.knowledge.checking import links
from assistant.language import read_key_result
from assistant.models import KeyResult, Language
from evals import contract
from evals.faces import (
    broad,
    commands,
    endpoint,
    faults,
    modelled,
    requests,
    scripted,
    spoken,
    visits,
)
from evals.lines import LANGUAGES

SET = '{"objectives": [{"objective": "A", "key_results": ["B from 1 to 2"]}]}'
PROMPT = "f1 | KR1.1 | value | 84 % | 2026-02-06\nS2: 每一段都是绿的，包裹还是晚了。"


def _answer(step: endpoint.Step) -> tuple[str, int]:
    async def once() -> httpx.Response:
        with endpoint.answering([step]) as asked:
            client = openai.DefaultAsyncHttpxClient()
            sent = {"messages": [{"role": "user", "content": PROMPT}]}
            found = await client.post(endpoint.URL, json=sent)
            assert len(asked.asked) == 1
            return found

    found = asyncio.run(once())
    return found.text, found.status_code


def test_a_model_cites_the_line_that_holds_the_words_in_each_language() -> None:
    sentences = [
        {"facts": ["~| value"], "text": "a"},
        {"citations": ["~包裹还是晚了"], "text": "b"},
        {"facts": ["~not there"], "text": "c"},
    ]
    text, code = _answer({"answer": {"sentences": sentences}})
    assert code == 200
    rows = [json.loads(row[len("data: ") :]) for row in text.split("\n\n")[:-3]]
    told = json.loads("".join(row["choices"][0]["delta"].get("content", "") for row in rows))
    assert told["sentences"] == [
        {"facts": ["f1"], "text": "a"},
        {"citations": ["S2"], "text": "b"},
    ]


def test_a_server_that_is_busy_or_filters_answers_so() -> None:
    assert _answer({"status": 429})[1] == 429
    assert "content_filter" in _answer({"text": "", "finish": "content_filter"})[0]


@pytest.mark.parametrize(
    ("language", "text", "cited"),
    [
        ("en", "Every week state and risks of a team.", "Every week a team tells state and risks."),
        ("zh-Hans", "每个团队每周谈状态和风险。", "每个团队每周谈状态、风险。"),
        ("zh-Hant", "每個團隊每週談狀態和風險。", "每個團隊每週談狀態、風險。"),
    ],
)
def test_a_judge_of_guides_that_hears_all_is_seen(
    monkeypatch: pytest.MonkeyPatch, language: str, text: str, cited: str
) -> None:
    case = {"judged": [[text, cited], [f"{text} 70%", cited]], "plain": []}
    before = list(modelled.judged(Language(language), case))
    assert [value == "None" for _, _, value in before] == [True, False]
    monkeypatch.setattr(judging, "_numbers", lambda *_: iter(()))
    assert list(modelled.judged(Language(language), case)) != before


def test_each_fault_of_a_knowledge_base_is_told_and_a_check_that_is_gone_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = list(faults.faults())
    assert {language for language, _, _ in before} == {"en", "zh-Hans", "zh-Hant"}
    assert before[0][2].endswith("none")
    monkeypatch.setattr(links, "unknown", lambda *_: [])
    assert set(before) - set(faults.faults())


def test_a_call_knows_no_folder_of_this_machine_and_no_day_but_that_of_the_samples() -> None:
    with commands.a_folder(
        {"sets.json": SET, "notes.md": "# Depot\n\nIt opens at six.\n"},
        ["en-lagging"],
    ):
        told = commands.called("checkin add sets.json --kr 1 --date 2026-02-06 --value 3", "en")
        added = commands.called("knowledge add notes.md --format json", "zh-Hant")
    assert any("./sets.json" in line for line in told)
    assert any("2026-02-20" in line for line in added)


@pytest.mark.parametrize(
    "text", ["On-time rate from 82% to 96%", "准时率从82%提升到96%", "準時率從82%提升到96%"]
)
def test_the_words_under_the_facts_of_a_line_are_held(text: str) -> None:
    read = read_key_result(KeyResult(text=text), 0, 0)
    assert list(broad.reading_of(read)) != list(broad.reading_of(replace(read, metric=None)))
    assert list(broad.reading_of(read)) != list(broad.reading_of(replace(read, pairs=())))


def test_a_week_is_told_with_its_facts_in_each_language() -> None:
    told = list(broad.weeks())
    assert {language for language, _, _ in told} == {"en", "zh-Hans", "zh-Hant"}
    assert all(value.count("#") for _, _, value in told)


def test_a_draft_in_a_file_is_answered_in_the_language_of_the_browser(tmp_path: Path) -> None:
    papers = {
        "plan.xlsx": {"sheets": [{"name": "OKR", "rows": [["目标", "关键结果"], ["A", "B"]]}]}
    }
    case = {"to": "/ui/read", "form": {}, "file": ["plan.xlsx", None]}
    client = visits.client_of(str(tmp_path))
    assert "B" in requests.sent(scripted.Browser(client, "en"), case, papers).json()["text"]
    wrong = {**case, "file": ["plan.xlsx", "no workbook"]}
    told = {requests.sent(scripted.Browser(client, own), wrong, papers).text for own in LANGUAGES}
    assert len(told) == len(LANGUAGES)


def test_examples_of_rules_and_the_order_of_a_script_are_held() -> None:
    pages = list(spoken.rule_pages())
    told = {(language, key) for language, key, _ in pages}
    for language, line in (("en", "Customers trust"), ("zh-Hans", "客户"), ("zh-Hant", "客戶")):
        assert any(own == language and line in key for own, key in told)
    wholes = {key: value for _, key, value in contract.promises("script") if value != "there"}
    assert wholes["check.js"].split()[1] == "lines"
