import json
import zlib

from assistant.language.facts.classifier import (
    BIAS,
    KEY_RESULT,
    OBJECTIVE,
    Model,
    likeliest,
    model,
    pack,
    unpack,
)
from assistant.language.facts.features import BLOCKS, BUCKETS, features
from assistant.language.facts.verdicts import key_result_rules, observe

RULES = {"has_metric": "n", "is_task": "y"}


def small(first: int, second: int) -> Model:
    """A model of one fact whose bucket 7 of the first block speaks for "y"."""
    rows = bytearray([BIAS] * (len(BLOCKS) * BUCKETS * 2))
    rows[14], rows[15] = BIAS + first, BIAS + second
    return Model(("has_metric",), bytes(rows), (0.5, 0.5), (0.1, 0.0), (1.0, 1.0, 1.0))


def test_the_heavier_value_wins() -> None:
    assert small(-10, 10).verdicts([[7], [], []], RULES) == {"has_metric": "y"}
    assert small(10, -10).verdicts([[7], [], []], RULES) == {"has_metric": "n"}


def test_the_rules_are_a_little_ahead_where_the_card_says_so() -> None:
    assert likeliest(("is_task",), [0.2, 0.0], RULES) == {"is_task": "y"}
    assert likeliest(("is_task",), [0.8, 0.0], RULES) == {"is_task": "n"}
    assert likeliest(("has_metric",), [0.0, 0.6], RULES) == {"has_metric": "y"}


def test_without_known_features_the_intercept_decides() -> None:
    assert small(-10, 10).verdicts([[], [], []], RULES) == {"has_metric": "n"}


def test_scores_are_weights_times_units_over_the_root_of_the_count() -> None:
    assert small(-10, 10).scores([[7, 8, 9, 10], [], []]) == [0.1 - 2.5, 2.5]


def test_a_packed_model_comes_back_as_it_was() -> None:
    one = small(3, -4)
    head, _, body = zlib.decompress(pack([one])).partition(b"\n")
    back = unpack(json.loads(head)[0], body)
    assert back.facts == one.facts
    assert back.scores([[7], [], []]) == one.scores([[7], [], []])


def test_the_shipped_weights_cover_all_six_facts() -> None:
    for facts in (KEY_RESULT, OBJECTIVE):
        shipped = model(facts)
        assert shipped is not None
        assert shipped.facts == facts


def test_both_scripts_give_the_same_features() -> None:
    simple, traditional = (
        observe("提升门店复购率，并且培训店长"),
        observe("提升門店復購率，並且培訓店長"),
    )
    assert features(simple, key_result_rules(simple)) == features(
        traditional, key_result_rules(traditional)
    )
