"""What a line of work is about, and which measured outcomes such work is for."""

import pytest

from assistant.coaching.check import load_checker
from assistant.coaching.rewriting.anatomy import take_apart
from assistant.coaching.rewriting.compose import Tongue, measure_of, measured
from assistant.coaching.rewriting.works import families, matches
from assistant.knowledge.library import shipped_knowledge
from assistant.models import KeyResult, Language, Objective, OkrSet
from assistant.settings import Settings


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("Launch the new checkout page by 30 June to please buyers", "new checkout page"),
        ("12 pricing reviews held with our sellers", "pricing reviews"),
        ("Visitor parking policy is published", "Visitor parking policy"),
        ("Hire someone to own security now", "security now"),
        ("完成连锁门店补货需求调研及整理", "连锁门店补货需求"),
        ("举办3场新品推广活动", "新品推广活动"),
        ("為櫃檯同仁編製退稅教學手冊。", "退稅教學手冊"),
        ("将老系统迁移到云上", "老系统"),
    ],
)
def test_the_thing_is_named_in_the_authors_words(line: str, topic: str) -> None:
    assert take_apart(line).topic == topic


@pytest.mark.parametrize(
    "line", ["多练习", "培训", "多運動", "每天复盘，总结经验，过二级，9月份考"]
)
def test_a_line_of_verbs_alone_names_itself(line: str) -> None:
    assert take_apart(line, chinese=True).topic


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("上线新版结算页", "checkout"),
        ("Hold 5 trainings", "training"),
        ("招聘 6 名质检员", "hiring"),
        ("Publish 12 blog posts", "content"),
        ("完成高危漏洞整改", "security"),
        ("舉辦3場消防演練", "workplace-safety"),
        ("Migrate the billing service to Kubernetes", "migration"),
    ],
)
def test_work_is_known_by_what_it_is_about(line: str, family: str) -> None:
    assert matches(take_apart(line))[0].family.data.id == family


def test_every_metric_named_is_in_the_library() -> None:
    named = {o.metric for f in families() for o in f.data.outcomes if o.metric}
    assert named <= set(shipped_knowledge().metrics)


def test_an_outcome_without_metric_names_direction_and_unit() -> None:
    own = [o for f in families() for o in f.data.outcomes if o.metric is None]
    assert all(outcome.move and outcome.unit for outcome in own)


@pytest.mark.parametrize(
    ("language", "topic"),
    [(Language.EN, "new checkout page"), (Language.ZH_HANS, "新版结算页")],
)
def test_every_outcome_reads_as_a_measured_result(language: Language, topic: str) -> None:
    checker, tongue = load_checker(Settings(), None, None), Tongue(language)
    lines = [
        measured(measure_of(outcome, topic, tongue), tongue)
        for family in families()
        for outcome in family.data.outcomes
    ]
    held = [KeyResult(text=line) for line in lines]
    one = OkrSet(objectives=[Objective(objective="", key_results=held)])
    broken = [
        (finding.rule, lines[finding.key_result])
        for finding in checker.check(one).findings
        if finding.key_result is not None
        and finding.rule not in ("K17", "S06")
        and finding.severity != "hint"
    ]
    assert broken == []
