"""The parts of a numbered list: each with what leads to them."""

import pytest

from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.parts import parts_of
from assistant.models import Language

EN, HANS, HANT = Tongue(Language.EN), Tongue(Language.ZH_HANS), Tongue(Language.ZH_HANT)


@pytest.mark.parametrize(
    ("text", "tongue", "parts"),
    [
        (
            "Finish 1) onboarding guide, 2) sales playbook",
            EN,
            ["Finish onboarding guide", "Finish sales playbook"],
        ),
        (
            "Finish: 1) onboarding guide; 2) sales playbook",
            EN,
            ["Finish onboarding guide", "Finish sales playbook"],
        ),
        ("Improve 1) NPS to 40, 2) CSAT to 4.5", EN, ["Improve NPS to 40", "Improve CSAT to 4.5"]),
        ("完成1）入职指南、2）销售手册", HANS, ["完成入职指南", "完成销售手册"]),
        ("完成①入職指南②銷售手冊", HANT, ["完成入職指南", "完成銷售手冊"]),
    ],
)
def test_the_verb_before_a_numbered_list_goes_with_each_item(
    text: str, tongue: Tongue, parts: list[str]
) -> None:
    assert parts_of(text, tongue) == parts


@pytest.mark.parametrize(
    ("text", "tongue", "parts"),
    [
        ("1) NPS to 40, 2) churn to 3%", EN, ["NPS to 40", "churn to 3%"]),
        (
            "Plan: 1) write the guide; 2) launch the playbook",
            EN,
            ["write the guide", "launch the playbook"],
        ),
        ("Q3 goals: 1) NPS to 40; 2) churn to 3%", EN, ["NPS to 40", "churn to 3%"]),
        ("① 编写入职指南；② 上线销售手册", HANS, ["编写入职指南", "上线销售手册"]),
        ("三季度：1、編寫入職指南；2、上線銷售手冊", HANT, ["編寫入職指南", "上線銷售手冊"]),
    ],
)
def test_items_that_say_what_is_done_stand_by_themselves(
    text: str, tongue: Tongue, parts: list[str]
) -> None:
    assert parts_of(text, tongue) == parts


@pytest.mark.parametrize(
    "text",
    ["Pass tier 1, 2) audits", "Ship step 2) and 3) of the migration", "Finish 1) the guide"],
)
def test_what_does_not_count_up_from_one_is_no_numbered_list(text: str) -> None:
    assert all(part.startswith(text.split()[0]) for part in parts_of(text, EN))
