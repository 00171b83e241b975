"""What is kept from a model, when its answer is given again, and which answers are let through."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pydantic import BaseModel

from assistant.coaching.grounding import Material, faults
from assistant.errors import ModelBudgetExceeded
from assistant.llm.budget import Budget
from assistant.llm.cache import CachedModel
from assistant.llm.masking import Masker
from assistant.llm.port import Message
from assistant.llm.scripted import ScriptedModel
from assistant.models import Language
from evals.faces.rows import Said, samples


class _One(BaseModel):
    line: str


class _Other(BaseModel):
    """The same fields with another meaning."""

    line: str


ASKED = (Message("system", "Answer in English."), Message("user", "a"))
LIMITS = (100, 150)  # tokens of a request and of a day
ASKS = ((0, 101), (0, 100), (0, 50), (0, 1), (1, 100), (1, 51), (1, 50))
CHANGES: dict[str, tuple[str, Sequence[Message], type[BaseModel]]] = {
    "nothing": ("m", ASKED, _One),
    "the language": ("m", (Message("system", "Answer in Chinese."), ASKED[1]), _One),
    "the question": ("m", (ASKED[0], Message("user", "b")), _One),
    "the roles": ("m", (Message("user", ASKED[0].content), Message("system", "a")), _One),
    "the order": ("m", ASKED[::-1], _One),
    "one message more": ("m", (*ASKED, Message("assistant", "no")), _One),
    "two messages in one": ("m", (Message("system", "Answer in English.a"),), _One),
    "the shape": ("m", ASKED, _Other),
}


def model_side() -> Iterator[Said]:
    """What leaves, what is given again, what is let through."""
    said = samples("sent")
    yield from _masked(said["names"], said["texts"])
    yield from (("en", f"asked again after a change of {what}", _again(what)) for what in CHANGES)
    yield "en", f"granted of {ASKS}, a day and {LIMITS}", " ".join(_granted())
    for language, cases in said["answers"].items():
        for case in cases:
            for own in (None, Language(language)):
                material = Material(case["before"], language=own)
                found = [f"{one.fault} {one.quote}" for one in faults(case["after"], material)]
                key = f"{case['before']} > {case['after']} in {own}"
                yield language, key, " ; ".join(found) or "let through"


def _granted() -> Iterator[str]:
    """What a budget grants, asked for tokens on one day after another."""
    day = date(2026, 2, 6)
    budget = Budget(*LIMITS, today=lambda: day)
    for days, tokens in ASKS:
        day = date(2026, 2, 6) + timedelta(days)
        try:
            budget.reserve(tokens)
            yield "yes"
        except ModelBudgetExceeded as error:
            yield error.reason


def _masked(names: list[str], texts: dict[str, list[str]]) -> Iterator[Said]:
    for language, lines in texts.items():
        masker = Masker(names)
        for line in lines:
            masked = masker.mask(line)
            back = "restored" if masker.restore(masked) == line else masker.restore(masked)
            yield language, f"mask {line}", f"{masked} {back}"


def _again(what: str) -> str:
    """Whether a model is asked a second time, where something is changed meanwhile."""
    scripted = ScriptedModel(['{"line": "x"}'], name="m")
    model = CachedModel(scripted)
    for _, messages, shape in (CHANGES["nothing"], CHANGES[what]):
        asyncio.run(model.complete(messages, shape))
    return f"{len(scripted.asked)} calls"
