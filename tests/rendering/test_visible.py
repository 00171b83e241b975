"""Control signs are shown, letters of every script stay."""

import pytest

from assistant.rendering.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\u241b[31mred"),
        ("a\x00b\x7f", "a\u2400b\u2421"),
        ("\x9b2J", "\ufffd2J"),
        ("\u202eevil\u2069", "\ufffdevil\ufffd"),
        ("one\ntwo\tthree\rfour", "one two three\u240dfour"),
        ("half \ud800", "half \ufffd"),
    ],
)
def test_what_steers_a_terminal_is_replaced_sign_by_sign(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert len(shown) == len(text)


@pytest.mark.parametrize("text", ["准时率从82%提升到96%", "準時率", "naïve — 👩\u200d⚕️ ¥80m"])
def test_words_stay_as_they_are(text: str) -> None:
    assert visible(text) == text
