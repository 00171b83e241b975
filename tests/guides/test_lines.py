import pytest

from assistant.guides.lines import line_of
from assistant.guides.making import make_template
from assistant.guides.material import shipped_material
from assistant.models import Language

INDUSTRIES = [each for each in shipped_material().knowledge.taxonomy.industries if each != "any"]


@pytest.mark.parametrize(
    ("text", "language", "name", "unit", "system"),
    [
        (
            "单站漏掉的尖峰时段从每季度[基线待确认]次降到[目标待定]次（云端EMS）",
            Language.ZH_HANS, "单站漏掉的尖峰时段", "次（每季度）", "云端EMS",
        ),
        (
            "按年折算的容量衰减保持在[目标待定]%以内（BMS）",
            Language.ZH_HANS, "按年折算的容量衰减", "%", "BMS",
        ),
        (
            "從打樣到上架保持在[目標待定]天以內（PLM）",
            Language.ZH_HANT, "從打樣到上架", "天", "PLM",
        ),
        (
            "交付延误和性能不达标的罚款保持在合同额的[目标待定]%以内（ERP）",
            Language.ZH_HANS, "交付延误和性能不达标的罚款", "%（合同额）", "ERP",
        ),
        (
            "Concerns raised in talks that get an answer within 14 days from "
            "[baseline to confirm]% to [target to set]%",
            Language.EN, "Concerns raised in talks that get an answer within 14 days", "%", None,
        ),
        (
            "Cost per return stays at or below $[target to set] (ERP)",
            Language.EN, "Cost per return", "$", "ERP",
        ),
        (
            "Rework after the line stays at or below [target to set] hours per car (MES)",
            Language.EN, "Rework after the line", "hours per car", "MES",
        ),
    ],
)  # fmt: skip
def test_the_name_unit_and_system_of_an_open_line_are_whole(
    text: str, language: Language, name: str, unit: str, system: str | None
) -> None:
    said = line_of(text, language)
    assert (said.name, said.unit, said.system) == (name, unit, system)


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_form_names_its_measure_as_the_line_does(industry: str, language: str) -> None:
    for form in make_template({"industry": industry, "language": language}).forms:
        assert form.text.startswith(form.metric)
        assert form.metric != form.text
        assert form.unit
        system = line_of(form.text, Language(language)).system
        assert system in (None, form.source)


def test_each_form_says_what_is_to_be_replaced_in_it() -> None:
    raw = {"industry": "digital-health", "function": "engineering", "language": "en"}
    forms = make_template(raw).forms
    assert forms[1].replace.endswith("; 10 seconds, if you count otherwise.")
    assert forms[3].replace == (
        "The bound that must hold; privacy audit, if your system has another name."
    )


def test_each_form_says_what_it_does_beside_the_others() -> None:
    forms = make_template({"industry": "新能源", "language": "zh-Hans"}).forms
    assert forms[1].why == "它比KR1.1先动，每周都能调。"
    assert forms[3].why == "KR1.1若是拿它换来的，它会变红。"
    assert "。 " not in "".join(form.why for form in forms)


def test_each_objective_tells_why_its_key_results_fit() -> None:
    template = make_template({"industry": "cross-border-ecommerce", "language": "zh-Hant"})
    assert len(template.reasons) == len(template.sets[0].objectives)
    assert any(each.startswith("一個市場，一個習慣。") for each in template.reasons)
