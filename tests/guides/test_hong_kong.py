"""A guide for Hong Kong in its words, one for Taiwan in its own, none in the mainland's."""

import re

import pytest

from assistant.guides.dialect import in_hong_kong
from assistant.guides.making import make_guide
from assistant.models.guide import Guide

TAIWAN = "產業|品質|專案|數位|軟體|網路|志工|通路|(?<!服務)使用者"
MAINLAND = "由誰拍板|骨幹|高管(?!理)|鋪開|開季|依賴拍板"


def _said(guide: Guide) -> str:
    sections = [each for each in guide.sections if each.id != "references"]
    cells = [
        cell
        for section in sections
        for table in section.tables
        for row in (table.head, *table.rows)
        for cell in row
    ]
    texts = [each.text for section in sections for each in section.sentences]
    kept = [each for each in texts if "台灣" not in each]
    return " ".join([*kept, *cells, *(each.title for each in sections)])


@pytest.mark.parametrize(
    ("industry", "company", "right"),
    [("保險", "香港一般保險公司", "行業"), ("公益", "香港安老服務機構", "義工")],
)
@pytest.mark.parametrize("maturity", ["first-cycle", "mature"])
def test_a_guide_for_hong_kong_speaks_as_hong_kong_does(
    industry: str, company: str, right: str, maturity: str
) -> None:
    raw = {"industry": industry, "company_type": company, "maturity": maturity}
    said = _said(make_guide({**raw, "language": "zh-Hant"}))
    assert right in said
    assert not re.findall(f"{TAIWAN}|{MAINLAND}", said)


def test_a_guide_for_taiwan_keeps_its_words_and_has_none_of_the_mainland() -> None:
    for company in ("新竹 IC 設計公司", ""):
        raw = {"industry": "半導體", "company_type": company, "maturity": "mature"}
        said = _said(make_guide({**raw, "language": "zh-Hant"}))
        assert "產業" in said
        assert "專案" in said
        assert not re.findall(MAINLAND, said)


def test_what_tells_of_taiwan_keeps_its_words() -> None:
    assert in_hong_kong("各產業的專案品質") == "各行業的項目質素"
    assert in_hong_kong("台灣2025年的產業調查") == "台灣2025年的產業調查"
    assert in_hong_kong("行動方案與行動端") == "行動方案與手機端"


@pytest.mark.parametrize("company", ["", "香港的銀行", "台北與香港的銀行"])
def test_other_readers_keep_the_words_of_their_language(company: str) -> None:
    raw = {"industry": "banking", "company_type": company, "language": "zh-Hans"}
    assert "行业" in _said(make_guide(raw))


def test_what_was_typed_stays_as_it_was_typed() -> None:
    raw = {"industry": "保險", "company_type": "香港產業保險公司", "language": "zh-Hant"}
    notes = " ".join(make_guide(raw).notes)
    assert "香港產業保險公司" in notes
    assert "產業" not in notes.replace("香港產業保險公司", "")
