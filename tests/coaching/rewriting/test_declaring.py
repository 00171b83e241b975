"""A value in a column of its own is not asked again; a name of a measure is no work."""

import pytest

from assistant.models import OkrSet
from tests.coaching.test_answered_lines import reviewed, shown


@pytest.mark.parametrize(
    ("objective", "result", "after"),
    [
        (
            "让买家付款顺畅",
            {"text": "支付成功率", "target": "95%"},
            "支付成功率从[基线待确认]提升到95%",
        ),
        (
            "讓買家付款順暢",
            {"text": "支付成功率", "target": 95, "unit": "%"},
            "支付成功率從[基線待確認]提升到95%",
        ),
        (
            "Shoppers pay without friction",
            {"text": "Payment success rate", "target": "95%"},
            "Payment success rate from [baseline to confirm] to 95%",
        ),
    ],
)
def test_a_target_in_a_column_is_not_asked(
    objective: str, result: dict[str, object], after: str
) -> None:
    sets = {"objectives": [{"objective": objective, "key_results": [result]}]}
    [one] = shown(reviewed(OkrSet.model_validate(sets)))
    assert (one.after, [each.asks.value for each in one.questions]) == (after, ["baseline"])


@pytest.mark.parametrize(
    "line", ["p95 latency of the search page", "K-factor", "P95 of dashboard load time"]
)
def test_a_measure_of_ones_own_is_kept_and_no_work(line: str) -> None:
    sets = {"objectives": [{"objective": "Our service is fast", "key_results": [line]}]}
    [one] = shown(reviewed(OkrSet.model_validate(sets)))
    name = line[:1].upper() + line[1:]
    assert one.after == f"{name} from [baseline to confirm] to [target to set]"
    assert one.initiative is None
