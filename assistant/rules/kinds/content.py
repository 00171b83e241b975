"""The words of a line that carry its meaning."""

from __future__ import annotations

from assistant.language.reading import LineReading
from assistant.patterns import lazy
from assistant.rules.words import WordList

# A Latin word, or one letter of any other script.
_TOKENS = lazy(r"[a-z]+|[^\W0-9a-z_]")


def content(reading: LineReading, ignored: WordList) -> list[str]:
    """Latin words without plural and single Chinese characters, without numbers, units and dates.

    What stands in `ignored` (verbs of change, articles, names of any measure) is left out too.
    """
    kept = list(reading.folded)
    spans = [number.span for number in reading.quantities]
    spans += [mention.span for mention in reading.dates]
    for span in [*spans, *reading.placeholders, *ignored.find(reading.folded)]:
        kept[span.start : span.end] = " " * (span.end - span.start)
    return [_stem(token) for token in _TOKENS.findall("".join(kept))]


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
