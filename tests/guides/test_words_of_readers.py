"""Focuses in the words of those who ask; Traditional guides in the words of those who read."""

import re

import pytest

from assistant.guides.making import make_guide, make_template

FOCUSES = "战略部署，绩效与激励，关键成果设定，跨部门协同，执行跟踪，组织学习，數據治理"


def test_focuses_are_taken_in_the_words_of_those_who_ask() -> None:
    guide = make_guide({"industry": "跨境电商", "focus": FOCUSES, "language": "zh-Hans"})
    assert guide.parameters.focus == [
        "strategy", "motivation", "key-results", "collaboration", "tracking", "scoring", "tools",
    ]  # fmt: skip
    guide = make_guide({"industry": "retail", "focus": "Goal Setting, TOOLS", "language": "en"})
    assert guide.parameters.focus == ["strategy", "tools"]


def test_a_traditional_guide_says_weeks_and_support_as_taiwan_does() -> None:
    raw = {"industry": "new-energy", "maturity": "piloting", "focus": "leadership"}
    guide = make_guide({**raw, "language": "zh-Hant"})
    said = " ".join(each.text for section in guide.sections for each in section.sentences)
    for word in ("第1至2週", "製程變得快", "領導層支持"):
        assert word in said
    assert not any(word in said for word in ("周", "擴充套件", "中臺", "國內"))


def test_no_character_of_a_traditional_guide_is_the_wrong_one_of_two() -> None:
    raw = {"industry": "cross-border-ecommerce", "maturity": "mature", "language": "zh-Hant"}
    guide = make_guide({**raw, "focus": "motivation"})
    said = " ".join(each.text for section in guide.sections for each in section.sentences)
    for right, wrong in (("別只看一個", "別隻"), ("綁定", "繫結"), ("設備稼動", "裝置稼動")):
        assert right in said
        assert wrong not in said


@pytest.mark.parametrize(
    ("raw", "right", "wrong"),
    [
        (
            {"industry": "電信", "size": "900"},
            "搭捷運|坐捷運|捷運",
            "地鐵|離網|手機號[^碼]|數字通路",
        ),
        ({"industry": "公益", "size": "40"}, "志工", "志願者|幫扶"),
        ({"industry": "半導體", "maturity": "mature"}, "投片", "流片|缺芯|車企|籤掉"),
        ({"industry": "政務", "size": "900"}, "櫃檯", "視窗|群眾|點贊|壓的是檔案"),
        ({"industry": "教育", "maturity": "mature"}, "線上課程", "網課|班主任|攝像頭|讀屏|帶教"),
        ({"industry": "房產", "size": "200"}, "社區", "小區|保潔|保安|寫字樓"),
    ],
)
def test_a_traditional_guide_and_its_set_speak_as_taiwan_does(
    raw: dict[str, str], right: str, wrong: str
) -> None:
    guide, template = (make({**raw, "language": "zh-Hant"}) for make in (make_guide, make_template))
    said = " ".join(each.text for section in guide.sections[:-1] for each in section.sentences)
    tables = [table for section in guide.sections for table in section.tables]
    cells = " ".join(cell for table in tables for row in table.rows for cell in row)
    told = f"{said} {cells} {' '.join(each.text + each.why for each in template.forms)}"
    assert re.search(right, told)
    assert not re.findall(wrong, told)


def test_what_one_guide_alone_claims_is_told_with_its_lesson_and_its_doubt() -> None:
    guide = make_guide({"industry": "digital-health", "language": "en"})
    adopters = next(each for each in guide.sections if each.id == "adopters").sentences
    [humana] = [each for each in adopters if "Humana" in each.text]
    claim, doubt, lesson = (
        humana.text.index(each)
        for each in ("fewer clashes of priority", "nothing else that confirms", "true values")
    )
    assert claim < doubt < lesson
    assert humana.citations == ["seed-003", "own"]
