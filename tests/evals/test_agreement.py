from dataclasses import replace
from typing import Any

from sklearn.metrics import cohen_kappa_score

from evals.agreement import agreed, both
from evals.lines import DATASETS, LANGUAGES
from evals.rows import rows

PAIRS = list(both())


def test_a_second_reader_labelled_lines_of_each_language_and_agrees_on_every_fact() -> None:
    assert {one.language for one, _ in PAIRS} == set(LANGUAGES)
    found = agreed(PAIRS)
    assert all(each.lines >= 90 for each in found)
    assert min(each.kappa for each in found) > 0.9


def test_a_reader_who_always_says_the_same_agrees_by_chance_alone() -> None:
    lazy = [(one, replace(other, labels=dict.fromkeys(other.labels, "n"))) for one, other in PAIRS]
    assert max(each.kappa for each in agreed(lazy)) <= 0


def test_a_second_reader_answered_the_pairs_of_the_judge() -> None:
    pairs = list(rows(DATASETS / "judge_pairs.jsonl", dict[str, Any]))
    first, second = ([each[name] for each in pairs] for name in ("yes", "second"))
    assert cohen_kappa_score(first, second) > 0.9
