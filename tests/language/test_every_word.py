"""Whatever the lexicon holds, alone or in odd orders with numbers, a line of it is read."""

import random
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from assistant.language.facts import read_key_result, read_objective
from assistant.language.lexicon import section
from assistant.language.lines import read_line
from assistant.language.marks import comparator_before
from assistant.language.reading import Comparator
from assistant.language.tokens import split
from assistant.models import KeyResult, Objective

NAMES = sorted(
    entry.name.removesuffix(".yml")
    for entry in resources.files("assistant.language").joinpath("lexicon").iterdir()
    if entry.name.endswith(".yml")
)
NUMBERS = ("5", "3%", "1.2万", "from 4 to 2", "由 3 降至 1", "¥6.0m", "-2", "7天", "0", "N天")
GROUP = 7  # words in a line


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
        for joint in (" ", ""):
            text = joint.join(pieces)[:2000]
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
