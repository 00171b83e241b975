"""Too many objectives or key results: what is merged or parked, and a reason that is true."""

import pytest

from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.models import OkrSet
from assistant.models.suggestion import Action, Suggestion
from assistant.parsing import SetReading
from assistant.settings import Settings

REVIEWER = Reviewer(load_checker(Settings(), None, None))
SUPPORT = {
    "en": [
        "Be the best support team",
        "New markets open up for us",
        "Customers count on every release",
        "Learning is part of every week",
        "Income comes back each month",
        "Hosting costs us less",
        "Team health",
    ],
    "zh-Hans": [
        "客户首选我们的支持团队",
        "新市场为我们打开",
        "客户放心用每个版本",
        "每周都在学习",
        "收入每月都会回来",
        "托管花费更少",
        "团队身心健康",
    ],
    "zh-Hant": [
        "客戶首選我們的支援團隊",
        "新市場為我們打開",
        "客戶放心用每個版本",
        "每週都在學習",
        "收入每月都會回來",
        "託管花費更少",
        "團隊身心健康",
    ],
}
LINES = {
    "en": [f"{name} from 12% to 7%" for name in ("No-show rate", "Return rate", "Churn rate")],
    "zh-Hans": [f"{name}从12%降到7%" for name in ("爽约率", "退货率", "流失率")],
    "zh-Hant": [f"{name}從12%降到7%" for name in ("爽約率", "退貨率", "流失率")],
}
MORE = {
    "en": [f"{name} from 12% to 7%" for name in ("Error rate", "Bounce rate", "Defect rate")],
    "zh-Hans": [f"{name}从12%降到7%" for name in ("出错率", "跳出率", "缺陷率")],
    "zh-Hant": [f"{name}從12%降到7%" for name in ("出錯率", "跳出率", "缺陷率")],
}
LAST = {"en": "only the last one", "zh-Hans": "只是取了最后", "zh-Hant": "只是取了最後"}


def fewer(held: list[dict[str, object]]) -> list[Suggestion]:
    okr_set = OkrSet.model_validate({"objectives": held})
    made = REVIEWER.review(SetReading(okr_set), Asked()).suggestions
    return [each for each in made if each.action in (Action.MERGE, Action.PARK)]


@pytest.mark.parametrize("name", SUPPORT)
def test_a_word_that_any_objective_holds_is_no_reason_to_merge(name: str) -> None:
    made = fewer([{"objective": one, "key_results": LINES[name]} for one in SUPPORT[name]])
    assert [(each.action, each.objective) for each in made] == [
        (Action.PARK, 6),
        (Action.PARK, 5),
    ]
    assert all(LAST[name] in each.why and each.fixes == ["S01"] for each in made)


@pytest.mark.parametrize("name", SUPPORT)
def test_an_objective_is_parked_for_having_less_measured_only_where_it_has(name: str) -> None:
    held = [{"objective": one, "key_results": LINES[name]} for one in SUPPORT[name][:6]]
    held[2]["key_results"] = LINES[name][:2]
    [made] = fewer(held)
    assert made.objective == 2
    assert LAST[name] not in made.why


@pytest.mark.parametrize("name", SUPPORT)
def test_a_key_result_is_parked_as_the_last_where_all_measure_alike(name: str) -> None:
    held = [{"objective": one, "key_results": LINES[name]} for one in SUPPORT[name][:6]]
    held[0]["key_results"] = LINES[name] + MORE[name]
    made = next(each for each in fewer(held) if each.key_result is not None)
    assert (made.key_result, made.fixes) == (5, ["S02"])
    assert LAST[name] in made.why
