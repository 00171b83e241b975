"""What a question calls the thing that it asks about."""

import pytest

from tests.coaching.rewriting.proposals import B_HANT, B_ZH, T_HANT, T_ZH, made_of, suggestions


@pytest.mark.parametrize(
    ("objective", "line", "asked"),
    [
        (
            "Scans are trusted",
            "Reach ≥90% Photo→Label reading accuracy across 300 parcels with zero mix-ups",
            "Where does “Reach ≥90% Photo→Label reading accuracy across 300 parcels with zero"
            " mix-ups” stand today (in %)?",
        ),
        (
            "Beginners stay with the choir",
            "≥ 55% finishing rate in first 12 lessons",
            "Where does “finishing rate” stand today (in %)?",
        ),
        (
            "Fire drills work",
            "Smoke alarms wired with call lists working in the night test and answered within"
            " 4 minutes",
            "Where does “Smoke alarms wired with call lists working in the night test and answered"
            " within…” stand today (in min)?",
        ),
        (
            "Parcels move",
            "Clerk spends <5 min/day on the dispatch ledger",
            "Where does “Clerk spends <5 min/day on the dispatch ledger” stand today?",
        ),
        (
            "Parcels move",
            "Not spend more than 4 hours on searching",
            "Where does “Not spend more than 4 hours on searching” stand today (in h)?",
        ),
        (
            "The choir listens",
            "Singer sentiment bigger than 11 NPS",
            "Where does “Singer sentiment” stand today (in nps)?",
        ),
        (
            "Parcels move",
            "Achieve a drop-to-label speed of under 3 seconds for parcels up to 20kg",
            "Where does “drop-to-label speed of under 3 seconds for parcels” stand today (in s)?",
        ),
        (
            "Patients stay with us",
            "14-day adherence ≥ 80%",
            "Where does “14-day adherence” stand today (in %)?",
        ),
        (
            "档案好找",
            "手册.docx 中的 60 条条目可以逐步移到知识库",
            "“手册.docx 中的 60 条条目可以逐步移到知识库”目前是多少（单位：条）？",
        ),
        ("包裹出得快", "撿貨 <= 20 min", "「撿貨」目前是多少（單位：min）？"),
        ("售票機不當機", "`/ticket` 月可用度 ≥ 98%", "「/ticket 月可用度」目前是多少（單位：%）？"),
        ("游泳班留得住學員", "30日出勤率 ≥72%", "「出勤率」目前是多少（單位：%）？"),
        ("游泳班留得住人", "30日出勤率 ≥72%", "“出勤率”目前是多少（单位：%）？"),
    ],
)
def test_a_question_names_no_scrap(objective: str, line: str, asked: str) -> None:
    assert asked in [one.text for one in made_of(objective, line).questions]


def test_a_rate_in_percent_is_not_asked_for_its_unit() -> None:
    made = made_of("游泳班留得住學員", "30日出勤率 ≥72%、教練滿意度 ≥4/5")
    assert [made.after, *made.more] == [
        f"30日出勤率 ≥72%（目前{B_HANT}）",
        f"教練滿意度 ≥4/5（目前{B_HANT}）",
    ]


def test_the_line_is_that_of_its_place() -> None:
    first = "No-show rate from 12% to 7%"
    line = "Reach ≥90% Photo→Label reading accuracy across 300 parcels"
    made = suggestions("Beginners stay with the choir", first, line)
    told = [one.text for each in made if each.key_result == 1 for one in each.questions]
    assert f"Where does “{line}” stand today (in %)?" in told


@pytest.mark.parametrize(
    ("objective", "line", "end"),
    [
        ("装配线可靠", "接入新的夹具校验器，替换旧的三处调用", f"[指标待定]从{B_ZH}到{T_ZH}"),
        ("裝配線可靠", "接入新的夾具校驗器，替換舊的三處調用", f"[指標待定]從{B_HANT}到{T_HANT}"),
    ],
)
def test_what_is_not_chosen_has_no_way_to_go(objective: str, line: str, end: str) -> None:
    assert made_of(objective, line).after.endswith(end)
