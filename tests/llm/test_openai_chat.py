"""The adapter against a real HTTP server: each failure is one of the tree, and ends in time."""

import asyncio
import json
from typing import Any

import pytest
from pydantic import BaseModel

from assistant.errors import (
    ModelBudgetExceeded,
    ModelError,
    ModelOutputInvalid,
    ModelRefused,
    ModelUnavailable,
)
from assistant.llm.openai_chat import OpenAIChat
from assistant.llm.port import Completion, Message
from assistant.settings import Settings
from tests.llm.endpoint import (
    Act,
    Endpoint,
    breaks_off,
    calls,
    hangs,
    page,
    refuses,
    says,
    serving,
    status,
)

PROMPT = [Message("system", "Answer."), Message("user", "一个目标")]
GOOD = '{"lines": ["准时交付率", "客户续费率"]}'


class Note(BaseModel):
    lines: list[str]


def ask(url: str, seen: Any = None, **settings: Any) -> Completion[Note]:
    made = Settings(llm_base_url=url, llm_model="m", **{"llm_seconds": 5, **settings})

    async def once() -> Completion[Note]:
        return await OpenAIChat(made).complete(PROMPT, Note, seen)

    return asyncio.run(once())


def failure(*acts: Act, **settings: Any) -> tuple[ModelError, Endpoint]:
    with serving(*acts) as endpoint, pytest.raises(ModelError) as caught:
        ask(endpoint.url, **settings)
    return caught.value, endpoint


def test_an_answer_comes_back_in_its_shape_with_its_cost() -> None:
    with serving(says(GOOD)) as endpoint:
        made = ask(endpoint.url)
    assert made.value.lines == ["准时交付率", "客户续费率"]
    assert (made.model, made.tokens_in, made.tokens_out, made.attempts) == ("test-model", 70, 30, 1)
    assert endpoint.asked[0]["response_format"]["json_schema"]["strict"] is True
    assert endpoint.asked[0]["max_completion_tokens"] == 2_000


def test_the_answer_is_seen_while_it_grows() -> None:
    parts: list[dict[str, Any]] = []
    with serving(says(GOOD)) as endpoint:
        ask(endpoint.url, parts.append)
    assert len(parts) > 1
    assert parts[-1] == json.loads(GOOD)


def test_a_server_without_schemas_is_asked_for_a_function_call_and_then_in_words() -> None:
    with serving(status(400), calls(GOOD)) as endpoint:
        assert ask(endpoint.url).attempts == 2
    assert endpoint.asked[1]["tool_choice"]["function"]["name"] == "Note"
    with serving(
        status(400), status(422), says(f"Here you are:\n```json\n{GOOD}\n```")
    ) as endpoint:
        assert ask(endpoint.url).value.lines[0] == "准时交付率"
    assert "JSON Schema" in endpoint.asked[2]["messages"][1]["content"]


def test_tokens_are_counted_by_us_where_the_server_does_not_tell() -> None:
    with serving(says(GOOD, usage=False)) as endpoint:
        made = ask(endpoint.url)
    assert made.tokens_in > 0
    assert made.tokens_out > 0


def test_no_server() -> None:
    with pytest.raises(ModelUnavailable) as caught:
        ask("http://127.0.0.1:1/v1", llm_seconds=10)
    assert caught.value.reason == "no_server"


def test_a_slow_server_is_left_when_the_time_is_over() -> None:
    error, _ = failure(hangs, llm_seconds=0.5)
    assert isinstance(error, ModelUnavailable)
    assert error.reason in {"too_slow", "no_answer"}


def test_a_wrong_key() -> None:
    error, _ = failure(status(401, '{"error": {"message": "no"}}'))
    assert (type(error), error.reason) == (ModelUnavailable, "no_access")


def test_too_many_requests_are_tried_again_after_the_wait_that_the_server_names() -> None:
    with serving(status(429, retry_after="0.01"), says(GOOD)) as endpoint:
        assert ask(endpoint.url).value.lines
    assert len(endpoint.asked) == 2
    error, endpoint = failure(status(429, retry_after="0.01"))
    assert (type(error), error.reason) == (ModelUnavailable, "too_many")
    assert len(endpoint.asked) == 3


def test_a_server_that_fails_is_tried_again_and_then_given_up() -> None:
    error, endpoint = failure(status(500, retry_after="0.01"))
    assert (type(error), error.facts["status"]) == (ModelUnavailable, 500)
    assert len(endpoint.asked) == 3


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (says(""), "empty"),
        (page("<html><body>Sign in</body></html>"), "not_json"),
        (says("I think the draft is fine."), "not_json"),
        (says('{"lines": "准时"}'), "wrong_shape"),
        (says('{"other": 1}'), "wrong_shape"),
    ],
)
def test_an_answer_that_is_no_answer(act: Act, reason: str) -> None:
    error, _ = failure(act)
    assert (type(error), error.reason) == (ModelOutputInvalid, reason)


def test_a_refusal() -> None:
    assert isinstance(failure(says("", finish="content_filter"))[0], ModelRefused)
    assert failure(refuses)[0].reason == "empty"  # the client drops the words of a refusal


def test_what_arrived_whole_of_a_truncated_answer_is_used() -> None:
    with serving(says('{"lines": ["on-time delivery", "churn", "ret', finish="length")) as endpoint:
        assert ask(endpoint.url).value.lines == ["on-time delivery", "churn"]
    with serving(breaks_off('{"lines": ["on-time delivery", "chu')) as endpoint:
        assert ask(endpoint.url).value.lines == ["on-time delivery"]


def test_an_answer_that_runs_away_is_left_at_the_limit() -> None:
    long = json.dumps({"lines": ["word " * 40] * 50})
    with serving(says(long)) as endpoint:
        made = ask(endpoint.url, llm_max_tokens=100)
    assert len("".join(made.value.lines)) <= 100 * 8


def test_a_request_beyond_its_budget_is_not_sent() -> None:
    error, endpoint = failure(says(GOOD), llm_request_tokens=50)
    assert (type(error), error.reason) == (ModelBudgetExceeded, "request")
    assert endpoint.asked == []
