"""Lines that no metric fits: a rule, a list, code, a count of the author's own, half a sentence."""

import re

import pytest

from tests.coaching.rewriting.proposals import B_HANT, B_ZH, T_ZH, B, T, made_of


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "The vault can be trusted",
            "Keyring ensures tamper evidence for readers",
            f"Share of checks in which Keyring ensures tamper evidence for readers from {B} to {T}",
        ),
        (
            "The vault can be trusted",
            "Badge unlock works (Firefox / Edge)",
            f"Share of checks in which badge unlock works from {B} to {T}",
        ),
        (
            "让出版流程可追溯",
            "初稿页面可在离线模式下稳定预览",
            f"抽查中做到“初稿页面可在离线模式下稳定预览”的占比从{B_ZH}提升到{T_ZH}",
        ),
        (
            "教材质量过硬",
            "每节配有 2 个课后实验",
            f"配有 2 个课后实验的节占比从{B_ZH}提升到{T_ZH}",
        ),
    ],
)
def test_a_property_or_a_rule_becomes_the_share_of_cases_in_which_it_holds(
    objective: str, line: str, after: str
) -> None:
    made = made_of(objective, line)
    assert (made.after, made.initiative) == (after, line)


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "数据发布守得住",
            "导入后的残留文件为 0；失败导入的残留文件为 0",
            f"导入后的残留文件从{B_ZH}减少到0",
        ),
        (
            "各部门会用数据",
            "至少一个部门的人能独立查出报表",
            f"能独立查出报表的部门数从{B_ZH}增加到至少一个",
        ),
        (
            "審核更省力",
            "待審條目候選中，≥70% 無需人工確認即可放行，其餘留痕",
            f"無需人工確認即可放行的待審條目候選佔比從{B_HANT}提升到70%",
        ),
        ("系統撐得住", "支持 800+ QPS", f"QPS從{B_HANT}增加到800+"),
    ],
)
def test_the_lines_own_count_leads(objective: str, line: str, after: str) -> None:
    assert made_of(objective, line).after == after


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "The importer is sound",
            "Embed `Meta/print.config` hints",
            f"Effect of embedding Meta/print.config hints ([metric to choose]) from {B} to {T}",
        ),
        ("代码库干净", "删除 4 个废弃目录", f"每月仍花在废弃目录上的工时从{B_ZH}降到{T_ZH}"),
    ],
)
def test_of_code_faults_or_hours_are_counted_and_nobody_is_asked_whether_he_is_pleased(
    objective: str, line: str, after: str
) -> None:
    assert made_of(objective, line).after == after


def test_a_term_in_a_chinese_draft_is_answered_in_chinese() -> None:
    assert made_of("进入大型客户市场", "CSAT > 90").after == f"CSAT > 90（当前{B_ZH}）"


def test_a_tail_that_only_says_how_often_is_no_line_of_its_own() -> None:
    made = made_of("I write better", "Complete 8 essays by May 31, averaging 1 per fortnight")
    assert not made.more
    assert made.initiative == "Complete 8 essays by May 31, averaging 1 per fortnight"


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("若处理时长持续高于约定，启动专项复盘", "若处理"),
        ("每条工单产出处理小结", "每条工单产出"),
        ("先完成 6 次恢复演练", "先完成"),
    ],
)
def test_no_half_sentence_stands_in_a_line(line: str, missing: str) -> None:
    assert missing not in _unquoted(made_of("服务稳定可信", line).after)


def _unquoted(text: str) -> str:
    return re.sub("“[^”]*”", "", text)


def test_data_that_one_can_get_at_have_nothing_to_do_with_screen_readers() -> None:
    assert "無障礙" not in made_of("資料隨時取得到", "確保銷售資料的 accessibility").after
