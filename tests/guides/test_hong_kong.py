"""What is made for Hong Kong is in its words, for Taiwan in its own, none in the mainland's."""

import re

import pytest

from assistant.guides.making import make_guide, make_template
from assistant.messages import hong_kong
from assistant.models.guide import Guide, Template

TAIWAN = "產業|品質(?!檢查)|專案|數位|軟體|網路|志工|通路|飯店|櫃檯|部落格|(?<!服務)使用者"
MAINLAND = "由誰拍板|骨幹|高管(?!理)|鋪開|開季|依賴拍板"
ON_THE_MAINLAND = f"{MAINLAND}|質量|信息|運營|營銷|合同|志願者|牽頭|復盤|戰略|門店|登錄|國內出遊"


def _said(made: Guide | Template) -> str:
    """All that is told, with its titles and notes; what other people's titles say is left out."""
    return made.model_dump_json(exclude={"parameters", "references", "sources"})


@pytest.mark.parametrize(
    ("industry", "company", "right"),
    [
        ("保險", "香港一般保險公司", "客戶"),
        ("公益", "香港安老服務機構", "義工"),
        ("酒店", "香港四星級酒店", "酒店"),
        ("軟件", "香港軟件公司", "行業"),
        ("製造", "香港電子廠", "質素"),
    ],
)
@pytest.mark.parametrize("maturity", ["first-cycle", "mature"])
def test_a_guide_for_hong_kong_speaks_as_hong_kong_does(
    industry: str, company: str, right: str, maturity: str
) -> None:
    raw = {"industry": industry, "company_type": company, "maturity": maturity}
    made = [make({**raw, "language": "zh-Hant"}) for make in (make_guide, make_template)]
    said = " ".join(map(_said, made)).replace("個人信息保護法", "")
    assert right in said
    assert not re.findall(f"{TAIWAN}|{ON_THE_MAINLAND}", said)


def test_a_guide_for_taiwan_keeps_its_words_and_has_none_of_the_mainland() -> None:
    for company in ("新竹 IC 設計公司", ""):
        raw = {"industry": "半導體", "company_type": company, "maturity": "mature"}
        said = _said(make_guide({**raw, "language": "zh-Hant"}))
        assert "產業" in said
        assert "專案" in said
        assert not re.findall(MAINLAND, said)


@pytest.mark.parametrize(
    ("ours", "there"),
    [
        ("各行业的项目质量", "各行業的項目質素"),
        ("酒店国内的运营", "酒店本地的營運"),
        ("损耗在产线上，不在线上", "損耗在產線上，不在網上"),
        ("领导层请一位领导牵头", "領導層請一位主管主導"),
        ("“骨干”和骨干网", "「核心同事」和骨幹網"),
    ],
)
def test_our_simplified_text_becomes_what_hong_kong_says(ours: str, there: str) -> None:
    assert hong_kong(ours) == there


@pytest.mark.parametrize("company", ["", "香港的銀行", "台北與香港的銀行"])
def test_other_readers_keep_the_words_of_their_language(company: str) -> None:
    raw = {"industry": "banking", "company_type": company, "language": "zh-Hans"}
    assert "行业" in _said(make_guide(raw))


def test_what_was_typed_stays_as_it_was_typed() -> None:
    raw = {"industry": "保險", "company_type": "香港產業保險公司", "language": "zh-Hant"}
    notes = " ".join(make_guide(raw).notes)
    assert "香港產業保險公司" in notes
    assert "產業" not in notes.replace("香港產業保險公司", "")
