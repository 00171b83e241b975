"""Chat messages that were read wrongly once."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.checkins.reading import read_message
from assistant.models import OkrSet
from assistant.models.cycle import Status

DEPOT = OkrSet.model_validate(
    {
        "objectives": [
            {
                "objective": "Every parcel leaves on its day",
                "key_results": [
                    "Same-day dispatch from 82% to 95%",
                    "Mean time to repair from 9 h to 5 h",
                    "排队时间从 12 分钟降到 5 分钟",
                    "線上掛號比例從 45% 提升到 70%",
                ],
            }
        ]
    }
)


def fields(text: str) -> dict[str, object]:
    [item] = read_message(text, DEPOT, date(2026, 2, 6)).items
    return item.model_dump(exclude_none=True, exclude={"quotes", "key_result", "commitments"})


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("KR1 87%. Could you nudge them?", "ask", "Could you nudge them"),
        ("KR1 87%. HQ has to lift the freeze.", "ask", "HQ has to lift the freeze"),
        ("KR3 8 分钟，求老板签字", "ask", "求老板签字"),
        ("KR4 52%。希望醫師看診後提醒一下病人。", "ask", "希望醫師看診後提醒一下病人"),
        ("KR1 87%. The sorter keeps jamming.", "blocker", "The sorter keeps jamming"),
        ("KR3 8 分钟。短信一直发不出去。", "blocker", "短信一直发不出去"),
        ("KR4 52%。管委會不肯開放 B2。", "blocker", "管委會不肯開放 B2"),
        ("KR4 52%。話務商下個月漲價。", "blocker", "話務商下個月漲價"),
        ("KR4 52%，接著整理常見問題。", "next_action", "整理常見問題"),
        ("KR3 8 分钟。周四前把模型切到新版。", "due", date(2026, 2, 12)),
        ("KR2 8.1 hours, 0.4 worse than last week because of the tracker.", "delta", 0.4),
        ("KR4 54%，較上週成長 3 個百分點，月底應該可以到 58%。", "value", 54.0),
        (
            "KR1 87% 🟡 because the sorter starts an hour late.",
            "blocker",
            "the sorter starts an hour late",
        ),
        ("KR1 87%. We simply don't have a third driver.", "blocker", "don't have a third driver"),
        ("KR1 87%. Waiting for the belt, planned for 25/03.", "blocker", "Waiting for the belt"),
        ("KR3 8 分钟，扫描枪月底才到货。", "blocker", "扫描枪月底才到货"),
        ("KR1 87%. Looking for a night driver.", "next_action", "Looking for a night driver"),
        ("KR3 8 分钟。周三上门走访两个站点。", "next_action", "周三上门走访两个站点"),
        ("KR4 52%，下週開始請志工幫忙掛號。", "next_action", "開始請志工幫忙掛號"),
        ("KR3 8 分钟。请采购催一下，下周五前补完。", "ask", "下周五前补完"),
        ("KR1 87%. Need QA for two afternoons.", "ask", "Need QA for two afternoons"),
        ("KR4 52%。希望院長下週三前拍板。", "ask", "希望院長下週三前拍板"),
        ("KR2 8 hours, an hour ago it was 9; down a full hour.", "delta", -1.0),
        ("KR3 上周 8 分钟，这周还是 8 分钟。", "delta", 0.0),
        ("KR1 87%. Off track if you ask me.", "status", Status.OFF_TRACK),
        ("KR1 差不多 87%。", "value", 87.0),
        ("KR1 87%. Going to try a split shift.", "next_action", "try a split shift"),
        ("KR1 87%, same as last wk.", "delta", 0.0),
        ("KR1 87%. Confident, 8.", "confidence", 8.0),
        ("KR1 87%. Belts arrive at noon instead of nine.", "blocker", "instead of nine"),
    ],
)
def test_what_is_said_is_read(text: str, name: str, value: object) -> None:
    told = fields(text)[name]
    assert told == value or (isinstance(told, str) and str(value) in told)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KR1 87%. Pretty confident we'll get there.", "next_action"),
        ("KR1 87%. The new labels seem to do the trick 👍", "blocker"),
        ("KR3 8 分钟，扫码已经不卡了，顺很多。", "blocker"),
        ("KR1 87%. No figures yet for the rest.", "blocker"),
        ("KR1 87%, green. The night shift now packs the small ones.", "blocker"),
        ("KR3 8 分钟。下一步增开3号窗口。", "due"),
    ],
)
def test_what_nobody_says_is_not_read(text: str, name: str) -> None:
    assert name not in fields(text)


def test_a_growth_in_percent_is_no_change_of_what_is_counted() -> None:
    counted = OkrSet.model_validate(
        {"objectives": [{"objective": "-", "key_results": ["周活跃教师从 1.2 万增长到 3 万"]}]}
    )
    [item] = read_message("周活 1.65 万，环比+8%", counted, date(2026, 2, 6)).items
    assert (item.value, item.delta, item.unit) == (16500, None, None)


def test_a_change_in_another_unit_than_the_metrics_is_none() -> None:
    told = fields("KR2 6.8, improved by 6 minutes.")
    assert told == {"value": 6.8, "comment": "improved by 6 minutes"}


@pytest.mark.parametrize("text", ["KR1 87%. Batteries run flat by noon.", "KR3 8 分钟，用例写不动"])
def test_flat_batteries_are_no_unchanged_value(text: str) -> None:
    assert "delta" not in fields(text)


def test_off_track_if_something_happens_is_no_status() -> None:
    assert "status" not in fields("KR1 70%. Off track if we lose Brandt.")
    assert fields("KR1 70%. Off track.")["status"] is Status.OFF_TRACK


@pytest.mark.parametrize(
    ("text", "blocker"),
    [
        ("KR1 87%. The Leeds crew share one van between two routes.", "share one van"),
        ("KR1 84%, down 3. Bad weather all week.", "Bad weather all week"),
        ("KR3 8 分钟。前台只有一台机器能扫码。", "前台只有一台机器能扫码"),
        ("KR4 52%，信心 3/10，長輩比較喜歡打電話", "長輩比較喜歡打電話"),
    ],
)
def test_what_happens_by_itself_beside_a_figure_is_in_the_way(text: str, blocker: str) -> None:
    assert blocker in str(fields(text)["blocker"])


@pytest.mark.parametrize(
    "text",
    [
        "KR1 87%. We visited both depots and talked to the crews.",
        "KR1 87%, thanks to the new rota for the night shift.",
        "KR3 8 分钟。这周跟前台一起把流程走了一遍。",
        "KR4 52%，多虧志工在大廳教長輩用手機",
        "KR3 8 分钟。这周没有 blocker。",
    ],
)
def test_what_was_done_or_what_helped_is_not_in_the_way(text: str) -> None:
    assert "blocker" not in fields(text)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("KR1 87%, half a point better", "delta", 0.5),
        ("KR1 87%, a point down on last week", "delta", -1.0),
        ("KR4 52%，↑半个百分点", "delta", 0.5),
        ("KR2 5.8d", "value", 5.8),
        ("KR1 87%, plan to send a second van from Monday 16 Feb", "due", date(2026, 2, 16)),
        ("KR1 87%. Everything else same as last week.", "delta", None),
        ("KR4 52%，审核动不动就驳回", "delta", None),
        ("KR3 卡在 8 分钟", "delta", 0.0),
        ("KR4 卡在52%，等审批", "delta", 0.0),
        ("KR3 卡在 2 个部门审批", "delta", None),
        ("KR1 87%. Can Finance top the budget up?", "ask", "Can Finance top the budget up"),
    ],
)
def test_small_words_of_a_chat_are_read(text: str, name: str, value: object) -> None:
    assert fields(text).get(name) == value


def test_blanks_part_what_commas_would_in_chinese() -> None:
    read = fields("KR3 8 分钟 黄灯 前台缺三个人")

    assert (read["status"], read["blocker"]) == (Status.AT_RISK, "前台缺三个人")


def test_one_of_two_key_results_with_a_number_is_the_one_whose_way_holds_the_value() -> None:
    crews = OkrSet.model_validate(
        {
            "objectives": [
                {"objective": "Buses run", "key_results": ["Buses on time from 74% to 88%"]},
                {"objective": "Drivers stay", "key_results": ["Turnover from 27% to 15%"]},
            ]
        }
    )

    def places(text: str) -> list[tuple[int, int]]:
        return [i.key_result for i in read_message(text, crews, date(2026, 2, 6)).items]

    assert places("KR1 stuck at 79%") == [(0, 0)]
    assert places("KR1 is at 22%") == [(1, 0)]
    assert places("KR1 is at 50%") == []
