"""A line that is the name of a measure, or a number of things, is kept and asked for its values."""

import pytest

from tests.coaching.rewriting.proposals import (
    B_HANT,
    B_ZH,
    T_HANT,
    T_ZH,
    B,
    T,
    made_of,
)


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        ("The ferry never waits", "Crossings lost to a jammed ramp", f"from {B} to {T}"),
        ("Fair shifts", "Variance in night watch hours across crews", f"from {B} to {T}"),
        ("A calm desk", "Time from lost ticket to new one", f"from {B} to {T}"),
        ("Open ledgers", "Line coverage on ferry/payments/tickets", f"from {B} to {T}"),
        ("Less paper", "Human minutes per printed ticket", f"from {B} to {T}"),
        ("首批修船订单", "完成付费修船订单数", f"付费修船订单数从{B_ZH}增加到{T_ZH}"),
        ("航线出海", "印尼线 landing page by 11/15的访客转化率", f"转化率从{B_ZH}提升到{T_ZH}"),
        ("帳務健康", "平均收款天數", f"平均收款天數從{B_HANT}到{T_HANT}"),
        ("帳務健康", "帳款異常率", f"帳款異常率從{B_HANT}到{T_HANT}"),
        ("船期稳", "MVP 期间船员实际产出的 log 数", f"产出的 log 数从{B_ZH}增加到{T_ZH}"),
    ],
)
def test_the_name_of_a_measure_is_kept_and_both_values_asked(
    objective: str, line: str, after: str
) -> None:
    made = made_of(objective, line)
    assert made.after.endswith(after)
    assert line.removeprefix("完成").split("（")[0] in made.after
    if not line.startswith("完成"):
        assert made.initiative is None  # it stands there whole


ASKED = f"([metric to choose]) from {B} to {T}"
ASKED_ZH = f"成效的[指标待定]从{B_ZH}到{T_ZH}"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (
            "Report incidents within the hour",
            f"Effect of reporting incidents within the hour {ASKED}",
        ),
        ("Plan visits to the ports", f"Effect of planning visits to the ports {ASKED}"),
        ("Audit expenses", f"Effect of auditing expenses {ASKED}"),
        ("Plan hours", f"Effect of planning hours {ASKED}"),
        ("Schedule visits", f"Share of visits that are scheduled from {B} to {T}"),
        ("盘活存量", f"体现“盘活存量”{ASKED_ZH}"),
        ("盤活存量", f"體現「盤活存量」成效的[指標待定]從{B_HANT}到{T_HANT}"),
    ],
)
def test_a_verb_that_may_be_a_noun_is_a_deed_before_things(line: str, after: str) -> None:
    made = made_of("A calm ferry" if line.isascii() else "船期稳", line)
    assert made.after == after
    assert made.initiative == line


@pytest.mark.parametrize(
    "line",
    [
        "Review time",
        "Test coverage",
        "Order value per guest",
        "Design errors",
        "Review hours per guest",
        "Report lag",
        "Delay at the quay",
        "Visits to the ports",
        "Upkeep hours",
    ],
)
def test_a_noun_that_may_be_a_verb_is_one_before_what_is_measured(line: str) -> None:
    assert made_of("A calm ferry", line).after == f"{line} from {B} to {T}"


@pytest.mark.parametrize(
    "line",
    [
        "Document usage and best practices for the ramp",
        "Build error budget",
        "Significantly reduce page load time",
        "Escalate incidents",
        "建立航线订单数据库",
        "优化订单处理流程",
        "梳理船员人数口径",
        "显著提升准点率",
        "打响知名度",
    ],
)
def test_work_on_a_measure_is_no_measure(line: str) -> None:
    made = made_of("A calm ferry" if line.isascii() else "船期稳", line)
    assert not made.after.startswith((f"{line} from [", f"{line}从["))
    assert "ignificantly" not in made.after


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "A sound base",
            "5 out of 5 tasks in the harbour study decided and written down",
            f"Number of tasks in the harbour study decided and written down from {B} to 5 out of 5",
        ),
        (
            "A club for all",
            "40% of new rowers are “beginners”",
            f"Share of new rowers who are “beginners” from {B} to 40%",
        ),
        ("履历加分", "3 个 PR 来自外部水手", f"来自外部水手的 PR 从{B_ZH}增加到3 个"),
        ("履歷加分", "3 個 PR 來自外部水手", f"來自外部水手的 PR 從{B_HANT}增加到3 個"),
    ],
)
def test_the_lines_own_number_and_all_its_words_stay(objective: str, line: str, after: str) -> None:
    assert made_of(objective, line).after == after
