"""What a line says of its own values, of how many and how soon, is its measure."""

import pytest

from assistant.models import OkrSet
from tests.coaching.rewriting.proposals import made_of, suggestions
from tests.coaching.test_answered_lines import reviewed, shown


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (
            "8 of 10 chandlers deliver on time",
            "Share of chandlers who deliver on time from [b] to 8 of 10",
        ),
        (
            "44 of 48 children still row in May",
            "Share of children who still row in May from [b] to 44 of 48",
        ),
        ("Pay invoices on time", "Share of invoices paid on time from [b] to [t]"),
        ("12 more crossings", "Number of crossings from [b] to 12"),
        ("Describe 3 safe routes", "Number of safe routes described from [b] to 3"),
        (
            "Source 25 deckhands outside of our agencies",
            "Number of deckhands sourced outside of our agencies from [b] to 25",
        ),
        (
            "Block 99% of false alarms by better filters",
            "Share of false alarms that we block from [b] to 99%",
        ),
        (
            "All APIs used by the crew are implemented in the plotter",
            "Share of APIs used by the crew that are implemented in the plotter from [b] to 100%",
        ),
        (
            "Tide documentation read and understood",
            "Share of questions on Tide documentation answered unaided from [b] to [t]",
        ),
        (
            "Simplify the mooring process",
            "Time from start to end of the mooring process from [b] to [t]",
        ),
        ("每位新船员都有一位师傅", "有一位师傅的新船员占比从[b]提升到[t]"),
        ("按时支付货款", "按时支付的货款占比从[b]提升到[t]"),
        ("及時回覆旅客來信", "及時回覆的旅客來信佔比從[b]提升到[t]"),
        ("简化靠泊流程", "靠泊流程的平均用时从[b]缩短到[t]"),
        ("簡化靠泊流程", "靠泊流程的平均用時從[b]縮短到[t]"),
    ],
)
def test_the_lines_own_words_are_its_measure(line: str, after: str) -> None:
    made = made_of("Calm water", line).after
    for mark, short in _MARKS.items():
        made = made.replace(mark, short)
    assert made == after


_MARKS = {"[baseline to confirm]": "[b]", "[target to set]": "[t]"}
_MARKS |= {"[基线待确认]": "[b]", "[目标待定]": "[t]", "[基線待確認]": "[b]", "[目標待定]": "[t]"}


@pytest.mark.parametrize(
    "line",
    [
        "Number of moorings moved to the new pier from 3 to 12",
        "Attendance at spring rehearsals from 41 to 55 singers",
        "村级码头由110个增加到180个",
        "每週在船上吃晚餐從 1 次增加到 4 次",
    ],
)
def test_a_count_with_both_its_values_is_not_asked_about_again(line: str) -> None:
    assert not [one for one in suggestions("Calm water", line) if one.before == line]


@pytest.mark.parametrize(
    ("line", "no"),
    [
        ("2週一次分享會", "週一次分享會數"),
        ("平均靠岸时间提前到 19:00", "19:00从"),
        ("规划数据格式，注意要保持可读性的前提下，尽可能缩减行数", "可读性从"),
        ("负责模型优化，保障低时延、高吞吐、长序列等场景满足要求", "低时延、高吞吐从"),
        ("Publish it and gather feedback from skippers", "attempts at publishing it"),
        ("Weekly harbour metrics dashboard shipped", "metrics that dashboard"),
    ],
)
def test_a_scrap_of_the_line_is_no_measure(line: str, no: str) -> None:
    assert no not in made_of("Calm water", line).after


def test_a_metric_with_its_target_in_a_column_is_no_work() -> None:
    line = {"text": "Review score", "target": 4.6, "unit": "points"}
    okr_set = {"objectives": [{"objective": "Guests come back", "key_results": [line]}]}
    after = shown(reviewed(OkrSet.model_validate(okr_set)))[0].after
    assert after == "Review score from [baseline to confirm] to 4.6 points"


def test_when_it_is_true_belongs_to_what_is_true() -> None:
    assert "三个月能独立靠泊的新人占比" in made_of("新人三个月能独立靠泊", "重做入职手册").after
    assert (
        "answers that come quickly"
        in made_of("Harbour answers come quickly", "Create templates for the berths").after
    )
