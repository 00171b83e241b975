"""Length, area and money are counted as they are where the reader works."""

import re

import pytest

from assistant.guides.making import make_guide, make_template


def _cells(**raw: str) -> str:
    plan = next(each for each in make_guide(raw).sections if each.id == "plan")
    return " ".join(cell for table in plan.tables for row in table.rows for cell in row)


@pytest.mark.parametrize(
    ("industry", "company", "language", "right", "wrong"),
    [
        ("freight", "truckload carrier in Ohio, US", "en", "per million miles", r"\bkm\b|kilomet"),
        ("货运", "美国卡车货运公司", "zh-Hans", "英里", "公里"),
        ("freight", "haulier in Leeds, UK", "en", "empty miles", r"\bkm\b|kilomet"),
        ("freight", "haulier", "en", "empty kilometres", r"\bmiles\b"),
        ("property", "shopping mall in Hong Kong", "en", "sq ft", "m²"),
        ("物業", "香港商場", "zh-Hant", "平方呎", "平方米|㎡"),
    ],
)
def test_length_and_area_are_those_of_the_place(
    industry: str, company: str, language: str, right: str, wrong: str
) -> None:
    raw = {"industry": industry, "company_type": company, "language": language}
    said = _cells(**raw, maturity="mature")
    assert right in said
    assert not re.search(wrong, said)


@pytest.mark.parametrize(
    ("company", "language", "text", "unit"),
    [
        ("hotel in Texas", "en", "at or above $[target to set]", "$"),
        ("hotel in London", "en", "at or above £[target to set]", "£"),
        ("hotel in Hong Kong", "en", "at or above HK$[target to set]", "HK$"),
        ("hotel in Munich", "en", "at or above €[target to set]", "€"),
        ("hotel", "en", "at or above [target to set]", "in your currency"),
        ("hotel in Hong Kong and Texas", "en", "at or above [target to set]", "in your currency"),
        ("香港的酒店", "zh-Hant", "保持在[目標待定]港元以上", "港元"),
        ("台北的飯店", "zh-Hant", "保持在[目標待定]元以上", "元"),
        ("杭州的酒店", "zh-Hans", "保持在[目标待定]元以上", "元"),
    ],
)
def test_money_is_that_of_the_place(company: str, language: str, text: str, unit: str) -> None:
    raw = {"industry": "hotel", "company_type": company, "language": language}
    forms = make_template({**raw, "function": "marketing"}).forms
    form = next(each for each in forms if text in each.text)
    assert form.unit == unit


def test_millions_are_told_in_the_money_of_the_place() -> None:
    raw = {"industry": "manufacturing", "company_type": "machine builder in Ohio", "language": "en"}
    assert "$[target to set] million" in _cells(**raw)
