"""What a line does not say beside its metric is asked for where a rule misses it."""

import json

import pytest

from assistant.coaching.check import load_checker
from assistant.coaching.finishing import finished
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.rewriting.gaps import declared, without_gaps
from assistant.models import Answer, Language, OkrSet
from assistant.models.decision import Decision
from assistant.models.suggestion import Suggestion
from assistant.parsing import SetReading, read_draft
from assistant.settings import Settings

REVIEWER = Reviewer(load_checker(Settings(), None, None))
DRAFTS = {
    "en": """O: Clinics book with us first
KR1: No-show rate from 12% to 7% (due: 2026-09-30, source: booking system, owner: Li Na)
KR2: Booked visits from 1,200 to 1,800 per week
KR3: Launch the new booking page
""",
    "zh-Hans": """O：诊所挂号首选我们
KR1：爽约率从12%降到7%（截止：2026-09-30，数据来源：挂号系统，负责人：李娜）
KR2：周挂号量从1200增加到1800
KR3：上线新版挂号页
""",
    "zh-Hant": """O：診所掛號首選我們
KR1：爽約率從12%降到7%（截止：2026-09-30，資料來源：掛號系統，負責人：李娜）
KR2：週掛號量從1200增加到1800
KR3：上線新版掛號頁
""",
}
TAIL = {
    "en": " (due: [date to set], source: [source to name])",
    "zh-Hans": "（截止：[日期待定]，数据来源：[来源待定]）",
    "zh-Hant": "（截止：[日期待定]，資料來源：[來源待定]）",
}
OWNER = {
    "en": " (owner: [owner to name])",
    "zh-Hans": "（负责人：[负责人待定]）",
    "zh-Hant": "（負責人：[負責人待定]）",
}


def reviewed(draft: str, answers: dict[str, str] | None = None) -> Answer:
    [reading] = read_draft(draft, limits=Settings()).sets
    return REVIEWER.review(reading, Asked(answers=answers))


def at(answer: Answer, key_result: int | None) -> Suggestion:
    return next(each for each in answer.suggestions if each.key_result == key_result)


@pytest.mark.parametrize("name", DRAFTS)
def test_a_sound_line_is_asked_for_its_day_and_source_and_nothing_else(name: str) -> None:
    made = at(reviewed(DRAFTS[name]), 1)
    assert made.after == made.before + TAIL[name]
    assert [each.asks for each in made.questions] == ["due", "source"]
    assert (made.fixes, made.remaining) == (["K07", "K08"], [])
    assert made.before in made.questions[0].text


@pytest.mark.parametrize("name", DRAFTS)
def test_a_new_line_has_all_its_gaps_at_once(name: str) -> None:
    made = at(reviewed(DRAFTS[name]), 2)
    assert made.after.endswith(TAIL[name])
    assert [each.asks for each in made.questions] == ["baseline", "target", "due", "source"]
    assert all(each.after.endswith(TAIL[name]) for each in made.alternatives)
    assert made.remaining == []


@pytest.mark.parametrize("name", DRAFTS)
def test_an_objective_without_owner_is_asked_for_one(name: str) -> None:
    made = at(reviewed(DRAFTS[name]), None)
    assert made.after == made.before + OWNER[name]
    assert ([each.asks for each in made.questions], made.fixes) == (["owner"], ["S03"])


@pytest.mark.parametrize("name", DRAFTS)
def test_what_is_answered_is_put_in_and_the_finished_set_declares_it(name: str) -> None:
    first = reviewed(DRAFTS[name])
    asked = {each.asks: each.id for each in at(first, 1).questions}
    owner = at(first, None).questions[0].id
    answers = {asked["due"]: "2026/9/30", asked["source"]: "CRM, weekly", owner: "Wu Min"}
    made = reviewed(DRAFTS[name], answers)
    line, head = at(made, 1), at(made, None)
    assert "2026-09-30" in line.after
    assert (line.questions, head.questions, line.remaining, head.remaining) == ([], [], [], [])
    decisions = [
        Decision(
            set=0,
            action=each.action,
            objective=0,
            key_result=each.key_result,
            lines=[each.after, *each.more],
        )
        for each in (line, head)
    ]
    [whole] = finished([made.set], decisions, Language.EN)
    result = whole.objectives[0].key_results[1]
    assert (result.text, str(result.due), result.source) == (
        line.before,
        "2026-09-30",
        "CRM weekly",
    )
    assert (whole.objectives[0].objective, whole.objectives[0].owner) == (head.before, "Wu Min")


