"""Where nothing tells what a work is for, one asks; those whom it is for are named."""

import pytest

from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.rewriting.effects import effect_of
from assistant.models import KeyResult, Objective, OkrSet
from assistant.models.suggestion import Suggestion
from assistant.parsing import SetReading
from assistant.settings import Settings


def _suggested(objective: str, line: str, industry: str | None = None) -> Suggestion:
    held = Objective(objective=objective, key_results=[KeyResult(text=line)])
    reviewer = Reviewer(load_checker(Settings(), None, None))
    answer = reviewer.review(SetReading(OkrSet(objectives=[held], industry=industry)), Asked())
    return next(one for one in answer.suggestions if one.key_result == 0)


@pytest.mark.parametrize(
    ("objective", "line", "asked"),
    [
        (
            "Growers rely on the co-op",
            "Establish the quince circle",
            "growers who [change to name]",
        ),
        (
            "The mill thrives",
            "Establish the quince circle for millers' apprentices",
            "apprentices who",
        ),
        ("The mill thrives", "Establish the quince circle", "Effect of establishing the quince"),
        ("磨坊红火", "确立榫卯方向", "体现“确立榫卯方向”成效的[指标待定]"),
        ("磨坊紅火", "確立榫卯方向", "體現「確立榫卯方向」成效的[指標待定]"),
    ],
)
def test_where_nothing_speaks_for_a_metric_one_asks(objective: str, line: str, asked: str) -> None:
    made = _suggested(objective, line)
    assert asked in made.after
    assert made.remaining == []
    assert "Problems met" not in made.after


@pytest.mark.parametrize(
    ("objective", "line", "said"),
    [
        ("磨坊红火", "上线学徒和会员的榫卯小窗", "用上学徒和会员的榫卯小窗的会员占比"),
        ("农户省心", "搭建榫卯小窗", "用上榫卯小窗的农户占比"),
        ("農戶省心", "搭建榫卯小窗", "用上榫卯小窗的農戶佔比"),
        ("Growers rely on the co-op", "Set up the quince hoist", "growers who make use of"),
    ],
)
def test_those_whom_a_thing_is_for_are_named(objective: str, line: str, said: str) -> None:
    made = _suggested(objective, line)
    assert any(said in one.after for one in [made, *made.alternatives])


def test_of_ones_own_life_no_people_are_spoken() -> None:
    made = _suggested("Feel at home in my skin", "Mend the garden wall at last", "personal / home")
    texts = [one.after for one in [made, *made.alternatives]]
    assert not any("people who" in text for text in texts)


@pytest.mark.parametrize(
    ("objective", "line", "said"),
    [
        ("The club is full", "Get 5 quince curators", "Number of quince curators"),
        ("The club is full", "There are at least 40 quince circles", "Number of quince circles"),
    ],
)
def test_a_line_that_counts_something_keeps_its_count(objective: str, line: str, said: str) -> None:
    made = _suggested(objective, line).after
    assert made.startswith(f"{said} from [baseline to confirm] to ")
    assert made.rpartition(" ")[2] in line


@pytest.mark.parametrize(
    ("objective", "line", "made"),
    [
        ("我的皮膚變好", "每週兩次面膜", "做到每週兩次面膜的週數佔比"),
        ("皮肤变好", "每周两次面膜", "做到每周两次面膜的周数占比"),
        (
            "Keep limber",
            "Build two days of cross training per week",
            "Share of weeks in which I build",
        ),
    ],
)
def test_whoever_writes_for_himself_keeps_habits(objective: str, line: str, made: str) -> None:
    assert _suggested(objective, line, "personal / sport").after.startswith(made)


@pytest.mark.parametrize(
    ("objective", "line", "said"),
    [
        ("The choir is lively", "We've written a handbook for new singers", "the handbook"),
        ("游客愿意再来", "建设湿地公园", "湿地公园"),
        ("遊客願意再來", "建設濕地公園", "濕地公園"),
        ("员工安全", "制定日常巡检清单", "按日常巡检清单办理"),
        ("员工有想法", "建立开放式想法平台", "开放式想法平台"),
    ],
)
def test_the_thing_is_cut_out_whole(objective: str, line: str, said: str) -> None:
    made = _suggested(objective, line).after
    assert said in made
    assert "“" not in made


def test_what_is_filed_of_all_is_counted_of_all() -> None:
    line = "100% of the budget requests of new members are filed by old hands"
    made = _suggested("The treasury is calm", line).after
    assert made.startswith("Share of budget requests of new members that are filed by")
    assert made.endswith("to 100%")


@pytest.mark.parametrize("objective", ["The admissions process can be led by anyone"])
def test_a_noun_that_could_be_a_verb_is_none_in_front_of_one(objective: str) -> None:
    assert effect_of(objective) is None


def test_a_count_of_people_who_are_active_is_a_result_and_keeps_its_words() -> None:
    made = _suggested("The club is full", "Get 5 active quince curators").after
    assert made == "Get 5 active quince curators (currently [baseline to confirm])"
