"""The same thing said in both languages, each as its speakers say it, has the same facts."""

import pytest

from assistant.language import read_key_result, read_objective
from assistant.language.figures.lines import read_line
from assistant.models import FactKind, KeyResult, Objective

RESULTS = [
    ("Win back 6 of the 15 customers who left last year", "去年流失的15家客户里挽回6家", "outcome"),
    ("Run 8 onboarding sessions for new managers", "给新上任的负责人开8场上手培训", "output"),
    ("One in four buyers comes back within a month", "每四个买家就有一个在一个月内回购", "outcome"),
    ("95% of sales staff complete the new product training", "95%的销售完成新品培训", "output"),
    ("Answer every e-mail within 4 working hours", "客服邮件全部在4个工作小时内回复", "outcome"),
    ("Migrate 40 of the 52 services to the new cluster", "52个服务中有40个迁到新集群", "output"),
    ("Complete ISO 9001 certification", "完成ISO 9001认证", "task"),
    ("Land two pilot customers in Korea", "在韩国拿下两家试点客户", "outcome"),
    ("Rank among the three cheapest providers", "成为全市最便宜的三家供应商之一", "outcome"),
    ("Student-teacher ratio from 24:1 to 18:1", "生师比由24:1降到18:1", "outcome"),
    ("Ratio of seniors to juniors from 1:5 to 1:3", "高级与初级人员之比由1:5改为1:3", "outcome"),
    ("3 partners integrate with our API", "3家合作伙伴接入我们的API", "outcome"),
    ("All customer contracts digitised", "客户合同全部完成电子化", "output"),
    ("Move from 14th to 8th place in the sector index", "行业指数排名从第14上升到第8", "outcome"),
    ("Two thirds of appointments are booked online", "三分之二的预约在线上完成", "outcome"),
    ("Hand over 5 stores to franchisees", "将5家门店移交给加盟商", "output"),
    ("Every order leaves the warehouse the same day", "所有订单当日出库", "outcome"),
    ("Negotiate better terms with the bank", "与银行谈更好的条件", "task"),
    ("Rank first in satisfaction among six airlines", "在六家航空公司中满意度排名第一", "outcome"),
    ("Every project manager attends the risk workshop", "所有项目经理参加风险工作坊", "output"),
    ("Weekly active teachers from 1,200 to 3,000", "每周活跃老师从1200人到3000人", "outcome"),
    ("No food-safety incident all year", "全年零食品安全事故", "outcome"),
    ("Daily active drivers: 5,000", "日活跃司机5000人", "outcome"),
    ("Every workshop has a first-aid kit", "每个车间都配有急救箱", "output"),
    ("Complete 90% of the planned inspections", "完成90%的计划巡检", "output"),
    ("Patients wait 15 minutes at most (28 now)", "患者候诊不超过15分钟（目前28分钟）", "outcome"),
    ("Wait at the till under 4 minutes (7 today)", "收银排队不到4分钟（现在7分钟）", "outcome"),
    ("Meet every key customer once a quarter", "每季度与每家重点客户会面一次", "output"),
]  # fmt: skip
OBJECTIVES = [
    ("Build a data warehouse for the sales team", "为销售团队搭建数据仓库", (False, True)),
    ("Get ISO 14001 certified", "通过ISO 14001认证", (False, True)),
    ("Move our infrastructure to the cloud", "把基础设施搬到云上", (False, True)),
    ("Customers never have to explain a problem twice", "客户的问题不用说第二遍", (False, False)),
    ("Merge the two support teams", "合并两个客服团队", (False, True)),
    ("Simplify how we work with agencies", "简化我们与代理商的合作方式", (False, False)),
]


@pytest.mark.parametrize(("english", "chinese", "kind"), RESULTS)
def test_a_result_has_the_same_facts_in_both_languages(
    english: str, chinese: str, kind: str
) -> None:
    one, other = (read_key_result(KeyResult(text=t), 0, 0).facts for t in (english, chinese))
    assert one.kind == other.kind == FactKind(kind)
    assert (one.measurable, one.baseline, one.compound) == (
        other.measurable,
        other.baseline,
        other.compound,
    )


@pytest.mark.parametrize(("english", "chinese", "expected"), OBJECTIVES)
def test_an_objective_has_the_same_facts_in_both_languages(
    english: str, chinese: str, expected: tuple[bool, bool]
) -> None:
    for text in (english, chinese):
        facts = read_objective(Objective(objective=text), 0).facts
        assert (facts.has_metric, facts.is_task) == expected


def test_what_is_prepared_for_a_certificate_does_not_have_it() -> None:
    for text in ("完成ISO 9001认证准备", "Complete the certification training"):
        assert not read_key_result(KeyResult(text=text), 0, 0).facts.measurable


def test_a_ratio_to_one_is_one_value() -> None:
    facts = read_key_result(KeyResult(text="师生比从1:24提高到1:18"), 0, 0).facts
    assert facts.baseline_value == pytest.approx(1 / 24)
    assert facts.target_value == pytest.approx(1 / 18)


@pytest.mark.parametrize("text", ["KR1：77%", "KR1: 3,900 件", "O2:1 new site", "KR12：1 次"])
def test_a_label_and_its_colon_are_no_ratio(text: str) -> None:
    assert all(number.low != 1 / 77 for number in read_line(text).quantities)
    shown = [text[number.span.start : number.span.end] for number in read_line(text).quantities]
    assert not any("：" in one or ":" in one for one in shown)