@pytest.mark.parametrize("said", ["soon", "9/30", "next Friday", "2026-02-31", "7"])
def test_an_answer_that_is_no_day_is_asked_for_again(said: str) -> None:
    [due, _] = at(reviewed(DRAFTS["en"]), 1).questions
    made = reviewed(DRAFTS["en"], {due.id: said})
    assert at(made, 1).questions[0].asks == "due"
    assert any(f"“{said}” is no day" in note for note in made.provenance.notes)


@pytest.mark.parametrize("said", ["a) (b", "x, owner: Sam", "[target to set]", "a；b：c"])
def test_an_answer_stays_in_its_brackets(said: str) -> None:
    due, source = at(reviewed(DRAFTS["en"]), 1).questions
    made = at(reviewed(DRAFTS["en"], {due.id: "2026-09-30", source.id: said}), 1)
    text, fields = declared(made.after, "key_result")
    assert text == made.before
    assert fields.keys() == {"due", "source"}


def test_nobody_is_asked_where_no_line_of_the_draft_says_it() -> None:
    made = reviewed("O: Clinics book with us first\nKR1: No-show rate from 12% to 7%\n")
    assert made.suggestions == []


def test_no_more_than_a_few_sound_lines_are_asked_about_in_one_turn() -> None:
    names = ("No-show rate", "Complaint rate", "Churn", "Late visits", "Refund rate")
    lines = [f"KR{n}: {name} from 22% to 7%" for n, name in enumerate(names, 2)]
    head, declaring = DRAFTS["en"].splitlines()[:2]
    made = reviewed("\n".join([f"{head} (owner: Li Na)", declaring, *lines]))
    assert [each.fixes for each in made.suggestions].count(["K07", "K08"]) == 3
    assert sum(each.rule == "K08" for each in made.findings) == len(lines)


def test_a_line_is_judged_without_its_gaps() -> None:
    assert without_gaps("NPS 31 to 45 (due: [date to set])") == "NPS 31 to 45"
    assert without_gaps("NPS 31 to 45 (due: 2026-09-30, source: [source to name])") == (
        "NPS 31 to 45 (due: 2026-09-30)"
    )
    kept = "Raise NPS to 45 (currently [baseline to confirm])"
    assert without_gaps(kept) == kept


def test_a_set_as_json_is_asked_too() -> None:
    lines = [{"text": "No-show rate from 12% to 7%", "source": "CRM"}, "Churn from 9% to 6%"]
    objective = {"objective": "Clinics stay", "key_results": lines}
    okr_set = OkrSet.model_validate({"owner": "Wu Min", "objectives": [objective]})
    made = REVIEWER.review(SetReading(okr_set), Asked())
    assert [each.asks for each in at(made, 1).questions] == ["source"]


def test_two_owners_are_no_reason_to_write_the_line_anew() -> None:
    source = {"text": "Voluntary turnover falls from 38% to 25%", "owner": "HR / Sam"}
    twin = {"text": "自愿离职率从 38% 降到 25%", "owner": "人事部、小王"}
    aim = "People we want to keep choose to stay"
    draft = {"objectives": [{"objective": aim, "key_results": [source, twin]}]}
    answer = reviewed(json.dumps(draft, ensure_ascii=False))
    assert [each.rule for each in answer.findings if each.key_result is not None] == ["S03", "S03"]
    assert not [each for each in answer.suggestions if "S03" in each.fixes]
    assert all(each.before in each.after for each in answer.suggestions)
