"""What single words make of a line: the rules it breaks, the values it states; Taiwan's words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from assistant.messages import traditional
from assistant.models import KeyResultFacts
from evals.good import check
from evals.lines import DATASETS
from evals.outcomes import Outcome, holds
from evals.rows import WrongForm, read_text

OWN = [DATASETS / name for name in ("findings.tsv", "values.tsv", "traditional.tsv")]
FIELDS = ("direction", "baseline_value", "target_value", "unit")
COLUMNS = (2, 3, 2 + len(FIELDS))
NONE = "-"
OBJECTIVE = "O "


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Our lines, or those of a file: three columns are rules, six values, two a text of ours."""
    for path in (data,) if data else OWN:
        for cells in _rows(path):
            if len(cells) == 2:
                ours, theirs = cells
                yield Outcome("wording", "Taiwan", "zh-Hant", ours, theirs, traditional(ours))
                continue
            for language, text in _scripts(cells[0], cells[-1]):
                made = _broken if len(cells) == 3 else _stated
                yield from made(language, text, cells[1:-1])


def _rows(path: Path) -> Iterator[list[str]]:
    for number, row in enumerate(read_text(path).splitlines(), start=1):
        cells = row.split("\t")
        if row.startswith("#") or not row.strip():
            continue
        if len(cells) not in COLUMNS:
            raise WrongForm(f"{path.name}:{number}: not a row of {COLUMNS} columns")
        yield cells


def _scripts(language: str, text: str) -> Iterator[tuple[str, str]]:
    if language != "zh":
        yield language, text
        return
    yield "zh-Hans", text
    forms = (_converter(config).convert(text) for config in ("s2t", "s2twp"))  # 優化, 最佳化
    yield from (("zh-Hant", form) for form in dict.fromkeys(forms))


@cache
def _converter(config: str) -> Any:
    from opencc import OpenCC

    return OpenCC(config)


def _set(text: str) -> dict[str, object]:
    if text.startswith(OBJECTIVE):
        return {"objectives": [{"objective": text.removeprefix(OBJECTIVE)}]}
    return {"objectives": [{"objective": "", "key_results": [text]}]}


def _broken(language: str, text: str, wanted: list[str]) -> Iterator[Outcome]:
    broken = {each.rule for each in check(_set(text)).findings}
    for rule in wanted[0].split():
        name = rule.removeprefix("-")
        good = (name in broken) is (name == rule)
        yield holds("wording", name, language, f"{rule}: {text}", good)


def _stated(language: str, text: str, wanted: list[str]) -> Iterator[Outcome]:
    facts = check(_set(text)).facts[-1]
    assert isinstance(facts, KeyResultFacts)
    for name, value in zip(FIELDS, wanted, strict=True):
        found = getattr(facts, name)
        told = NONE if found is None else f"{found:g}" if isinstance(found, float) else str(found)
        yield Outcome("wording", name, language, text, _plain(value), told)


def _plain(value: str) -> str:
    try:
        return f"{float(value):g}"
    except ValueError:
        return value
