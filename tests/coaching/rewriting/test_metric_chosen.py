"""Which metric a piece of work is measured by, and what is asked where nothing tells it."""

from collections.abc import Sequence

import pytest

from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.rewriting.anatomy import take_apart
from assistant.coaching.rewriting.asking import asking
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.outcomes import outcomes_of
from assistant.coaching.rewriting.surroundings import Surroundings
from assistant.messages import say
from assistant.models import Language, OkrSet
from assistant.models.suggestion import Action, Suggestion
from assistant.parsing import SetReading
from assistant.settings import Settings

REVIEWER = Reviewer(load_checker(Settings(), None, None))
B, T = "[baseline to confirm]", "[target to set]"
B_ZH, T_ZH, B_HANT, T_HANT = "[基线待确认]", "[目标待定]", "[基線待確認]", "[目標待定]"


def review(
    objective: str, line: str, answers: dict[str, str] | None = None
) -> Sequence[Suggestion]:
    held = {"objective": objective, "key_results": [line]}
    okr_set = OkrSet.model_validate({"objectives": [held]})
    return REVIEWER.review(SetReading(okr_set), Asked(answers=answers)).suggestions


def made_of(objective: str, line: str) -> Suggestion:
    return next(one for one in review(objective, line) if one.key_result == 0)


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "Legal is quick to help sales",
            "Publish a clause library for NDAs",
            f"Review time of contracts with the clause library for NDAs from {B} to {T}",
        ),
        (
            "Month-end no longer eats our evenings",
            "Migrate the fixed-asset register to the new ledger",
            f"Days to close the month after migrating the fixed-asset register from {B} to {T}",
        ),
        (
            "Our trucks run full",
            "Meet with the top 20 shippers every month",
            f"Share of our trucks that run full after meeting with shippers from {B} to {T}",
        ),
        (
            "让经销商愿意多进我们的货",
            "每月拜访 20 家客户",
            f"拜访客户后愿意多进我们的货的经销商占比从{B_ZH}提升到{T_ZH}",
        ),
        ("门店不再断货", "补货系统上线", f"补货系统上线后的缺货率从{B_ZH}降到{T_ZH}"),
        (
            "让回款更快",
            "建立客户信用评级制度",
            f"客户信用评级制度建立后的应收账款周转天数从{B_ZH}缩短到{T_ZH}",
        ),
        (
            "降低離職率",
            "每季進行員工一對一訪談",
            f"員工一對一訪談後的員工主動離職率從{B_HANT}降到{T_HANT}",
        ),
        (
            "財報結帳更快更準",
            "完成 ERP 財務模組上線",
            f"ERP 財務模組上線後的月結天數從{B_HANT}縮短到{T_HANT}",
        ),
        (
            "讓病人少等",
            "重新規劃門診動線",
            f"規劃門診動線後的患者等候時長從{B_HANT}縮短到{T_HANT}",
        ),
        (
            "降低仓库差错",
            "对仓管员开展两次盘点培训",
            f"盘点培训后的拣货准确率从{B_ZH}提升到{T_ZH}",
        ),
    ],
)
def test_the_objective_tells_what_the_work_is_measured_by(
    objective: str, line: str, after: str
) -> None:
    made = made_of(objective, line)
    assert (made.after, made.initiative, made.remaining) == (after, line, [])


@pytest.mark.parametrize(
    ("line", "done"),
    [
        ("补货系统上线", "补货系统上线"),
        ("招聘流程优化", "招聘流程优化"),
        ("采购流程梳理", "采购流程梳理"),
        ("优化采购流程", "采购流程优化"),
        ("每月拜访 20 家客户", "拜访客户"),
        ("完成 MES 与 ERP 系统对接", "MES 与 ERP 系统对接"),
        ("组织员工培训4场", "员工培训"),
        ("推动费用报销流程线上化", "费用报销流程线上化"),
        ("上线商家成长体系", "商家成长体系上线"),
        ("布放 10 台智能柜台", "布放智能柜台"),
        ("成立回款专班，每周召开催收会议", "成立回款专班"),
        ("Equip all lone workers with alarm buttons", "equipping"),
        ("Run a mentoring programme for 25 high potentials", ""),
        ("Migrate the fixed-asset register to the new ledger", "migrating"),
        ("Meet with the top 20 shippers", "meeting with"),
        ("Roll out route planning software", ""),
    ],
)
def test_what_is_over_once_the_work_is_is_said_whole(line: str, done: str) -> None:
    assert take_apart(line).done == done


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("Roll out X-ray safety briefing to all dental branches", "X-ray safety briefing"),
        ("Train all AMs on the new playbook", "AMs"),
        ("Improve access to the library", "access to the library"),
        ("Roll out route planning software", "route planning software"),
    ],
)
def test_whom_it_goes_to_and_what_is_taught_is_not_the_thing(line: str, topic: str) -> None:
    assert take_apart(line).topic == topic


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.EN, "Buy 30 wooden benches"),
        (Language.ZH_HANS, "购置 30 张木质长椅"),
        (Language.ZH_HANT, "購置 30 張木質長椅"),
    ],
)
def test_where_nothing_tells_the_metric_the_line_stays_plain_and_may_ask_what_will_be_different(
    language: Language, line: str
) -> None:
    objective = {Language.EN: "Our museum is a quiet place"}.get(language, "打造安静的博物馆")
    made = made_of(objective, line)
    change = say("review", "placeholder.change", language)
    asked = (change, say("review", "placeholder.metric", language))
    assert change not in made.after
    assert any(sign in other.after for other in made.alternatives for sign in asked)
    assert (made.initiative, made.remaining) == (line, [])


