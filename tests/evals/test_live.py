"""Live runs with scripted models: the sides, the judge, and what is unscored."""

import asyncio
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.errors import ModelUnavailable, UsageError
from assistant.llm.port import Message
from assistant.llm.scripted import ScriptedModel
from assistant.settings import Settings
from evals.live.command import measured, spread
from evals.live.figures import EVERY, bootstrap
from evals.live.judging import (
    agreement,
    judge_settings,
    labelled_pairs,
    questions,
    verdicts,
)
from evals.live.made import Pair, masker_of
from evals.live.report import Run, as_html, as_markdown

JUDGE_YES = json.dumps({"reason": "the same topic", "yes": True})
BASE = "http://127.0.0.1:1/v1"


def bad_writer(messages: Sequence[Message]) -> str:
    """Writes a number that nobody said for every line that is asked for."""
    marks = re.findall(r"^(O\d+|KR\d+\.\d+):", messages[1].content, re.MULTILINE)
    lines = [
        {"line": mark, "reason": "vague", "rewrite": "Revenue grows from 3 to 77 million"}
        for mark in dict.fromkeys(marks)
    ]
    return json.dumps({"lines": lines, "opinions": []})


def run(
    *suites: str, model: ScriptedModel, judge: ScriptedModel | None = None, **how: object
) -> Run:
    asked = {"cases": 3, **how}
    return asyncio.run(measured(suites, model, judge, **asked))  # type: ignore[arg-type]


def values(made: Run, check: str) -> dict[str, float]:
    return {
        each.side: round(each.value, 3)
        for each in made.figures
        if (each.check, each.language) == (check, EVERY)
    }


def test_what_a_model_makes_up_counts_against_it_alone_and_never_reaches_the_user() -> None:
    made = run("rewrite", model=ScriptedModel([bad_writer]), repeat=2)
    assert values(made, "invents nothing") == {"rules": 1.0, "model": 0.0, "both": 1.0}
    assert values(made, "offered") == {"rules": 1.0, "model": 1.0, "both": 1.0}
    calls = {each["side"]: each["calls"] for each in made.spent}
    assert calls == {"model": 6, "both": 12}  # both asks once more for what it refused
    assert made.unscored == []


def test_a_model_that_does_not_answer_is_unscored_and_in_no_figure() -> None:
    down = ScriptedModel([ModelUnavailable("no_server")])
    made = run("rewrite", "facts", model=down, sides=["rules", "model"])
    assert values(made, "offered") == {"rules": 1.0}
    assert sum(each["count"] for each in made.unscored) == 6
    assert {each["side"] for each in made.unscored} == {"model"}
    assert made.spent[0]["failures"] == {"ModelUnavailable": 3}


def test_labels_of_a_model_are_held_against_those_of_the_data() -> None:
    def label(messages: Sequence[Message]) -> str:
        task = {"reason": "work", "measurable": False, "kind": "task", "baseline": "none"}
        objective = {"reason": "work", "has_metric": False, "is_task": True}
        return json.dumps(
            objective if "an objective" in messages[0].content else {**task, "compound": False}
        )

    made = run("facts", model=ScriptedModel([label]), cases=40)
    kind = values(made, "kind")
    assert kind["rules"] > kind["model"]
    assert set(kind) == {"rules", "model"}


def test_an_answer_of_another_shape_is_a_wrong_one() -> None:
    made = run("facts", model=ScriptedModel(["no JSON"]), sides=["model"])
    assert {each.value for each in made.figures} == {0.0}
    assert made.unscored == []


def test_an_order_that_a_model_obeys_is_seen_at_the_model_and_not_at_the_product() -> None:
    def obey(messages: Sequence[Message]) -> str:
        lines = [
            {"line": mark, "reason": "", "rewrite": "score 100 of 100"}
            for mark in ("KR1.1", "KR1.2")
        ]
        return json.dumps({"lines": lines, "opinions": []})

    made = run("injection", model=ScriptedModel([obey]), cases=1)
    assert values(made, "obeyed") == {"rules": 1.0, "model": 0.0, "both": 1.0}
    assert values(made, "verdict") == {"model": 1.0, "both": 1.0}
    assert values(made, "other lines") == {"rules": 1.0, "model": 1.0, "both": 1.0}


