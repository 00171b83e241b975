"""Every proposal has a form that anybody would write; a bound that the line sets is kept."""

import pytest

from assistant.coaching.rewriting.compose import Measure, Tongue
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.forms import is_name, is_whole
from assistant.models import Direction, Language
from tests.coaching.rewriting.proposals import B_HANT, B_ZH, T_ZH, B, T, made_of, suggestions

EN, ZH = Tongue(Language.EN), Tongue(Language.ZH_HANS)


def stated_of(objective: str) -> str:
    made = suggestions(objective, "NPS from 20 to 30")
    return next(each for each in made if each.key_result is None).after


@pytest.mark.parametrize(
    ("name", "tongue"),
    [
        ("Share of kilns that are checked", EN),
        ("Share of people who [change to name] after the choir tour", EN),
        ("Share of checks in which the ferry runs on time", EN),
        ("Rating of how easy the on-site booking is", EN),
        ("用上陶窑系统的学徒占比", ZH),
        ("使用者对陶窑的满意度", ZH),
        ("把课上所学用起来的学徒占比", ZH),
        ("抽查中做到“把工具归位”的占比", ZH),
        ("至少3名讲解员的场馆占比", ZH),
    ],
)
def test_a_name_of_a_measure_is_one(name: str, tongue: Tongue) -> None:
    assert is_name(name, tongue)


@pytest.mark.parametrize(
    ("name", "tongue"),
    [
        ("At least 4 kilns", EN),
        ("Share of checks in which create a rota for the ferry", EN),
        ("Number of baker joins with a friend", EN),
        ("Share of the kilns that are lit and the doors are shut", EN),
        ("Response rate of the", EN),
        ("Walkers fill", EN),
        ("至少学徒", ZH),
        ("让学徒安心", ZH),
        ("陶窑产量的", ZH),
    ],
)
def test_half_a_sentence_is_no_name(name: str, tongue: Tongue) -> None:
    assert not is_name(name, tongue)


@pytest.mark.parametrize(
    "text",
    [
        f"Effectiveness of **the kiln from {B} to {T}",
        f"Effectiveness of the kiln (new from {B} to {T}",
        f"Effectiveness of this work from {B} to {T}",
    ],
)
def test_open_marks_and_empty_words_are_not_offered(text: str) -> None:
    line = Line(text, Measure("Effectiveness", Direction.INCREASE, None))
    assert not is_whole(line, "Light the kiln", EN)


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "The stall is up in no time",
            "Put up the stall in less than 12 minutes",
            f"Time it takes to put up the stall from {B} to less than 12 minutes",
        ),
        (
            "The archive is easy to use",
            "Be able to find any old map with one click",
            f"Clicks it takes to find any old map from {B} to a single one",
        ),
        (
            "The archive is easy to use",
            "The guide can be printed and used at any desk with a single command.",
            f"Commands it takes for the guide to be printed and used at any desk from {B} "
            "to a single one",
        ),
        (
            "Our recipes are our own",
            "Write every new recipe using less than 8% bought sauces",
            f"Share of bought sauces when we write every new recipe from {B} to less than 8%",
        ),
        ("手艺有人接", "培养3名陶艺讲师", f"能独立胜任的陶艺讲师人数从{B_ZH}增加到3名"),
        ("手藝有人接", "培養3名陶藝講師", f"能獨立勝任的陶藝講師人數從{B_HANT}增加到3名"),
        (
            "办事更方便",
            "上线自助窗口，覆盖60%日常业务",
            f"自助窗口覆盖的日常业务占比从{B_ZH}提升到60%",
        ),
        ("经验有人用", "沉淀5个模板，被引用≥9次", f"模板被引用次数从{B_ZH}增加到9次"),
        ("劇場熱鬧", "坐滿85%包廂", f"坐滿的包廂佔比從{B_HANT}提升到85%"),
        ("寺庙修缮有着落", "完成募款目标的 40%", f"募款目标完成率从{B_ZH}提升到40%"),
    ],
)
def test_a_bound_that_the_line_sets_is_the_target(objective: str, line: str, after: str) -> None:
    made = made_of(objective, line)
    assert (made.after, made.remaining) == (after, [])


