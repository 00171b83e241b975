"""A line is measured by its own words where nothing tells what its work is for."""

import re
import time

import pytest

from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.near import near, near_states
from assistant.models import Language
from tests.coaching.rewriting.proposals import B_HANT, B_ZH, T_HANT, T_ZH, B, T, made_of

VALUES = f" from {B} to {T}"
VALUES_ZH = f"从{B_ZH}提升到{T_ZH}"
VALUES_HANT = f"從{B_HANT}提升到{T_HANT}"


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "A calm ferry office",
            "All lost-luggage claims answered",
            f"Share of lost-luggage claims that are answered from {B} to 100%",
        ),
        (
            "A calm depot",
            "We have assigned 100% of the berths to a pilot",
            f"Share of berths that are assigned to a pilot from {B} to 100%",
        ),
        (
            "Tidy catalogue",
            "The seed library has a card of origin for every packet",
            f"Share of packets with a card of origin from {B} to 100%",
        ),
        (
            "Sound releases",
            "Enforce a memory budget per job",
            "Share of jobs that keep to the memory budget" + VALUES,
        ),
        (
            "A map that helps",
            "Support drawing a walking route",
            "Share of attempts at drawing a walking route that succeed" + VALUES,
        ),
        (
            "A sturdy parser",
            "Handle gracefully a scenario where the tide table is empty",
            "Share of scenarios where the tide table is empty handled gracefully without "
            "a fault" + VALUES,
        ),
        (
            "Leaving the old viewer",
            "Add sprite detection with a plain threshold",
            "Share of sprites that are detected with a plain threshold" + VALUES,
        ),
        (
            "Quick charts",
            "Bring tide charts under 4s for ports with 2k berths",
            f"Time taken by tide charts for ports with 2k berths from {B} to under 4s",
        ),
        (
            "Better orders",
            "Fix or resolve 7 issues marked for the galley",
            f"Number of issues marked for the galley that stay resolved from {B} to 7",
        ),
        (
            "A lively market",
            "Onboard 40 cheese makers",
            f"Number of active cheese makers from {B} to 40",
        ),
        (
            "A fuller crew",
            "Interview at least 20 candidates",
            "Share of candidates interviewed who accept an offer" + VALUES,
        ),
        (
            "Leaving the old viewer",
            "Get the depth data from SONA",
            "Share of attempts at getting the depth data from SONA that succeed" + VALUES,
        ),
        (
            "Quick lookups",
            "Add caching (memory) to 6 crowded piers",
            f"Number of crowded piers with caching from {B} to 6",
        ),
        (
            "Guests who come back",
            "Achieve 4.7★ guest comfort",
            f"Guest comfort from {B} to 4.7★",
        ),
        (
            "Every pier known",
            "Collect depth & tide records for every pier",
            f"Share of piers with depth & tide records from {B} to 100%",
        ),
        (
            "One shared log",
            "Link open repair jobs to at least 4 log pages by 30 April",
            "Share of open repair jobs that are linked to at least 4 log pages" + VALUES,
        ),
        (
            "A pier for all",
            "Quaymaster supports night moorings",
            "Share of attempts to use night moorings in Quaymaster that succeed" + VALUES,
        ),
        (
            "A pier for all",
            "Quaymaster is able to print a tide card without a network",
            "Share of attempts to print a tide card without a network that succeed" + VALUES,
        ),
        ("A fit year", "Run a 21:30 5K", f"Time for a 5K from {B} to 21:30"),
        (
            "A node that scales",
            "Improve lookup scalability",
            f"Lookup scalability ([metric to choose]) from {B} to {T}",
        ),
    ],
)
def test_a_line_is_measured_by_its_own_words(objective: str, line: str, after: str) -> None:
    made = made_of(objective, line)
    assert (made.after, made.initiative) == (after, line)


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        ("统一的图纸", "旧图纸迁移到新图库", f"旧图纸中在新图库正常使用的占比{VALUES_ZH}"),
        ("統一的圖紙", "舊圖紙遷移到新圖庫", f"舊圖紙中在新圖庫正常使用的佔比{VALUES_HANT}"),
        (
            "清爽的输出",
            "把全部航线说明改为表格形式",
            f"全部航线说明中已改为表格形式的占比{VALUES_ZH}",
        ),
        ("看得见的进度", "長航程有進度提示", f"長航程中有進度提示的佔比{VALUES_HANT}"),
        ("可追溯", "调度总线支撑靠泊/离港事件", f"调度总线支撑的靠泊/离港事件占比{VALUES_ZH}"),
        ("好用的航图", "支持按潮位筛选泊位", f"按潮位筛选泊位的一次成功率{VALUES_ZH}"),
        ("好用的航圖", "支援按潮位篩選泊位", f"按潮位篩選泊位的一次成功率{VALUES_HANT}"),
        ("可信的航图", "达成绳结检验基准", f"绳结检验基准的达标率{VALUES_ZH}"),
        ("吃透引擎", "深入理解潮汐推算机制", f"能独立解答的潮汐推算机制问题占比{VALUES_ZH}"),
        ("干净的数据", "按船名和呼号去重", f"按船名和呼号去重后仍重复的数据占比从{B_ZH}降到{T_ZH}"),
        ("稳妥的发布", "改线默认人工审批", f"经人工审批的改线占比{VALUES_ZH}"),
        (
            "码头的第一选择",
            "获得至少6个码头/船队主动试用请求",
            f"码头/船队主动试用请求从{B_ZH}增加到至少6个",
        ),
        ("看得远", "关键建议被船队落地 ≥4 个", f"被船队落地的关键建议数从{B_ZH}增加到4 个"),
        ("热闹的码头", "完成80个订单", f"订单数从{B_ZH}增加到80个"),
        ("热闹的码头", "招收60名学生", f"仍在参与的学生数从{B_ZH}增加到60名"),
        ("规矩清楚", "全船队靠泊手册100%完成", f"全船队靠泊手册的完成率从{B_ZH}提升到100%"),
        ("第二代驱动", "实现 9 个接口方法", f"真正用起来的接口方法数从{B_ZH}增加到9 个"),
        ("碼頭的首選", "航跡公信力", f"航跡公信力（[指標待定]）從{B_HANT}到{T_HANT}"),
    ],
)
def test_the_same_in_chinese(objective: str, line: str, after: str) -> None:
    assert made_of(objective, line).after == after


