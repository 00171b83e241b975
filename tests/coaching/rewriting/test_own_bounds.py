"""What a line measures already stays as the author wrote it."""

import pytest

from tests.coaching.rewriting.proposals import B_HANT, B_ZH, made_of


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "可控的发布",
            "发布检查平均耗时 < 20 分钟，开发者满意度 >= 4.2/5",
            f"发布检查平均耗时 < 20 分钟（当前{B_ZH}） 开发者满意度 >= 4.2/5（当前{B_ZH}）",
        ),
        (
            "可控的發布",
            "發布檢查平均耗時 < 20 分鐘，開發者滿意度 >= 4.2/5",
            f"發布檢查平均耗時 < 20 分鐘（目前{B_HANT}） 開發者滿意度 >= 4.2/5（目前{B_HANT}）",
        ),
        ("快的机器人", "所有查询响应 < 3s", f"所有查询响应 < 3s（当前{B_ZH}）"),
        ("快的機器人", "所有查詢回應 < 3s", f"所有查詢回應 < 3s（目前{B_HANT}）"),
    ],
)
def test_bounds_of_the_line_stay(objective: str, line: str, after: str) -> None:
    made = made_of(objective, line)
    assert " ".join([made.after, *made.more]) == after


@pytest.mark.parametrize(
    "line",
    ["连续三个月记录交接时间、工单量和节省时间", "連續三個月記錄交接時間、工單量和節省時間"],
)
def test_a_list_of_what_is_recorded_is_not_torn(line: str) -> None:
    suggestion = made_of("轻松的值班", line)
    assert not suggestion.more
    assert "缩短" not in suggestion.after
    assert "縮短" not in suggestion.after
    assert line in suggestion.after
    assert not suggestion.after.startswith(("连续", "連續"))


def test_what_is_done_early_is_a_share() -> None:
    after = made_of("Handle messy scans", "Scans with no readable date caught early").after
    assert after.startswith("Share of Scans with no readable date caught early")


@pytest.mark.parametrize("line", ["新用户只填邮箱可完成注册流程", "新用戶只填信箱可完成註冊流程"])
def test_a_sentence_that_ends_in_a_thing_is_no_such_thing(line: str) -> None:
    after = made_of("新手学得会", line).after
    assert "办理" not in after
    assert "辦理" not in after
