"""Single changes of word lists, messages, patterns, documents and pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import yaml

from evals.drawing.edits import Edit
from evals.parsed import LOADER

_ENTRY = re.compile(r"(?m)^ *- \S.*\n")
_FLOW = re.compile(r"\[([^\[\]{}\"'\n]*,[^\[\]{}\"']*)\]")
_NUMBER = re.compile(r"(?<![\w#-])\d+(?:\.\d+)?(?![\w-])")
_CHOICE = re.compile(r"\(((?:\?:)?)([^()\[\]\n]*\|[^()\[\]\n]*)\)")
_QUOTED = re.compile(r"\"((?:[^\"\\\n]|\\.){12,})\"")
_PART = re.compile(r"\{[a-z_]+\}|[一-鿿]{2}|(?<![{\w])[A-Za-z]{3,}(?![}\w])")
_HOLDER = re.compile(r"\{[a-z_]+\}")
_IF = re.compile(r"\{% (?:el)?if (?P<test>[^%]+?) -?%\}")
_PRINTED = re.compile(r"\{\{ ?[^{}]+? ?\}\}")
_LINE = re.compile(r"(?m)^(?!\s*(?:#|//|/?\*|---|\{#)).*\S.*\n")
_SENTENCE = re.compile(r"(?m)(?<=[.。] )?[^.。\n|#]{20,}\[[^\]\n]+\][.。]?")


def edits_of_data(name: str, text: str) -> list[Edit]:
    """The single changes that we know to make to a file of that name, but for its comments."""
    ways = next((ways for ending, ways in WAYS.items() if name.endswith(ending)), ())
    made = dict.fromkeys(edit for way in ways for edit in way(text))
    return [edit for edit in made if not (name.endswith(".yml") and _in_comment(edit, text))]


def _in_comment(edit: Edit, text: str) -> bool:
    return "#" in text[text.rfind("\n", 0, edit.start) + 1 : edit.start]


def still_read(name: str, text: str) -> bool:
    """Whether a file can be parsed as it is now."""
    if not name.endswith(".yml"):
        return True
    try:
        yaml.load(text, Loader=LOADER)
    except yaml.YAMLError:
        return False
    return True


def _entries(text: str) -> Iterator[Edit]:
    yield from (Edit("drop entry", *found.span(), "") for found in _ENTRY.finditer(text))


def _in_flow(text: str) -> Iterator[Edit]:
    for found in _FLOW.finditer(text):
        words = found[1].split(",")
        for dropped in range(len(words)):
            kept = [word for place, word in enumerate(words) if place != dropped]
            yield Edit("drop word", *found.span(1), ",".join(kept).strip())


def _numbers(text: str) -> Iterator[Edit]:
    for found in _NUMBER.finditer(text):
        told = f"{float(found[0]) + 0.1:g}" if "." in found[0] else str(int(found[0]) + 1)
        yield Edit("number", *found.span(), told)


def _swapped_numbers(text: str) -> Iterator[Edit]:
    for one, two in pairwise(_NUMBER.finditer(text)):
        between = text[one.end() : two.start()]
        if between.count("\n") < 2 and one[0] != two[0]:
            yield Edit("swap numbers", one.start(), two.end(), f"{two[0]}{between}{one[0]}")


def _branches(text: str) -> Iterator[Edit]:
    for found in _CHOICE.finditer(text):
        branches = found[2].split("|")
        for dropped in range(len(branches)):
            kept = [each for place, each in enumerate(branches) if place != dropped]
            yield Edit("drop branch", *found.span(2), "|".join(kept))


def _said(text: str) -> Iterator[Edit]:
    for found in _QUOTED.finditer(text):
        for part in _PART.finditer(found[1]):
            start = found.start(1) + part.start()
            yield Edit("drop from message", start, start + len(part[0]), "")


def _swapped_holders(text: str) -> Iterator[Edit]:
    for found in _QUOTED.finditer(text):
        for one, two in pairwise(_HOLDER.finditer(found[1])):
            start, end = found.start(1) + one.start(), found.start(1) + two.end()
            between = found[1][one.end() : two.start()]
            yield Edit("swap placeholders", start, end, f"{two[0]}{between}{one[0]}")


def _conditions(text: str) -> Iterator[Edit]:
    for found in _IF.finditer(text):
        yield Edit("negate", *found.span("test"), f"not ({found['test']})")


def _printed(text: str) -> Iterator[Edit]:
    yield from (Edit("drop print", *found.span(), "") for found in _PRINTED.finditer(text))


def _lines(text: str) -> Iterator[Edit]:
    for found in _LINE.finditer(text):
        if "{%" not in found[0] or found[0].count("{%") == 0:
            yield Edit("drop line", *found.span(), "")


def _sentences(text: str) -> Iterator[Edit]:
    yield from (Edit("drop sentence", *found.span(), "") for found in _SENTENCE.finditer(text))


Way = Callable[[str], Iterator[Edit]]
WAYS: dict[str, tuple[Way, ...]] = {
    ".yml": (_entries, _in_flow, _numbers, _swapped_numbers, _branches, _said, _swapped_holders),
    ".md": (_numbers, _sentences),
    ".html": (_conditions, _printed, _lines),
    ".svg": (_conditions, _printed, _lines),
    ".j2": (_conditions, _printed, _lines),
    ".js": (_lines,),
}
