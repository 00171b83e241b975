"""The same said otherwise draws the same verdict: case, spaces, script, order, other words.

What is told of a set is told in its language, each line's worst first, and once where a rule is
silent beside another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from assistant.models import Answer, Finding, Severity
from assistant.rules.library import load_library
from evals.facts import verdicts_of
from evals.forms import Objective, SetRow
from evals.good import check
from evals.lines import DATASETS, Line, probe_lines, read_sets
from evals.outcomes import DEV, Outcome, holds
from evals.rows import read_text, rows

PARAPHRASES = DATASETS / "paraphrases.tsv"
OBJECTIVE = "O "
WORST = (Severity.ERROR, Severity.WARNING, Severity.HINT)
WIDE = str.maketrans("0123456789%,", "０１２３４５６７８９％，")
Guise = Callable[[str], str]
_BETWEEN = re.compile(r"(?<=[㐀-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[㐀-鿿])")


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each line in each guise that its language has."""
    for line in read_sets(data) if data else probe_lines():
        own = verdicts_of(line.text, line.of_objective)
        for name, guise in _guises(line):
            text = guise(line.text)
            if text != line.text:
                same = verdicts_of(text, line.of_objective) == own
                yield holds("stability", name, line.language, line.text, same)
    if data is None:
        yield from _orders()
        yield from _paraphrases()


def _orders() -> Iterator[Outcome]:
    """Key results the other way round break the same rules; which of two twins is told is free."""
    for row in rows(DATASETS / "rewrites.jsonl", SetRow):
        held = row["objectives"]
        turned: list[Objective] = [
            {**each, "key_results": each["key_results"][::-1]} for each in held
        ]
        answer = check({"objectives": held})
        same = _broken(held, answer) == _broken(turned, check({"objectives": turned}))
        name, split = row.get("id", ""), row.get("split", DEV)
        yield holds("stability", "order", row["lang"], name, same, split)
        for told, good in _telling(answer, row["lang"]):
            yield holds("stability", told, row["lang"], f"{name} {held[0]}", good, split)


def _telling(answer: Answer, language: str) -> Iterator[tuple[str, bool]]:
    """How the findings of a set are told."""
    yield "told in", language in (answer.message_language, "mixed")
    orders = [_order(each) for each in answer.findings]
    yield "worst first", orders == sorted(orders)
    fired = {(each.objective, each.key_result, each.rule) for each in answer.findings}
    rules = load_library().rules
    yield (
        "said once",
        not any(
            (objective, key_result, other) in fired
            for objective, key_result, rule in fired
            for other in rules[rule].silent_with
        ),
    )


def _order(finding: Finding) -> tuple[int, int, int]:
    places = (finding.objective, finding.key_result)
    first, second = (-1 if place is None else place for place in places)
    return first, second, WORST.index(finding.severity)


def _broken(objectives: list[Objective], answer: Answer) -> Counter[tuple[str, str]]:
    lines = [each["key_results"] for each in objectives]
    told: Counter[tuple[str, str]] = Counter()
    for each in answer.findings:
        of_line = each.key_result is not None and not each.rule.startswith("S")
        line = lines[each.objective or 0][each.key_result or 0] if of_line else ""
        told[each.rule, str(line)] += 1
    return told


def _paraphrases() -> Iterator[Outcome]:
    """Lines that say the same in other words of their language state the same facts."""
    for row in read_text(PARAPHRASES).splitlines():
        language, one, other = row.split("\t")
        of_objective = one.startswith(OBJECTIVE)
        bare = (text.removeprefix(OBJECTIVE) for text in (one, other))
        first, second = (verdicts_of(text, of_objective) for text in bare)
        for fact, verdict in first.items():
            subject = f"{one} | {other}: {fact}"
            yield holds("stability", "paraphrase", language, subject, second[fact] == verdict)


def _guises(line: Line) -> Iterator[tuple[str, Guise]]:
    yield "space around", lambda text: f"  {text} "
    yield "full stop", lambda text: text.rstrip(".。") + ("." if line.language == "en" else "。")
    if line.language == "en":
        yield "lower case", str.lower
        yield "double space", lambda text: text.replace(" ", "  ")
        return
    yield "full width", lambda text: text.translate(WIDE)
    yield "space between scripts", lambda text: _BETWEEN.sub(" ", text)
    yield "other script", _other_script(line.language)


def _other_script(language: str) -> Guise:
    converter = _converter("t2s" if language == "zh-Hant" else "s2t")
    return lambda text: str(converter.convert(text))


@cache
def _converter(config: str) -> Any:
    from opencc import OpenCC

    return OpenCC(config)
