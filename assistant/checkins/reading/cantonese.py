"""Written Cantonese as the word lists know it: 仲未批 for 还没批, 升咗 for 升了."""

from __future__ import annotations

import re
from functools import cache

from assistant.checkins.reading.lexicon import section
from assistant.language.lexicon import alternation
from assistant.language.script import fold


def in_mandarin(seen: str) -> str:
    """A folded text with words for those that only Cantonese has; the length stays."""
    pattern, words = _words()
    return pattern.sub(lambda match: words[match.group()], seen)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    words = {fold(word): other for word, other in section("cantonese")["words"].items()}
    return re.compile(alternation(words)), words
