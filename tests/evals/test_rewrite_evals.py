"""The measurement of rewrites, and the set of bad lines that it comes with."""

import json

from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.rewriting.judging import Judge
from assistant.knowledge.library import shipped_knowledge
from assistant.models import OkrSet
from assistant.parsing import SetReading
from assistant.settings import Settings
from evals.rewrite import MEASURES, OWN, judged

RECORDS = [json.loads(line) for line in OWN.read_text("utf-8").splitlines()]


def test_the_set_has_bad_lines_of_three_languages_and_names_known_metrics() -> None:
    assert len(RECORDS) >= 120
    assert {record["lang"] for record in RECORDS} == {"en", "zh-Hans", "zh-Hant"}
    assert all(record["why"] for record in RECORDS)
    named = {metric for record in RECORDS for metric in record.get("right", ())}
    assert named <= set(shipped_knowledge().metrics)


def test_of_every_tenth_line_all_is_held() -> None:
    reviewer = Reviewer(load_checker(Settings(), None, None))
    for record in RECORDS[::10]:
        one = OkrSet.model_validate({"objectives": record["objectives"]})
        answer = reviewer.review(SetReading(one), Asked())
        for verdict in judged(answer, record["lang"], Judge(reviewer.checker, one)):
            assert verdict.held == dict.fromkeys(MEASURES, True), verdict.before
