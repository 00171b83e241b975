"""A line whose values are still to fill in is judged as it will be with them.

What a key result is about does not change when its gaps are filled; only whether it can be measured
yet. So the gaps that the coach writes are read as numbers for the kind and for being compound.
"""

from __future__ import annotations

from assistant.language.facts.settled import is_imperative
from assistant.language.lexicon import expressions, section
from assistant.language.script import CJK
from assistant.language.words.observation import Observation, listed
from assistant.patterns import lazy

_OPEN = "[［"
_OF_WORDS = ("open_metric", "open_change", "open_aside")
# Of a named metric either way is a result; of work, counted or as a share, only more is likely.
_FALLING, _RISING = ("60", "40"), ("40", "60")
_SHARE = lazy("(?<![a-z])(?:share|percentage|proportion)(?![a-z])|占比|比例")
_TAIL = 6  # characters from the end of a metric's name in which the work is named


def with_values(seen: Observation) -> str | None:
    """The text with numbers in its gaps and names for what it quotes; None where it has neither.

    So it is where what is shared is work.
    """
    text = seen.line.text
    if not seen.line.placeholders:
        return _as_names(text) if _is_of_quoted(seen) else None
    named = [each for each in seen.line.placeholders if text[each.start] in _OPEN]
    gaps = [each for each in named if not _is_of_words(text[each.start : each.end])]
    share = _SHARE.search(seen.folded) is not None
    if not gaps or len(gaps) > len(_RISING) or (share and _ends_in_work(seen, gaps[0].start)):
        return None
    numbers = _RISING if share or is_imperative(seen) else _FALLING
    for gap, number in reversed(list(zip(gaps, numbers, strict=False))):
        unit = "%" if share and text[gap.end : gap.end + 1] not in ("%", "％") else ""
        text = text[: gap.start] + number + unit + text[gap.end :]
    return _as_names(text)


def _as_names(text: str) -> str:
    """The text with words for the words that are left open, and a name for what is quoted.

    A quoted passage is what the measure is of, whatever it says itself.
    """
    script = "zh" if CJK.search(text) else "en"
    for key, words in section("measures")["stand_ins"].items():
        text = expressions("measures", key).sub(words[script], text)
    return text


def _is_of_quoted(seen: Observation) -> bool:
    """Whether two values are of a thing that is called by a quoted passage."""
    quoted = expressions("measures", "quoted_thing").search(seen.line.text)
    return quoted is not None and any(quoted.end() <= pair.span.start for pair in seen.line.pairs)


def _is_of_words(gap: str) -> bool:
    """Whether words are left open, and no value."""
    return any(expressions("measures", key).fullmatch(gap) for key in _OF_WORDS)


def _ends_in_work(seen: Observation, end: int) -> bool:
    """Whether the share is of those put through work (服务迁移比例, share of services moved)."""
    name = seen.folded[:end].removesuffix("from ").rstrip("从由 ")
    return listed("measures", "put_through").search(name, max(0, len(name) - _TAIL)) is not None