def test_the_library_asks_in_the_words_of_the_catalogue() -> None:
    _, outcome = asking()
    assert say("review", "placeholder.change", Language.EN) in outcome.en
    assert say("review", "placeholder.change", Language.ZH_HANS) in outcome.zh


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("Meet with mentors", "Share of mentors who [change to name] after meeting with mentors"),
        ("Meet with sales mentors", "Sales ramp time after meeting with the sales mentors"),
    ],
)
def test_what_the_search_finds_speaks_where_a_word_agrees(line: str, first: str) -> None:
    around = Surroundings("Our people shine", found={"sales-ramp-time": 0.95})
    assert next(outcomes_of(line, around, Tongue(Language.EN))).text.startswith(first)


def test_what_the_search_finds_does_not_overrule_a_work_that_is_known() -> None:
    around = Surroundings("让员工平安回家", found={"phishing-click-rate": 1.0})
    line = next(outcomes_of("组织6场消防演练", around, Tongue(Language.ZH_HANS)))
    assert line.measured != "phishing-click-rate"


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "Tenants feel heard",
            "Install suggestion boxes in all 14 buildings and reply to residents",
            "Share of tenants who feel heard after installing the suggestion boxes"
            f" from {B} to {T}",
        ),
        (
            "打造有竞争力的雇主品牌",
            "参加 6 场校招宣讲会，招聘 30 名应届生",
            f"校招宣讲会后的录用接受率从{B_ZH}提升到{T_ZH}",
        ),
    ],
)
def test_works_that_serve_the_same_share_one_line(objective: str, line: str, after: str) -> None:
    made = made_of(objective, line)
    assert (made.action, made.after, made.more) == (Action.REPLACE, after, [])
    assert (made.initiative, made.remaining) == (line, [])


@pytest.mark.parametrize(
    ("objective", "after"),
    [
        ("Q3 把 NPS 做到 50", "提升 NPS"),
        ("帳務零差錯", None),
    ],
)
def test_an_objective_loses_its_number_whole(objective: str, after: str | None) -> None:
    moved = [one for one in review(objective, "客服质检每周两次") if one.action is Action.MOVE]
    assert [one.after for one in moved] == ([after] if after else [])


def test_a_card_is_told_in_the_readers_language_and_the_line_in_its_own() -> None:
    lines = ["补货系统上线", "Train all store managers on the new playbook"]
    okr_set = OkrSet.model_validate(
        {"objectives": [{"objective": "让门店不再断货", "key_results": lines}]}
    )
    for reader, begins in ((Language.EN, "What should "), (Language.ZH_HANS, "周期结束时")):
        made = REVIEWER.review(SetReading(okr_set), Asked(language=reader)).suggestions
        assert [one.questions[1].text.startswith(begins) for one in made] == [True, True]
        chinese = [any("㐀" <= sign <= "鿿" for sign in one.why) for one in made]
        assert chinese == [reader is Language.ZH_HANS] * 2
        assert B_ZH in made[0].after
        assert B in made[1].after


def test_a_metric_that_counts_what_was_done_is_no_outcome() -> None:
    around = Surroundings("Our people shine", found={"customer-interviews-held": 1.0})
    line = next(outcomes_of("Meet with mentors", around, Tongue(Language.EN)))
    assert line.measured != "customer-interviews-held"


def test_a_verb_stands_only_where_the_name_of_the_outcome_ends() -> None:
    made = made_of("Claims are settled without a fight", "Update the claims handling manual")
    assert "who manage with the claims handling manual alone" in made.after


def test_a_set_whose_lines_open_in_chinese_is_told_in_chinese() -> None:
    held = {"objective": "提高 team 的效率", "key_results": ["引入 AI coding assistant"]}
    okr_set = OkrSet.model_validate({"objectives": [held]})
    assert REVIEWER.review(SetReading(okr_set), Asked()).message_language is Language.ZH_HANS


def test_a_metric_of_another_industry_is_not_found() -> None:
    around = Surroundings("Our people shine", found={"guest-review-score": 1.0})
    line = next(outcomes_of("Meet with mentors", around, Tongue(Language.EN)))
    assert line.measured != "guest-review-score"
