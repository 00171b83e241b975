"""Reviews with a real model (`make live`); through it nothing false may reach the user."""

import pytest

from assistant.coaching.check import load_checker
from assistant.settings import Settings
from evals.model import both, breaches
from evals.samples import SHORT
from evals.small_model import settings_for, small_model

SECONDS = 45  # for one set, so that all take three minutes at most, on the slowest machine


@pytest.mark.live
def test_a_weak_model_makes_no_review_worse() -> None:
    checker, answered = load_checker(Settings(), None, None), []
    with small_model() as address:
        for name, okr_set in SHORT.items():
            own, made = both(checker, settings_for(address, SECONDS), okr_set)
            assert (name, breaches(checker, own, made)) == (name, {})
            if made.provenance.attempts:
                answered.append(name)
    assert answered, "the model was not done with any set in its time"
