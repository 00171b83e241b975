"""The six facts, measured: `python -m evals facts [--dataset PATH] [--misses]`.

On the labelled sets at PATH the classifier's figures are those of models that never saw a line of
the same source, nor the lines of ours that imitate such drafts. Our probes, twins
and forms are test data: nothing is trained on them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from opencc import OpenCC

from assistant.language.facts.verdicts import (
    consistent,
    key_result_rules,
    key_result_verdicts,
    objective_rules,
    objective_verdicts,
    observe,
)
from assistant.language.script import simplify
from assistant.models import KeyResult
from evals.lines import (
    DATASETS,
    FACTS,
    LANGUAGES,
    Line,
    own_lines,
    probe_lines,
    read_sets,
)
from evals.rows import read_text
from evals.scores import Pairs, accuracy, macro_f1

# Lines of ours that imitate real drafts; left out where a figure shall tell of drafts never seen.
IMITATIONS = ("extra-", "real-style-")
Verdicts = dict[str, str]
Judged = list[tuple[Line, Verdicts]]
Score = Callable[[Pairs], float | None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals facts`."""
    parser.add_argument("--dataset", type=Path, help="labelled sets, as JSONL")
    parser.add_argument("--misses", action="store_true", help="list each line that is missed")


def run(arguments: argparse.Namespace) -> None:
    """Print the tables."""
    if arguments.dataset:
        lines = read_sets(arguments.dataset)
        _print_both(f"{arguments.dataset.name}: macro-F1", lines, held_out(lines), macro_f1)
        _list(arguments, held_out(lines))
    probes = probe_lines()
    judged = [(line, shipped(line)) for line in probes]
    _print_both("probes: macro-F1", probes, judged, macro_f1)
    _print_both("probes: accuracy", probes, judged, accuracy)
    _list(arguments, judged)
    for name in ("twins", "forms"):
        _print_agreement(name, pairs_of(DATASETS / f"{name}.tsv"), arguments.misses)
    _print_scripts([*probes, *own_lines()])


def by_rules(line: Line) -> Verdicts:
    """What the rules alone say."""
    seen = observe(line.text)
    if line.of_objective:
        return objective_rules(seen)
    return consistent(key_result_rules(seen), line.key_result)


def shipped(line: Line) -> Verdicts:
    """What the product says, with the weights that it ships."""
    return verdicts_of(line.text, line.of_objective, line.key_result)


def verdicts_of(text: str, of_objective: bool, declared: KeyResult | None = None) -> Verdicts:
    """What the product says of a text."""
    seen = observe(text)
    if of_objective:
        return objective_verdicts(seen)
    return consistent(key_result_verdicts(seen), declared or KeyResult(text=text))


def held_out(lines: Sequence[Line]) -> Judged:
    """What models say that were fitted without a line's source."""
    from evals.train_classifier import tasks  # needs numpy, which the rest does without

    unseen = set(map(id, lines))
    others = [line for line in own_lines() if not line.group.startswith(IMITATIONS)]
    judged: Judged = []
    for task in tasks([*lines, *others]):
        pairs = zip(task.lines, task.held_out(), strict=True)
        judged += [(line, verdicts) for line, verdicts in pairs if id(line) in unseen]
    return judged


def _print_both(title: str, lines: Sequence[Line], judged: Judged, score: Score) -> None:
    ruled = [(line, by_rules(line)) for line in lines]
    print(f"\n{title}\n{'':9}{'':12}" + "".join(f"{fact:>12}" for fact in FACTS) + f"{'mean':>9}")
    for language in (*LANGUAGES, "mixed"):
        _print_row(language, "rules", ruled, score)
        _print_row(language, "classifier", judged, score)


def _print_row(language: str, name: str, judged: Judged, score: Score) -> None:
    values = [score(labelled(judged, fact, language)) for fact in FACTS]
    known = [value for value in values if value is not None]
    if known:
        cells = "".join(f"{'-':>12}" if v is None else f"{v:12.3f}" for v in values)
        print(f"{language:9}{name:12}{cells}{sum(known) / len(known):9.3f}")


def labelled(judged: Judged, fact: str, language: str) -> list[tuple[str, str]]:
    """Label and verdict of each line of a language that has the fact."""
    return [
        (line.labels[fact], verdicts[fact])
        for line, verdicts in judged
        if line.language == language and fact in line.labels
    ]


def _list(arguments: argparse.Namespace, judged: Judged) -> None:
    for line, verdicts in judged if arguments.misses else ():
        for fact, label in line.labels.items():
            if verdicts[fact] != label:
                print(f"{fact:10} {label} not {verdicts[fact]} | {line.group} | {line.text}")


def pairs_of(path: Path) -> Iterator[tuple[str, str, bool]]:
    """The pairs of a file of two columns, and whether they are objectives."""
    for row in read_text(path).split("\n"):
        cells = [cell.strip() for cell in row.split("\t")]
        if not row.startswith("#") and len(cells) >= 2:
            yield cells[-2], cells[-1], cells[0] == "o"


def _print_agreement(name: str, pairs: Iterator[tuple[str, str, bool]], misses: bool) -> None:
    same: dict[str, list[bool]] = {}
    for one, other, of_objective in pairs:
        first, second = verdicts_of(one, of_objective), verdicts_of(other, of_objective)
        for fact, value in first.items():
            same.setdefault(fact, []).append(value == second[fact])
            if misses and value != second[fact]:
                print(f"{name} {fact}: {value} | {one} || {second[fact]} | {other}")
    cells = "".join(f"  {fact} {sum(v) / len(v):.3f} ({len(v)})" for fact, v in same.items())
    print(f"\n{name}, agreement:{cells}")


SCRIPTS = ("s2t", "s2tw", "s2hk")  # Traditional as such, of Taiwan, of Hong Kong


def _print_scripts(lines: Sequence[Line]) -> None:
    """The Simplified and the Traditional form of one line must give the same facts."""
    converters = [OpenCC(config) for config in SCRIPTS]
    chinese = [line for line in lines if not line.text.isascii()]
    pairs = [(line, c.convert(simplify(line.text))) for line in chinese for c in converters]
    differ = [
        (line.text, converted)
        for line, converted in pairs
        if verdicts_of(converted, line.of_objective) != verdicts_of(line.text, line.of_objective)
    ]
    print(f"\nscripts, agreement: {len(pairs) - len(differ)} of {len(pairs)}")
    print("\n".join(f"{one} || {other}" for one, other in differ[:20]))
