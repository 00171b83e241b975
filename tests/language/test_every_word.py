"""Whatever the lexicon holds, alone or in odd orders with numbers, a line of it is read.

A line of twice the length takes about twice the work, whatever word fills it.
"""

import random
import sys
from collections.abc import Callable, Iterator
from importlib import resources
from types import FrameType
from typing import Any

import pytest

from assistant.language import read_key_result, read_objective
from assistant.language.figures.lines import read_line
from assistant.language.figures.marks import comparator_before
from assistant.language.lexicon import section
from assistant.language.reading import Comparator
from assistant.language.words.vocabulary import split
from assistant.models import KeyResult, Objective

NAMES = sorted(
    entry.name.removesuffix(".yml")
    for entry in resources.files("assistant.language").joinpath("lexicon").iterdir()
    if entry.name.endswith(".yml")
)
NUMBERS = ("5", "3%", "1.2万", "from 4 to 2", "由 3 降至 1", "¥6.0m", "-2", "7天", "0", "N天")
GROUP = 7  # words in a line
SHORT, LONG = 2000, 4000
SUSPECTS = [
    "每年",
    "每",
    "every ",
    "all ",
    "全部",
    "零",
    "N天",
    "1. ",
    "5%",
    "1→2,",
    "NPS 从 4 到 5，",
]


def words_of(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        content = [*content, *content.values()]
    if isinstance(content, list):
        for one in content:
            yield from words_of(one)
    else:
        yield from (word.replace("*", "") for word in split(str(content)))


@pytest.mark.parametrize("name", NAMES)
def test_each_word_alone_and_beside_a_number_is_read(name: str) -> None:
    for word in dict.fromkeys(words_of(section(name))):
        for text in (f"{word} 5", f"12% {word}7"):
            assert read_line(text).text == text


@pytest.mark.parametrize("name", NAMES)
def test_lines_of_words_in_odd_orders_with_numbers_are_read(name: str) -> None:
    order = random.Random(name)
    words = list(dict.fromkeys(words_of(section(name))))
    order.shuffle(words)
    for start in range(0, len(words), GROUP):
        pieces = words[start : start + GROUP] + order.sample(NUMBERS, 3)
        order.shuffle(pieces)
        text = (
            ("", " ")[start // GROUP % 2].join(pieces)[:2000].removesuffix("。")
        )  # it ends every line
        assert read_key_result(KeyResult(text=text), 0, 0).text == text
        assert read_objective(Objective(objective=text), 0).text == text


@pytest.mark.parametrize("name", ["at_least", "at_most", "more", "less", "about"])
def test_every_comparator_in_front_of_a_number_is_known(name: str) -> None:
    for word in section("marks")[f"{name}_before"]:
        for written in (word, word.replace(" ", "-")):
            folded = f"x {written} 5"
            assert comparator_before(folded, 0, len(folded) - 1) is Comparator(name), word


@pytest.mark.parametrize(
    ("mainland", "taiwan"),
    [
        ("优化结账流程", "最佳化結帳流程"),
        ("导入新的CRM", "匯入新的CRM"),
        ("周登录用户由 310 人增至 450 人", "週登入使用者由 310 人增至 450 人"),
        ("审核 20 家供应商", "稽核 20 家供應商"),
        ("项目进度 100%", "專案進度 100%"),
    ],
)
def test_a_line_in_words_of_taiwan_has_the_facts_of_its_twin(mainland: str, taiwan: str) -> None:
    first, second = (read_key_result(KeyResult(text=t), 0, 0).facts for t in (mainland, taiwan))
    for fact in ("measurable", "kind", "baseline", "compound", "direction", "target_value"):
        assert getattr(first, fact) == getattr(second, fact), fact


def calls(read: Callable[[], object]) -> int:
    """How many functions are called: unlike a clock it gives the same on a busy machine."""
    made = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read()
    finally:
        sys.setprofile(before)
    return made


def grows_evenly(unit: str) -> bool:
    def read(length: int) -> None:
        text = (unit * length)[:length]
        read_key_result(KeyResult(text=text), 0, 0)
        read_objective(Objective(objective=text), 0)

    read(100)  # fills what is cached
    return calls(lambda: read(LONG)) < 3.2 * calls(lambda: read(SHORT))  # 4 were it quadratic


@pytest.mark.parametrize("unit", SUSPECTS)
def test_words_that_are_looked_up_across_the_line_are_read_in_linear_time(unit: str) -> None:
    assert grows_evenly(unit)


@pytest.mark.parametrize("name", NAMES)
def test_any_word_repeated_is_read_in_linear_time(name: str) -> None:
    words = [word for word in dict.fromkeys(words_of(section(name))) if word]
    word = random.Random(name).choice(words)
    assert grows_evenly(word if not word.isascii() else f"{word} "), word


@pytest.mark.parametrize("sign", ["万", "億", "百", "千", "万亿", "k", " million"])
def test_a_magnitude_repeated_to_the_end_of_the_line_is_read(sign: str) -> None:
    text = "5" + sign * (3_990 // len(sign))
    assert read_key_result(KeyResult(text=text), 0, 0).text == text
