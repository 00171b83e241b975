"""Numbered lines below an objective are key results where one count goes through labelled ones."""

import pytest

from tests.parsing.conftest import Reader, shape

EN = ["Late departures from 9 to 3", "Refunds from 40 to 12", "Fuel from 9 to 7 tonnes"]
ZH = ["晚点班次从 9 班降到 3 班", "退票从 40 张降到 12 张", "油耗从 9 吨降到 7 吨"]
TW = ["誤點班次從 9 班降到 3 班", "退票從 40 張降到 12 張", "油耗從 9 噸降到 7 噸"]
OTHER = {
    "en": "O1: Crews stay\nKR1: Notices from 6 to 2\nKR2: Sick days from 9 to 5\n",
    "zh": "目标一：船员留得住\nKR1：辞职从 6 人降到 2 人\nKR2：病假从 9 天降到 5 天\n",
    "tw": "目標一：船員留得住\nKR1：離職從 6 人降到 2 人\nKR2：病假從 9 天降到 5 天\n",
}
FORMS = [
    "1. {}\n2. {}\nKR3: {}\n",
    "KR1: {}\n2. {}\n3. {}\n",
    "（1）{}\n（2）{}\nKR3：{}\n",
    "1、{}\nKR2：{}\n3、{}\n",
    "一、{}\n二、{}\n关键结果三：{}\n",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("language", "objective", "results"),
    [
        ("en", "O2: Ferries leave on time", EN),
        ("zh", "目标二：渡轮准点开", ZH),
        ("tw", "目標二：渡輪準點開", TW),
    ],
)
def test_one_count_goes_through_labelled_and_bare_numbers(
    read: Reader, language: str, objective: str, results: list[str], form: str
) -> None:
    [one] = read(f"{OTHER[language]}{objective}\n{form.format(*results)}").sets
    assert shape(one.set)[1][1] == results
    assert not one.unread


def test_a_late_label_in_a_chat_loses_nothing(read: Reader) -> None:
    draft = f"{OTHER['en']}*O2: Ferries leave on time*\n1. {EN[0]}\n2. {EN[1]}\n\n"
    [one] = read(f"{draft}Mira Holt  9:53 AM\ngood shout, O2 KR3: {EN[2]}\n").sets
    assert shape(one.set)[1][1] == EN


@pytest.mark.parametrize(
    ("language", "rest", "notes"),
    [
        ("en", "O2: Ferries leave on time\n{1}\n{2}\nKR1: Late from 9 to 3\n", ("1. a", "2. b")),
        ("en", "O2: Ferries leave\nKR1: Late from 9 to 3\n{1}\n{2}\n", ("1. Ask", "2. Ask again")),
        ("zh", "目标二：渡轮准点开\n{1}\n{2}\nKR1：晚点从 9 班降到 3 班\n", ("1. 甲", "2. 乙")),
        ("tw", "目標二：渡輪準點開\nKR1：誤點從 9 班降到 3 班\n{1}\n{2}\n", ("1、問", "2、再問")),
    ],
)
def test_a_count_of_its_own_is_a_remark(
    read: Reader, language: str, rest: str, notes: tuple[str, str]
) -> None:
    [one] = read(OTHER[language] + rest.replace("{1}", notes[0]).replace("{2}", notes[1])).sets
    assert len(one.set.objectives[1].key_results) == 1
    assert [each.text for each in one.unread] == [*notes]


@pytest.mark.parametrize(
    ("objective", "result"),
    [
        ("O1: Ferries leave on time", "KR{n}: Late departures from 9 to 3"),
        ("O1: Ferries leave on time", "- Key result {n}: Late departures from 9 to 3"),
        ("目标一：渡轮准点开", "KR{n}：晚点班次从 9 班降到 3 班"),
        ("目標一：渡輪準點開", "關鍵結果{n}：誤點班次從 9 班降到 3 班"),
        ("目标一：渡轮准点开", "KR{n} 晚点班次从 9 班降到 3 班"),
    ],
)
def test_labels_count_beyond_two_digits(read: Reader, objective: str, result: str) -> None:
    lines = [result.format(n=n) for n in (98, 99, 100, 101, 999)]
    [one] = read("\n".join([objective, *lines])).sets
    assert len({kr.text for kr in one.set.objectives[0].key_results}) == 1
    assert len(one.set.objectives[0].key_results) == len(lines)


@pytest.mark.parametrize("title", ["OKR2026: the ferries", "OKR2026：渡輪"])
def test_a_year_is_no_number_of_a_label(read: Reader, title: str) -> None:
    [one] = read(f"{title}\nO1: Leave on time\nKR1: Late from 9 to 3\n").sets
    assert [each.objective for each in one.set.objectives] == ["Leave on time"]
