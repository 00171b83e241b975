"""The report: what a coach and a pull request read."""

import re

import yaml

from evals.figures import figures_of
from evals.outcomes import FIRES, SILENT, Outcome, holds
from evals.report import PAGES, as_html, as_markdown, as_text, by_language
from evals.suites import NAMES

KINDS = [("task", "task")] * 11 + [("task", "outcome"), ("output", "task"), ("outcome", "task")]
OUTCOMES = [
    *(Outcome("facts", "kind", "zh-Hans", f"行{n}", *pair) for n, pair in enumerate(KINDS)),
    Outcome("rules", "K01", "en", "<b>Improve</b>", FIRES, SILENT),
    holds("parity", "twins <kind>", "zh-Hans", "one | 一", good=False),
]


def test_missed_weak_lines_and_false_alarms_are_counted_apart() -> None:
    found = {(each.suite, each.check): each for each in figures_of(OUTCOMES)}
    kind = found["facts", "kind"]
    assert (kind.cases, kind.missed, kind.missed_weak, kind.false_alarms) == (14, 3, 1, 1)
    assert (found["facts", "all"].missed_weak, found["facts", "all"].false_alarms) == (1, 1)
    assert (found["rules", "K01"].missed_weak, found["rules", "K01"].false_alarms) == (1, 0)
    assert found["parity", "all"].missed_weak is None


def test_a_text_that_should_come_out_is_no_class_of_a_fact() -> None:
    made = Outcome("masking", "masked", "en", "Ann", "[name 1]", "Ann")
    found = figures_of([made])[-1]
    assert (found.classes, found.missed_weak, found.measure, found.value) == ((), None, "share", 0)


def test_each_class_has_precision_recall_support_and_an_interval() -> None:
    kind = next(each for each in figures_of(OUTCOMES) if each.check == "kind")
    task = next(each for each in kind.classes if each.name == "task")
    assert (task.support, task.recall, round(task.precision, 4)) == (12, 11 / 12, round(11 / 13, 4))
    assert task.low < task.recall < task.high
    assert kind.as_json()["classes"][-1]["name"] == "task"


def test_the_pull_request_gets_the_suites_and_what_is_wrong_in_them() -> None:
    told = as_markdown(figures_of(OUTCOMES), ["facts kind zh-Hans: 0.5 below 0.9"])
    assert "- below a bar: facts kind zh-Hans: 0.5 below 0.9" in told
    assert "| facts | zh-Hans | 0.786 | 0.524–0.924 | 14 | 3 | 1 | 1 |" in told
    assert "<summary>rules: checks with cases that are wrong</summary>" in told
    assert told.index("| facts |") < told.index("| rules |") < told.index("| parity |")


def test_the_page_says_of_every_suite_what_it_is_and_takes_names_as_text() -> None:
    told = yaml.safe_load((PAGES / "suites.yml").read_text(encoding="utf-8"))
    assert set(NAMES) <= set(told)
    assert all(set(each) == {"en", "zh"} for each in told.values())
    page = as_html(figures_of(OUTCOMES), [])
    assert told["facts"]["zh"] in page
    assert "<kind>" not in page
    assert re.search(r'<svg class="bar"[^>]*aria-label="0\.786, between 0\.524 and 0\.924"', page)
    assert "<td>14</td><td>3</td>" in page


def test_a_bar_that_is_missed_is_told_first_and_loudly() -> None:
    page = as_html(figures_of(OUTCOMES), ["rules all en: 0 below 0.99"])
    assert '<li class="bad">below a bar: rules all en: 0 below 0.99</li>' in page
    assert "no figure is below its bar" in as_text(figures_of(OUTCOMES), [])


def test_promises_that_nothing_changed_do_not_swell_the_sum_of_a_language() -> None:
    promised = [holds("contract", "word", "zh-Hans", f"词{n}", good=True) for n in range(98)]
    read = [holds("facts", "kind", "zh-Hans", text, good=text == "准时") for text in ("准时", "快")]
    assert list(by_language(figures_of([*promised, *read]))) == [("zh-Hans", 0.5, 2)]
