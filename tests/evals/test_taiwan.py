"""The forms of Taiwan are up to date with the lists."""

from assistant.language.lexicon import section
from evals.taiwan import forms


def test_every_word_is_known_as_taiwan_says_it() -> None:
    held = section("taiwan")["forms"]
    missing = {word: form for word, form in forms().items() if held.get(word) != form}
    assert not missing, "run: python -m evals.taiwan"
