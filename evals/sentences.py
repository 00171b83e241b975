"""How well false sentences about a week are told from faithful ones."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from assistant.checkins.verifying.verify import Verdict, Verifier
from assistant.models import Language
from assistant.models.summary import Summary
from evals.cycles import cases, summary_of

FILE = Path(__file__).parent / "datasets" / "summary_sentences.jsonl"


@dataclass(slots=True)
class Told:
    """What became of the sentences, and which were judged wrongly."""

    faults: int = 0
    caught: int = 0
    faithful: int = 0
    dropped: int = 0
    missed_kinds: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def caught_share(self) -> float:
        """The planted faults that are caught."""
        return self.caught / max(1, self.faults)

    @property
    def dropped_share(self) -> float:
        """The faithful sentences that are dropped."""
        return self.dropped / max(1, self.faithful)


def sentences() -> Iterator[dict[str, Any]]:
    """The labelled sentences; `facts` are the key result (or -) and the kind of fact."""
    with FILE.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@cache
def _summary(cycle: str, language: str) -> Summary:
    case = next(one for one in cases() if one["name"] == cycle)
    return summary_of(case, Language(language))


def cited(summary: Summary, selectors: list[str]) -> list[str]:
    """The ids of the facts that a sentence cites; those that there are not are left out."""
    wanted = set(selectors)
    return [fact.fact_id for fact in summary.facts if _selector(fact) in wanted]


def _selector(fact: Any) -> str:
    place = fact.key_result
    of = "-" if fact.objective is None else str(fact.objective)
    return f"{of if place is None else f'{place[0]}.{place[1]}'} {fact.kind}"


def judged() -> Iterator[tuple[dict[str, Any], Verdict]]:
    """Each sentence with the verdict on it."""
    for one in sentences():
        summary = _summary(one["cycle"], one["lang"])
        yield one, Verifier(summary).judge(one["text"], cited(summary, one["facts"]))


def measure() -> Told:
    """Judge all sentences."""
    told = Told()
    for one, verdict in judged():
        if one["fault"] is None:
            told.faithful += 1
            told.dropped += not verdict.stands
        else:
            told.faults += 1
            told.caught += not verdict.stands
        if verdict.stands == (one["fault"] is not None):
            told.missed_kinds[one["fault"] or "faithful"] += 1
            told.wrong.append(f"{one['id']} {one['fault']}: {one['text']} {verdict.faults}")
    return told


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked for."""
    parser.add_argument("--show", action="store_true", help="print what is judged wrongly")


def run(arguments: argparse.Namespace) -> None:
    """Print the figures."""
    told = measure()
    print(f"planted faults caught      {told.caught_share:.3f} of {told.faults}")
    print(f"faithful sentences dropped {told.dropped_share:.3f} of {told.faithful}")
    if arguments.show:
        print("\n".join(told.wrong))
