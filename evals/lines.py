"""Labelled lines: one shape for the dev data (JSONL sets) and for our own lines (text files).

A line of a text file is `k MEASURABLE KIND BASELINE COMPOUND | text` for a key result (y/n; o
outcome, u output, t task; b both, t target only, n none; y/n) or `o HAS_METRIC IS_TASK | text` for
an objective; `#` starts a comment. Drafts of teams (`teams/`) add `| RATIONALE` to each line, and
`= INDUSTRY; AUTHOR; SPLIT` opens each draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from assistant.models import KeyResult
from evals.forms import Label, LabelledRow, Objective
from evals.outcomes import DEV, TEST
from evals.rows import WrongForm, rows

DATASETS = Path(__file__).parent / "datasets"
KEY_RESULT_FACTS = ("measurable", "kind", "baseline", "compound")
OBJECTIVE_FACTS = ("has_metric", "is_task")
FACTS = (*KEY_RESULT_FACTS, *OBJECTIVE_FACTS)
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
_KINDS = {"o": "outcome", "u": "output", "t": "task"}
_BASELINES = {"b": "both", "t": "target_only", "n": "none"}


@dataclass(frozen=True)
class Line:
    """One labelled line; lines of one group come from one source."""

    text: str
    language: str
    group: str
    labels: dict[str, str]
    declared: dict[str, Any] = field(default_factory=dict)
    ours: bool = True  # written for this repository, as against a line of a real draft
    split: str = DEV

    @property
    def of_objective(self) -> bool:
        """Whether it is an objective; else it is a key result."""
        return "is_task" in self.labels

    @property
    def key_result(self) -> KeyResult:
        """The line as a key result, with what its author declared beside the text."""
        return KeyResult(text=self.text, **self.declared)


def parse(row: str, language: str, group: str) -> Line:
    """A row of a text file.

    Raises:
        ValueError: If the row is not in the form that the module docstring gives.
    """
    head, bar, text = row.partition("|")
    marks = head.split()
    if not bar or not marks or len(marks) != {"k": 5, "o": 3}.get(marks[0]):
        raise ValueError(f"{group}: not a labelled line: {row!r}")
    return Line(text.strip(), language, group, _labels(marks))


def _labels(marks: list[str]) -> dict[str, str]:
    if marks[0] == "o":
        return dict(zip(OBJECTIVE_FACTS, marks[1:], strict=True))
    values = (marks[1], _KINDS[marks[2]], _BASELINES[marks[3]], marks[4])
    return dict(zip(KEY_RESULT_FACTS, values, strict=True))


def read_text(path: Path) -> list[Line]:
    """The lines of one file; its language is in its name (`zh-Hans-03`, `probes-en`)."""
    language = next((name for name in LANGUAGES if name in path.stem), "mixed")
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = (row for row in lines if row.strip() and not row.startswith("#"))
    return [parse(row, language, path.stem) for row in kept]


def own_lines() -> list[Line]:
    """The lines that we wrote and labelled to learn from."""
    return [line for path in sorted(DATASETS.glob("lines/*.txt")) for line in read_text(path)]


def probe_lines() -> list[Line]:
    """The hard lines that probe the labelling guide; never trained on."""
    return [line for path in sorted(DATASETS.glob("probes-*.txt")) for line in read_text(path)]


def team_lines() -> list[Line]:
    """The drafts of made-up teams, a rationale for each label; the group is the industry."""
    return [line for path in sorted(DATASETS.glob("teams/*.txt")) for line in read_teams(path)]


def read_teams(path: Path) -> Iterator[Line]:
    """The lines of one file of drafts; its name is its language.

    Raises:
        ValueError: A draft has no split, or a line no rationale.
    """
    industry = split = ""
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("="):
            industry, _, split = (part.strip() for part in row[1:].split(";"))
        elif row.strip() and not row.startswith("#"):
            labelled, bar, why = row.rpartition(" | ")
            if not (bar and why and split in (DEV, TEST)):
                raise ValueError(f"{path.stem}: no rationale or no split: {row!r}")
            yield replace(parse(labelled, path.stem, industry), split=split)


def read_sets(path: Path) -> list[Line]:
    """The labelled lines of a JSONL file of OKR sets (see the README beside that data)."""
    return [line for row in rows(path, LabelledRow) for line in _of_set(row)]


def _of_set(content: LabelledRow) -> Iterator[Line]:
    group = content.get("group") or content.get("id", "")
    for label in content["labels"]:
        try:
            text, declared, labels = _labelled(content["objectives"], label)
        except (KeyError, IndexError) as error:
            place = f"objective {label['objective']}, key_result {label['key_result']}"
            raise WrongForm(f"{group}: labels, {place}: no such line or fact: {error}") from error
        yield Line(text, content["lang"], group, labels, declared, ours=False)


def _labelled(
    objectives: list[Objective], label: Label
) -> tuple[str, dict[str, Any], dict[str, str]]:
    """The text of a labelled line, what is declared beside it, and its facts."""
    objective, position = objectives[label["objective"]], label["key_result"]
    marks: dict[str, Any] = dict(label)
    if position is None:
        return objective["objective"], {}, {fact: _mark(marks[fact]) for fact in OBJECTIVE_FACTS}
    held = objective["key_results"][position]
    declared = {"text": held} if isinstance(held, str) else dict(held)
    labels = {fact: _mark(marks[fact]) for fact in KEY_RESULT_FACTS}
    return declared.pop("text"), declared, labels


def _mark(value: bool | str) -> str:
    return ("n", "y")[value] if isinstance(value, bool) else value
