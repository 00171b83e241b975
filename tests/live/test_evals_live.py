"""The live evals on a handful of short cases, with the small real model (`make live`)."""

import asyncio
from contextlib import aclosing

import pytest

from assistant.llm.openai_chat import OpenAIChat
from evals.live.command import measured
from evals.live.report import Run, as_markdown
from evals.small_model import settings_for, small_model

SECONDS = 45  # for one call


async def both_runs(address: str) -> tuple[Run, Run]:
    async with aclosing(OpenAIChat(settings_for(address, SECONDS))) as model:
        rewrites = await measured(["rewrite"], model, model, sides=["both"], cases=1, pairs=2)
        return rewrites, await measured(["facts"], model, None, sides=["model"], cases=1)


@pytest.mark.live
def test_a_weak_model_is_measured_beside_the_rules_and_judged() -> None:
    with small_model() as address:
        rewrites, labels = asyncio.run(both_runs(address))
    for made in (rewrites, labels):
        unscored = {each["what"] for each in made.unscored}
        assert made.figures or unscored, "a case is in a figure or is counted as unscored"
    invented = [each.value for each in rewrites.figures if each.check == "invents nothing"]
    assert set(invented) == {1.0}
    assert rewrites.agreements[-1].pairs == 2
    assert rewrites.spent[0]["calls"] >= 1
    assert "## The judge" in as_markdown(rewrites)