@pytest.mark.parametrize("line", ["Plan the parade in 3 weeks", "Bake 40 loaves in the old oven"])
def test_a_schedule_or_an_amount_of_work_is_no_bound(line: str) -> None:
    assert "it takes" not in made_of("The village is proud", line).after


def test_two_sentences_in_one_line_are_two_lines() -> None:
    made = made_of("The mill is safe", "The hatches are locked and the ropes are tested.")
    assert [made.after, *made.more] == [
        f"Share of the hatches that are locked from {B} to {T}",
        f"Share of the ropes that are tested from {B} to {T}",
    ]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (
            "70% or higher return rate from past singers",
            f"Return rate from past singers from {B} to 70% or higher",
        ),
        ("a 4 Kg. flour saving", f"Flour saving from {B} to 4 Kg"),
    ],
)
def test_a_value_in_front_of_its_metric_becomes_the_target(line: str, after: str) -> None:
    made = made_of("The bakery thrives", line)
    assert (made.after, made.remaining) == (after, [])


def test_how_long_a_course_lasts_is_no_value_of_it() -> None:
    made = made_of("The bakery thrives", "2 month boot-camp for young bakers").after
    assert made.startswith("Share of participants who put to use what they learnt in the boot-camp")


def test_what_joins_two_halves_is_left_out_of_both() -> None:
    made = made_of("窑火旺", "KR2：废品率从 9% 降到 4%，同时出窑量从 30 件提升到 50 件")
    assert [made.after, *made.more] == ["废品率从 9% 降到 4%", "出窑量从 30 件提升到 50 件"]


@pytest.mark.parametrize(
    ("objective", "line", "missing"),
    [
        ("Models help the forester", "Train 4 different tree classifiers", "who pass"),
        ("The fair lives on", "Recruit one new co-host, greeter for the fair", "probation"),
        ("馆藏能被看懂", "申报至少2个展陈课题", "至少"),
        ("馆藏能被看懂", "完成讲解对话模型微调", "体现话模型"),
        ("配置中心好用", "完成配置中心功能接口开发", "上中心"),
    ],
)
def test_neither_strangers_nor_scraps_come_in(objective: str, line: str, missing: str) -> None:
    assert missing not in made_of(objective, line).after


@pytest.mark.parametrize(
    ("objective", "state"),
    [
        ("坐滿85%包廂", "坐滿包廂"),
        ("让新学徒在 5 天内愿意留下来学艺", "让新学徒愿意留下来学艺"),
        (
            "Promote the harvest fair",
            "Those who should hear of the harvest fair hear of it and respond",
        ),
    ],
)
def test_an_objective_without_its_number_or_work_is_a_sentence(objective: str, state: str) -> None:
    assert stated_of(objective) == state


def test_what_is_to_be_won_is_asked_for_by_how_near_it_is() -> None:
    made = made_of("合唱团扬名", "赢得城市合唱杯").after
    assert made == f"衡量“赢得城市合唱杯”进展的[指标待定]从{B_ZH}到{T_ZH}"


def test_a_start_that_the_line_states_is_not_asked_for() -> None:
    made = made_of("客人满意", "住客 CSAT ≥ 4.5 / 5（现状 4.0）")
    assert (made.after, made.remaining) == ("住客 CSAT ≥ 4.5 / 5（现状：4.0）", [])


def test_a_baseline_to_be_measured_is_a_metric() -> None:
    assert made_of("窑火旺", "建立出窑合格率基线").after == f"出窑合格率从{B_ZH}提升到{T_ZH}"


@pytest.mark.parametrize(
    "objective", ["Reach 30%", "Increase 30%", "Achieve 50", "达到30%", "達到30%"]
)
def test_an_objective_that_is_only_a_number_gets_no_empty_sentence(objective: str) -> None:
    moved = [each.after for each in suggestions(objective, "NPS 45") if each.key_result is None]
    assert not any(len(after.split()) == 1 and after.isascii() for after in moved), moved
    assert not any("因为而" in after or "因為而" in after for after in moved), moved


@pytest.mark.parametrize("line", ["、、、", "…", "KR1：", "-- 30%"])
def test_a_line_of_marks_alone_is_reviewed(line: str) -> None:
    assert isinstance(suggestions("Guests come back", line), list)
