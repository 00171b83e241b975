"""One word that many trades use leads no line into another trade: it keeps its own subject."""

import pytest

from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.outcomes import outcomes_of
from assistant.coaching.rewriting.surroundings import Surroundings
from assistant.models import Language, OkrSet
from assistant.parsing import SetReading
from assistant.settings import Settings

REVIEWER = Reviewer(load_checker(Settings(), None, None))


def _after(objective: str, line: str, industry: str | None = None) -> str:
    held = {"objective": objective, "key_results": [line]}
    okr_set = OkrSet.model_validate({"industry": industry, "objectives": [held]})
    made = REVIEWER.review(SetReading(okr_set), Asked()).suggestions
    return next(one for one in made if one.key_result == 0).after.partition(" from [")[0]


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "Let storage be exchanged",
            "Create an object store",
            "Effect of creating an object store ([metric to choose])",
        ),
        (
            "Finish the profile",
            "Finalise the topics for admission events",
            "Effect of finalising the topics for admission events ([metric to choose])",
        ),
        (
            "Enter new regions",
            "Complete market research for Portugal",
            "Share of findings from the market research for Portugal put into practice",
        ),
        (
            "Be the archive that students choose",
            "Run 6 calligraphy workshops",
            "Share of participants who put to use what they learnt in the calligraphy workshops",
        ),
        (
            "The board is well informed",
            "Host a quarterly meetup",
            "Share of participants in the quarterly meetup who take part again",
        ),
    ],
)
def test_an_english_line_keeps_its_own_subject(objective: str, line: str, after: str) -> None:
    assert _after(objective, line) == after


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        ("提升组织活力", "完成组织架构调整方案", "组织架构调整方案中落地见效的措施占比"),
        ("提升財務服務水準", "編製差旅手冊", "只看差旅手冊就能獨立完成的人員佔比"),
        ("让新店站稳脚跟", "每月走访 8 家新店", "体现“走访 8 家新店”成效的[指标待定]"),
        ("提升服务水平", "建立客诉处理标准作业流程", "按客诉处理标准作业流程办理的事项占比"),
    ],
)
def test_a_chinese_line_keeps_its_own_subject(objective: str, line: str, after: str) -> None:
    assert _after(objective, line).startswith(after)


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        ("A finance team that is on time", "Document the month-end closing", "Days to close"),
        ("Keep donors close", "Send a quarterly newsletter to all donors", "Share of donors who"),
        ("让工厂不再停机", "上线点检系统", "点检系统上线后的非计划停机率"),
        ("優化採購成本", "與20家供應商重新談判價格", "價格談判帶來的降本率"),
    ],
)
def test_two_words_or_one_of_a_single_trade_lead_to_its_metric(
    objective: str, line: str, after: str
) -> None:
    assert _after(objective, line).startswith(after)


def test_the_declared_industry_speaks_for_its_own_metric() -> None:
    assert "Effect of building a store" in _after("Rooms for everybody", "Build a store")
    assert "Effect of" not in _after("Rooms for everybody", "Build a store", "retail")


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("3x exercise sessions per week", "Share of weeks with 3x exercise sessions"),
        ("Two dates with Robin per month", "Share of months with two dates with Robin"),
        ("Get 8K steps per day", "Share of days with 8K steps"),
        ("每天1道算法刷题", "做到每天1道算法刷题的天数占比"),
        ("坚持每周跑步 3 次", "做到每周跑步 3 次的周数占比"),
        ("每週游泳 2 次", "做到每週游泳 2 次的週數佔比"),
    ],
)
def test_a_habit_is_counted_by_how_well_it_is_kept(line: str, after: str) -> None:
    assert _after("Feel well", line).startswith(after)


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("Instagram 5000 粉", "Instagram 粉丝从[基线待确认]增加到5000"),
        ("听完并写评的专辑 ≥ 30 张", "听完并写评的专辑从[基线待确认]增加到30 张"),
    ],
)
def test_a_number_that_the_line_states_is_its_target(line: str, after: str) -> None:
    assert _after("把爱好做起来", line) == after


def test_numbered_items_are_split_and_keep_their_numbers() -> None:
    held = {
        "objective": "把爱好做起来",
        "key_results": ["① 听完的专辑 ≥ 30 张；② 看过的演出 ≥ 10 次"],
    }
    okr_set = OkrSet.model_validate({"objectives": [held]})
    [made] = [
        one
        for one in REVIEWER.review(SetReading(okr_set), Asked()).suggestions
        if one.key_result == 0
    ]
    assert [made.after, *made.more] == [
        "听完的专辑从[基线待确认]增加到30 张",
        "看过的演出从[基线待确认]增加到10 次",
    ]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (
            "Ensure each speaker stands for one of our values",
            "Share of speakers who stand for one of our values",
        ),
        ("用户可以列出所有文件夹，并按类型筛选。", "可以列出所有文件夹的用户占比"),
        ("搜索到预约转化率", "搜索到预约转化率"),
    ],
)
def test_a_line_that_is_a_sentence_or_a_metric_is_its_own_measure(line: str, after: str) -> None:
    assert _after("The evening runs well", line).startswith(after)


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (
            "80% of hikers find their way without asking",
            "Share of hikers who find their way without asking from [baseline to confirm] to 80%",
        ),
        ("70%的学员按时提交作业", "按时提交作业的学员占比从[基线待确认]提升到70%"),
        ("70%的學員按時提交作業", "按時提交作業的學員佔比從[基線待確認]提升到70%"),
    ],
)
def test_of_how_many_a_line_says_something_is_its_target(line: str, after: str) -> None:
    held = {"objective": "Trails are loved", "key_results": [line]}
    okr_set = OkrSet.model_validate({"objectives": [held]})
    made = REVIEWER.review(SetReading(okr_set), Asked()).suggestions
    assert next(one for one in made if one.key_result == 0).after == after


def test_two_works_of_a_kind_are_measured_each_by_itself() -> None:
    lines = ["Host a quarterly quiz night meeting", "Host a choir retreat"]
    okr_set = OkrSet.model_validate(
        {"objectives": [{"objective": "The board is well informed", "key_results": lines}]}
    )
    made = REVIEWER.review(SetReading(okr_set), Asked()).suggestions
    afters = [one.after.partition(" from [")[0] for one in made if one.key_result is not None]
    assert afters == [
        "Share of participants in the quarterly quiz night meeting who take part again",
        "Share of participants in the choir retreat who take part again",
    ]


def test_what_the_search_finds_is_no_reason_where_only_a_common_word_agrees() -> None:
    around = Surroundings("培养在地人才", found={"compliance-training-pass-rate": 1.0})
    line = next(outcomes_of("开设 3 期导览员培训班", around, Tongue(Language.ZH_HANS)))
    assert line.text.startswith("把导览员培训班所学用起来的学员占比")
