from datetime import date

import pytest

from assistant.errors import ModelBudgetExceeded
from assistant.llm.budget import Budget, count_tokens


def test_a_day_ends_when_its_tokens_are_spent_and_the_next_begins_anew() -> None:
    days = [date(2026, 11, 22)]
    budget = Budget(per_request=100, per_day=150, today=lambda: days[0])
    budget.reserve(100)
    with pytest.raises(ModelBudgetExceeded) as caught:
        budget.reserve(60)
    assert caught.value.reason == "day"
    days[0] = date(2026, 11, 23)
    budget.reserve(60)


def test_what_a_call_did_not_use_is_given_back() -> None:
    budget = Budget(per_request=100, per_day=100)
    budget.reserve(90)
    budget.give_back(80)
    budget.reserve(90)


def test_chinese_and_english_are_counted() -> None:
    assert count_tokens("on-time delivery rate") == 4
    assert 2 <= count_tokens("准时交付率") <= 6
