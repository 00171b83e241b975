"""The recorded calls of a small real model (`make record`), played again without it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from vcr.cassette import Cassette
from vcr.request import Request

from assistant.coaching.check import load_checker
from assistant.coaching.modelling.reviewing import request_of
from assistant.coaching.review import Asked, Reviewer
from assistant.llm.budget import prompt_tokens
from assistant.parsing import SetReading
from assistant.settings import Settings
from evals.model import both, breaches
from evals.samples import SHORT
from evals.small_model import MOST_TOKENS, settings_for, small_model

HOST = "http://llm.local"
CHECKER = load_checker(Settings(), None, None)
MOST_PROMPT_TOKENS = 1_200


def _neutral(request: Request) -> Request:
    """The request without the port of the day and without what the client tells of itself."""
    request.uri = f"{HOST}{request.path}"
    request.headers = {"content-type": "application/json"}
    return request


def _bare(response: dict[str, Any]) -> dict[str, Any]:
    kept = {k: v for k, v in response["headers"].items() if k.lower() == "content-type"}
    return {**response, "headers": kept}


@pytest.fixture(scope="module")
def vcr_config() -> dict[str, Any]:
    return {
        "match_on": ["method", "path", "body"],
        "before_record_request": _neutral,
        "before_record_response": _bare,
    }


@pytest.fixture
def default_cassette_name(request: pytest.FixtureRequest) -> str:
    """The name of the set."""
    return str(request.node.callspec.id)


@pytest.fixture(scope="module")
def address(record_mode: str) -> Iterator[str]:
    """Where the calls go: to the model while they are recorded, else nowhere."""
    if record_mode == "none":
        yield f"{HOST}/v1"
        return
    with small_model() as url:
        yield url


@pytest.mark.vcr
@pytest.mark.parametrize("name", sorted(SHORT))
def test_what_a_weak_model_said_makes_no_review_worse(
    name: str, address: str, vcr: Cassette
) -> None:
    own, made = both(CHECKER, settings_for(address), SHORT[name])
    assert breaches(CHECKER, own, made) == {}
    assert vcr.dirty or vcr.all_played, "the prompt has changed: `make record`"
    for request in vcr.requests:
        asked = json.loads(request.body)
        assert asked["max_completion_tokens"] == MOST_TOKENS
        assert request.uri == f"{HOST}/v1/chat/completions"
        assert "authorization" not in request.headers
        assert "Ann Lee" not in str(asked)
        assert "李雷" not in str(asked)


@pytest.mark.parametrize("name", sorted(SHORT))
def test_the_prompt_fits_a_small_model(name: str) -> None:
    answer = Reviewer(CHECKER).review(SetReading(SHORT[name]), Asked())
    messages = request_of(CHECKER, answer, frozenset()).messages
    assert prompt_tokens(messages) < MOST_PROMPT_TOKENS
