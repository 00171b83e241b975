"""The same line in another guise draws the same verdict: case, spaces, width, script, marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from evals.facts import verdicts_of
from evals.lines import Line, probe_lines, read_sets
from evals.outcomes import Outcome, holds

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
