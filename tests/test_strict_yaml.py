"""What is read is what was meant; every surprise is an error with its line."""

import pytest

from assistant.errors import BrokenFile
from assistant.strict_yaml import read


def test_plain_values_are_read_as_they_look() -> None:
    text = "id: K01\nlimit: 5\nshare: 0.5\non_by_default: true\nnothing:\nlist: [a, '010']"
    assert read(text, "rule.yml").value == {
        "id": "K01",
        "limit": 5,
        "share": 0.5,
        "on_by_default": True,
        "nothing": None,
        "list": ["a", "010"],
    }


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "Yes",
        "on",
        "off",
        "010",
        "0x1F",
        "1_000",
        "12:30",
        "2026-09-30",
        "~",
        ".5",
        "=",
    ],
)
def test_what_yaml_would_turn_into_something_else_has_to_be_quoted(written: str) -> None:
    with pytest.raises(BrokenFile) as error:
        read(f"name: vague\nvalue: {written}", "words/vague.yml")
    assert (error.value.reason, error.value.line) == ("surprise", 2)
    assert error.value.facts["what"] == written
    assert read(f"value: '{written}'", "f.yml").value == {"value": written}


def test_a_second_key_of_the_same_name_is_an_error_at_its_line() -> None:
    with pytest.raises(BrokenFile) as error:
        read("name: 模糊词\nwords: []\nname: vague", "vague.yml")
    assert (error.value.reason, error.value.line, error.value.file) == (
        "duplicate_key",
        3,
        "vague.yml",
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: [1, 2", "not_yaml"),
        ("a: 1\n--- \nb: 2", "not_yaml"),
        ("a: &x [1]\nb: *x", "alias"),
        ("? [a]\n: b", "surprise"),
        ("no: 1", "surprise"),
        ("a: !!python/object:os.system x", "surprise"),
        ("[" * 100_000, "too_deep"),
        ("a:\n" + "".join(" " * depth + "- \n" for depth in range(1, 60)), "too_deep"),
        ("\x00", "not_yaml"),
    ],
)
def test_broken_or_hostile_files_are_errors(text: str, reason: str) -> None:
    with pytest.raises(BrokenFile) as error:
        read(text, "f.yml")
    assert error.value.reason == reason


def test_the_line_of_a_part_is_known() -> None:
    tree = read(
        "id: K01\ncheck:\n  kind: words\n  words: vague\nunless:\n  - pending\n  - odd\n", "K01"
    )
    assert tree.line_of(("check", "words")) == 4
    assert tree.line_of(("unless", 1)) == 7
    assert tree.line_of(("check", "a step that is not in the file", "kind")) == 3
    assert tree.line_of(("missing",)) == 1
