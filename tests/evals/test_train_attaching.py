"""Whose a sentence is: each feature has a weight, and they are learnt from what is right."""

import numpy as np

from assistant.checkins.reading.attaching import Open
from assistant.checkins.reading.lexicon import section
from evals.checkins import UPDATES, rows_of
from evals.train_attaching import TRAINING, Example, examples, fit, rounds, sentences


def some() -> list[tuple[Open, tuple[int, int]]]:
    rows = [row for row in rows_of(TRAINING, None) if row["id"].startswith("m11-en")]
    return [pair for row in rows for pair in sentences(row)]


def test_each_feature_has_its_weight() -> None:
    found = some()
    assert found
    for one, place in found:
        assert place in one.features
        assert all(
            of.keys() == section("attaching")["weights"].keys() for of in one.features.values()
        )


def test_what_speaks_for_the_right_one_gets_the_greater_weight() -> None:
    right = Example(np.array([[1.0, 0.0], [0.0, 1.0]]), 0)
    told, misled = fit([right] * 20, 2)
    assert told > 0 > misled


def test_a_sentence_is_as_many_numbers_as_it_has_features() -> None:
    names = sorted(section("attaching")["weights"])
    found = some()
    for (one, place), made in zip(found, examples(found, names), strict=True):
        assert made.features.shape == (len(one.features), len(names))
        assert list(one.features)[made.right] == place


def test_each_round_to_learn_from_has_messages() -> None:
    ids = {row["id"] for path in (UPDATES, TRAINING) for row in rows_of(path, None)}
    assert rounds() <= {one.partition("-")[0] for one in ids}
    assert not any(one.startswith("fresh") for one in rounds())
