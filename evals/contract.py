"""What the product promises in its data, as somebody last read it: `python -m evals contract`.

Severities, limits and weights, what prompts instruct, the facts that messages name, the sources of
statements, the passages of the knowledge base, the words of the lists (`evals.words`), constants in
code and all expressions (`evals.in_code`), what is said of our own samples (`evals.said`), and what
each face does in each language (`evals.faces`). A promise that changed or is gone is lost; one that
is new is not looked at until `--write` takes all of them up, after somebody has read what changed.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from evals import in_code, said
from evals.faces import kinds as faces
from evals.faces.rows import fields
from evals.in_code import named
from evals.lines import DATASETS
from evals.parsed import loaded
from evals.rows import WrongForm, read_text
from evals.words import known_words

ROOT = Path(__file__).parents[1]
FOLDER = DATASETS / "contract"
GONE = "gone"
WORD, KNOWN, BETWEEN = "word", "known", ", "
NUMBERS = ("rubrics/profiles/*.yml", "rubrics/packs/*.yml", "assistant/**/*.yml")
MESSAGES = (
    "assistant/catalogues/*.yml",
    "assistant/guides/**/*.yml",
    "rubrics/*/*.yml",
    "assistant/coaching/rewriting/works/*.yml",
    "knowledge/guide/**/*.yml",
    "knowledge/examples/*.yml",
)
SPOKEN = {"en": "en", "zh": "zh-Hans"}
_FACT = re.compile(r"\{[a-z_]+\}|\d+")
# What turns the meaning of a message round when it is taken for its opposite.
_WAY = re.compile(
    r"(?i)\b(?:above|below|over|under|more|less|fewer|least|most|not|no|never|only|before|after"
    r"|without|higher|lower|larger|smaller|first|last|up|down)\b"
    r"|[不未无無]|至少|至多|最多|最少|以上|以下|以内|以內|高于|高於|低于|低於|之前|之后|之後|只|先"
)
_CJK = re.compile(r"[㐀-鿿]")
_ANCHOR = re.compile(r"(?m)^#+ .*\{#([a-z0-9-]+)\}")
_MARK = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)*)\]")
Promise = tuple[str, str, str]  # language, key, value


def promises(kind: str) -> Iterator[Promise]:
    """What the product promises now."""
    yield from KINDS[kind]()


def _severities() -> Iterator[Promise]:
    for path in sorted(ROOT.glob("rubrics/rules/*.yml")):
        for key, value in loaded(path).items():
            if key.startswith("severity") or key in ("status", "target", "confidence"):
                yield "en", f"{path.stem} {key}", str(value)
        for key, value in fields(loaded(path).get("check")):
            yield "en", f"{path.stem} check {key}", str(value)


def _numbers() -> Iterator[Promise]:
    for pattern in NUMBERS:
        for path in sorted(ROOT.glob(pattern)):
            for key, value in fields(loaded(path)):
                if not isinstance(value, str) or ".rules." in f".{key}":
                    yield "en", f"{path.relative_to(ROOT)} {key}", str(value)


def _constants() -> Iterator[Promise]:
    yield from (("en", place, value) for place, value in in_code.constants(ROOT))
    yield from (("en", place, "there") for place in in_code.lists(ROOT))


def _limits() -> Iterator[Promise]:
    yield from (("en", place, value) for place, value in in_code.limits(ROOT))


def _instructions() -> Iterator[Promise]:
    for path in sorted(ROOT.glob("prompts/*.j2")):
        for row in path.read_text(encoding="utf-8").split("---\n", 2)[2].splitlines():
            if row.strip():
                yield "en", f"{path.stem}: {row.strip()}", "there"


def _facts_named() -> Iterator[Promise]:
    for pattern in MESSAGES:
        for path in sorted(ROOT.glob(pattern)):
            for key, text in fields(loaded(path)):
                language = SPOKEN.get(key.rpartition(".")[2])
                if language and isinstance(text, str):
                    script = "Chinese" if _CJK.search(text) else "no Chinese"
                    told = " ".join([script, *_FACT.findall(text), *_WAY.findall(text)])
                    yield language, f"{path.stem} {key}", told


def _metrics() -> Iterator[Promise]:
    """What each metric of the library is, in each language."""
    for path in sorted(ROOT.glob("knowledge/metrics/*.yml")):
        for each in loaded(path):
            name = f"{path.stem} {each['id']}"
            for key in ("direction", "timing", "bounds", "guardrail", "data_sources"):
                yield "en", f"{name} {key}", str(each.get(key))
            for key, short in product(("unit", "formula", "definition"), SPOKEN):
                yield SPOKEN[short], f"{name} {key}", named(each[key][short])


def _metrics_of() -> Iterator[Promise]:
    """Which metric stands behind the wording of a work, and which an example counts by."""
    for pattern in ("assistant/coaching/rewriting/works/*.yml", "knowledge/examples/*.yml"):
        for path in sorted(ROOT.glob(pattern)):
            for each in _mappings(loaded(path)):
                words = each.get("text", each)
                if "metric" in each and SPOKEN.keys() <= words.keys():
                    for short, language in SPOKEN.items():
                        yield language, f"{path.stem} {named(words[short])}", each["metric"]


def _sources() -> Iterator[Promise]:
    for path in sorted(ROOT.glob("knowledge/**/*.yml")):
        yield from _carried(loaded(path))
    for path in sorted(ROOT.glob("knowledge/*/*.md")):
        language = "en" if path.name.endswith(".en.md") else "zh-Hans"
        for part in path.read_text(encoding="utf-8").split("\n"):
            if marks := _MARK.findall(part):
                yield language, named(_MARK.sub("", part)), " ".join(marks)


def _passages() -> Iterator[Promise]:
    """Every section of a document, every example, metric and industry, in each language."""
    for path in sorted(ROOT.glob("knowledge/*/*.md")):
        language = "en" if path.name.endswith(".en.md") else "zh-Hans"
        for anchor in _ANCHOR.findall(path.read_text(encoding="utf-8")):
            yield language, f"{path.stem}#{anchor}", "there"
    for path in sorted(ROOT.glob("knowledge/**/*.yml")):
        for each in _mappings(loaded(path)):
            name = each.get("id") or each.get("passage")
            if isinstance(name, str):
                yield "en", f"{path.relative_to(ROOT)} {name}", "there"


def _words() -> Iterator[Promise]:
    for language, key in known_words(ROOT):
        yield language, key, KNOWN


def _patterns() -> Iterator[Promise]:
    yield from (("en", place, "there") for place in in_code.expressions(ROOT))


def _scripts() -> Iterator[Promise]:
    """Each line of the scripts of the pages, but for comments, and their order: no browser runs."""
    for path in sorted(ROOT.glob("api/static/*.js")):
        rows = (row.strip() for row in path.read_text(encoding="utf-8").splitlines())
        told = [row for row in rows if row and not row.startswith(("//", "/*", "*"))]
        yield "en", path.name, f"{len(told)} lines {named(' '.join(told))}"
        yield from (("en", f"{path.name}: {named(row)}", "there") for row in told)


def _carried(value: Any) -> Iterator[Promise]:
    for each in _mappings(value):
        if {"en", "zh", "sources"} <= each.keys():
            for short, language in SPOKEN.items():
                yield language, named(each[short]), " ".join(each["sources"])


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value
    for each in inner if isinstance(value, (dict, list)) else ():
        yield from _mappings(each)


KINDS: dict[str, Callable[[], Iterator[Promise]]] = {
    "severity": _severities,
    "number": _numbers,
    "constant": _constants,
    "limit": _limits,
    "instruction": _instructions,
    "named fact": _facts_named,
    "metric": _metrics,
    "metric of": _metrics_of,
    "source": _sources,
    "passage": _passages,
    WORD: _words,
    "pattern": _patterns,
    "script": _scripts,
    "figure": said.figures,
    "report": said.reports,
    "review": said.reviews,
    "document": said.documents,
    "summary": said.summaries,
    **faces.KINDS,
}


def path_of(kind: str) -> Path:
    """Where the promises of a kind are kept."""
    return FOLDER / f"{kind.replace(' ', '_')}.tsv"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals contract`."""
    parser.add_argument("--write", action="store_true", help="take up what is promised now")


