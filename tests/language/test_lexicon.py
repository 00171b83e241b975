"""Word lists become patterns; each list is well formed."""

import re
from importlib import resources
from typing import Any

import pytest
import yaml

from assistant.language.lexicon import alternation, expressions, section, words

NAMES = sorted(
    entry.name.removesuffix(".yml")
    for entry in resources.files("assistant.language").joinpath("lexicon").iterdir()
    if entry.name.endswith(".yml")
)
EXPRESSIONS = {
    "change": ("before", "after", "relative_before"),
    "metric": ("change_of", "noun_en", "noun_zh", "means"),
    "names": ("at_digits", "anywhere", "links", "typed"),
    "pairs": ("arrow", "reaching", "turned", "aimed", "plain_to", "break", "touching"),
    "placeholders": ("forms", "letters"),
    "scope": ("before", "after", "weak_before", "weak_after", "within", "within_after"),
}


def scalars(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [s for v in value.values() for s in scalars(v)]
    return [s for v in value for s in scalars(v)] if isinstance(value, list) else [value]


@pytest.mark.parametrize("name", NAMES)
def test_no_entry_is_read_as_a_truth_value(name: str) -> None:
    assert not [s for s in scalars(section(name)) if isinstance(s, bool) or s is None]


@pytest.mark.parametrize("name", NAMES)
def test_no_key_stands_twice(name: str) -> None:
    text = resources.files("assistant.language").joinpath(f"lexicon/{name}.yml").read_text("utf-8")
    keys = [node.value for node, _ in yaml.compose(text).value]
    assert len(keys) == len(set(keys))


LINES = [
    "",
    "90% of orders in 4 h, such as repairs (source: crm) and what customers can do",
    "重点客户、门店等3类客户能自助下单，投诉从12件降到4件（数据来源：月度问卷）",
]


@pytest.mark.parametrize(("name", "key"), [(n, k) for n, ks in EXPRESSIONS.items() for k in ks])
def test_every_expression_compiles(name: str, key: str) -> None:
    one_by_one = "|".join(f"(?:{entry})" for entry in section(name)[key])
    plain = re.compile(one_by_one, re.ASCII)
    for line in LINES:
        found = [match.regs for match in expressions(name, key).finditer(line)]
        assert found == [match.regs for match in plain.finditer(line)]


def test_the_longest_entry_matches() -> None:
    pattern = re.compile(alternation(["提升", "提升至", "up", "up to"]))
    assert [m.group() for m in pattern.finditer("提升至 up to 5")] == ["提升至", "up to"]


def test_latin_entries_match_whole_words_with_blank_or_hyphen() -> None:
    pattern = re.compile(alternation(["check in", "increas*"]))
    assert [m.group() for m in pattern.finditer("check-in increases checking")] == [
        "check-in",
        "increases",
    ]


def test_entries_are_folded() -> None:
    assert "不低于" in words("marks", "at_least_before")
