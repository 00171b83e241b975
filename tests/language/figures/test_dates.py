"""Days, months, quarters and half-years in both languages."""

from datetime import date

import pytest

from assistant.language.figures.dates import find_dates
from assistant.language.script import fold


def found(text: str, year: int | None = None) -> list[tuple[str, date | None, date | None]]:
    mentions = find_dates(fold(text), year)
    return [(text[m.span.start : m.span.end], m.start, m.end) for m in mentions]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Done by 2026-09-30", "2026-09-30", (9, 30), (9, 30)),
        ("Done by 30 Sep 2026", "30 Sep 2026", (9, 30), (9, 30)),
        ("Done by September 30, 2026", "September 30, 2026", (9, 30), (9, 30)),
        ("Sept 15th, 2026", "Sept 15th, 2026", (9, 15), (9, 15)),
        ("Live in March 2026", "March 2026", (3, 1), (3, 31)),
        ("Q3 2026", "Q3 2026", (7, 1), (9, 30)),
        ("2026-Q4", "2026-Q4", (10, 1), (12, 31)),
        ("H2 2026", "H2 2026", (7, 1), (12, 31)),
        ("Plan for 2026", "2026", (1, 1), (12, 31)),
        ("Go live on 1/2/2026", "1/2/2026", (1, 2), (1, 2)),
        ("2026年9月30日前完成", "2026年9月30日", (9, 30), (9, 30)),
        ("2026年3月底前", "2026年3月底", (3, 1), (3, 31)),
        ("2026年第三季度", "2026年第三季度", (7, 1), (9, 30)),
        ("2026年上半年", "2026年上半年", (1, 1), (6, 30)),
        ("２０２６年６月", "２０２６年６月", (6, 1), (6, 30)),
        ("26年底", "26年底", (1, 1), (12, 31)),
    ],
)
def test_a_date_with_a_year_has_start_and_end(
    text: str, words: str, start: tuple[int, int], end: tuple[int, int]
) -> None:
    assert found(text) == [(words, date(2026, *start), date(2026, *end))]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Finish by Dec 30", "Dec 30", (12, 30), (12, 30)),
        ("Finish by end of June", "end of June", (6, 1), (6, 30)),
        ("Ready for Q3", "Q3", (7, 1), (9, 30)),
        ("By 9/30", "9/30", (9, 30), (9, 30)),
        ("9 月 30 日前签约", "9 月 30 日", (9, 30), (9, 30)),
        ("7月份考试", "7月份", (7, 1), (7, 31)),
        ("十二月上线", "十二月", (12, 1), (12, 31)),
        ("三季度末完成", "三季度末", (7, 1), (9, 30)),
        ("第三、四季度完成", "第三、四季度", (7, 1), (12, 31)),
        ("下半年完成", "下半年", (7, 1), (12, 31)),
        ("9/15 前提報", "9/15", (9, 15), (9, 15)),
    ],
)
def test_a_date_without_a_year_takes_that_of_the_cycle(
    text: str, words: str, start: tuple[int, int], end: tuple[int, int]
) -> None:
    assert found(text, 2026) == [(words, date(2026, *start), date(2026, *end))]
    assert found(text) == [(words, None, None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Done by EOY", "EOY"),
        ("Done by the end of the quarter", "end of the quarter"),
        ("FY27 plan", "FY27"),
        ("Before Christmas", "Christmas"),
        ("Open at 9:30", "9:30"),
        ("年底前上线", "年底"),
        ("春节前上线", "春节"),
        ("雙 11 前完成", "雙 11"),
        ("每天上午10点例会", "上午10点"),
    ],
)
def test_fiscal_years_feasts_and_times_of_day_have_no_days(text: str, words: str) -> None:
    assert found(text, 2026) == [(words, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "We may hire 5 people",
        "March on three fronts",
        "2000 users in Poland",
        "Reach 2,026 members",
        "月活达到3万",
        "三个月内完成",
        "提升3个点",
        "4.5/5 rating",
        "配音2000句",
    ],
)
def test_amounts_and_verbs_are_no_dates(text: str) -> None:
    assert found(text, 2026) == []


def test_a_day_that_does_not_exist_has_no_date() -> None:
    assert found("2026年2月30日") == [("2026年2月30日", None, None)]


@pytest.mark.parametrize(
    "line",
    [
        "Paying users from 1200 to 2000",
        "Orders per day from 1900 to 2050",
        "Users 1900 → 2000",
        "付费用户从1200提升到2000",
        "日訂單從1900增加到2050",
    ],
)
def test_four_digits_at_an_end_of_a_change_are_an_amount(line: str) -> None:
    assert find_dates(fold(line)) == ()


@pytest.mark.parametrize("line", ["Roadmap from 2024 to 2026", "路线图从2024到2026"])
def test_two_years_of_somebodys_plan_stay_years(line: str) -> None:
    assert [mention.end.year for mention in find_dates(fold(line)) if mention.end] == [2024, 2026]
