"""A set goes in, facts, findings and score come out: languages, notes, parents, pending values."""

import json

import pytest

from assistant.coaching.check import Checker, load_checker
from assistant.models import Answer, Language, OkrSet, Severity
from assistant.parsing.reading import Note, SetReading
from assistant.settings import Settings

CHECKER = load_checker(Settings(), None, None)
EN = {
    "objective": "Customers trust our delivery",
    "key_results": [
        "On-time rate 82% → 96%",
        "Damage rate 1.8% → 0.5%",
        "Launch the new warehouse",
    ],
}
HANS = {
    "objective": "客户信任我们的交付",
    "key_results": ["准时率由 82% 提升到 96%", "破损率由 1.8% 降到 0.5%", "上线新的仓库系统"],
}
HANT = {
    "objective": "客戶信任我們的交付",
    "key_results": ["準時率由 82% 提升到 96%", "破損率由 1.8% 降到 0.5%", "上線新的倉庫系統"],
}


def check(*objectives: object, checker: Checker = CHECKER, **more: object) -> Answer:
    options = {key: more.pop(key) for key in ("final", "language") if key in more}
    draft = OkrSet.model_validate({"objectives": list(objectives), **more})
    return checker.check(draft, **options)  # type: ignore[arg-type]


def rules(answer: Answer, key_result: int | None) -> list[str]:
    return [one.rule for one in answer.findings if one.key_result == key_result]


@pytest.mark.parametrize(
    ("objective", "language", "message"),
    [
        (EN, Language.EN, "This line has no target value"),
        (HANS, Language.ZH_HANS, "这一行没有目标值"),
        (HANT, Language.ZH_HANT, "這一行沒有目標值"),
    ],
)
def test_a_set_is_answered_in_its_own_language_and_script(
    objective: dict[str, object], language: Language, message: str
) -> None:
    answer = check(objective)
    assert (answer.language, answer.message_language) == (language, language)
    assert rules(answer, 2) == ["K01", "K03"]
    (first, _) = [one for one in answer.findings if one.key_result == 2]
    assert first.message.startswith(message)
    assert first.quote == objective["key_results"][2]  # type: ignore[index]


def test_the_three_languages_draw_the_same_findings_and_score() -> None:
    answers = [check(objective) for objective in (EN, HANS, HANT)]
    drawn = [
        [(one.rule, one.variant, one.objective, one.key_result) for one in answer.findings]
        for answer in answers
    ]
    assert drawn[0] == drawn[1] == drawn[2]
    assert len({answer.score for answer in answers}) == 1


def test_a_mixed_set_is_answered_in_chinese_when_most_lines_are_chinese() -> None:
    mixed = {
        "objective": HANT["objective"],
        "key_results": [*HANT["key_results"], EN["objective"], "NPS 31 to 45 by September"],
    }
    answer = check(mixed)
    assert (answer.language, answer.message_language) == (Language.MIXED, Language.ZH_HANT)


def test_the_language_of_messages_can_be_asked_for() -> None:
    answer = check(HANS, language=Language.EN)
    assert (answer.language, answer.message_language) == (Language.ZH_HANS, Language.EN)
    assert all(one.message.isprintable() for one in answer.findings)
    assert "has no target value" in answer.findings[0].message


def test_findings_stand_in_the_order_of_the_draft_worst_first() -> None:
    answer = check(HANS, {"objective": "打造世界一流平台", "key_results": ["显著提升系统稳定性"]})
    places = [
        (
            one.objective if one.objective is not None else -1,
            one.key_result if one.key_result is not None else -1,
        )
        for one in answer.findings
    ]
    assert places == sorted(places)
    ranks = [list(Severity).index(one.severity) for one in answer.findings if one.key_result == 0]
    assert ranks == sorted(ranks)


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = (
        load_checker(Settings(), None, None).check(
            OkrSet.model_validate({"objectives": [EN, HANT]})
        )
        for _ in range(2)
    )
    assert first.model_dump_json() == second.model_dump_json()


def test_a_field_that_the_draft_never_names_is_one_note_and_no_finding() -> None:
    answer = check(EN)
    assert answer.provenance.notes == [
        "The draft does not name data sources, due dates, a cycle, an owner, "
        "the kind (committed, aspirational), parent objectives, so these rules were left out: "
        "K07, K08, S03, S05, S07."
    ]
    assert {"K07", "K08", "S03", "S05", "S07"}.isdisjoint(one.rule for one in answer.findings)


def test_a_field_that_the_draft_names_somewhere_is_asked_for_everywhere() -> None:
    named = {
        "objective": HANS["objective"],
        "key_results": [
            {"text": "准时率由 82% 提升到 96%", "source": "TMS"},
            "破损率由 1.8% 降到 0.5%",
        ],
    }
    answer = check(named)
    assert [(one.rule, one.key_result) for one in answer.findings if one.rule == "K07"] == [
        ("K07", 1)
    ]


