"""The same form in English and in Chinese is read the same."""

import pytest

from assistant.language.figures.lines import read_line

FORMS = [
    ("Churn from 5% to 3%", "流失率从5%到3%"),
    ("Churn from 5% down to 3%", "流失率从5%降到3%"),
    ("Churn to 3% from 5%", "流失率降到3%（原5%）"),
    ("Churn: 5% → 3%", "流失率：5%→3%"),
    ("Churn 3% (was 5%)", "流失率3%（原为5%）"),
    ("Churn 3% (currently 5%)", "流失率3%（目前5%）"),
    ("Churn currently 5%, reach 3%", "流失率目前5%，达到3%"),
    ("Churn: baseline 5%, target 3%", "流失率：基线5%，目标3%"),
    ("Churn: current value 5%; target 3%", "流失率：现状5%；目标3%"),
    ("Churn 3% instead of 5%", "流失率3%，而不是5%"),
    ("Churn 5% last quarter, 3% this quarter", "流失率上季度5%，本季度3%"),
    ("Sites from 0 to 10", "站点从0个到10个"),
    ("Wait from 3 days to 1 day", "等待时间由3天降至1天"),
    ("Wait from 2 hours to 30 minutes", "等待时间从2小时缩短到30分钟"),
    ("Revenue from ¥6.0m to ¥7.8m", "营收从¥600万增至¥780万"),
    ("Rating from 4.2 to 4.6", "评分从4.2提升到4.6"),
    ("Churn from X% to Y%", "流失率从X%降到Y%"),
    ("Churn at most 3%", "流失率不超过3%"),
    ("Churn below 3%", "流失率低于3%"),
    ("Uptime at least 99%", "可用性至少99%"),
    ("Uptime ≥ 99%", "可用性≥99%"),
    ("Uptime above 99%", "可用性超过99%"),
    ("Reduce churn by 20%", "流失率降低20%"),
    ("Grow revenue by at least 30%", "营收增长至少30%"),
    ("Lift margin by 5 percentage points", "毛利率提升5个百分点"),
    ("Double revenue", "营收翻番"),
    ("Halve the backlog", "积压减半"),
    ("Sign 12 hospitals", "签约12家医院"),
    ("Hold three workshops", "举办三场培训"),
    ("Publish 3–5 posts", "发布3–5篇文章"),
    ("Publish 3 posts per week", "每周发布3篇文章"),
    ("Sign 12 hospitals within 3 months", "3个月内签约12家医院"),
    ("Hold 5 talks in 3 cities", "在3个城市举办5场讲座"),
    ("Zero accidents", "零事故"),
    ("Rank in the top 3", "排名前3"),
    ("Half of the users return", "一半的用户回访"),
    ("More than half of the users return", "过半用户回访"),
    ("About 50 pilots", "约50个试点"),
    ("30% of users return", "三成用户回访"),
    ("More than 500 members", "会员超过500人"),
    ("Launch the new site", "上线新网站"),
    ("Pass ISO 27001", "通过ISO 27001"),
    ("Finish phase 2 by 30 Sep", "9月30日前完成2期建设"),
]


def meaning(text: str) -> tuple[object, ...]:
    reading = read_line(text)
    amounts = sorted(
        (q.low, q.high, q.role, str(q.comparator), q.frequency) for q in reading.quantities
    )
    pairs = [
        (p.baseline and p.baseline.low, p.target and p.target.low, p.pending) for p in reading.pairs
    ]
    return amounts, pairs, len(reading.placeholders), len(reading.dates)


@pytest.mark.parametrize(("english", "chinese"), FORMS)
def test_both_languages_say_the_same(english: str, chinese: str) -> None:
    assert meaning(english) == meaning(chinese)
