"""Reviews with a real model (`make live`); through it nothing false may reach the user."""

import asyncio
from collections.abc import Iterator

import pytest

from assistant.coaching.check import load_checker
from assistant.coaching.grounding import Material, faults
from assistant.coaching.modelling.reviewing import ModelReviewer, request_of
from assistant.coaching.review import Asked, Reviewer
from assistant.llm.budget import prompt_tokens
from assistant.llm.openai_chat import OpenAIChat
from assistant.models import Answer, OkrSet
from assistant.models.suggestion import WrittenBy
from assistant.parsing import SetReading
from assistant.settings import Settings
from tests.live.sets import SETS
from tests.live.small_model import NAME, small_model

CHECKER = load_checker(Settings(), None, None)
MOST_PROMPT_TOKENS = 1_200
SECONDS = 120  # for one review; a loaded machine is slow


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The endpoint of the model."""
    with small_model() as url:
        yield url


def reviewed(address: str, okr_set: OkrSet) -> tuple[Answer, Answer]:
    """The review by the rules, and the one with the model."""
    own = Reviewer(CHECKER).review(SetReading(okr_set), Asked())
    settings = Settings(
        llm_base_url=address, llm_model=NAME, llm_max_tokens=250, llm_seconds=SECONDS
    )

    async def both() -> Answer:
        return await ModelReviewer(CHECKER, OpenAIChat(settings), frozenset()).review(own, {})

    return own, asyncio.run(both())


@pytest.mark.live
@pytest.mark.parametrize("name", sorted(SETS))
def test_a_weak_model_makes_no_review_worse(name: str, address: str) -> None:
    okr_set = SETS[name]
    own, made = reviewed(address, okr_set)
    assert (made.score, made.verdict, made.findings) == (own.score, own.verdict, own.findings)
    assert len(made.suggestions) >= len(own.suggestions)
    texts = [okr_set.objectives[0].objective]
    texts += [line.text for line in okr_set.objectives[0].key_results]
    for each in made.suggestions:
        if each.written_by is WrittenBy.MODEL:
            assert faults(each.after, Material(each.before, said=texts)) == []
    told = made.provenance.notes[-1]
    assert made.provenance.attempts or "could not be read" in told or "无法读取" in told, told


@pytest.mark.parametrize("name", sorted(SETS))
def test_the_prompt_fits_a_small_model(name: str) -> None:
    answer = Reviewer(CHECKER).review(SetReading(SETS[name]), Asked())
    messages = request_of(CHECKER, answer, frozenset()).messages
    assert prompt_tokens(messages) < MOST_PROMPT_TOKENS
    assert "Ann Lee" not in messages[1].content
    assert "李雷" not in messages[1].content
