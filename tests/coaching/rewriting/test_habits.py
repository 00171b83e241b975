"""Habits are somebody's own: what a company does again and again is none."""

import pytest

from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.habits import habit
from assistant.models import Language

EN, HANS, HANT = Tongue(Language.EN), Tongue(Language.ZH_HANS), Tongue(Language.ZH_HANT)


@pytest.mark.parametrize(
    ("objective", "line", "tongue"),
    [
        ("Payroll is right", "Run payroll every month", EN),
        ("The shop holds on sale days", "Run a load test weekly", EN),
        ("Everyone is safe", "Practice fire drills monthly", EN),
        ("The warehouse is quick", "Reduce steps per order per day", EN),
        ("We learn from outages", "Hold a tabletop exercise every month", EN),
        ("The canteen is liked", "Cook 300 meals a day", EN),
        ("鞋子卖得好", "每周发布运动鞋新品", HANS),
        ("系统稳定", "每日运行步骤检查", HANS),
        ("项目按时", "每周同步一次项目进度", HANS),
        ("招聘可靠", "每月背景调查 5 次", HANS),
        ("招聘可靠", "每月背景調查 5 次", HANT),
        ("鞋子賣得好", "每週發布運動鞋新品", HANT),
        ("账目清楚", "每天登记日记账", HANS),
    ],
)
def test_work_of_a_company_is_no_habit(objective: str, line: str, tongue: Tongue) -> None:
    assert list(habit(line, objective, tongue)) == []


@pytest.mark.parametrize(
    ("objective", "line", "tongue", "name"),
    [
        ("I am fit", "Run 3 times a week", EN, "Share of weeks in which I run 3 times"),
        (
            "My Spanish is good",
            "Study 30 words daily",
            EN,
            "Share of days in which I study 30 words",
        ),
        ("Sleep well", "Meditate daily", EN, "Share of days in which I meditate"),
        ("Think wider", "Read 2 books per month", EN, "Share of months in which I read 2 books"),
        ("身体好", "每周跑步3次", HANS, "做到每周跑步3次的周数占比"),
        ("我要健康", "每天走8000步", HANS, "做到每天走8000步的天数占比"),
        ("我要健康", "每週運動3次", HANT, "做到每週運動3次的週數佔比"),
        ("英语过级", "每天背单词30个", HANS, "做到每天背单词30个的天数占比"),
    ],
)
def test_what_somebody_does_for_himself_is_counted_by_how_often_it_is_kept(
    objective: str, line: str, tongue: Tongue, name: str
) -> None:
    [made] = habit(line, objective, tongue)
    assert made.measure is not None
    assert made.measure.name == name
