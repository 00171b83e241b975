"""How much of what must be reported a general summariser finds, beside ours, at the same length.

TextRank and LexRank pick sentences out of the check-ins and changes as people would type them. An
item counts as reported where the lines from which it could be seen are picked: the last check-in
of its key result, two for a fall or a rise, four for a trend, for a change that change. Whether
a line says what is wrong is not even asked, and for a pace or a trend it never does.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import rjieba

from assistant.messages import say
from assistant.models import Language
from assistant.models.summary import Code, Summary
from evals.cycles import JUDGED_BLOCKS, cases, summary_of

SUMMARISERS = {"TextRank": "text_rank", "LexRank": "lex_rank"}
_SHOWN = ("value", "delta", "confidence", "status", "comment", "blocker", "ask")
# How many of the last check-ins it takes to see an item; one for all others.
_LINES = {"CONF_DROP": 2, "CONF_LOW": 2, "TREND_DOWN": 4, "UNMOVED": 4, "5": 2, "6": 2, "12": 2}
_FORECAST = 9  # of it, the statements that a trend ends short
_BY_WORDS = (4, 5)
_LANGUAGES = {"zh": Language.ZH_HANS, "hant": Language.ZH_HANT}


class _Words:
    """Cuts a sentence into words, Chinese ones by segmentation."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return tuple(word for word in rjieba.cut(str(sentence)) if word.strip())


def updates(case: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The check-ins and changes of a cycle as lines of text, each with its key result."""
    cycle = case["cycle"]
    for one in cycle["checkins"]:
        said = [f"{name} {one[name]}" for name in _SHOWN if one.get(name) is not None]
        if place := _place(cycle, one):
            yield place, f"{one['date']} {_text(cycle, one)}: {', '.join(said)}"
    for one in cycle["changes"]:
        if place := _place(cycle, one):
            told = f"{one['field']} from {one['old']} to {one['new']}, {one.get('reason', '')}"
            yield f"{place} change", f"{one['date']} {_text(cycle, one)}: {told}"


def _place(cycle: dict[str, Any], one: dict[str, Any]) -> str | None:
    known = len(cycle["set"]["objectives"][one["objective"]]["key_results"])
    place: int = one["key_result"]
    return f"{one['objective']}.{place}" if place < known else None


def _text(cycle: dict[str, Any], one: dict[str, Any]) -> str:
    objective = cycle["set"]["objectives"][one["objective"]]
    return str(objective["key_results"][one["key_result"]]["text"])


def picked(name: str, case: dict[str, Any], characters: int) -> list[str]:
    """The sentences that a summariser picks first, up to a length."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # takes a second

    module = import_module(f"sumy.summarizers.{SUMMARISERS[name]}")
    summarise = getattr(module, f"{name}Summarizer")()
    words = _Words()
    lines = [Sentence(line, words) for _, line in updates(case)]
    document = ObjectDocumentModel([Paragraph(lines)])
    chosen: list[str] = []
    for count in range(1, len(lines) + 1):
        taken = [str(line) for line in summarise(document, count)]
        if sum(map(len, taken)) > characters:
            break
        chosen = taken
    return chosen


def expected(case: dict[str, Any]) -> set[str]:
    """What must be reported: a key result with a code or a block."""
    truth = case["expect"]
    items = {f"{place} {code}" for place, s in truth["key_results"].items() for code in s["codes"]}
    blocks = truth["blocks"].items()
    return items | {f"{place} {block}" for block, places in blocks for place in places}


def needed(case: dict[str, Any], item: str) -> list[str]:
    """The lines that show an item."""
    place, what = item.split(" ")
    wanted = f"{place} change" if what in ("TARGET_EASED", "15") else place
    lines = sorted(line for of, line in updates(case) if of == wanted)
    return lines[-_LINES.get(what, 1) :]


def covered(case: dict[str, Any], items: set[str], lines: list[str]) -> int:
    """How many items are shown by picked lines; what no line shows is not."""
    found = (needed(case, item) for item in items)
    return sum(bool(wanted) and set(wanted) <= set(lines) for wanted in found)


def told_by(summary: Summary) -> tuple[set[str], int]:
    """What our text tells of each key result, by code and by block, and how long it is.

    That a code stands in the JSON is not enough: in blocks 4 and 5 it counts by its words, in the
    others by the statement made for it. Quotations are part of the length.
    """
    language, told, length = summary.message_language, set[str](), 0
    words = {code: say("checkins", f"code.{code}", language) for code in Code}
    for block in summary.blocks:
        for item in block.items if block.block in JUDGED_BLOCKS or block.block == _FORECAST else ():
            if block.block == _FORECAST and not item.codes:
                continue
            length += len(item.text) + len(item.quote or "")
            place = f"{item.objective}.{item.key_result}"
            said = {code for code in Code if words[code] in item.text}
            said |= set(item.codes) if block.block not in _BY_WORDS else set()
            told |= {f"{place} {one}" for one in (block.block, *said)}
    return told, length


def measure() -> dict[str, dict[str, float]]:
    """The share of the items that each finds at our length: over all cycles, and over some.

    `left out`: those whose updates are longer than our summary; of the others a summariser that
    may be as long as ours simply takes all there is.
    """
    found = {"all": Counter[str](), "left out": Counter[str]()}
    for case in cases():
        language = _LANGUAGES.get(case["name"].split("-")[0], Language.EN)
        told, length = told_by(summary_of(case, language))
        items = expected(case)
        counts = Counter({"items": len(items), "ours": len(items & told)})
        for name in SUMMARISERS:
            counts[name] = covered(case, items, picked(name, case, length))
        found["all"] += counts
        if sum(len(line) for _, line in updates(case)) > length:
            found["left out"] += counts
    return {
        which: {name: counts[name] / max(1, counts["items"]) for name in ("ours", *SUMMARISERS)}
        for which, counts in found.items()
    }


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing can be asked for."""


def run(arguments: argparse.Namespace) -> None:
    """Print the figures."""
    for which, shares in measure().items():
        for name, share in shares.items():
            ratio = shares["ours"] / share if share else float("inf")
            print(f"{which:9} {name:9} {share:.3f}   ours {ratio:.2f} times that")
