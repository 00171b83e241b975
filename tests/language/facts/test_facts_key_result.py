import pytest

from assistant.language import read_key_result
from assistant.language.reading import KeyResultReading
from assistant.models import BaselineFact, Direction, FactKind, KeyResult, Span


def read(text: str, **declared: object) -> KeyResultReading:
    return read_key_result(KeyResult(text=text, **declared), 0, 0)


def words(reading: KeyResultReading, span: Span | None) -> str | None:
    return reading.text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    "text",
    [
        "Raise the share of repeat guests from 18% to 25%",
        "Zero P1 incidents during the sale",
        "100% of claims are answered in two days",
        "Publish 12 recipes",
        "Walk the ward with patients at least weekly",
        "至少每周和患者一起走一遍病区",
        "Double the number of weekly swimmers",
        "Every branch manager has a written safety plan",
        "把新客次月留存从35%提升到42%",
        "全年零重大安全事故",
        "举办6场供应商交流会",
        "新店首月营收翻番",
        "把新客次月留存從35%提升到42%",
        "舉辦6場供應商交流會",
    ],
)
def test_a_bar_that_a_third_party_can_check_is_measurable(text: str) -> None:
    assert read(text).facts.measurable


@pytest.mark.parametrize(
    "text",
    [
        "Launch the tenant app by 30 June",
        "Improve the delivery experience",
        "Publish the ward report weekly",
        "Raise NPS to X",
        "Upgrade the tills to version 4.2",
        "Hold a workshop on fire safety",
        "9月30日前上线租户小程序",
        "提升配送体验",
        "转化率提升到X%",
        "办一场消防培训",
        "9月30日前上線租戶小程式",
        "提升配送體驗",
    ],
)
def test_a_bare_deliverable_or_metric_is_not_measurable(text: str) -> None:
    facts = read(text).facts
    assert not facts.measurable
    assert facts.baseline is BaselineFact.NONE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cut the average queue from 12 to 5 people", FactKind.OUTCOME),
        ("Customers renew early", FactKind.OUTCOME),
        ("Improve satisfaction of night-shift nurses", FactKind.OUTCOME),
        ("Publish 12 recipes", FactKind.OUTPUT),
        ("Train 40 shop managers", FactKind.OUTPUT),
        ("Launch the new tenant app", FactKind.TASK),
        ("Data centre migration 80% complete", FactKind.TASK),
        ("平均排队人数由12人降到5人", FactKind.OUTCOME),
        ("老客户更愿意推荐我们", FactKind.OUTCOME),
        ("编写12篇操作指南", FactKind.OUTPUT),
        ("培训40名店长", FactKind.OUTPUT),
        ("上线新的租户小程序", FactKind.TASK),
        ("平均排隊人數由12人降到5人", FactKind.OUTCOME),
        ("培訓40名店長", FactKind.OUTPUT),
        ("上線新的租戶系統", FactKind.TASK),
    ],
)
def test_kind_tells_results_from_counted_and_from_single_work(text: str, kind: FactKind) -> None:
    assert read(text).facts.kind is kind


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("Complaints per week: 140 → 60", BaselineFact.BOTH),
        ("Reach 60 complaints per week (currently 140)", BaselineFact.BOTH),
        ("Complaints per week below 60", BaselineFact.TARGET_ONLY),
        ("Reduce complaints by 40%", BaselineFact.TARGET_ONLY),
        ("Reduce complaints", BaselineFact.NONE),
        ("Reduce complaints from X% to Y%", BaselineFact.NONE),
        ("每周投诉由140件降到60件", BaselineFact.BOTH),
        ("每周投诉不超过60件", BaselineFact.TARGET_ONLY),
        ("减少投诉", BaselineFact.NONE),
        ("每週投訴由140件降到60件", BaselineFact.BOTH),
    ],
)
def test_baseline_tells_which_values_are_stated(text: str, baseline: BaselineFact) -> None:
    assert read(text).facts.baseline is baseline


@pytest.mark.parametrize(
    ("text", "compound"),
    [
        ("Raise NPS to 50 and bring churn below 2%", True),
        ("Hire 3 bakers and open 2 shops", True),
        ("Sign the lease for the warehouse; train the drivers", True),
        ("Raise on-time arrival to 97% in Lyon, Porto and Ghent", False),
        ("Design, build and test the booking page", False),
        ("Run 8 interviews and take notes", False),
        ("客单价提升到120元，同时退货率低于3%", True),
        ("招聘3名面点师，开出2家门店", True),
        ("华东、华南、华北的准时率均达到97%", False),
        ("客單價提升到120元，同時退貨率低於3%", True),
        ("招募3位麵包師，並開設2間分店", True),
    ],
)
def test_compound_is_two_results_not_one_in_many_places(text: str, compound: bool) -> None:
    reading = read(text)
    assert reading.facts.compound is compound
    assert (len(reading.parts) > 1) is compound


def test_declared_numbers_make_a_line_measurable_with_both_values() -> None:
    facts = read("On-time arrival", baseline=82, target="96%").facts
    assert facts.measurable
    assert facts.baseline is BaselineFact.BOTH
    assert (facts.baseline_value, facts.target_value, facts.unit) == (82.0, 96.0, "%")


def test_a_declared_placeholder_declares_nothing() -> None:
    facts = read("改善到店体验", baseline="待定", target="待定").facts
    assert not facts.measurable
    assert facts.baseline is BaselineFact.NONE


