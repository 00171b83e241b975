"""Lines that were once rewritten into something that no coach would say."""

import pytest

from assistant.coaching.review import Asked
from assistant.models import OkrSet
from assistant.parsing import SetReading
from tests.coaching.rewriting.proposals import B_HANT, B_ZH, REVIEWER, T_HANT, T_ZH, B, T


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "The warehouse runs well",
            "Improve picking accuracy a lot",
            f"Improve picking accuracy from {B} to {T}",
        ),
        ("Accounts renew", "Churn down", f"Churn from {B} to {T}"),
        ("A library everyone uses", "More visitors", f"Visitors from {B} to {T}"),
        ("A library everyone uses", "Fewer complaints", f"Complaints from {B} to {T}"),
        ("Parcels arrive whole", "Significantly fewer losses", f"Losses from {B} to {T}"),
        ("Shops serve quickly", "Far fewer returns", f"Returns from {B} to {T}"),
        ("We hire well", "Much faster onboarding", f"Time that onboarding takes from {B} to {T}"),
        ("网店口碑好", "更少的退货", f"退货从{B_ZH}降到{T_ZH}"),
        ("網店口碑好", "明顯更少的客訴", f"客訴從{B_HANT}降到{T_HANT}"),
        ("网店响应快", "改善平均响应时长", f"平均响应时长从{B_ZH}缩短到{T_ZH}"),
        (
            "People like the app",
            "Get good app store reviews",
            f"Average rating in the app store reviews from {B} to {T}",
        ),
        (
            "We grow the team",
            "Post jobs on 5 sites",
            f"Qualified applicants per vacancy from the jobs on 5 sites from {B} to {T}",
        ),
        (
            "优化采购成本",
            "与20家供应商重新谈判价格",
            f"价格谈判带来的降本率从{B_ZH}提升到{T_ZH}",
        ),
        ("优化采购成本", "库存周转天数从60天降到75天", f"库存周转天数从{B_ZH}到{T_ZH}"),
        ("电站稳定运行", "发电量完成3.2亿千瓦时", f"发电量从{B_ZH}提升到3.2亿千瓦时"),
        ("電站穩定運行", "發電量完成3.2億千瓦時", f"發電量從{B_HANT}提升到3.2億千瓦時"),
        ("我的口语够用", "英语口语提升", f"英语口语抽测的正确率从{B_ZH}提升到{T_ZH}"),
        (
            "教学质量更好",
            "组织公开课8节",
            f"公开课所在班级的学习增益（前后测提升）从{B_ZH}提升到{T_ZH}",
        ),
    ],
)
def test_the_line_says_what_a_coach_would(objective: str, line: str, after: str) -> None:
    lines = {"objective": objective, "key_results": [line]}
    okr_set = OkrSet.model_validate({"objectives": [lines]})
    [made] = [
        each
        for each in REVIEWER.review(SetReading(okr_set), Asked()).suggestions
        if each.key_result == 0
    ]
    assert (made.after, made.remaining) == (after, [])


def test_the_second_part_of_a_split_begins_like_a_line() -> None:
    lines = {
        "objective": "Our staff stay",
        "key_results": ["Launch a wellbeing programme and cut sick days by 10%"],
    }
    okr_set = OkrSet.model_validate({"objectives": [lines]})
    [made] = REVIEWER.review(SetReading(okr_set), Asked()).suggestions
    assert made.more == [f"Cut sick days by 10% (from {B} to {T})"]


OPEN_ZH = (f"[指标待定]从{B_ZH}到{T_ZH}", f"[指標待定]從{B_HANT}到{T_HANT}")


@pytest.mark.parametrize("line", ["TBD", "（待补充）", "待補充", "XX%"])
def test_a_line_that_only_holds_a_place_open_is_only_asked_about(line: str) -> None:
    draft = {"objectives": [{"objective": "Accounts renew", "key_results": [line]}]}
    review = REVIEWER.review(SetReading(OkrSet.model_validate(draft)), Asked())
    assert [one.rule for one in review.findings if one.key_result is not None] == ["K01"]
    [made] = review.suggestions
    assert made.after in (f"[metric to choose] from {B} to {T}", *OPEN_ZH)
    assert [each.asks for each in made.questions] == ["metric", "baseline", "target"]
    assert (made.alternatives, made.citations, made.initiative) == ([], [], None)


@pytest.mark.parametrize(
    ("objective", "line"),
    [
        ("让员工愿意留下来", "12月15日前完成职级体系改革"),
        ("讓員工願意留下來", "在 12 月 15 日之前完成職級體系改革"),
    ],
)
def test_a_day_is_left_out_whole(objective: str, line: str) -> None:
    draft = {"objectives": [{"objective": objective, "key_results": [line]}]}
    okr_set = OkrSet.model_validate(draft)
    suggestions = REVIEWER.review(SetReading(okr_set), Asked()).suggestions
    [made] = [each for each in suggestions if each.key_result == 0]
    assert made.after[:2] in ("职级", "職級")
    assert all("15" not in each.after for each in made.alternatives)
