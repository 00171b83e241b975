"""A figure without its unit, a line without words, and results that are no work."""

import pytest

from assistant.coaching.review import Asked
from assistant.models import OkrSet
from assistant.models.suggestion import Asks, Suggestion
from assistant.parsing import SetReading
from tests.coaching.rewriting.proposals import (
    B_HANT,
    B_ZH,
    REVIEWER,
    T_HANT,
    T_ZH,
    B,
    T,
    made_of,
)

EN, ZH, HANT = "Customers stay with us", "客户愿意一直用下去", "客戶願意一直用下去"


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (EN, "Revenue 5M", f"Revenue from {B} to 5M [unit to set]"),
        (
            EN,
            "Raise monthly sales from 10 to 30",
            "Raise monthly sales from 10 to 30 [unit to set]",
        ),
        (ZH, "营收 500万", f"营收从{B_ZH}提升到500万[单位待定]"),
        (ZH, "成本 500万", f"成本从{B_ZH}降到500万[单位待定]"),
        (HANT, "營收 500萬", f"營收從{B_HANT}提升到500萬[單位待定]"),
    ],
)
def test_the_unit_is_asked_for_behind_the_figure_with_what_else_is_missing(
    objective: str, line: str, after: str
) -> None:
    made = made_of(objective, line)
    assert (made.after, made.initiative, made.remaining) == (after, None, [])
    assert made.alternatives == []


@pytest.mark.parametrize(
    ("objective", "line", "base", "unit", "after"),
    [
        (EN, "Revenue 5M", "3M", "EUR", "Revenue from 3M to 5M EUR"),
        (EN, "Revenue 5M", "3M", "$", "Revenue from 3M to $5M"),
        (ZH, "营收 500万", "300万", "元", "营收从300万提升到500万元"),
    ],
)
def test_the_answers_stand_where_a_reader_looks_for_them_and_mend_what_was_said(
    objective: str, line: str, base: str, unit: str, after: str
) -> None:
    first = made_of(objective, line)
    told = {Asks.BASELINE: base, Asks.UNIT: unit}
    made = answered(objective, line, {each.id: told[each.asks] for each in first.questions})
    assert (made.after, made.fixes, made.remaining) == (after, first.fixes, [])


def answered(objective: str, line: str, answers: dict[str, str]) -> Suggestion:
    held = {"objective": objective, "key_results": [line]}
    okr_set = OkrSet.model_validate({"objectives": [held]})
    made = REVIEWER.review(SetReading(okr_set), Asked(answers=answers)).suggestions
    return next(each for each in made if each.key_result == 0)


SOURCED = {
    "en": [f"{name} from 12% to 7% (source: desk log)" for name in ("No-show rate", "Churn rate")],
    "zh": [f"{name}从12%降到7%（数据来源：前台记录）" for name in ("爽约率", "流失率")],
    "hant": [f"{name}從12%降到7%（資料來源：前台記錄）" for name in ("爽約率", "流失率")],
}


@pytest.mark.parametrize(
    ("objective", "line", "language", "after"),
    [
        (EN, "TBD", "en", f"[metric to choose] from {B} to {T}"),
        (ZH, "待定", "zh", f"[指标待定]从{B_ZH}到{T_ZH}"),
        (HANT, "待定", "hant", f"[指標待定]從{B_HANT}到{T_HANT}"),
    ],
)
def test_a_line_without_words_is_asked_what_changes_and_by_how_much(
    objective: str, line: str, language: str, after: str
) -> None:
    held = {"objective": objective, "key_results": [line, *SOURCED[language]]}
    okr_set = OkrSet.model_validate({"objectives": [held]})
    made = REVIEWER.review(SetReading(okr_set), Asked()).suggestions
    found = next(each for each in made if each.key_result == 0)
    assert (found.after, found.initiative) == (after, None)
    assert [each.asks for each in found.questions] == [Asks.METRIC, Asks.BASELINE, Asks.TARGET]
    assert not any(line in each.text for each in found.questions)


@pytest.mark.parametrize(
    ("objective", "line"),
    [
        (EN, "Customers love us"),
        (ZH, "客户喜欢我们"),
        (HANT, "客戶喜歡我們"),
    ],
)
def test_a_wish_is_no_work_and_kept_as_none(objective: str, line: str) -> None:
    made = made_of(objective, line)
    assert made.after != line
    assert made.initiative is None


@pytest.mark.parametrize(
    ("objective", "line"), [(EN, "Launch the new help page"), (ZH, "上线新版帮助页")]
)
def test_work_is_kept_as_an_initiative(objective: str, line: str) -> None:
    assert made_of(objective, line).initiative == line


@pytest.mark.parametrize(
    "line",
    [
        "invoices paid faster",
        "onboarding done faster, and fewer escalations, and documentation is updated",
        "Faster replies and fewer complaints",
    ],
)
def test_what_is_no_deed_is_not_put_behind_to(line: str) -> None:
    made = made_of(EN, line)
    told = " ".join([made.after, *made.more])
    assert not any(scrap in told for scrap in ("it takes to", "replies takes"))


@pytest.mark.parametrize(
    ("objective", "line", "says"),
    [
        (HANT, "上市公告", B_HANT),  # of either script: that of its set
        (ZH, "上市公告", B_ZH),
        (HANT, "分店消防安全手册", B_ZH),  # it shows its own
        (HANT, "NPS > 60", B_HANT),
    ],
)
def test_a_line_is_answered_in_its_script_or_in_that_of_its_set(
    objective: str, line: str, says: str
) -> None:
    assert says in made_of(objective, line).after
