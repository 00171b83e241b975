"""Long noun phrases cut to what names the thing."""

from __future__ import annotations

import re

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9'&/.-]*")
END = " \t,.;:!?，。；：！？、"  # marks that close a line
EDGES = " \t,.;:!?-–—·*~，。；：、！？|/“”\"'"
MOST_WORDS = 9
MOST_CHARS = 22
_SHORTEST_ADVERB = 5


def short_english(topic: str) -> str:
    """At most a few words, ending where a preposition would begin."""
    words = topic.split()
    while len(words) > 1 and (is_loose(words[-1]) or _hangs(words)):
        words.pop()
    if len(words) <= MOST_WORDS:
        return " ".join(words).strip(EDGES)
    for place in range(MOST_WORDS, 2, -1):
        if words[place].lower() in _PREPOSITIONS:
            return " ".join(words[:place]).strip(EDGES)
    return " ".join(words[:MOST_WORDS]).strip(EDGES)


def thing_of(topic: str) -> str:
    """An English thing without what is said of it behind a preposition; names of two words stay."""
    words = topic.split()
    for place in range(2, len(words)):
        if words[place].lower() in _PREPOSITIONS - {"of"}:
            return " ".join(words[:place])
    return topic


_PREPOSITIONS = {"about", "across", "aimed", "at", "based", "between", "for", "from", "in", "into"}
_PREPOSITIONS |= {"of", "on", "per", "through", "with"}


def is_loose(word: str) -> bool:
    """Whether a word leads to another one, so that no name ends with it."""
    bare = word.lower().strip(EDGES)
    return not bare or bare in _LOOSE_ENDS or (bare.endswith("ly") and len(bare) > _SHORTEST_ADVERB)


def _hangs(words: list[str]) -> bool:
    """Whether a verb hangs behind a preposition, its object cut away: the app with submitting."""
    return words[-1].lower().endswith("ing") and words[-2].lower() in ("by", "with", "for", "of")


_LOOSE_ENDS = _PREPOSITIONS | {"and", "or", "to", "the", "a", "by", "&", "including"}
_LOOSE_ENDS |= {"fully", "faster", "better", "sooner", "quicker", "earlier"}


def short_chinese(topic: str) -> str:
    """At most a few signs: the thing itself stands behind the last 的, or first in a list."""
    topic = _after_modal(topic)
    if width_of(topic) <= MOST_CHARS:
        return topic
    pieces = [topic.rsplit("的", 1)[-1], *(topic.split(mark, 1)[0] for mark in "，、 ")]
    for piece in pieces:
        if 3 <= len(piece.strip(EDGES)) <= MOST_CHARS:
            return piece.strip(EDGES)
    return topic[:MOST_CHARS]


def width_of(topic: str) -> int:
    """How long a topic reads: an English word counts as two signs."""
    words = _LATIN.findall(topic)
    return len(_LATIN.sub("", topic).replace(" ", "")) + 2 * len(words)


def set_apart(topic: str) -> str:
    """The topic, an English word at its edge set apart from the Chinese beside it.

    What is written in capitals stands apart where its author set it apart: 3 个 PR 来自.
    """
    bare = topic.strip()
    front = " " if _is_apart(bare[:1], topic[:1]) else ""
    behind = " " if _is_apart(bare[-1:], topic[-1:]) else ""
    return f"{front}{bare}{behind}"


def _is_apart(letter: str, edge: str) -> bool:
    return letter.isascii() and (letter.islower() or (letter.isalnum() and edge == " "))


def _after_modal(topic: str) -> str:
    return topic.removesuffix("的").strip(EDGES)


def small(text: str) -> str:
    """A text that stands inside a sentence: its first letter small, but for NPS."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def is_half_open(words: str) -> bool:
    """Whether a bracket or a quotation is opened or closed alone, so that words were cut in it."""
    pairs = any(words.count(pair[0]) != words.count(pair[1]) for pair in _PAIRS)
    return pairs or words.count('"') % 2 == 1


_PAIRS = ("()", "[]", "{}", "“”", "「」", "『』", "《》", "【】", "（）")
