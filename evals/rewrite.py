"""Suggested rewrites without a model: `python -m evals rewrite`.

Of each line with a finding of the bar's rules: is there a suggestion, does it mend what it is for,
does it break anything new, is a number, date or name invented, are language and topic kept? The
file has a set a line, as `okr_dev.jsonl`; where a set says which metrics would be right (`right`),
it is also counted whether one of them is proposed first, or among the three. A metric that it asks
for (`offers`) has to be among the three.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.coaching.check import load_checker
from assistant.coaching.grounding import Fault, Material, faults
from assistant.coaching.review import Asked, Reviewer, left_broken
from assistant.coaching.rewriting.compose import written_in
from assistant.coaching.rewriting.drafts import Draft, Line
from assistant.coaching.rewriting.judging import Judge
from assistant.coaching.rewriting.works import own_words
from assistant.knowledge.library import shipped_knowledge
from assistant.models import Answer, OkrSet, Severity
from assistant.models.suggestion import Action, Suggestion
from assistant.parsing import SetReading
from assistant.settings import Settings
from evals.forms import SetRow
from evals.lines import DATASETS
from evals.outcomes import DEV
from evals.rows import rows

BAR = frozenset({"K01", "K02", "K03", "K05", "K09", "O01", "O02"})
OWN = DATASETS / "rewrites.jsonl"
WHOLE = (Action.REPLACE, Action.SPLIT, Action.MOVE)
MEASURES = ("offered", "resolves", "raises none", "invents nothing", "language", "topic")


@dataclass(frozen=True)
class Verdict:
    """What became of one line; `suggestion` is none where nothing was offered."""

    language: str
    before: str
    rules: frozenset[str]
    suggestion: Suggestion | None
    held: dict[str, bool]
    split: str = DEV


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals rewrite`."""
    parser.add_argument("--dataset", type=Path, default=OWN, help="sets, one a line")
    parser.add_argument("--show", type=int, default=0, help="print every so many-th suggestion")
    parser.add_argument("--misses", action="store_true", help="list the lines that fall short")


def run(arguments: argparse.Namespace) -> None:
    """Print the table by language, and what was asked for besides."""
    chosen: Counter[tuple[str, str]] = Counter()
    verdicts = list(verdicts_of(arguments.dataset, chosen))
    _print_table(verdicts)
    _print_choice(chosen)
    if arguments.show:
        for verdict in verdicts[:: arguments.show]:
            _print(verdict)
    if arguments.misses:
        for verdict in verdicts:
            if not all(verdict.held.values()):
                _print(verdict)


def verdicts_of(path: Path, chosen: Counter[tuple[str, str]] | None = None) -> Iterator[Verdict]:
    """What became of each bad line of a file; counts in `chosen` which metrics were right."""
    reviewer = Reviewer(load_checker(Settings(), None, None))
    for record in rows(path, SetRow):
        answer = reviewer.review(SetReading(set_of(record)), Asked())
        for verdict in judged(answer, record["lang"], Judge(reviewer.checker, answer.set)):
            held = {**verdict.held, **_offers(record, verdict.suggestion)}
            yield replace(verdict, split=record.get("split", DEV), held=held)
        if chosen is not None:
            _count_choice(chosen, record, answer)


def set_of(record: Mapping[str, Any]) -> OkrSet:
    """The set of a row, with what a review reads of it."""
    known = {key: record[key] for key in ("industry", "objectives") if key in record}
    return OkrSet.model_validate(known)


def judged(answer: Answer, language: str, judge: Judge) -> Iterator[Verdict]:
    """What became of each line of a set that breaks a rule of the bar."""
    broken: defaultdict[tuple[int | None, int | None], set[str]] = defaultdict(set)
    for finding in answer.findings:
        if finding.severity is not Severity.HINT or finding.rule == "O01":
            broken[finding.objective, finding.key_result].add(finding.rule)
    offered = {
        (one.objective, one.key_result): one for one in answer.suggestions if one.action in WHOLE
    }
    for (objective, key_result), rules in sorted(broken.items(), key=str):
        if objective is None or not rules & BAR:
            continue
        held = answer.set.objectives[objective]
        before = held.objective if key_result is None else held.key_results[key_result].text
        suggestion = offered.get((objective, key_result))
        verdict = _held(answer, judge, frozenset(rules), before, suggestion)
        yield Verdict(language, before, frozenset(rules), suggestion, verdict)


