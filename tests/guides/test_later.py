"""Results that a cycle cannot read are told as such, with what can be read beside them."""

import pytest

from assistant.guides.making import make_guide, make_template
from assistant.knowledge.library import shipped_knowledge
from assistant.models import Level
from assistant.models.guide import FormKeyResult
from assistant.models.knowledge import Role

FIRST_KNOWN = {
    "en": (
        "in full only after 12 months",
        "judge this one by KR1.2 and KR1.3",
        "lagging, read later too",
    ),
    "zh-Hans": ("要12个月后", "本周期先看KR1.2、KR1.3", "滞后，之后接着读"),
    "zh-Hant": ("要12個月後", "本週期先看KR1.2、KR1.3", "滯後，之後接著讀"),
}


def _of(metric: str, **asked: str) -> FormKeyResult:
    forms = make_template({"industry": "media", **asked}).forms
    return next(each for each in forms if metric in each.metric)


@pytest.mark.parametrize(
    ("language", "metric"),
    [
        ("en", "stay for 12 months"),
        ("zh-Hans", "满12个月仍付费"),
        ("zh-Hant", "滿12個月仍付費"),
    ],
)
def test_a_yearly_result_in_a_quarter_names_what_can_be_read_now(
    language: str, metric: str
) -> None:
    time, now, timing = FIRST_KNOWN[language]
    why = _of(metric, language=language).why
    assert time in why
    assert now in why
    plan = next(
        each
        for each in make_guide({"industry": "media", "language": language}).sections
        if each.id == "plan"
    )
    kinds = {row[1].split(" ")[0]: row[2] for row in plan.tables[1].rows}
    assert kinds["KR1.1"] == timing
    assert kinds["KR1.2"] != timing


def test_the_longer_the_cycle_the_more_can_be_read_in_it() -> None:
    year = {"language": "en", "start": "2027-01-01", "end": "2027-12-31"}
    assert "after 90 days" in _of("within 90 days", language="en").why
    assert "after" not in _of("within 90 days", **year).why
    assert "after 12 months" in _of("stay for 12 months", **year).why


def test_what_is_read_later_never_stands_alone() -> None:
    """Each example with such a result has a line that moves within a quarter."""
    for example in shipped_knowledge().examples.values():
        if any(line.known_after for line in example.key_results):
            now = [line for line in example.key_results if not line.known_after]
            assert any(line.role is not Role.GUARDRAIL for line in now), example.id


def test_a_set_without_a_level_is_the_company_s() -> None:
    mature = make_template({"industry": "media", "maturity": "mature", "language": "en"}).sets[0]
    assert mature.level is Level.COMPANY
    assert len(mature.objectives) == 4
    team = make_template(
        {"industry": "media", "maturity": "mature", "level": "team", "language": "en"}
    ).sets[0]
    assert (team.level, len(team.objectives)) == (Level.TEAM, 3)