@pytest.mark.parametrize(
    ("text", "metric", "direction", "values"),
    [
        ("Raise NPS from 31 to 45", "NPS", Direction.INCREASE, (31.0, 45.0)),
        ("客户流失率从3%降到1%", "客户流失率", Direction.DECREASE, (3.0, 1.0)),
        ("客戶流失率從3%降到1%", "客戶流失率", Direction.DECREASE, (3.0, 1.0)),
        ("Publish 12 recipes", "recipes", Direction.INCREASE, (None, 12.0)),
    ],
)
def test_metric_direction_and_values_are_read(
    text: str, metric: str, direction: Direction, values: tuple[float | None, float | None]
) -> None:
    facts = read(text).facts
    assert (facts.metric, facts.direction) == (metric, direction)
    assert (facts.baseline_value, facts.target_value) == values


@pytest.mark.parametrize(
    ("text", "field", "shown"),
    [
        ("Help the sales team with tenders", "activity", "Help"),
        ("协助销售准备标书", "activity", "协助"),
        ("協助業務準備標書", "activity", "協助"),
        ("ISO 27001 certificate issued by May", "standard", "ISO"),
        ("Zero lost parcels in December", "all_or_none", "Zero"),
        ("Keep the refund rate below 2%", "maintained", "Keep"),
        ("退款率保持在2%以下", "maintained", "保持"),
        ("Grow revenue by 30%", "relative", "30%"),
        ("Launch the new tenant app", "kind_words", "Launch"),
        ("上線新的租戶系統", "kind_words", "上線"),
    ],
)
def test_the_words_behind_a_fact_are_those_that_the_user_typed(
    text: str, field: str, shown: str
) -> None:
    reading = read(text)
    found = words(reading, getattr(reading, field))
    assert found is not None
    assert found.startswith(shown)


@pytest.mark.parametrize("text", ["Zwickelwerk", "The zwickel of the werk"])
def test_a_task_shows_its_first_part_where_no_verb_is_known(text: str) -> None:
    reading = read(text)
    assert reading.facts.kind is FactKind.TASK
    assert words(reading, reading.kind_words) == text


@pytest.mark.parametrize("text", ["The office feels like home", "每个同事都能放心休假"])
def test_what_others_feel_or_can_is_no_work_of_the_team(text: str) -> None:
    assert read(text).facts.kind is FactKind.OUTCOME


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "(",
        ")))",
        "、、、",
        "\x00\x01",
        "%" * 500,
        "9" * 400,
        "🙂",
        "从到从到",
        "a" * 5000,
    ],
)
def test_hostile_text_gets_an_answer(text: str) -> None:
    facts = read(text).facts
    assert facts.measurable is (facts.baseline is not BaselineFact.NONE)


def test_a_line_without_words_is_a_task_without_a_bar() -> None:
    facts = read("").facts
    assert (facts.measurable, facts.kind, facts.compound) == (False, FactKind.TASK, False)


@pytest.mark.parametrize(
    "text",
    [
        "Set up the regional office",
        "Publish the sustainability report",
        "搭建区域办公室",
        "完善新人手冊",
    ],
)
def test_work_without_a_value_goes_nowhere(text: str) -> None:
    assert read(text).facts.direction is None


def test_a_multiple_that_is_reached_is_a_change() -> None:
    for text in ("Triple monthly listeners", "月听众增至三倍", "月聽眾增至三倍"):
        assert read(text).facts.target_value is None
        assert read(text).relative is not None


@pytest.mark.parametrize("text", ["Refund rate down to 2%", "退款率降到2%"])
def test_a_declared_baseline_stands_beside_the_target_of_the_text(text: str) -> None:
    facts = read_key_result(KeyResult(text=text, baseline="5%"), 0, 0).facts
    assert (facts.baseline, facts.baseline_value) == ("both", 5)


@pytest.mark.parametrize(
    "text",
    [
        "Launch a wellbeing programme and cut sick days by 10%",
        "Build a dashboard and reduce reporting time from 5 to 2 days",
        "上线新系统并将投诉降低10%",
        "上線新系統並將投訴降低10%",
    ],
)
def test_work_joined_with_a_measured_change_is_two_things(text: str) -> None:
    assert read(text).facts.compound


def test_a_thousand_that_belongs_to_the_unit_does_not_multiply() -> None:
    facts = read("发电量达到3.2亿千瓦时").facts
    assert (facts.target_value, facts.unit) == (3.2e8, "kWh")


@pytest.mark.parametrize(
    "text",
    [
        "Outsourcing cost down 15% year on year, from $240k to $204k",
        "Grow active riders by 20%, from 100k to 120k",
        "外包费用同比下降15%，从240万降到204万",
        "转化率提升2个百分点，从8%到10%",
        "外包費用年減15%，從240萬降到204萬",
    ],
)
def test_a_change_and_the_values_it_comes_from_are_one_result(text: str) -> None:
    assert not read(text).facts.compound


@pytest.mark.parametrize(
    "text", ["成本降低20%，从100万降到90万", "把交付周期从10天缩短到8天，并把返工率降低20%"]
)
def test_a_change_that_the_values_do_not_give_is_another(text: str) -> None:
    assert read(text).facts.compound


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("Close €4.5m new ARR (H1 FY26: €3.1m)", 3_100_000, None),
        ("Close €4.5m new ARR (Q2 2026: €3.1m)", 3_100_000, None),
        ("Raise NPS from 30 (March 2026) to 40", 30, None),
        ("Raise NPS from 30 (March 2026) to 40 by 31 December 2026", 30, "2026-12-31"),
        ("新签合同 450 万元（上半年：310 万元）", 3_100_000, None),
        ("NPS 从 30（2026年3月）提升到 40", 30, None),
        ("新簽合約 450 萬元（2025年：310 萬元）", 3_100_000, None),
    ],
)
def test_a_day_that_tells_when_the_baseline_was_is_not_when_it_is_due(
    text: str, start: float, due: str | None
) -> None:
    facts = read(text).facts
    assert facts.baseline_value == start
    assert (str(facts.due) if facts.due else None) == due
