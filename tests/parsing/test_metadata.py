from __future__ import annotations

from datetime import date

import pytest

from assistant.parsing.metadata.stripping import strip_metadata
from tests.parsing.conftest import Reader


def _stripped(text: str, part: str = "key_result") -> tuple[str, dict[str, str], list[str]]:
    found = strip_metadata(text, part)
    return text[found.start : found.end], found.fields, found.left_out


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("NPS to 50 @sam", {"owner": "sam"}),
        ("NPS to 50 (owner: Sam Lee)", {"owner": "Sam Lee"}),
        ("NPS to 50 — Owner: Sam", {"owner": "Sam"}),
        ("NPS to 50 [due 2026-11-30]", {"due": "2026-11-30"}),
        ("NPS to 50 (weight 40%)", {"weight": "40%"}),
        ("(40%) NPS to 50", {"weight": "40%"}),
        ("NPS to 50 (source: BI board; owner: Li)", {"source": "BI board", "owner": "Li"}),
        ("P0 - NPS to 50", {}),
    ],
)
def test_metadata_in_english_lands_in_its_field(line: str, fields: dict[str, str]) -> None:
    assert _stripped(line) == ("NPS to 50", fields, [])


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("NPS 达到 50（负责人：李娜）", {"owner": "李娜"}),
        ("NPS 达到 50（承辦：阿桃，權重40%）", {"owner": "阿桃", "weight": "40%"}),
        ("NPS 达到 50【数据来源：BI看板】", {"source": "BI看板"}),
        ("NPS 达到 50，负责人：李娜", {"owner": "李娜"}),
        ("NPS 达到 50（截止9月30日）", {"due": "9月30日"}),
        ("NPS 达到 50  截止：2026-12-15", {"due": "2026-12-15"}),
    ],
)
def test_metadata_in_chinese_lands_in_its_field(line: str, fields: dict[str, str]) -> None:
    assert _stripped(line) == ("NPS 达到 50", fields, [])


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("NPS to 50 (0.7)", "0.7"),
        ("NPS to 50 => done", "done"),
        ("NPS to 50 - done 90%", "done 90%"),
        ("NPS to 50 [score n/a]", "score n/a"),
        ("NPS to 50 ✅", "✅"),
    ],
)
def test_scores_and_states_are_left_out_and_told(line: str, left: str) -> None:
    assert _stripped(line) == ("NPS to 50", {}, [left])


@pytest.mark.parametrize(
    "line",
    [
        "Build 5 small projects (10%)",
        "Raise conversion 40% => 60%",
        "招聘優秀人才（P0：必須完成）",
        "Revenue in Germany (our largest market)",
        "Increase rate: to 5",
    ],
)
def test_what_may_be_part_of_the_sentence_stays(line: str) -> None:
    assert _stripped(line) == (line, {}, [])


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Win the mid-market [committed]", {"kind": "committed"}),
        ("Win the mid-market (supports Company O1)", {"parent": "Company O1"}),
    ],
)
def test_kind_and_parent_of_an_objective_are_read(line: str, fields: dict[str, str]) -> None:
    assert _stripped(line, "objective") == ("Win the mid-market", fields, [])


def test_weight_of_an_objective_has_no_field_and_is_told() -> None:
    assert _stripped("提升体验（权重 50%）", "objective") == ("提升体验", {}, ["权重 50%"])


def test_lines_of_fields_fill_set_objective_and_key_result(read: Reader) -> None:
    reading = read(
        "Team: Payments\nCycle: 2026 Q4\nIndustry: retail\n"
        "O1: Make checkout effortless\nOwner: Ana\n"
        "KR1: Conversion (due 30 Nov)\n   Baseline: 2.1%\n   Target: 3.0%\n   Owner: Bo\n"
    ).sets[0]
    objective = reading.set.objectives[0]
    kr = objective.key_results[0]
    assert (reading.set.team, reading.set.industry, objective.owner) == (
        "Payments",
        "retail",
        "Ana",
    )
    assert (kr.baseline, kr.target, kr.owner, kr.due) == ("2.1%", "3.0%", "Bo", date(2026, 11, 30))
    assert reading.unread == []


def test_chinese_lines_of_fields_fill_the_key_result(read: Reader) -> None:
    reading = read(
        "周期：2026年第四季度\nO：提升产品稳定性\nKR1 裂变系数\n   当前值：0.8\n   目标值：1.2\n"
    ).sets[0]
    kr = reading.set.objectives[0].key_results[0]
    assert (kr.current, kr.target) == (0.8, 1.2)
    assert reading.set.cycle is not None
    assert reading.set.cycle.name == "2026年第四季度"


def test_a_day_that_is_none_is_noted(read: Reader) -> None:
    reading = read("O1: Win\nKR1: NPS 50\n   Due date: soon").sets[0]
    assert [(note.reason, note.line, note.field) for note in reading.notes] == [
        ("bad_date", 3, "due")
    ]


def test_a_field_given_twice_keeps_the_first_and_lists_the_second(read: Reader) -> None:
    reading = read("Industry: retail\nIndustry: health\nO1: Win\nKR1: NPS 50").sets[0]
    assert reading.set.industry == "retail"
    assert [row.text for row in reading.unread] == ["Industry: health"]


@pytest.mark.parametrize(
    ("line", "text", "fields"),
    [
        ("Retention 94% (today: 89%)", "Retention 94%", {"baseline": "89%"}),
        ("3 of 5 shops live, today: 1", "3 of 5 shops live", {"baseline": "1"}),
        ("毛利率达到 45%（目前：38%）", "毛利率达到 45%", {"baseline": "38%"}),
        ("Visits 80k to 200k (today: 131k)", "Visits 80k to 200k", {"current": "131k"}),
    ],
)
def test_the_value_of_today_is_the_start_of_a_line_that_names_none(
    line: str, text: str, fields: dict[str, str]
) -> None:
    assert _stripped(line) == (text, fields, [])


@pytest.mark.parametrize(
    ("line", "text", "left"),
    [
        ("全部页面迁移到SSR（9月评审后取消）", "全部页面迁移到SSR", "9月评审后取消"),
        (
            "Open a shop in Graz (moved to next quarter)",
            "Open a shop in Graz",
            "moved to next quarter",
        ),
        ("LCP 从3.4s降到1.8s 〔进度 60%〕", "LCP 从3.4s降到1.8s", "进度 60%"),
        ("**not measurable** 对硬件进行日常维护", "对硬件进行日常维护", "not measurable"),
    ],
)
def test_what_others_say_of_a_line_is_no_part_of_it(line: str, text: str, left: str) -> None:
    assert _stripped(line) == (text, {}, [left])


def test_bold_words_that_belong_to_a_line_stay() -> None:
    assert _stripped("**Smart Home** 出货量达到10万")[0] == "**Smart Home** 出货量达到10万"
