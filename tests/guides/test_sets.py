"""The set of a template and of the guide for the same parameters, and what is said of it."""

import re

import pytest

from assistant.guides.counting import measures
from assistant.guides.making import make_guide, make_template
from assistant.guides.material import shipped_material
from assistant.models.guide import GuideSection, Size
from tests.guides.told import INDUSTRIES, MATERIAL

FOCUSES = list(shipped_material().guide.focuses)


def plan_of(**raw: object) -> GuideSection:
    return next(each for each in make_guide(raw).sections if each.id == "plan")


def objectives_of_guide(**raw: object) -> list[str]:
    return list(dict.fromkeys(row[0] for row in plan_of(**raw).tables[1].rows if row[0]))


@pytest.mark.parametrize("focus", [None, *FOCUSES])
def test_guide_and_template_have_the_same_set_in_the_same_order(focus: str | None) -> None:
    for at, industry in enumerate(INDUSTRIES[::5]):
        size = list(Size)[at % 4]
        raw = {"industry": industry, "size": size, "maturity": "piloting", "focus": focus}
        for level in (None, "company", "team"):
            shown = make_template({**raw, "level": level}).sets[0].objectives
            assert objectives_of_guide(**raw, level=level) == [each.objective for each in shown]


def test_a_focus_that_moved_objectives_names_them_and_one_that_did_not_says_so() -> None:
    told = {True: 0, False: 0}
    for industry in INDUSTRIES[::7]:
        for focus in FOCUSES:
            raw = {"industry": industry, "size": "2000", "language": "en"}
            before = objectives_of_guide(**raw)
            notes = " ".join(make_guide({**raw, "focus": focus}).notes)
            moved = objectives_of_guide(**raw, focus=focus) != before
            assert ("came in or moved up" in notes) is moved
            assert ("the objectives stay as they are" in notes) is not moved
            told[moved] += 1
    assert min(told.values()) > 5


@pytest.mark.parametrize("maturity", ["first-cycle", "piloting", "mature"])
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_each_size_has_much_of_its_own(maturity: str, language: str) -> None:
    sizes = ("30", "200", "2000", "20000")
    raw = {"industry": "retail", "maturity": maturity, "language": language}
    texts = {size: {each.text for each in plan_of(**raw, size=size).sentences} for size in sizes}
    for one in sizes:
        for other in sizes:
            assert one == other or len(texts[one] - texts[other]) >= 3


def test_a_company_is_told_of_no_other_size() -> None:
    for size in ("12", "20000"):
        guide = make_guide({"industry": "retail", "size": size, "language": "en"})
        last = next(each for each in guide.sections if each.id == "conclusion")
        assert not [each.text for each in last.sentences if "50 to 250" in each.text]
    raw = {"industry": "non-profit", "size": "30-80", "maturity": "mature", "language": "en"}
    said = " ".join(each.text for each in plan_of(**raw).sentences)
    assert not re.search("warehouse|e-commerce|committee|steward", said)


def test_a_level_that_the_document_advises_against_is_told_with_the_advice() -> None:
    small = make_template({"industry": "logistics", "size": "12", "level": "team"})
    assert any("our advice is one set for all" in each for each in small.notes)
    single = make_guide({"industry": "logistics", "size": "200", "level": "individual"})
    assert any("our advice is to leave them out" in each for each in single.notes)


def test_any_industry_is_a_value_of_its_own() -> None:
    for language, told in (("en", "Written for any industry"), ("zh-Hans", "不分行业")):
        guide = make_guide({"industry": "any", "language": language})
        assert any(told in each for each in guide.notes)
        assert "holds nothing of its own" not in " ".join(guide.notes)


def test_a_measure_is_guarded_by_the_guardrail_of_its_own_objective() -> None:
    for industry in INDUSTRIES:
        forms = make_template({"industry": industry, "language": "en"}).forms
        for form in forms:
            guards = {
                f"KR{each.objective + 1}.{each.key_result + 1}"
                for each in forms
                if each.objective == form.objective and each.timing == "guardrail"
            }
            if form.timing != "guardrail" and guards:
                assert set((form.guardrail or "").split(", ")) == guards


def test_a_formula_is_the_librarys_only_where_the_line_measures_just_that() -> None:
    metrics = MATERIAL.knowledge.metrics
    for industry in INDUSTRIES:
        for form in make_template({"industry": industry, "language": "en"}).forms:
            if form.metric_id:
                metric = metrics[form.metric_id]
                line = next(
                    each
                    for example in MATERIAL.knowledge.examples.values()
                    for each in example.key_results
                    if each.text.en.startswith((f"{form.metric} from ", f"{form.metric} stay"))
                    and each.metric == metric.id
                )
                assert measures(line, metric)
                assert form.unit == metric.unit.en
                assert form.formula == (line.formula or metric.formula).en


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", "“Strategic goal setting”, “Support by leaders”"),
        ("zh-Hans", "“战略目标设定”、“领导层支持”"),
    ],
)
def test_focuses_that_brought_the_same_forward_are_told_together(language: str, names: str) -> None:
    raw = {"industry": "新能源储能与智能制造", "size": "900", "maturity": "piloting"}
    notes = make_guide({**raw, "focus": "战略目标设定，领导层支持", "language": language}).notes
    assert sum(names in each for each in notes) == 1
