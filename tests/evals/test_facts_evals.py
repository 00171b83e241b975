import numpy as np
import pytest

from evals.linear import Ridge, coefficients, gram
from evals.lines import own_lines, parse, probe_lines
from evals.scores import accuracy, macro_f1


def test_a_labelled_row_is_read_with_its_facts() -> None:
    line = parse("k y o b n | Queue from 12 to 5 people", "en", "g")
    assert line.text == "Queue from 12 to 5 people"
    assert line.labels == {
        "measurable": "y",
        "kind": "outcome",
        "baseline": "both",
        "compound": "n",
    }
    assert parse("o n y | 上线新系统", "zh-Hans", "g").of_objective


@pytest.mark.parametrize("row", ["k y o | text", "no bar", "x n | text", "| text"])
def test_a_row_of_another_form_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match="not a labelled line"):
        parse(row, "en", "g")


def test_no_probe_line_is_trained_on() -> None:
    probes = {line.text for line in probe_lines()}
    shared = {line.text for line in own_lines() if line.group.startswith("extra-")} & probes
    assert shared == set()


def test_macro_f1_leaves_out_rare_classes() -> None:
    pairs = [("y", "y")] * 8 + [("y", "n")] * 2 + [("n", "n")] * 10 + [("t", "n")]
    of_y, of_n = 2 * 8 / (10 + 8), 2 * 10 / (10 + 13)
    assert macro_f1(pairs) == pytest.approx((of_y + of_n) / 2)
    assert macro_f1([("t", "t")]) is None
    assert accuracy([]) is None


def test_held_out_scores_equal_a_fit_without_the_group() -> None:
    rng = np.random.default_rng(0)
    blocks = [(sorted(set(rng.integers(0, 30, 6).tolist())), [], []) for _ in range(12)]
    rows = coefficients(blocks, (1.0, 1.0, 1.0))
    targets, weights = rng.choice([-1.0, 1.0], (12, 2)), np.ones(12)
    groups = ["a"] * 4 + ["b"] * 8
    held = Ridge(rows, targets, weights, 0.5).held_out(groups)[:4]
    rest = Ridge(rows[4:], targets[4:], weights[4:], 0.5)
    seen = rest.weights()
    expected = [
        sum((value * seen.get(f, np.zeros(2)) for f, value in row.items()), rest.intercepts)
        for row in rows[:4]
    ]
    assert np.allclose(held, expected)


def test_common_features_are_summed_like_rare_ones() -> None:
    rows = coefficients([([1, i + 2], [], []) for i in range(80)], (1.0, 1.0, 1.0))
    products = gram(rows)
    assert products[0, 0] == pytest.approx(2.0)
    assert products[0, 1] == pytest.approx(1.5)
