"""Reviews with a small real model against those without: `python -m evals model`.

Four figures, each to be 0: numbers, dates and names that nobody said; suggestions that fail the
rubric; lines of the draft or of the review lost; places where the result is worse. The model runs
on this machine, unless `OKR_LLM_BASE_URL` names another.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import aclosing, contextmanager

from assistant.coaching.check import Checker, load_checker
from assistant.coaching.grounding import Fault, Material, faults
from assistant.coaching.modelling.reviewing import ModelReviewer
from assistant.coaching.review import Asked, Reviewer, left_broken
from assistant.coaching.rewriting.drafts import Draft, Line
from assistant.coaching.rewriting.judging import Judge
from assistant.llm.openai_chat import OpenAIChat
from assistant.models import Answer, OkrSet
from assistant.models.suggestion import Suggestion, WrittenBy
from assistant.parsing import SetReading
from assistant.settings import Settings
from evals.samples import SHORT, sample_sets
from evals.small_model import settings_for, small_model

FIGURES = ("invented", "fails the rubric", "lost", "worse")
_HARD = {Fault.NUMBER, Fault.DATE, Fault.NAME, Fault.CITATION}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals model`."""
    parser.add_argument("--short", action="store_true", help="the four short sets only")
    parser.add_argument("--seconds", type=float, default=180, help="longest wait for one set")


def run(arguments: argparse.Namespace) -> None:
    """Print the figures of each set and of all; exit 1 where one is not 0."""
    checker = load_checker(Settings(), None, None)
    total: Counter[str] = Counter()
    with _settings(arguments.seconds) as settings:
        for name, okr_set in SHORT.items() if arguments.short else sample_sets():
            started = time.perf_counter()
            own, made = both(checker, settings, okr_set)
            found = breaches(checker, own, made)
            total += found
            spent = made.provenance
            by_model = sum(each.written_by is WrittenBy.MODEL for each in made.suggestions)
            print(
                f"{name:28}{time.perf_counter() - started:6.0f} s {spent.attempts} calls "
                f"{spent.tokens_in:6} in {spent.tokens_out:5} out, {by_model} of "
                f"{len(made.suggestions)} by the model; {_told(found)}",
                flush=True,
            )
    print(_told(total))
    if total:
        raise SystemExit(1)


def both(checker: Checker, settings: Settings, okr_set: OkrSet) -> tuple[Answer, Answer]:
    """The review of a set by the rules, and the one with the model of these settings."""
    own = Reviewer(checker).review(SetReading(okr_set), Asked())

    async def with_model() -> Answer:
        async with aclosing(OpenAIChat(settings)) as model:
            return await ModelReviewer(checker, model, frozenset()).review(own, {})

    return own, asyncio.run(with_model())


def breaches(checker: Checker, own: Answer, made: Answer) -> Counter[str]:
    """By figure, how often a review with a model broke what is promised of it."""
    found: Counter[str] = Counter()
    found["lost"] += made.set != own.set
    found["worse"] += (made.score, made.verdict) != (own.score, own.verdict)
    found["worse"] += made.findings != own.findings
    now = {_place(each): each for each in made.suggestions}
    before = {_place(each): each for each in own.suggestions}
    found["lost"] += len(before.keys() - now.keys())
    judge = Judge(checker, own.set)
    for place, each in now.items():
        if each.written_by is WrittenBy.MODEL:
            found["invented"] += _invents(each, own)
            found["fails the rubric"] += _fails(each, own.set, judge)
            found["worse"] += place in before and not _as_good(each, before[place])
    return +found


def _place(each: Suggestion) -> tuple[int | None, int | None, bool]:
    """Where it stands; a line that is added is beside those that take a line's place."""
    return each.objective, each.key_result, not each.before


def _invents(each: Suggestion, own: Answer) -> bool:
    lines = [line for one in own.set.objectives for line in one.key_results]
    said = [*(one.objective for one in own.set.objectives), *(line.text for line in lines)]
    offered = [one.after for one in own.suggestions]
    offered += [other.after for one in own.suggestions for other in one.alternatives]
    material = Material(each.before, said=said, cited=offered)
    return any(one.fault in _HARD for one in faults(each.after, material))


def _fails(each: Suggestion, okr_set: OkrSet, judge: Judge) -> bool:
    line = Line(each.after)
    draft = Draft(each.action, each.objective, each.key_result, each.before, (line,), each.why)
    return bool(left_broken(draft, okr_set, judge) - set(each.remaining))


def _as_good(each: Suggestion, own: Suggestion) -> bool:
    return set(own.fixes) <= set(each.fixes) and set(each.remaining) <= set(own.remaining)


@contextmanager
def _settings(seconds: float) -> Iterator[Settings]:
    given = Settings.from_env(os.environ)
    if given.llm_base_url is not None:
        yield given
        return
    with small_model() as address:
        yield settings_for(address, seconds)


def _told(found: Counter[str]) -> str:
    return ", ".join(f"{name} {found[name]}" for name in FIGURES)
