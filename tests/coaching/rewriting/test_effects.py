"""The change that an objective itself tells, as a measure of its key results."""

import pytest

from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.effects import Effect, effect_of
from assistant.coaching.rewriting.outcomes import outcomes_of
from assistant.coaching.rewriting.surroundings import Surroundings
from assistant.models import Language, OkrSet
from assistant.models.suggestion import Suggestion
from assistant.parsing import SetReading
from assistant.settings import Settings

REVIEWER = Reviewer(load_checker(Settings(), None, None))
B, T = "[baseline to confirm]", "[target to set]"
B_ZH, T_ZH, B_HANT, T_HANT = "[基线待确认]", "[目标待定]", "[基線待確認]", "[目標待定]"


def made_of(objective: str, line: str) -> Suggestion:
    held = {"objective": objective, "key_results": [line]}
    okr_set = OkrSet.model_validate({"objectives": [held]})
    suggestions = REVIEWER.review(SetReading(okr_set), Asked()).suggestions
    return next(one for one in suggestions if one.key_result == 0)


@pytest.mark.parametrize(
    ("objective", "who", "state"),
    [
        ("Tenants get repairs in one visit", "tenants", "who get repairs in one visit"),
        ("Every apprentice leaves with a trade", "apprentices", "who leave with a trade"),
        ("Our kilns run without cracks", "our kilns", "that run without cracks"),
        ("Help families cook at home", "families", "who cook at home"),
        ("Drivers of our vans get home on time", "drivers of our vans", "who get home on time"),
        ("车队随时能出发", "车队", "随时能出发"),
        ("讓隊員隨時能出發", "隊員", "隨時能出發"),
        ("让租户一次报修就能修好", "租户", "一次报修就能修好"),
        ("让新来的学徒敢独立操作", "新来的学徒", "敢独立操作"),
        ("把错件拦在发车之前", "错件", "拦在发车之前"),
        ("讓館員成為樂於解說的館員", "館員", "樂於解說"),
        ("讓鮮乳全程不斷鏈", "鮮乳", "全程不斷鏈"),
    ],
)  # fmt: skip
def test_a_sentence_about_many_says_of_whom_something_is_true(
    objective: str, who: str, state: str
) -> None:
    assert effect_of(objective) == Effect(who, state)


@pytest.mark.parametrize(
    "objective",
    [
        "Patients wait less",  # how much less is no state of one patient
        "Our warehouse ships on time",  # one thing, of which there is no share
        "Sales grow in the north",
        "Cut the time customers wait for a quote",
        "A newsroom readers trust",
        "Improve patient care",
        "",
        "让患者少排队",
        "让公司会赚钱",
        "提升客户满意度",
        "客户满意度大幅提升",
        "夯实安全生产底线",
        "成為客戶最信賴的夥伴",
    ],
)
def test_what_is_no_such_sentence_is_left_alone(objective: str) -> None:
    assert effect_of(objective) is None


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "Patients leave knowing what comes next",
            "Launch the online booking app",
            f"Share of patients who leave knowing what comes next after launching the online"
            f" booking app from {B} to {T}",
        ),
        (
            "Letters reach the door on the first round",
            "Negotiate new evening contracts with two couriers",
            f"Share of letters that reach the door on the first round after negotiating the new"
            f" evening contracts from {B} to {T}",
        ),
        (
            "让老读者持续给我们写信",
            "制作短视频120条",
            f"短视频推出后持续给我们写信的老读者占比从{B_ZH}提升到{T_ZH}",
        ),
        (
            "讓店長成為樂於帶新人的店長",
            "全體店長100%上完8小時教練課程",
            f"教練課程後樂於帶新人的店長佔比從{B_HANT}提升到{T_HANT}",
        ),
    ],
)
def test_where_only_the_line_itself_hints_at_a_metric_the_objective_gives_it(
    objective: str, line: str, after: str
) -> None:
    made = made_of(objective, line)
    assert (made.after, made.initiative, made.remaining) == (after, line, [])


def test_a_metric_of_another_trade_is_not_even_an_alternative() -> None:
    made = made_of("Patients leave knowing what comes next", "Launch the online booking app")
    assert "guest-review-score" not in {one.metric for one in made.alternatives}


def test_a_metric_that_the_search_finds_for_the_objective_goes_before_its_sentence() -> None:
    around = Surroundings("讓門診病人不再久候", found={"outpatient-waiting-time": 1.0})
    first, *_, last = list(outcomes_of("導入叫號系統", around, Tongue(Language.ZH_HANT)))[:3]
    assert first.measured == "outpatient-waiting-time"
    assert last.text == f"叫號系統導入後不再久候的門診病人佔比從{B_HANT}提升到{T_HANT}"


def test_what_is_reached_is_not_what_comes_before_the_change() -> None:
    made = made_of("People like the app", "Get good app store reviews")
    assert made.after == f"Average rating in the app store reviews from {B} to {T}"


def test_two_works_under_one_sentence_share_a_line() -> None:
    made = made_of("让租户一次报修就能修好", "采购工具车，并培训维修师傅")
    assert (made.after.count("占比"), made.more) == (1, [])


def test_where_the_sentence_makes_no_good_line_one_may_ask() -> None:
    made = made_of("Our meadows feed bees as well as us", "Plant hedges on all 40 hectares")
    assert made.after.startswith("Effect of planting hedges on all 40 hectares")


def test_a_mere_name_is_said_beside_what_the_objective_tells() -> None:
    around = Surroundings("Guests feel looked after from the first minute")
    lines = [one.text for one in outcomes_of("Front desk", around, Tongue(Language.EN))]
    told = "hare of guests who feel looked after from the first minute"
    assert f"S{told} from {B} to {T}" in lines
    assert f"The front desk: s{told} from {B} to {T}".casefold() in map(str.casefold, lines)


def test_what_is_left_out_of_a_split_is_kept_as_an_initiative() -> None:
    line = "Cut the number of revision loops and get clearer briefs from clients"
    made = made_of("Our translators can work without interruptions", line)
    assert (made.after, made.initiative) == (f"Number of revision loops from {B} to {T}", line)


def test_how_much_was_inspected_is_not_what_it_is_about() -> None:
    made = made_of("让施工现场不再出伤人事故", "安全检查覆盖率达到100%")
    assert made.after == f"安全检查发现的隐患按期整改率从{B_ZH}提升到{T_ZH}"


@pytest.mark.parametrize(
    ("objective", "who", "state"),
    [
        ("希望主管都能带好团队", "主管", "能带好团队"),
        ("希望主管都能帶好團隊", "主管", "能帶好團隊"),
        ("我们希望客户愿意推荐我们", "客户", "愿意推荐我们"),
        ("I hope that patients are seen on the day they fall ill", "patients",
         "who are seen on the day they fall ill"),
    ],
)  # fmt: skip
def test_a_wish_is_no_part_of_whom_it_is_about(objective: str, who: str, state: str) -> None:
    assert effect_of(objective) == Effect(who, state)


@pytest.mark.parametrize("objective", ["员工更能干", "讓員工更能幹", "门店越来越愿意配合"])
def test_a_comparison_belongs_to_no_name(objective: str) -> None:
    """No 能干的员工更占比: how much more is no state that is true of one and not of another."""
    assert effect_of(objective) is None
