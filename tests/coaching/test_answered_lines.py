"""A line whose questions are all answered is done: it breaks none of the bar's rules any more."""

import pytest

from assistant.coaching.check import load_checker
from assistant.coaching.finishing import finished
from assistant.coaching.review import Asked, Reviewer
from assistant.models import Answer, Language, Objective, OkrSet
from assistant.models.decision import Decision
from assistant.models.suggestion import Action, Asks, Suggestion
from assistant.parsing import SetReading
from assistant.settings import Settings
from evals.rewrite import BAR

TURNS = 3
FALLS = ("Complaints", "wait", "降", "减", "縮", "缩")
ANSWERS = {
    Asks.METRIC: {"en": "share of cases that come back", "zh": "返工率"},
    Asks.UNIT: {"en": "EUR", "zh": "万元"},
    Asks.OWNER: {"en": "Ann", "zh": "李雷"},
    Asks.SOURCE: {"en": "CRM", "zh": "CRM"},
    Asks.DUE: {"en": "2026-12-31", "zh": "2026-12-31"},
}
REVIEWER = Reviewer(load_checker(Settings(), None, None))


def reviewed(okr_set: OkrSet, answers: dict[str, str] | None = None) -> Answer:
    return REVIEWER.review(SetReading(okr_set), Asked(answers=answers))


def given(suggestion: Suggestion) -> dict[str, str]:
    """What an author would answer; of a target that the line states, the start is half of it."""
    tongue = "en" if suggestion.after.isascii() else "zh"
    falls = any(word in suggestion.after for word in FALLS)
    values = {Asks.BASELINE: "30" if falls else "12", Asks.TARGET: "12" if falls else "30"}
    if Asks.METRIC in suggestion.placeholders:
        values = {Asks.BASELINE: "30%", Asks.TARGET: "12%"}
        if "[change to name]" in suggestion.after or "变化待定" in suggestion.after:
            values = {Asks.BASELINE: "12%", Asks.TARGET: "30%"}
    elif Asks.TARGET not in suggestion.placeholders:
        values[Asks.BASELINE] = "900" if falls else "1"
    told = {asks: words[tongue] for asks, words in ANSWERS.items()} | values
    return {one.id: told[one.asks] for one in suggestion.questions}


def shown(answer: Answer) -> list[Suggestion]:
    """The rewrites of key results; where only the unit or a remark is asked for, none is new."""
    more = {Asks.UNIT, Asks.OWNER, Asks.SOURCE, Asks.DUE}
    return [
        one
        for one in answer.suggestions
        if one.key_result is not None
        and one.action in (Action.REPLACE, Action.SPLIT)
        and not (one.placeholders and set(one.placeholders) <= more)
    ]


def taken(okr_set: OkrSet, suggestions: list[Suggestion]) -> OkrSet:
    answers = {key: value for one in suggestions for key, value in given(one).items()}
    filled = {one.id: one for one in reviewed(okr_set, answers).suggestions}
    decisions = [
        Decision(
            action=one.action,
            objective=0,
            key_result=one.key_result,
            lines=[one.after, *one.more],
            initiative=one.initiative,
        )
        for one in (filled[each.id] for each in suggestions)
    ]
    return next(iter(finished([okr_set], decisions, Language.EN)))


