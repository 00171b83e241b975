import pytest

from assistant.errors import InputTooLarge
from assistant.knowledge.company.sections import LONGEST, cut, weight

HANDBOOK = """Read this first.

# Delivery

We promise a day and keep it.

## What counts as late

A parcel after 18:00 is late.

# 门店

## 晨会怎么开

每天十分钟，站着开。
"""


def test_a_document_is_cut_at_its_headings_and_a_title_names_what_stands_above() -> None:
    assert [(one.anchor, one.title, one.text) for one in cut(HANDBOOK, "handbook")] == [
        ("handbook", "handbook", "Read this first."),
        ("delivery", "Delivery", "We promise a day and keep it."),
        ("what-counts-as-late", "Delivery › What counts as late", "A parcel after 18:00 is late."),
        ("s-e8c7268b", "门店 › 晨会怎么开", "每天十分钟，站着开。"),
    ]


def test_an_anchor_stays_when_other_parts_change() -> None:
    later = cut("# Returns\n\nFourteen days.\n\n" + HANDBOOK, "handbook")
    assert [one.anchor for one in later if one.text.startswith("每天")] == ["s-e8c7268b"]


def test_the_same_heading_twice_gives_two_anchors() -> None:
    assert [one.anchor for one in cut("# Team\na\n# Team\nb", "x")] == ["team", "team-2"]


@pytest.mark.parametrize(
    "text",
    [
        "The depot opens at six. " * 400,
        "站点六点开门。" * 800,
        "x" * 10_000,
        "一" * 10_000,
        "\n\n".join(["A paragraph of its own."] * 400),
    ],
)
def test_no_section_is_longer_than_the_model_reads_and_no_word_is_lost(text: str) -> None:
    pieces = [one.text for one in cut(text, "long")]
    assert max(map(weight, pieces)) <= LONGEST
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_what_looks_like_a_heading_or_a_mark_in_the_text_stays_text() -> None:
    (section,) = cut("```\n# not a heading\n```\nAs in [seed-003] and [own](x).", "x")
    assert section.text == "```\n\\# not a heading\n```\nAs in \\[seed-003\\] and [own](x)."


def test_a_book_of_headings_is_refused() -> None:
    with pytest.raises(InputTooLarge) as error:
        cut("# a\nb\n" * 3_000, "x")
    assert error.value.reason == "sections"
