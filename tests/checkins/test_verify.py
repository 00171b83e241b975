"""A model's sentence is shown only where each claim stands in the facts that it cites."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.checkins.summary.composing import summarise
from assistant.checkins.verifying.verify import Fault, Verifier
from assistant.models import Language
from assistant.models.summary import Summary
from evals import cycles, sentences
from tests.checkins.cycles import LIMITS, record

DAYS = ("2026-01-23", "2026-01-30", "2026-02-06")


@pytest.fixture(scope="module")
def week() -> Summary:
    sales = {"text": "季度营收", "owner": "周敏", "baseline": "8,000万元", "target": "1.2亿元"}
    rate = {"text": "On-time rate", "owner": "Ada Novak", "baseline": 82, "target": 96, "unit": "%"}
    checkins = [
        {"date": day, "key_result": k, "value": values[week], "confidence": 7 - week}
        for k, values in ((0, ("8,400万元", "9,000万元", "9,300万元")), (1, (83, 84, 84)))
        for week, day in enumerate(DAYS)
    ]
    checkins[-1]["comment"] = "Two carriers changed their depots."
    made = record(sales, rate, checkins=checkins)
    return summarise(made, as_of=date(2026, 2, 6), limits=LIMITS, language=Language.EN)


def faults(week: Summary, text: str, place: tuple[int, int] = (0, 0)) -> list[Fault]:
    cited = [fact.fact_id for fact in week.facts if fact.key_result == place]
    return [fault for fault, _ in Verifier(week).judge(text, cited).faults]


@pytest.mark.parametrize(
    "text",
    [
        "KR1.1 为 9,300万元。",
        "KR1.1 为 0.93 亿元，进度 32.5%。",
        "KR1.1 为 ９３００ 万元。",
        "KR1.1 stands at 93 million, 32% of the way.",
        "周敏负责的季度营收为 0.93亿元。",
    ],
)
def test_a_number_is_known_in_any_of_its_forms(week: Summary, text: str) -> None:
    assert faults(week, text) == []


@pytest.mark.parametrize(
    "text", ["KR1.1 为 9,400万元。", "KR1.1 为 9.3亿元。", "KR1.1 为 930万元。"]
)
def test_a_number_of_another_size_is_false(week: Summary, text: str) -> None:
    assert faults(week, text) == [Fault.NUMBER]


def test_a_sentence_without_facts_or_with_unknown_ones_falls(week: Summary) -> None:
    verifier = Verifier(week)
    for cited in ([], ["f9999"], [week.facts[0].fact_id, "f0"]):
        assert [fault for fault, _ in verifier.judge("All is well.", cited).faults] == [
            Fault.NO_FACTS
        ]


def test_what_belongs_to_another_key_result_is_a_swap(week: Summary) -> None:
    assert faults(week, "KR1.2 stands at 0.93亿元.") == [Fault.KEY_RESULT, Fault.NUMBER]
    both = [fact.fact_id for fact in week.facts if fact.key_result]
    swapped = "KR1.1 stands at 84%, KR1.2 at 0.93亿元."
    assert not Verifier(week).judge(swapped, both).stands
    straight = "KR1.1 stands at 0.93亿元, KR1.2 at 84%."
    assert Verifier(week).judge(straight, both).stands


def test_a_cause_is_only_what_somebody_stated(week: Summary) -> None:
    stated = "KR1.2 is at 84% because two carriers changed their depots."
    assert faults(week, stated, (0, 1)) == []
    assert faults(week, "KR1.2 is at 84% because of the snow storm.", (0, 1)) == [Fault.CAUSE]


@pytest.mark.parametrize(
    "text", ["", "？", "KR1.1 " * 3000, "“" * 2000, "1" * 5000, "\x00\x1b[31m", "因为" * 500]
)
def test_any_text_gets_a_verdict(week: Summary, text: str) -> None:
    faults(week, text)


def test_the_labelled_sentences_keep_to_the_bar() -> None:
    told = sentences.measure()
    assert told.faults + told.faithful >= 120
    assert told.caught_share >= 0.95
    assert told.dropped_share <= 0.05


def test_the_cycles_with_known_truth_keep_to_the_bar() -> None:
    found = cycles.measure()
    assert found.wrong == []
    assert found.untraced == []
    assert found.coverage >= 0.95
    assert found.precision >= 0.95


def test_a_team_that_is_called_it_is_not_the_word_it() -> None:
    rate = {"text": "On-time rate", "owner": "Ada Novak", "baseline": 82, "target": 96, "unit": "%"}
    calls = {"text": "Repeat calls", "owner": "Ben Ortiz", "baseline": 300, "target": 180}
    checkins = [
        {"date": "2026-02-06", "key_result": 0, "value": 84},
        {"date": "2026-02-06", "key_result": 1, "value": 260, "blocker": "no export"},
    ]
    checkins[1]["blocker_owner"] = "IT"
    made = record(rate, calls, checkins=checkins)
    summary = summarise(made, as_of=date(2026, 2, 6), limits=LIMITS, language=Language.EN)
    assert faults(summary, "KR1.1 is behind, but it stands at 84%.") == []
    assert faults(summary, "KR1.1 waits for IT.") == [Fault.NAME]
    assert faults(summary, "KR1.2 waits for IT.", (0, 1)) == []


@pytest.mark.parametrize(
    "text",
    [
        "KR1.1 is a third lower than at the start.",
        "KR1.1 has doubled.",
        "KR1.1 is half done.",
        "KR1.1 完成了七成。",
        "KR1.1 比基线低三分之一。",
    ],
)
def test_a_part_in_words_is_a_number(week: Summary, text: str) -> None:
    assert Fault.NUMBER in faults(week, text)


@pytest.mark.parametrize(
    "text", ["KR1.1 is a third of the way done.", "KR1.1 完成了三分之一。", "KR1.1 进度约三成。"]
)
def test_a_part_that_is_about_that_of_a_fact_stands(week: Summary, text: str) -> None:
    assert faults(week, text) == []


@pytest.mark.parametrize("text", ["KR1.1 等财务部处理。", "KR1.1 waits on the finance team."])
def test_a_department_that_nobody_named_is_a_name(week: Summary, text: str) -> None:
    assert Fault.NAME in faults(week, text)


def test_a_name_may_have_an_adverb_behind_it(week: Summary) -> None:
    assert faults(week, "周敏仍负责 KR1.1。") == []