LINES = [
    ("Customers trust our product", "Migrate 12 services to Kubernetes"),
    ("Customers trust our product", "The old API is retired and the diagram is updated"),
    ("Customers trust our product", "Document the whole data flow from raw data to final file"),
    ("Customers trust our product", "Identify and document the top 3 edge cases in the parser"),
    ("Customers trust our product", "Usage examples exist for all the modules of the library"),
    ("Customers trust our product", "Launch the new checkout page"),
    ("Customers trust our product", "Hold 5 trainings for the support staff"),
    ("Customers trust our product", "NPS up to 40"),
    ("Customers trust our product", "Uptime of 99.9%"),
    ("Customers trust our product", "Significantly fewer complaints"),
    ("Customers trust our product", "Hire twelve engineers and train 30"),
    ("Customers trust our product", "Escalate incidents to the duty manager"),
    ("让客户放心用我们的产品", "上线新版结算页"),
    ("让客户放心用我们的产品", "组织 5 场盘点培训"),
    ("让客户放心用我们的产品", "完成 20 种零件的整治，同时形成评测标准"),
    ("让客户放心用我们的产品", "协调周边团队，完成各项功能的适配"),
    ("让客户放心用我们的产品", "客户满意度 ≥ 90%"),
    ("让客户放心用我们的产品", "NPS ≥ 40"),
    ("让客户放心用我们的产品", "投诉明显减少"),
    ("让客户放心用我们的产品", "通过报告带来 500+ Lumen页面访问"),
    ("让客户放心用我们的产品", "自动伸缩能力初步上线，模块具备画像能力"),
    ("讓客戶放心用我們的產品", "上線 5 個自定義指令並提供使用文件"),
    ("讓客戶放心用我們的產品", "每個需求交付前舉辦 1 次內部展示，並產出技術文件"),
    ("讓客戶放心用我們的產品", "NPS ≥ 40"),
    ("讓客戶放心用我們的產品", "NT$80,000 MRR"),
    ("讓客戶放心用我們的產品", "完成前端框架升級"),
    ("讓客戶放心用我們的產品", "導入新的客服系統"),
]


@pytest.mark.parametrize(("objective", "line"), LINES)
def test_a_line_is_done_once_its_questions_are_answered(objective: str, line: str) -> None:
    key_results = [line]
    okr_set = OkrSet.model_validate(
        {"objectives": [{"objective": objective, "key_results": key_results}]}
    )
    answer = reviewed(okr_set)
    assert shown(answer), line
    for _ in range(TURNS):
        offered = shown(answer)
        assert all(one.questions for one in offered), [one.after for one in offered]
        okr_set = taken(okr_set, offered)
        answer = reviewed(okr_set)
        if not shown(answer):
            break
    texts = [one.text for one in okr_set.objectives[0].key_results]
    found = {one.rule for one in answer.findings if one.key_result is not None}
    assert (found & BAR, [one.after for one in shown(answer)]) == (set(), []), texts


@pytest.mark.parametrize(
    ("line", "metric", "wanted"),
    [
        (
            "The old API is retired and the diagram is updated",
            "share of broken links",
            "Share of broken links from 30% to 12%",
        ),
        ("协调周边团队，完成各项功能的适配", "返工率", "返工率从30%到12%"),
    ],
)
def test_the_metric_that_an_author_names_is_the_line(line: str, metric: str, wanted: str) -> None:
    """What the effect of some work is measured by is said alone; the work is the initiative."""
    objective = Objective(
        objective="Platform" if line.isascii() else "平台建设", key_results=[line]
    )
    okr_set = OkrSet(objectives=[objective])
    [one] = shown(reviewed(okr_set))
    told = {Asks.METRIC: metric, Asks.BASELINE: "30", Asks.TARGET: "12"}
    answers = {each.id: told[each.asks] for each in one.questions}
    [filled] = shown(reviewed(okr_set, answers))
    assert (filled.after, filled.initiative) == (wanted, line)


@pytest.mark.parametrize(
    "line",
    [
        "Escalate incidents to the duty manager",
        "Flag orders without an address",
        "Cancel unused licences",
        "Withdraw stale offers",
        "催办逾期的维修单",
        "驳回不合规的申请",
        "暂停无人使用的订阅",
    ],
)
def test_a_verb_of_work_is_no_name_of_a_thing(line: str) -> None:
    key_results = [line]
    objective = {
        "objective": "Platform" if line.isascii() else "平台建设",
        "key_results": key_results,
    }
    [one] = shown(reviewed(OkrSet.model_validate({"objectives": [objective]})))
    lines = [one.after, *(other.after for other in one.alternatives)]
    verb, _, rest = line.partition(" ")
    assert one.initiative == line
    assert not any(f"the {verb} {rest}".casefold() in text.casefold() for text in lines), lines