def _held(
    answer: Answer, judge: Judge, rules: frozenset[str], before: str, one: Suggestion | None
) -> dict[str, bool]:
    if one is None:
        return dict.fromkeys(MEASURES, False)
    lines = [one.after, *one.more]
    draft = Draft(one.action, one.objective, one.key_result, before, tuple(map(Line, lines)), "")
    left = left_broken(draft, answer.set, judge)
    said = [objective.objective for objective in answer.set.objectives]
    cited = [name for metric in shipped_knowledge().metrics.values() for name in _names(metric)]
    wanted = written_in(before, answer.message_language)  # 改善 NPS is in either script
    material = Material(before, said=said, cited=[*cited, own_words()], language=wanted)
    wrong = {fault.fault for line in lines for fault in faults(line, material)}
    together = {fault.fault for fault in faults(" ".join(lines), material)}
    return {
        "offered": True,
        "resolves": not left & rules & BAR,
        "raises none": not left - rules,
        "invents nothing": not wrong & {Fault.NUMBER, Fault.DATE, Fault.NAME},
        "language": Fault.LANGUAGE not in wrong,
        "topic": Fault.TOPIC not in together,
    }


def _names(metric: Any) -> tuple[str, str]:
    return metric.name.en, metric.name.zh


def _offers(record: Mapping[str, Any], suggestion: Suggestion | None) -> dict[str, bool]:
    """Whether the metric that a row asks for is among those offered; nothing where none is."""
    asked = record.get("offers")
    offered = [one.metric for one in suggestion.alternatives] if suggestion else []
    return {"offers": asked in offered} if asked else {}


def _count_choice(
    chosen: Counter[tuple[str, str]], record: Mapping[str, Any], answer: Answer
) -> None:
    right = set(record.get("right", ()))
    if not right:
        return
    named = [
        [one.metric for one in suggestion.alternatives]
        for suggestion in answer.suggestions
        if suggestion.action in (*WHOLE, Action.ADD) and suggestion.alternatives
    ]
    chosen[record["lang"], "of"] += 1
    chosen[record["lang"], "first"] += any(metrics[0] in right for metrics in named)
    chosen[record["lang"], "among"] += any(right & set(metrics) for metrics in named)


def _print_table(verdicts: list[Verdict]) -> None:
    languages = sorted({verdict.language for verdict in verdicts})
    print(f"{'':10}{'lines':>7}" + "".join(f"{name:>17}" for name in MEASURES))
    for language in [*languages, "all"]:
        own = [v for v in verdicts if language in (v.language, "all")]
        shares = [sum(v.held[name] for v in own) / len(own) for name in MEASURES]
        print(f"{language:10}{len(own):>7}" + "".join(f"{share:>16.1%} " for share in shares))


def _print_choice(chosen: Counter[tuple[str, str]]) -> None:
    for language in sorted({language for language, _ in chosen}):
        total = chosen[language, "of"]
        first, among = (chosen[language, key] / total for key in ("first", "among"))
        print(f"{language:10}{total:>7}   right metric first {first:.1%}, offered {among:.1%}")


def _print(verdict: Verdict) -> None:
    missed = [name for name, held in verdict.held.items() if not held]
    print(f"\n[{', '.join(sorted(verdict.rules))}] {verdict.before}")
    if verdict.suggestion:
        for line in (verdict.suggestion.after, *verdict.suggestion.more):
            print(f"   => {line}")
    if missed:
        print(f"   falls short: {', '.join(missed)}")
