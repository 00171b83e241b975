"""One sign of Simplified stands for several: none of our texts has the wrong one of them."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from assistant.messages import hong_kong, traditional
from evals.parsed import loaded, texts

ROOT = Path(__file__).parents[2]
WRONG = (
    "(?<![標抽書])籤|捱|復雜|不復核|[起來]復[查診]|再復掃|一齣(?!戲)|天后(?!宮)|几[周週天]|明瞭|拉昇|髮[放薪貨]"
    "|匯入|紅[沖衝]|[台臺]帳|開票|按[^，。；]{1,4}佣金"
)
DIGITAL = "數[位碼](?:客戶|工程|部門|元件|身份)"
NOT_DIGITAL = "數字(?:客[戶户]|工程|部門|元件|身份)"


@cache
def _ours() -> str:
    files = sorted([*ROOT.glob("knowledge/**/*.yml"), *ROOT.glob("assistant/catalogues/**/*.yml")])
    return "\n".join(dict.fromkeys(text for file in files for _, text in texts(loaded(file))))


@pytest.mark.parametrize("told", [traditional, hong_kong])
def test_no_text_of_ours_has_the_sign_of_another_word(told: Callable[[str], str]) -> None:
    said = told(_ours())
    assert not re.findall(f".{{0,8}}(?:{WRONG}|{NOT_DIGITAL}).{{0,8}}", said)
    assert re.search(DIGITAL, said)


@pytest.mark.parametrize(
    ("ours", "taiwan", "there"),
    [
        ("新签、签半页、标签、抽签", "新簽、簽半頁、標籤、抽籤", "新簽、簽半頁、標籤、抽籤"),
        ("客户导入，车更复杂", "客戶導入，車更複雜", "客戶導入，車更複雜"),
        ("按销售额提成，销售提成", "按銷售額抽成，銷售佣金", "按銷售額抽佣，銷售佣金"),
        ("开票差错率，红冲金额", "發票錯誤率，折讓金額", "發票錯誤率，沖銷金額"),
        ("法务台账，客服挨骂", "法務清冊，客服挨罵", "法務記錄冊，客服被罵"),
    ],
)
def test_a_sign_is_taken_by_its_word(ours: str, taiwan: str, there: str) -> None:
    assert traditional(ours) == taiwan
    assert hong_kong(ours) == there
