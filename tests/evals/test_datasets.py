"""Suites on files outside the tree: their figures, and what is said of another form."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from evals.checkins import UPDATES
from evals.cycles import FOLDER
from evals.lines import DATASETS, Line, probe_lines
from evals.outside import of_dataset
from evals.retrieval.questions import FILE
from evals.rows import WrongForm, rows
from evals.suites import NAMES
from evals.suites.cost import SETS
from evals.suites.rules import CASES
from tests.evals.independent import differences

SOURCES = {
    "good": DATASETS / "good.jsonl",
    "parity": DATASETS / "twins.tsv",
    "retrieval": FILE,
    "rewrite": DATASETS / "rewrites.jsonl",
    "guides": DATASETS / "guides.yml",
    "checkins": UPDATES,
    "grounding": DATASETS / "grounding.jsonl",
    "hearing": DATASETS / "model_answers.jsonl",
    "injection": DATASETS / "injections.jsonl",
    "cost": SETS,
    "wording": DATASETS / "findings.tsv",
    "masking": DATASETS / "masking.jsonl",
    "contract": DATASETS / "contract" / "number.tsv",
}
BOOLEANS = {"y": True, "n": False}


def as_sets(lines: list[Line], size: int = 6) -> Iterator[dict[str, Any]]:
    """Labelled lines as labelled sets of one objective."""
    for language, group in groupby(
        sorted(lines, key=lambda line: line.language), lambda line: line.language
    ):
        held = list(group)
        for start in range(0, len(held), size):
            yield as_set(language, held[start : start + size])


def as_set(language: str, lines: list[Line]) -> dict[str, Any]:
    objectives: list[dict[str, Any]] = []
    labels = []
    for line in lines:
        if line.of_objective or not objectives:
            objectives.append(
                {"objective": line.text if line.of_objective else "", "key_results": []}
            )
        held = objectives[-1]["key_results"]
        if not line.of_objective:
            held.append(line.text)
        place = {
            "objective": len(objectives) - 1,
            "key_result": None if line.of_objective else len(held) - 1,
        }
        labels.append(
            {
                **place,
                **{
                    name: BOOLEANS.get(mark, mark) if name not in ("kind", "baseline") else mark
                    for name, mark in line.labels.items()
                },
            }
        )
    texts = [text for each in objectives for text in (each["objective"], *each["key_results"])]
    return {"lang": language, "raw": "\n".join(texts), "objectives": objectives, "labels": labels}


def written(path: Path, content: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in content), "utf-8")
    return path


def test_the_figures_of_the_facts_are_those_computed_from_what_check_prints(tmp_path: Path) -> None:
    assert differences(written(tmp_path / "sets.jsonl", list(as_sets(probe_lines())))) == []


def first_cases(suite: str, folder: Path) -> Path:
    """A few cases in the form of the suite, outside the tree."""
    if suite in ("facts", "stability", "parsing"):
        return written(folder / "sets.jsonl", list(as_sets(probe_lines()[:12])))
    if suite in ("rules", "summary"):
        source = CASES if suite == "rules" else FOLDER
        kept = {"K01.yml", "en-late.json"}
        return copytree(source, folder / "cases", ignore=lambda _, names: set(names) - kept)
    source = SOURCES[suite]
    few = source.read_text(encoding="utf-8").splitlines(keepends=True)[:4]
    copy = folder / source.name
    copy.write_text("".join(few), encoding="utf-8")
    return copy


@pytest.mark.parametrize("suite", NAMES)
def test_every_suite_runs_on_a_file_outside_the_tree(suite: str, tmp_path: Path) -> None:
    made = of_dataset(suite, first_cases(suite, tmp_path))
    assert {each.suite for each in made} == {suite}


@pytest.mark.parametrize(
    ("suite", "content"),
    [
        *((suite, '{"lang": "en"}\n') for suite in NAMES),
        *(("facts", content) for content in ("", "hello\n", "[" * 9_000, "\x00\xff")),
        *(("guides", content) for content in ("", "hello\n", "- 1\n", "a: [", "\x00\xff")),
        *(("parity", content) for content in ("", "hello\n", "\x00\xff")),
    ],
)
def test_a_file_of_another_form_is_refused_by_name(
    suite: str, content: str, tmp_path: Path
) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text(content, encoding="latin-1")
    with pytest.raises(SystemExit, match=r"other\.jsonl: .*`" + suite + "`"):
        of_dataset(suite, path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="No such file or directory"):
        of_dataset("facts", tmp_path / "none.jsonl")


def labelled(**change: object) -> dict[str, Any]:
    facts = {"measurable": True, "kind": "outcome", "baseline": "both", "compound": False}
    label = {"objective": 0, "key_result": 0, **facts, **change}
    sets = [{"objective": "客户付款顺畅", "key_results": ["退款从5天到1天"]}]
    return {"lang": "zh-Hans", "objectives": sets, "labels": [label]}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"kind": "result"}, r"sets.jsonl:2: labels.0.kind: Input should be 'outcome'"),
        ({"key_result": 7}, "labels, objective 0, key_result 7: no such line"),
        ({"key_result": None}, "no such line or fact: 'has_metric'"),
    ],
)
def test_a_wrong_label_is_told_with_its_place(
    change: dict[str, object], told: str, tmp_path: Path
) -> None:
    path = written(tmp_path / "sets.jsonl", [labelled(), labelled(**change)])
    with pytest.raises(SystemExit, match=told):
        of_dataset("facts", path)


def test_a_row_is_a_line_whatever_separators_its_text_holds(tmp_path: Path) -> None:
    path = written(tmp_path / "sets.jsonl", [{**labelled(), "note": "a\u2028b"}])
    [row] = rows(path, dict)
    assert row["note"] == "a\u2028b"
    path.write_text('{"lang": ', encoding="utf-8")
    with pytest.raises(WrongForm, match=r"sets.jsonl:1: Invalid JSON: EOF"):
        list(rows(path, dict))
