"""Baseline and target of one metric, in all the ways people write them."""

import pytest

from assistant.language.figures.lines import read_line
from assistant.language.reading import Role


def pairs(text: str) -> list[tuple[float | None, float | None]]:
    return [
        (pair.baseline and pair.baseline.low, pair.target and pair.target.low)
        for pair in read_line(text).pairs
    ]


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("Raise NPS from 31 to 45", 31, 45),
        ("Open bugs go from 140 to fewer than 40", 140, 40),
        ("Cut late parcels from 9% to no higher than 4%", 9, 4),
        ("95% of parcels arrive before noon (88% today)", 88, 95),
        ("中午前送达95%的包裹（目前88%）", 88, 95),
        ("40% of clinics refer 3 patients or more in week 1 (now 22%)", 22, 40),
        ("40% 的诊所首周转来至少 3 名患者（现在 22%）", 22, 40),
        ("七成员工愿意推荐公司（现 52%）", 52, 70),
        ("七成員工願意推薦公司（現 52%）", 52, 70),
        ("Raise NPS to 45 from 31", 31, 45),
        ("Deployment frequency: weekly → daily", 52, 365),
        ("Status reports move from once a quarter to once a fortnight", 4, 26),
        ("Restore tests from every two months to every month", 6, 12),
        ("产品通讯由每月一期改为每两周一期", 12, 26),
        ("From 3 times a month to 8 times a month", 3, 8),
        ("Reports go out daily instead of weekly", 52, 365),
        ("部署频率：每周→每天", 52, 365),
        ("安全巡檢由每季度一次改為每月一次", 4, 12),
        ("所有仓库由每月盘点改为每周盘点", 12, 52),
        ("报表由周报改为日报", 52, 365),
        ("门店月均订单由每月200单增至每月300单", 200, 300),
        ("Bring refund turnaround to 3 days from 11", 11, 3),
        ("NPS 31 → 45", 31, 45),
        ("NPS 31 -> 45", 31, 45),
        ("NPS 31 => 45", 31, 45),
        ("5% -> 3%", 5, 3),
        ("Monthly revenue: $80k → $130k", 80_000, 130_000),
        ("Hold time down to 50 seconds (was 210)", 210, 50),
        ("Reach 60 (currently 40)", 40, 60),
        ("Tickets per 1,000 orders: currently 64, reach 40", 64, 40),
        ("From the current 31 to 45", 31, 45),
        ("Write-off ratio: baseline 2.6 %, target 1.5 %", 2.6, 1.5),
        ("Lead time, baseline 12 days; target 5 days", 12, 5),
        ("Training pass rate: 61% to 85%", 61, 85),
        ("Paying teams 0 to 10", 0, 10),
        ("Month-end close takes 3 days instead of 8", 8, 3),
        ("Win rate: 21% last quarter, 30% by the end of this one", 21, 30),
        ("Rating 3.9, want 4.6", 3.9, 4.6),
        ("First contact resolution now at 62%, heading for 75%", 62, 75),
        ("Newsletter subscribers: 40,000 (start 26,500)", 26_500, 40_000),
        ("Grow from three to five cities", 3, 5),
        ("Cut wait from over 40 to under 15 minutes", 40, 15),
        ("准时率由 82% 提升到 96%", 82, 96),
        ("準時率由 82% 提升到 96%", 82, 96),
        ("响应时间由3天降至1天", 3, 1),
        ("由三天缩短到一天", 3, 1),
        ("31提到45", 31, 45),
        ("满意度7.5→8.5", 7.5, 8.5),
        ("NPS从31提升到45", 31, 45),
        ("淨推薦值由２１分提升至４０分", 21, 40),
        ("平均交货天数（原本 21 天）缩到 14 天", 21, 14),
        ("电费支出现况每月 46 万，目标每月 38 万", 460_000, 380_000),
        ("现状：12 天；目标：5 天", 12, 5),
        ("目前拜访12家，年底前累计拜访50家", 12, 50),
        ("不良率自上季的千分之八降至千分之三", 0.8, 0.3),
        ("订阅用户：0 到 5,000", 0, 5_000),
        ("存款5万变8万", 50_000, 80_000),
        ("翻台率2.4次，冲到3.1次", 2.4, 3.1),
        ("报修量月均88单/目标40单", 88, 40),
        ("自助终端：现有60台，年底180台", 60, 180),
        ("留存率达到60%（上季度45%）", 45, 60),
        ("客單價 NT$680→NT$820（負責人：電商組）", 680, 820),
        ("营收从 600 万增至 780 万（+30%）", 6_000_000, 7_800_000),
    ],
)
def test_start_and_end_are_read_as_a_pair(text: str, baseline: float, target: float) -> None:
    assert pairs(text) == [(baseline, target)]


def test_two_metrics_give_two_pairs() -> None:
    text = "自助取数占比由35%到70%，取数工单从400单降到150单"
    assert pairs(text) == [(35, 70), (400, 150)]


def test_a_start_in_other_time_units_is_brought_to_those_of_the_end() -> None:
    reading = read_line("响应时间从2小时到30分钟")
    assert pairs("响应时间从2小时到30分钟") == [(120, 30)]
    assert [q.unit for q in reading.quantities] == ["分钟", "分钟"]


@pytest.mark.parametrize(
    "text",
    [
        "Publish 3 to 5 articles",
        "3 至 5 场活动",
        "毛利率 96%-98%",
        "7月1日至9月30日",
        "2024-2025",
        "Open 9:00 - 18:00",
        "Get 5 code reviews from 2 teams",
        "Collect feedback from 20 users to improve 3 features",
        "Read chapters 4 to 9",
        "Migrate from v1 to v2",
        "MySQL 5.7升级到8.0",
        "办公室从3楼搬到11楼",
        "全年招聘30人，其中应届生不低于10人",
        "单月营收突破 850 万，毛利率不低于 42%",
        "出勤率97%，作业提交率95%",
        "拜访40家客户，提出15份报价",
        "跑20个测试，至少5个有显著提升",
        "实现30家签约、20家上线",
        "NPS to 50 and churn below 2%",
    ],
)
def test_ranges_dates_and_two_metrics_are_no_pair(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Conversion from X% to Y%",
        "转化率从 X% 提升到 Y%",
        "轉換率從 X% 提升到 Y%",
        "NPS from [baseline to confirm] to [target to set]",
        "NPS 从[基线待确认]提升到[目标待定]",
        "NPS 從[基線待確認]提升到[目標待定]",
    ],
)
def test_a_pair_of_placeholders_is_pending(text: str) -> None:
    (pair,) = read_line(text).pairs
    assert pair.pending
    assert (pair.baseline, pair.target) == (None, None)


def test_a_pair_with_one_placeholder_keeps_the_known_value() -> None:
    (pair,) = read_line("NPS from 31 to [target to set]").pairs
    assert pair.pending
    assert pair.baseline is not None
    assert pair.baseline.low == 31


@pytest.mark.parametrize(
    ("text", "change", "level"),
    [
        ("Deposits up 0.8bn to 6.2bn", 8e8, 6.2e9),
        ("Headcount in service down 4 to 60", 4, 60),
        ("Gross margin up 2 points to 34%", 2, 34),
        ("存款增加 8 亿元，达到 62 亿元", 8e8, 6.2e9),
        ("存款增加 8 億元，達到 62 億元", 8e8, 6.2e9),
    ],
)
def test_a_change_told_before_its_level_is_no_start(text: str, change: float, level: float) -> None:
    found = {each.role: each.low for each in read_line(text).quantities}
    assert found == {Role.CHANGE: change, Role.TARGET: level}
    assert pairs(text) == []
