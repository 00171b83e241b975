"""Focuses in the words of those who ask; Traditional guides in the words of those who read."""

from assistant.guides.making import make_guide

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