def test_a_pending_value_is_k17_alone_and_an_error_when_submitted() -> None:
    objective = {
        "objective": "资金周转更快",
        "key_results": ["CAC 回收期从 [基线待确认] 降到 9 个月", "首单毛利率≥X%"],
    }
    draft, final = check(objective), check(objective, final=True)
    assert rules(draft, 1) == ["K17"]
    assert {one.severity for one in draft.findings if one.rule == "K17"} == {Severity.WARNING}
    assert {one.severity for one in final.findings if one.rule == "K17"} == {Severity.ERROR}


def test_a_declared_value_may_be_pending_too() -> None:
    line = {"text": "Payback of a new customer", "baseline": 14, "target": "TBD", "unit": "months"}
    answer = check({"objective": EN["objective"], "key_results": [line]})
    assert rules(answer, 0) == ["K17"]


def test_a_declared_baseline_and_target_are_taken_for_said() -> None:
    line = {"text": "NPS", "baseline": 31, "target": 45}
    assert rules(check({"objective": EN["objective"], "key_results": [line]}), 0) == []


def test_a_target_that_the_present_value_has_passed_is_an_error() -> None:
    line = {"text": "NPS 从 31 提升到 45", "current": 47}
    answer = check({"objective": HANS["objective"], "key_results": [line]})
    assert [(one.rule, one.variant) for one in answer.findings if one.key_result == 0] == [
        ("K11", "already_met")
    ]


@pytest.mark.parametrize("parent", ["company-2026#1", "拿下中型客户"])
def test_a_copy_of_the_parent_is_found_among_the_sets_of_the_call(parent: str) -> None:
    company = SetReading(
        OkrSet.model_validate({"id": "company-2026", "objectives": [{"objective": "拿下中型客户"}]})
    )
    team = SetReading(
        OkrSet.model_validate({"objectives": [{"objective": "拿下中型客户。", "parent": parent}]})
    )
    _, answer = CHECKER.check_all([company, team], final=False, language=None)
    assert [(one.rule, one.objective) for one in answer.findings if one.rule == "S08"] == [
        ("S08", 0)
    ]


def test_a_key_result_of_the_parent_may_not_be_copied_either() -> None:
    company = SetReading(
        OkrSet.model_validate(
            {
                "id": "c",
                "objectives": [
                    {"objective": "Win the mid-market", "key_results": ["Reach ¥80m revenue"]}
                ],
            }
        )
    )
    team = SetReading(
        OkrSet.model_validate(
            {"objectives": [{"objective": "Reach ¥80m revenue", "parent": "c#1"}]}
        )
    )
    *_, answer = CHECKER.check_all([company, team], final=False, language=None)
    assert "S08" in rules(answer, None)


def test_what_the_reader_left_out_and_could_not_read_is_passed_on() -> None:
    (answer,) = CHECKER.check_all(
        [SetReading(OkrSet.model_validate({"objectives": [EN]}))], final=False, language=None
    )
    assert answer.unread == []
    assert isinstance(Note("x"), Note)


def test_a_set_without_objectives_gets_an_answer() -> None:
    answer = check()
    assert [(one.rule, one.variant, one.severity) for one in answer.findings] == [
        ("S01", "none", "error")
    ]
    assert (answer.score, answer.verdict, answer.facts) == (0, "rework", [])
    assert answer.arithmetic.verdict_reason == "there is nothing to check"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("NPS from 20 to 40 by 30 February 2026", "30 February 2026"),
        ("NPS 从 20 升到 40，2月30日前完成", "2月30日"),
        ("NPS 從 20 升到 40，2025年2月29日前完成", "2025年2月29日"),
    ],
)
def test_a_day_that_no_calendar_has_is_told(text: str, told: str) -> None:
    answer = check({"objective": "Customers stay", "key_results": [text]})
    assert answer.facts[1].model_dump()["due"] is None
    assert told in answer.provenance.notes[0]


def test_a_leap_day_is_a_day() -> None:
    text = "NPS from 20 to 40 by 29 February 2028"
    answer = check({"objective": "Customers stay", "key_results": [text]})
    assert "29 February" not in " ".join(answer.provenance.notes)


def test_an_objective_without_text_is_judged_by_its_key_results_alone() -> None:
    answer = check({"objective": "", "key_results": EN["key_results"]})
    assert [fact.key_result for fact in answer.facts] == [0, 1, 2]
    assert rules(answer, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "显著" * 2000,
        "并且提升" * 1000,
        "a" * 4000,
        "1%→2%" * 800,
        "“{quote}” {0} %s",
        "<script>alert(1)</script>",
    ],
)
def test_hostile_lines_get_an_answer(text: str) -> None:
    answer = check({"objective": text, "key_results": [text, text]})
    assert json.loads(answer.model_dump_json())["score"] <= 100
