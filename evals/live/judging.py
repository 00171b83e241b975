"""A judge: yes/no questions, the reason first, scored itself against labelled pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel
from sklearn.metrics import cohen_kappa_score
from typing_extensions import TypedDict

from assistant.errors import ModelError, UsageError
from assistant.llm.port import ChatModel, Message
from assistant.prompts import Prompt, read_prompt
from assistant.settings import JUDGE_PREFIX, Settings
from evals.forms import Language
from evals.lines import DATASETS
from evals.live.made import Pair, masker_of
from evals.rows import rows

PAIRS = DATASETS / "judge_pairs.jsonl"
Kind = Literal["topic", "result", "natural"]


class JudgeDraft(BaseModel):
    """What the judge is asked for: the reason before the verdict."""

    reason: str
    yes: bool


class PairRow(TypedDict):
    """A labelled pair: is the answer to the question about it yes?"""

    question: Kind
    lang: Language
    before: str
    after: str
    yes: bool
    why: str


@dataclass(frozen=True)
class Agreement:
    """How often the judge says what the labels say; `unscored` is in neither."""

    question: str
    pairs: int
    agree: float
    kappa: float
    unscored: int


def judge_settings(
    environ: Mapping[str, str], tested: Settings, *, itself: bool
) -> Settings | None:
    """The judge's endpoint (`OKR_JUDGE_*`), None where none is set.

    Raises:
        UsageError: It is the model under test, and nobody asked for that.
    """
    given = {
        f"OKR_LLM_{name.removeprefix(JUDGE_PREFIX)}": value
        for name, value in environ.items()
        if name.startswith(JUDGE_PREFIX)
    }
    if not given:
        return tested if itself else None
    judge = Settings.from_env(given)
    same = (judge.llm_base_url, judge.llm_model) == (tested.llm_base_url, tested.llm_model)
    if same and not itself:
        why = "it is the model under test; name another, or say --judge-itself"
        raise UsageError("bad_setting", field=f"{JUDGE_PREFIX}MODEL", why=why)
    return judge


@cache
def questions() -> dict[str, str]:
    """The questions, by name."""
    path = Path(__file__).with_name("questions.yml")
    found: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@cache
def judge_prompt() -> Prompt:
    """The prompt of one question."""
    return read_prompt(Path(__file__).with_name("judge.j2").read_text(encoding="utf-8"))


async def asked(judge: ChatModel, question: str, before: str, after: str) -> bool | None:
    """The judge's answer; None where it gave none that can be read."""
    told = judge_prompt().render(question=questions()[question], before=before, after=after)
    messages = [Message("system", told["system"]), Message("user", told["user"])]
    try:
        return (await judge.complete(messages, JudgeDraft)).value.yes
    except ModelError:
        return None


async def verdicts(
    judge: ChatModel, pair: Pair, roster: frozenset[str] | None
) -> dict[str, bool | None]:
    """The answers to all questions about a pair, masked as for the model under test."""
    masker = masker_of(roster)
    before, after = masker.mask(pair.before), masker.mask(pair.after)
    return {name: await asked(judge, name, before, after) for name in questions()}


def labelled_pairs(path: Path = PAIRS) -> list[PairRow]:
    """The pairs that a judge is scored on."""
    return list(rows(path, PairRow))


async def agreement(judge: ChatModel, pairs: Sequence[PairRow]) -> list[Agreement]:
    """The judge held against the labels, by question and of all."""
    answers = [
        await asked(judge, each["question"], each["before"], each["after"]) for each in pairs
    ]
    told = list(zip(pairs, answers, strict=True))
    names = [name for name in questions() if any(each["question"] == name for each in pairs)]
    groups = [(name, [one for one in told if one[0]["question"] == name]) for name in names]
    return [_agreement(name, group) for name, group in [*groups, ("all", told)]]


def _agreement(name: str, told: Sequence[tuple[PairRow, bool | None]]) -> Agreement:
    scored = [(pair["yes"], answer) for pair, answer in told if answer is not None]
    agree = sum(label == answer for label, answer in scored) / max(1, len(scored))
    kappa = _kappa(scored)
    return Agreement(name, len(told), agree, kappa, len(told) - len(scored))


def _kappa(scored: Sequence[tuple[bool, bool]]) -> float:
    """Cohen's kappa; 0 where all answers are one, which says nothing."""
    labels, answers = [one for one, _ in scored], [other for _, other in scored]
    if len(set(labels)) < 2 or len(set(answers)) < 2:
        return 0.0
    return float(cohen_kappa_score(labels, answers))