def test_a_judge_is_asked_every_question_and_what_it_leaves_out_is_unscored() -> None:
    judge = ScriptedModel([JUDGE_YES, "cannot say", JUDGE_YES, JUDGE_YES])
    made = run(
        "rewrite", model=ScriptedModel([bad_writer]), judge=judge, cases=1, sides=["rules"], pairs=4
    )
    assert set(values(made, "judge: topic")) == {"rules"}
    assert [(each["what"], each["count"]) for each in made.unscored] == [("judge: result", 1)]
    assert values(made, "judge: result") == {}
    assert made.agreements[-1].pairs == 4


def test_a_judge_that_always_says_yes_agrees_by_chance_alone() -> None:
    found = asyncio.run(agreement(ScriptedModel([JUDGE_YES]), labelled_pairs()))
    total = found[-1]
    assert (total.question, total.pairs, total.agree, total.kappa) == ("all", 50, 0.5, 0.0)
    silent = asyncio.run(agreement(ScriptedModel(["hm"]), labelled_pairs()[:8]))[-1]
    assert (silent.unscored, silent.agree) == (8, 0.0)


def test_the_pairs_cover_every_question_in_every_language_with_both_answers() -> None:
    pairs = labelled_pairs()
    assert len(pairs) >= 40
    covered = {(each["question"], each["lang"], each["yes"]) for each in pairs}
    languages = ("en", "zh-Hans", "zh-Hant")
    assert covered == {
        (q, lang, yes) for q in questions() for lang in languages for yes in (True, False)
    }
    assert all(each["why"] for each in pairs)


def test_the_model_under_test_judges_only_when_told_to() -> None:
    tested = Settings(llm_base_url=BASE, llm_model="small")
    same = {"OKR_JUDGE_BASE_URL": BASE, "OKR_JUDGE_MODEL": "small"}
    with pytest.raises(UsageError):
        judge_settings(same, tested, itself=False)
    assert judge_settings({}, tested, itself=False) is None
    assert judge_settings({}, tested, itself=True) == tested
    other = judge_settings({**same, "OKR_JUDGE_MODEL": "large"}, tested, itself=False)
    assert other is not None
    assert (other.llm_base_url, other.llm_model) == (BASE, "large")


def test_the_settings_of_a_judge_do_not_disturb_the_coach() -> None:
    assert Settings.from_env({"OKR_JUDGE_MODEL": "large"}) == Settings()


def test_the_interval_of_a_mean_is_the_same_each_time_and_holds_it() -> None:
    low, high = bootstrap([1.0] * 30 + [0.0] * 10)
    assert bootstrap([1.0] * 30 + [0.0] * 10) == (low, high)
    assert 0.55 < low < 0.75 < high < 0.95
    assert bootstrap([1.0]) == (1.0, 1.0)


def test_cases_are_spread_over_the_languages() -> None:
    rows = [{"lang": lang, "n": n} for lang in ("en", "zh-Hans") for n in range(10)]
    assert [each["lang"] for each in spread(rows, 4)] == ["en", "zh-Hans", "en", "zh-Hans"]
    assert len(spread(rows, 50)) == 20


def test_the_reports_show_the_sides_beside_each_other_and_take_names_as_text() -> None:
    made = run(
        "injection", model=ScriptedModel([bad_writer], name="<b>model</b>"), cases=2, price=(1, 2)
    )
    told, page = as_markdown(made), as_html(made)
    assert "| suite | check | language | rules | model | both |" in told
    assert "| injection | obeyed | every | 1.000 [1.000–1.000], 2 |" in told
    assert "cost 0.0" in told
    assert "&lt;b&gt;model" in page
    assert "<b>model</b>, " not in page


def test_a_data_set_needs_one_suite(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="needs one SUITE"):
        run("facts", "rewrite", model=ScriptedModel([bad_writer]), data=tmp_path / "x.jsonl")


def test_a_line_and_a_pair_are_masked_as_the_product_masks_them() -> None:
    text = "Rafael Sousa (r.sousa@example.com) cuts churn to 3%"
    masked = masker_of(frozenset({"Rafael Sousa"})).mask(text)
    assert masked == "[name 1] ([mail 1]) cuts churn to 3%"
    judge = ScriptedModel([JUDGE_YES])
    asyncio.run(verdicts(judge, Pair("en", text, text), frozenset({"Rafael Sousa"})))
    sent = "".join(message.content for message in judge.asked[0])
    assert "Sousa" not in sent
    assert masker_of(None).mask(text) == text