def run(arguments: argparse.Namespace) -> None:
    """List what changed, or take it up."""
    for kind in KINDS:
        now = list(dict.fromkeys(promises(kind)))
        known = list(read_promises(path_of(kind))) if path_of(kind).exists() else []
        for sign, these, those in (("-", known, set(now)), ("+", now, set(known))):
            rows = ["\t".join(each) for each in these if each not in those]
            print("".join(f"{sign} {row}\n" for row in rows), end="")
        if arguments.write:
            text = "".join(f"{row}\n" for row in _written(now))
            path_of(kind).write_text(text, encoding="utf-8")


def read_promises(path: Path) -> Iterator[Promise]:
    """The promises of a file; its rows are three columns, and words of one place share a row.

    Raises:
        WrongForm: A row is otherwise.
    """
    for number, row in enumerate(read_text(path).splitlines(), start=1):
        if row.count("\t") != 2:
            raise WrongForm(f"{path.name}:{number}: not three columns")
        language, key, value = row.split("\t")
        if path.name != path_of(WORD).name:
            yield language, key, value
            continue
        for word in value.split(BETWEEN):
            yield language, f"{key}: {word}", KNOWN


def _written(found: Iterable[Promise]) -> list[str]:
    """Rows of three columns; words of one place share one."""
    rows: dict[str, list[str]] = {}
    for language, key, value in found:
        place, colon, word = key.partition(": ")
        if value == KNOWN and colon:
            rows.setdefault(f"{language}\t{place}", []).append(word)
        else:
            rows[f"{language}\t{key}\t{value}"] = []
    return ["\t".join([row, BETWEEN.join(words)]) if words else row for row, words in rows.items()]