@pytest.mark.parametrize(
    ("objective", "line", "said"),
    [
        ("A sound back end", "Sign-in with a harbour badge", "Share of attempts at"),
        ("A sound back end", "Automated overnight deploy pipeline", "that need no manual help"),
        ("A sound back end", "Have an experimental tide API", "Share of calls to the experimental"),
        ("完整的后端服务", "实现用户认证和管理", "用户认证的一次成功率"),
        ("完整的後端服務", "實現使用者認證和管理", "一次成功率"),
        ("少些人工", "提供一键安装脚本", "无需人工介入的一键安装脚本运行占比"),
    ],
)
def test_a_part_of_software_is_measured_by_what_it_is_for(
    objective: str, line: str, said: str
) -> None:
    assert said in made_of(objective, line).after


@pytest.mark.parametrize(
    ("objective", "line"),
    [
        ("资料齐备", "船坞里有船队全部的图纸就算完成"),
        ("資料齊備", "船塢裡有船隊全部的圖紙就算完成"),
    ],
)
def test_all_of_a_thing_is_no_all_that_are_so(objective: str, line: str) -> None:
    assert "中的" not in made_of(objective, line).after


@pytest.mark.parametrize(
    ("objective", "line"),
    [
        ("Keep members close", "Send a monthly letter to all members"),
        ("A better swing", "Practice 1 hour for every round I play"),
        ("Small steps", "Have one talk with each mate per month"),
    ],
)
def test_what_is_done_for_each_is_no_thing_that_each_has(objective: str, line: str) -> None:
    assert re.match(r"(?:Share|Number) of [a-z ]+ with ", made_of(objective, line).after) is None


def test_amounts_of_money_in_a_chinese_draft_are_asked_about_in_chinese() -> None:
    assert made_of("建立台灣第一品牌", "NT$200,000 MRR（NT$240 萬 ARR）").after.endswith(
        f"（目前{B_HANT}）"
    )


@pytest.mark.parametrize("line", ["a" * 4000, "as " * 4000, "建立" * 2000, "support " + "a" * 3000])
def test_a_line_without_end_takes_no_time(line: str) -> None:
    started = time.process_time()
    for tongue in (Tongue(Language.EN), Tongue(Language.ZH_HANS)):
        assert [*near(line, tongue, leads=True), *near_states(line, tongue)] == []
    assert time.process_time() - started < 1
