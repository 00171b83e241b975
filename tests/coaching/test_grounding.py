"""What a proposed line may say: what its author said, and nothing else."""

import pytest

from assistant.coaching.grounding import Fault, Material, faults, keeps_topic
from assistant.models import Language


def test_a_metric_of_the_authors_own_work_with_placeholders_is_grounded() -> None:
    after = "新版结算页的下单完成率从[基线待确认]提升到[目标待定]"
    assert faults(after, Material("上线新版结算页")) == []


@pytest.mark.parametrize(
    ("before", "after", "quote"),
    [
        ("Raise NPS to 45", "Raise NPS from 31 to 45", "31"),
        ("Raise NPS to 45", "Raise NPS from [baseline to confirm] to 45%, twice", "twice"),
        ("转化率达到8%", "转化率从5%提升到8%", "5"),
        ("轉化率達到8%", "轉化率翻倍，達到8%", "翻倍"),
        ("Fewer calls", "A third fewer calls", "A third"),
        ("Fewer calls", "Calls cut by half", "half"),
        ("减少投诉", "投诉减少三分之一", "三分之一"),
        ("減少客訴", "客訴減少三成", "三成"),
    ],
)
def test_a_number_that_nobody_said_is_a_fault(before: str, after: str, quote: str) -> None:
    found = [(one.fault, one.quote) for one in faults(after, Material(before))]
    assert (Fault.NUMBER, quote) in found


def test_a_number_that_was_answered_or_is_part_of_a_metrics_name_is_none() -> None:
    assert faults("Raise NPS from 31 to 45", Material("Raise NPS to 45", said=["31"])) == []
    named = Material("接口更快", cited=["接口P95响应时间"])
    assert faults("接口P95响应时间从[基线待确认]降到[目标待定]", named) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Cut calls by a third", "Calls reduced by one third"),
        ("Halve calls", "Calls cut by half"),
        ("Cut calls by 50%", "Calls cut by half"),
        ("投诉减少三成", "投诉减少30%"),
        ("Train each third party", "A third party is trained in the third quarter"),
    ],
)
def test_a_part_that_was_said_is_none(before: str, after: str) -> None:
    found = [one for one in faults(after, Material(before)) if one.fault is Fault.NUMBER]
    assert found == []


def test_a_date_or_a_name_that_nobody_said_is_a_fault() -> None:
    found = {one.fault for one in faults("Train Berlin staff by 30 June", Material("Train staff"))}
    assert found == {Fault.NUMBER, Fault.DATE, Fault.NAME}


@pytest.mark.parametrize(
    ("after", "held"),
    [
        ("Number of AEs with a full pipeline", True),
        ("Number of PMs with a full pipeline", False),
        ("Number of HRs with a full pipeline", False),
    ],
)
def test_a_plural_of_a_short_name_is_known_by_the_name_and_not_by_letters_of_a_word(
    after: str, held: bool
) -> None:
    """The development of three weeks holds "pm" and "hr", and names neither."""
    said = "Every AE sees the development of the next three weeks: full pipeline"
    found = faults(after, Material(said, language=Language.EN))
    assert (Fault.NAME not in {each.fault for each in found}) is held


def test_a_citation_must_have_been_retrieved() -> None:
    material = Material("Raise NPS", retrieved=frozenset({"metrics#net-promoter-score"}))
    assert faults("Raise NPS", material, ["metrics#net-promoter-score"]) == []
    assert [one.fault for one in faults("Raise NPS", material, ["made#up"])] == [Fault.CITATION]


def test_another_topic_is_a_fault() -> None:
    assert not keeps_topic("Launch the referral programme", "Launch the new warehouse")
    assert keeps_topic("举办5场安全培训", "安全培训后的实操考核通过率")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("提升客戶滿意度", "客户满意度從[基線待確認]提升到[目標待定]"),
        ("提升客户满意度", "客戶滿意度从[基线待确认]提升到[目标待定]"),
        ("提升客户满意度", "Customer satisfaction from [baseline to confirm]"),
        ("Raise customer satisfaction", "客户满意度从[基线待确认]提升到[目标待定]"),
    ],
)
def test_the_language_and_the_script_of_the_draft_are_kept(before: str, after: str) -> None:
    assert Fault.LANGUAGE in {one.fault for one in faults(after, Material(before))}


def test_a_line_in_both_languages_may_keep_both() -> None:
    material = Material("提升 onboarding 体验 for new users", language=Language.MIXED)
    assert faults("onboarding 体验得分从[基线待确认]提升到[目标待定]", material) == []


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [
        (
            "提升支付成功率",
            "Northwind门店的支付成功率从[基线待确认]提升到[目标待定]",
            ["Northwind"],
        ),
        ("提升支付成功率", "Northwind門市的支付成功率提升", ["Northwind"]),
        ("Improve payment success", "Payment success from [baseline] to [target]", []),
    ],
)
def test_a_name_that_opens_a_chinese_line_is_one_as_well(
    before: str, after: str, names: list[str]
) -> None:
    found = faults(after, Material(before))
    assert [each.quote for each in found if each.fault is Fault.NAME] == names


@pytest.mark.parametrize(
    ("after", "names"),
    [
        ("Adopt Northwind to track deals from [baseline] to [target]", ["Northwind"]),
        ("Track All Deals in one place from [baseline] to [target]", []),
        ("Deals tracked from [baseline] to [target]", []),
    ],
)
def test_a_name_behind_the_first_word_of_a_line_is_one_too(after: str, names: list[str]) -> None:
    found = faults(after, Material("Track all deals in one place"))
    assert [each.quote for each in found if each.fault is Fault.NAME] == names
