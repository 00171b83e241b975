from __future__ import annotations

import pytest

from assistant.models import At, Span
from assistant.parsing.places import source_span
from tests.parsing.conftest import Reader


def _words(source: str, at: At, text: str, words: str) -> str | None:
    start = text.index(words)
    found = source_span(source, at, text, Span(start=start, end=start + len(words)))
    return source[found[0] : found[1]] if found else None


@pytest.mark.parametrize(
    ("source", "text", "words", "marked"),
    [
        ("O1: x\n- KR1: NPS from 40 to 50", "NPS from 40 to 50", "40", "40"),
        ("O1: x\n- KR1: **NPS** from 40 to 50", "NPS from 40 to 50", "NPS", "NPS"),
        (
            "O1: x\n- KR1: raise **NPS from 40** to 50",
            "raise NPS from 40 to 50",
            "40 to",
            "40** to",
        ),
        ("O1: x\n- KR1: see [the board](http://x.example) now", "see the board now", "now", "now"),
        ("O1: x\n- KR1: A&amp;B up to `50`", "A&B up to 50", "50", "50"),
        ("O1: x\n- KR1: N<sub>2</sub> down to 5", "N2 down to 5", "N2", "N<sub>2"),
        ("O1：x\n- KR1：提升**满意度**到 50 分", "提升满意度到 50 分", "满意度到", "满意度**到"),
    ],
)
def test_words_are_found_where_they_were_typed(
    source: str, text: str, words: str, marked: str, read: Reader
) -> None:
    kr = read(source).sets[0].set.objectives[0].key_results[0]
    assert kr.text == text
    assert kr.at is not None
    assert _words(source, kr.at, text, words) == marked


def test_words_of_a_joined_line_are_found(read: Reader) -> None:
    source = "O1: x\n- KR1: raise the share of orders that are paid in one step\n  from 40% to 60%"
    kr = read(source).sets[0].set.objectives[0].key_results[0]
    assert kr.at is not None
    assert _words(source, kr.at, kr.text, "from 40%") == "from 40%"


def test_an_entity_that_was_read_as_it_stands_is_found() -> None:
    source, text = "O1: Research\n&amp; development", "Research &amp; development"
    at, words = At(line=1, column=5), Span(start=9, end=26)
    found = source_span(source, at, text, words)
    assert found is not None
    assert source[slice(*found)] == "&amp; development"


def test_words_of_a_cell_are_found(read: Reader) -> None:
    source = "Objective,Key result\nGrow,ARR from 5M to 10M\n"
    kr = read(source).sets[0].set.objectives[0].key_results[0]
    assert kr.at is not None
    assert _words(source, kr.at, kr.text, "10M") == "10M"


def test_what_cannot_be_traced_gives_none() -> None:
    text, span = "NPS 50", Span(start=0, end=3)
    assert source_span("O1: x", At(line=1, column=1), text, span) is None
    assert source_span("O1: x", At(line=9, column=1), text, span) is None
    assert source_span("NPS 50", At(line=1, column=1), text, Span(start=0, end=99)) is None
