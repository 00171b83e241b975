"""False findings on good OKRs, and twins that are judged alike: `python -m evals good`.

The lines of `good.jsonl` and `knowledge/examples` are good by design, so a finding of error or
warning on one is most likely false. Twins say the same in English and Chinese: their facts should
be the same, and so should the rules of severity error that fire on them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.coaching.check import Checker, load_checker
from assistant.models import Answer, Finding, OkrSet, Severity
from assistant.settings import Settings
from evals.facts import pairs_of
from evals.forms import SetRow
from evals.lines import DATASETS
from evals.outcomes import DEV
from evals.rows import rows

RULES = ("K01", "K03", "K09", "O02", "O07")
ERRORS = ("K01", "K11", "K12")
EXAMPLES = Path(__file__).parents[1] / "knowledge" / "examples"
OBJECTIVE_FACTS = ("has_metric", "is_task")
KEY_RESULT_FACTS = ("measurable", "kind", "baseline", "compound", "direction", "target_value")


@dataclass(frozen=True)
class Draft:
    """One good set in one language."""

    name: str
    language: str
    content: dict[str, object]
    lines: int
    split: str = DEV


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals good`."""
    parser.add_argument("--misses", action="store_true", help="list findings and unlike twins")


def run(arguments: argparse.Namespace) -> None:
    """Print the tables."""
    for title, drafts in (("good.jsonl", own(None)), ("knowledge/examples", examples())):
        _print_findings(title, list(drafts), arguments.misses)
    for name in ("twins", "forms"):
        _print_twins(name, list(pairs_of(DATASETS / f"{name}.tsv")), arguments.misses)
    _print_twins("knowledge/examples", list(example_pairs()), arguments.misses)


@cache
def _checker() -> Checker:
    return load_checker(Settings(), None, None)


def check(content: dict[str, object]) -> Answer:
    """The check of a set."""
    return _checker().check(OkrSet.model_validate(content))


def own(data: Path | None) -> Iterator[Draft]:
    """The good sets of a file, by default our own."""
    for held in rows(data or DATASETS / "good.jsonl", SetRow):
        lines = sum(1 + len(one["key_results"]) for one in held["objectives"])
        content: dict[str, object] = {"objectives": held["objectives"]}
        yield Draft(held.get("id", ""), held["lang"], content, lines, held.get("split", DEV))


def examples() -> Iterator[Draft]:
    """The examples of the knowledge base, each in both languages."""
    for one in _example_texts():
        for language in ("en", "zh"):
            texts = [line["text"][language] for line in one["key_results"]]
            objective = {"objective": one["objective"][language], "key_results": texts}
            yield Draft(one["id"], language, {"objectives": [objective]}, 1 + len(texts))


def _example_texts() -> Iterator[dict[str, Any]]:
    for path in sorted(EXAMPLES.glob("*.yml")):
        yield from yaml.safe_load(path.read_text(encoding="utf-8"))


def example_pairs() -> Iterator[tuple[str, str, bool]]:
    """Their lines in both languages, and whether each is an objective."""
    for one in _example_texts():
        yield one["objective"]["en"], one["objective"]["zh"], True
        for line in one["key_results"]:
            yield line["text"]["en"], line["text"]["zh"], False


def _print_findings(title: str, drafts: Sequence[Draft], misses: bool) -> None:
    """Share of lines with a finding of the rules, by language; then counts of all rules."""
    print(f"\n{title}: lines with a finding of {', '.join(RULES)}; all findings on lines by rule")
    for language in sorted({draft.language for draft in drafts}):
        judged = [(d, check(d.content).findings) for d in drafts if d.language == language]
        lines = sum(draft.lines for draft, _ in judged)
        told = [(d, f) for d, found in judged for f in found if _is_told(f)]
        shares = [_share(told, severity, lines) for severity in (Severity.ERROR, Severity.WARNING)]
        counts = Counter(f"{f.rule} {f.severity}" for _, f in told)
        print(f"{language:9}{lines:5} lines  error {shares[0]:.3f}  warning {shares[1]:.3f}")
        print(" " * 9 + ", ".join(f"{rule} {n}" for rule, n in sorted(counts.items())))
        for draft, one in told if misses else ():
            print(f"  {one.rule} {one.severity} {draft.name} “{one.quote}” {_text(draft, one)}")


def _is_told(finding: Finding) -> bool:
    return finding.objective is not None and finding.severity is not Severity.HINT


def _share(told: Sequence[tuple[Draft, Finding]], severity: Severity, lines: int) -> float:
    places = {
        (draft.name, f.objective, f.key_result)
        for draft, f in told
        if f.severity is severity and f.rule in RULES
    }
    return len(places) / lines


def _text(draft: Draft, finding: Finding) -> str:
    objectives = OkrSet.model_validate(draft.content).objectives
    objective = objectives[finding.objective or 0]
    if finding.key_result is None:
        return objective.objective
    return objective.key_results[finding.key_result].text


def _print_twins(name: str, pairs: Sequence[tuple[str, str, bool]], misses: bool) -> None:
    """How often two lines that say the same have the same facts and error rules."""
    same: dict[str, list[bool]] = {}
    for one, other, of_objective in pairs:
        first, second = (told_of(text, of_objective) for text in (one, other))
        for key, value in first.items():
            same.setdefault(key, []).append(value == second[key])
            if misses and value != second[key]:
                print(f"  {name} {key}: {value} | {one} || {second[key]} | {other}")
    cells = "".join(f"  {key} {sum(v) / len(v):.3f} ({len(v)})" for key, v in same.items())
    print(f"\n{name}, twins agree:{cells}")


def told_of(text: str, of_objective: bool) -> dict[str, object]:
    """The facts of a line, and which error rules fire on it."""
    held = {"objective": text} if of_objective else {"objective": "", "key_results": [text]}
    answer = check({"objectives": [held]})
    facts = answer.facts[0 if of_objective else -1]
    names = OBJECTIVE_FACTS if of_objective else KEY_RESULT_FACTS
    told: dict[str, object] = {name: getattr(facts, name) for name in names}
    fired = {f.rule for f in answer.findings if f.key_result is not None}
    return told | ({} if of_objective else {rule: rule in fired for rule in ERRORS})
