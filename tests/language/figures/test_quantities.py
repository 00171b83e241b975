"""Numbers of a line with what they count or measure, in both languages."""

import pytest

from assistant.language.figures.lines import read_line
from assistant.language.reading import Comparator, Quantity, QuantityKind, Role

K = QuantityKind


def only(text: str) -> Quantity:
    quantities = read_line(text).quantities
    assert len(quantities) == 1, quantities
    return quantities[0]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        # separators, full-width digits, decimals, signs
        ("Reach 1,200,000 downloads", K.COUNT, 1_200_000, "downloads"),
        ("转化率达到３０．５％", K.PERCENT, 30.5, "%"),
        ("Recall of .75", K.BARE, 0.75, None),
        ("NPS -5", K.RATING, -5, "NPS"),
        # percent in all its forms
        ("Uptime 99.9 percent", K.PERCENT, 99.9, "%"),
        ("Uptime 99 pct", K.PERCENT, 99, "%"),
        ("达标率百分之三十", K.PERCENT, 30, "%"),
        ("达标率百分之三点五", K.PERCENT, 3.5, "%"),
        ("不良率千分之五", K.PERCENT, 0.5, "%"),
        ("自助率达三成", K.PERCENT, 30, "%"),
        ("自助率达三成五", K.PERCENT, 35, "%"),
        ("自助率达两成半", K.PERCENT, 25, "%"),
        ("自助率达8成5", K.PERCENT, 85, "%"),
        ("自助率達 2 成 5", K.PERCENT, 25, "%"),
        ("Half of new users finish the tour", K.PERCENT, 50, "%"),
        ("三分之二的门店盈利", K.PERCENT, 66.6667, "%"),
        # percentage points are not percent
        ("毛利率提升5个百分点", K.POINTS, 5, "pp"),
        ("Margin up 2 pp", K.POINTS, 2, "pp"),
        ("Spread down 50 bps", K.POINTS, 0.5, "pp"),
        ("Share up 3 percentage points", K.POINTS, 3, "pp"),
        # magnitudes
        ("粉丝达到1.2万", K.BARE, 12_000, None),
        ("营收达到 3 亿元", K.MONEY, 300_000_000, "元"),
        ("新增10w用户", K.COUNT, 100_000, "用户"),
        ("新增10W用户", K.COUNT, 100_000, "用户"),
        ("5k sign-ups", K.COUNT, 5_000, "sign-ups"),
        ("Revenue of $3.5m", K.MONEY, 3_500_000, "USD"),
        ("Raise €1.5M", K.MONEY, 1_500_000, "EUR"),
        ("Raise $2bn", K.MONEY, 2_000_000_000, "USD"),
        ("2 million readers", K.COUNT, 2_000_000, "readers"),
        ("用户破万", K.BARE, 10_000, None),
        # numerals in words
        ("举办三场培训", K.COUNT, 3, "场"),
        ("拜访两百家客户", K.COUNT, 200, "家"),
        ("累计十万人次", K.COUNT, 100_000, "人次"),
        ("Ship three releases", K.COUNT, 3, "releases"),
        ("Write a dozen guides", K.COUNT, 12, "guides"),
        ("Visit twenty-five schools", K.COUNT, 25, "schools"),
        ("Win one industry award", K.COUNT, 1, "award"),
        # multiples
        ("Double weekly sign-ups", K.MULTIPLE, 2, "x"),
        ("2x the traffic", K.MULTIPLE, 2, "x"),
        ("Traffic ×2", K.MULTIPLE, 2, "x"),
        ("Halve the backlog", K.MULTIPLE, 0.5, "x"),
        ("GMV翻番", K.MULTIPLE, 2, "x"),
        ("GMV翻一番", K.MULTIPLE, 2, "x"),
        ("GMV翻两番", K.MULTIPLE, 4, "x"),
        ("销量翻倍", K.MULTIPLE, 2, "x"),
        ("销量达到去年的3倍", K.MULTIPLE, 3, "倍"),
        # money
        ("客单价 ¥680", K.MONEY, 680, "CNY"),
        ("客單價 NT$820", K.MONEY, 820, "TWD"),
        ("成本控制在 500 万美元", K.MONEY, 5_000_000, "USD"),
        ("人均产出 90 万元", K.MONEY, 900_000, "元"),
        ("Takeaway max. 80 €", K.MONEY, 80, "EUR"),
        # durations and sizes
        ("p95 latency under 400ms", K.DURATION, 400, "ms"),
        ("Answer within 4 h", K.DURATION, 4, "h"),
        ("答复不超过2个工作日", K.DURATION, 2, "工作日"),
        ("审批缩短到三天", K.DURATION, 3, "天"),
        ("首屏 1.5 秒", K.DURATION, 1.5, "秒"),
        ("Run 600 km", K.SIZE, 600, "km"),
        ("体重降到 60 公斤", K.SIZE, 60, "kg"),
        ("出水COD低于30mg/L", K.SIZE, 30, "mg/L"),
        # ratings
        ("Rating of 4.5/5", K.RATING, 4.5, "/5"),
        ("满意度达到9分", K.RATING, 9, "分"),
        ("4.8 stars in the store", K.RATING, 4.8, "stars"),
        ("NPS达到45", K.RATING, 45, "NPS"),
        # counts and ranks
        ("Sign 12 schools", K.COUNT, 12, "schools"),
        ("Get 12 QA code reviews", K.COUNT, 12, "reviews"),
        ("签约20 家医院", K.COUNT, 20, "家"),
        ("Rank in the top 3", K.RANK, 3, None),
        ("行业排名前10", K.RANK, 10, None),
        ("拿到区域第一名", K.RANK, 1, None),
        ("Become #1 in Portugal", K.RANK, 1, None),
        # zero
        ("Zero wrong-site surgeries", K.COUNT, 0, "surgeries"),
        ("全年零事故", K.COUNT, 0, None),
    ],
)
def test_amounts_are_read_with_kind_value_and_unit(
    text: str, kind: QuantityKind, value: float, unit: str | None
) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.low, quantity.high, quantity.unit) == (kind, value, value, unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Publish 3–5 articles", 3, 5),
        ("Publish 3 to 5 articles", 3, 5),
        ("Between 3 and 5 workshops", 3, 5),
        ("每期邀请1~2位嘉宾", 1, 2),
        ("新增3至5家门店", 3, 5),
        ("毛利率 30%－35%", 30, 35),
        ("预测误差±5%", 5, 5),
    ],
)
def test_ranges_keep_both_ends(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("At least 97% on time", Comparator.AT_LEAST),
        ("≥97% on time", Comparator.AT_LEAST),
        ("No less than 40 visits", Comparator.AT_LEAST),
        ("40+ visits", Comparator.AT_LEAST),
        ("7 days or more", Comparator.AT_LEAST),
        ("毛利率不低于30%", Comparator.AT_LEAST),
        ("至少20家门店", Comparator.AT_LEAST),
        ("90分以上", Comparator.AT_LEAST),
        ("Churn ≤ 2%", Comparator.AT_MOST),
        ("Churn of at most 2%", Comparator.AT_MOST),
        ("7 days or less", Comparator.AT_MOST),
        ("退货率压在3%以内", Comparator.AT_MOST),
        ("不超过5起", Comparator.AT_MOST),
        ("More than 500 members", Comparator.MORE),
        ("滿意度高於90%", Comparator.MORE),
        ("拜访10余家客户", Comparator.MORE),
        ("Pick-up time < 10 mins", Comparator.LESS),
        ("退款率低于2%", Comparator.LESS),
        ("About 50 pilots", Comparator.ABOUT),
        ("约50家试点", Comparator.ABOUT),
        ("50家左右", Comparator.ABOUT),
    ],
)
def test_bounds_are_read_before_and_behind_the_number(text: str, comparator: Comparator) -> None:
    assert only(text).comparator is comparator


