"""What a line itself says that it is after is kept: its target, what it prevents or brings."""

import pytest

from tests.coaching.rewriting.proposals import (
    B_HANT,
    B_ZH,
    T_HANT,
    T_ZH,
    B,
    T,
    made_of,
    suggestions,
)


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("Collect museum stamps (Target: 6/6)", f"Museum stamps collected from {B} to 6/6"),
        (
            "Fix the bell schedule so evening rings work (target: 100% of rings reach the square)",
            f"Share of rings that reach the square from {B} to 100%",
        ),
        (
            "Ticket desk: ≥ 70% of calls get an answer; open calls reviewed weekly",
            f"Share of calls that get an answer from {B} to 70%",
        ),
        (
            "Add an intake gate to prevent empty crates (check on arrival)",
            f"Number of empty crates from {B} to {T}",
        ),
        (
            "Walk the hall every night to catch leaks.",
            f"Share of leaks that are caught in time from {B} to {T}",
        ),
        (
            "Publish 2 leaflets to drive a 10% increase in bookings",
            f"Raise bookings by 10% (from {B} to {T})",
        ),
        ("收集纪念章（目标：6/6）", f"收集的纪念章数从{B_ZH}增加到6/6"),
        ("修复分拣线（目标：分拣成功率 ≥ 95%）", f"分拣成功率从{B_ZH}提升到≥ 95%"),
        ("增加入庫核對，避免重複上架", f"重複上架次數從{B_HANT}減少到{T_HANT}"),
        ("增加入库核对，避免重复上架", f"重复上架次数从{B_ZH}减少到{T_ZH}"),
    ],
)
def test_what_the_line_is_after_is_its_result(line: str, after: str) -> None:
    assert made_of("Things run well" if line.isascii() else "x", line).after == after


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (
            "Fetch, sort and shelve donated atlases, maps, globes and star charts from the attic"
            " next to the old workshop",
            "atlases",
        ),
        (
            "为方便借阅与归还，阅览设备需要在入口处有分类标签、借阅说明、归还方式、联系人信息",
            "分类标签",
        ),
        (
            "為方便借閱與歸還，閱覽設備需要在入口處有分類標籤、借閱說明、歸還方式、聯絡人資訊",
            "分類標籤",
        ),
    ],
)
def test_a_metric_of_a_scrap_of_the_line_does_not_lead(line: str, kept: str) -> None:
    assert kept in made_of("x", line).after


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (
            "Scans over 9 pages handled via the side desk",
            f"Share of Scans over 9 pages handled via the side desk from {B} to {T}",
        ),
        (
            "Invoice errors (name, date) caught with a clear note",
            f"Share of invoice errors caught with a clear note from {B} to {T}",
        ),
        (
            "录入单据的差错率初始门槛 `<=5%`；不满足时标出等级并允许更换录入员。",
            f"录入单据的差错率初始门槛 <=5%（当前{B_ZH}）",
        ),
        (
            "錄入單據的差錯率初始門檻 `<=5%`；不滿足時標出等級並允許更換錄入員。",
            f"錄入單據的差錯率初始門檻 <=5%（目前{B_HANT}）",
        ),
    ],
)
def test_a_condition_or_what_is_done_to_many_is_not_torn(line: str, after: str) -> None:
    made = made_of("x" if not line.isascii() else "Handle edge cases", line)
    assert (made.after, made.more, made.initiative) == (after, [], line)


def test_a_ledger_alone_is_no_matter_of_monthly_accounts() -> None:
    made = [one.after for one in suggestions("Launch Bell & Claim Ledger beta", "x")]
    assert not any("month" in one for one in made)
