"""The options of `python -m evals live`, and the run."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, aclosing, contextmanager
from pathlib import Path
from typing import Any

from assistant.errors import CoachError
from assistant.llm.loading import load_roster
from assistant.llm.openai_chat import OpenAIChat
from assistant.llm.port import ChatModel
from assistant.models import Language
from assistant.problems import one_line, problem_of
from assistant.settings import MaySend, Settings
from evals.live.judging import agreement, judge_settings, labelled_pairs
from evals.live.meter import Meter
from evals.live.report import Run, as_html, as_markdown, as_text
from evals.live.trial import SUITES, tried
from evals.rows import WrongForm
from evals.small_model import settings_for, small_model

SIDES = ("rules", "model", "both")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals live`."""
    add = parser.add_argument
    add("suites", nargs="*", type=_suite, metavar="SUITE", help=", ".join(SUITES))
    add("--cases", type=_some, default=30, help="of each suite, spread over the languages")
    add("--repeat", type=_some, default=3, help="runs of each case on a side with the model")
    add("--sides", nargs="+", choices=SIDES, default=SIDES, help="rules, model, both")
    add("--dataset", type=Path, help="a file of the suite's form; needs one SUITE")
    add("--pairs", type=_some, default=None, help="labelled pairs that the judge is scored on")
    add("--judge-itself", action="store_true", help="let the model under test judge")
    add("--at-once", type=_some, default=4, help="cases under way at a time")
    add("--price", type=float, nargs=2, metavar=("IN", "OUT"), help="of a million tokens")
    add("--json", action="store_true", help="the figures, for a program")
    add("--report", type=Path, help="a folder for live.html and live.md")


def _some(given: str) -> int:
    count = int(given)
    if count < 1:
        raise argparse.ArgumentTypeError(f"{given} is none; give 1 or more")
    return count


def _suite(given: str) -> str:
    if given not in SUITES:
        raise argparse.ArgumentTypeError(f"{given} has no live form: {', '.join(SUITES)}")
    return given


def run(arguments: argparse.Namespace) -> None:
    """Ask the model of `OKR_LLM_*`, else the small one of this machine, and print the figures."""
    try:
        with _tested() as tested:
            judge = judge_settings(os.environ, tested, itself=arguments.judge_itself)
            made = asyncio.run(_run(arguments, tested, judge))
    except CoachError as error:
        sys.exit(one_line(problem_of(error, Language.EN)))
    except WrongForm as error:
        sys.exit(str(error))
    if arguments.report:
        arguments.report.mkdir(parents=True, exist_ok=True)
        (arguments.report / "live.md").write_text(as_markdown(made), encoding="utf-8")
        (arguments.report / "live.html").write_text(as_html(made), encoding="utf-8")
    print(
        json.dumps(made.as_json(), ensure_ascii=False, indent=1)
        if arguments.json
        else as_text(made)
    )


@contextmanager
def _tested() -> Iterator[Settings]:
    """The settings of the model under test."""
    given = Settings.from_env(os.environ)
    if given.llm_base_url is not None:
        if given.llm_send is MaySend.NOTHING:
            sys.exit("OKR_LLM_SEND is nothing: no case may be sent to the model")
        yield given
        return
    print("OKR_LLM_BASE_URL is not set: the small model of this machine is asked", file=sys.stderr)
    with small_model() as address:
        yield settings_for(address)


async def _run(arguments: argparse.Namespace, tested: Settings, judge: Settings | None) -> Run:
    async with AsyncExitStack() as stack:
        model = await stack.enter_async_context(aclosing(OpenAIChat(tested)))
        judging = await stack.enter_async_context(aclosing(OpenAIChat(judge))) if judge else None
        return await measured(
            arguments.suites or list(SUITES), model, judging,
            roster=load_roster(tested), sides=arguments.sides, cases=arguments.cases,
            repeat=arguments.repeat, at_once=arguments.at_once, data=arguments.dataset,
            price=arguments.price, pairs=arguments.pairs,
        )  # fmt: skip


async def measured(
    suites: Sequence[str],
    model: ChatModel,
    judge: ChatModel | None,
    *,
    roster: frozenset[str] | None = frozenset(),
    sides: Sequence[str] = SIDES,
    cases: int = 30,
    repeat: int = 1,
    at_once: int = 4,
    data: Path | None = None,
    price: Sequence[float] | None = None,
    pairs: int | None = None,
) -> Run:
    """Run suites on their sides, and the judge on its pairs; see the options for what is what."""
    if data and len(suites) != 1:
        sys.exit("--dataset needs one SUITE: each has a form of its own")
    made = Run(price=price)
    for suite in suites:
        chosen = spread(SUITES[suite][0].cases(data), cases)
        for side in (each for each in SUITES[suite][0].SIDES if each in sides):
            meter = Meter(model)
            print(f"{suite}, {side}: {len(chosen)} cases", file=sys.stderr, flush=True)
            trial = await tried(
                suite, side, chosen, meter, roster, judge, repeat=repeat, at_once=at_once
            )
            made.add(trial, meter)
    if judge:
        made.judge_name = judge.name
        made.agreements = await agreement(judge, spread(labelled_pairs(), pairs))
    return made


def spread(chosen: Sequence[Any], most: int | None) -> list[Any]:
    """So many of the cases, from each language in turn and from all over the file."""
    if most is None or most >= len(chosen):
        return list(chosen)
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for each in chosen:
        groups[each["lang"] if isinstance(each, dict) else each.language].append(each)
    share = -(-most // len(groups))
    picked = [group[:: max(1, len(group) // share)][:share] for _, group in sorted(groups.items())]
    turns = [one for place in range(share) for group in picked for one in group[place : place + 1]]
    return turns[:most]