@pytest.mark.parametrize(
    "text",
    [
        "ISO 27001 certificate",
        "SOC 2 Type II report issued",
        "WCAG 2.2 AA conformance",
        "Upgrade to Python 3.11",
        "Bring v2 to the finish line",
        "Srain 2.0 released",
        "上线会员中心 3.0",
        "發布開放平台 2.0，開放給夥伴",
        "P0 bugs fixed in Q3",
        "Phase 2 of the roll-out",
        "Read chapters 4 to 9",
        "Close AF-2231",
        "24/7 support desk",
        "Zero trust architecture",
        "Finish by Dec 30",
        "Launch on 2026-09-30",
        "FY27 plan agreed",
        "Plan for 2026",
        "a workshop on fuzz testing",
        "This one place",
        "Day one is effortless",
        "Playtest of chapter two",
        "Double-check the figures",
        "See [the plan](https://example.com/v2/3)",
        "完成821会议室的部署",
        "通过ISO 27001认证",
        "建设5G专网",
        "3D打印预研",
        "二期建设",
        "MySQL 5.7升级到8.0",
        "7×24小时值守机制",
        "7月1日至9月30日完成",
        "第三季度完成",
        "第二曲线",
        "从0到1搭建平台",
        "办一场培训",
        "一个大客户",
        "统一数据口径",
        "零售系统上线",
        "进一步完善机制",
        "设计360度反馈问卷",
        "三方支付接入",
        "各种数据",
        "50周年庆典方案",
        "Every manager holds a weekly 1:1",
    ],
)
def test_names_dates_versions_and_articles_are_no_amounts(text: str) -> None:
    assert read_line(text).quantities == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("3 talks per week", "talks"),
        ("每周发布3篇", "篇"),
        ("每月一次复盘", "次"),
        ("Train twice a week", "times"),
        ("一周3次", "次"),
        ("One blog post every two weeks", "post"),
        ("5 photos/week", "photos"),
    ],
)
def test_amounts_per_time_are_marked_as_frequency(text: str, unit: str) -> None:
    quantity = only(text)
    assert quantity.frequency
    assert quantity.unit == unit
    assert quantity.role is Role.TARGET


def test_a_metric_per_month_is_no_frequency() -> None:
    reading = read_line("每月故障时长由40分钟降至5分钟")
    assert [q.frequency for q in reading.quantities] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "Booked visits exceeds 1,800",
        "Bookings surpassed 400 a week",
        "At-least 50 schools join the reading club",
        "No-more than 5 defects a month",
        "Two-thirds of the patients come back",
    ],
)
def test_bounds_and_shares_are_read_in_any_form_and_with_hyphens(text: str) -> None:
    assert read_line(text).quantities
