"""Script and language of a line, and its folded form that all patterns look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from opencc import OpenCC

from assistant.models import Language
from assistant.patterns import lazy

CJK = lazy(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN_WORD = lazy(r"[a-z][a-z'’]+", re.IGNORECASE)
# Words that make Latin text an English sentence rather than a name inside a Chinese one.
_FUNCTION_WORDS = frozenset(
    "a an and are at be by for from in into is of on or our that the their this to we with".split()  # noqa: SIM905
)
# One Chinese word has about 1.7 characters; this makes the two scripts comparable.
_WORDS_PER_CHAR = 0.6
_DOMINANT = 2.0
_CLEAR_MAJORITY = 0.8

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME_SIGN = {
    "\u3000\u00a0\u2002\u2003\u2009\u202f\t": " ",
    "–−‐‑﹣": "-",
    "〜∼": "~",
    "➔➜➝➞⇒⟶⟹⇨➡⮕▶►➤➙": "→",
    "≧⩾": "≥",
    "≦⩽": "≤",
    "’‘＇": "'",
    "“”": '"',
    "￥": "¥",
    "衞": "卫",  # forms of Hong Kong and Taiwan that OpenCC leaves as they are
    "枱": "台",
}
_SIGNS = _HALF_WIDTH | {ord(c): ord(to) for chars, to in _SAME_SIGN.items() for c in chars}


_SPACES = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # left behind by web pages and word processors
_LOOSE = lazy(f"[{_SPACES}{_UNSEEN}]{{2,}}|[{_UNSEEN}]")
_STOPS = ".。．"


def tighten(text: str) -> tuple[str, Sequence[int]]:
    """The text without what says nothing, and the place in `text` of each character kept.

    Of a run of blanks one is kept; blanks around the text, a full stop at its end and characters
    that cannot be seen are left out.
    """
    tight, places = _spaced_once(text)
    start, end = len(tight) - len(tight.lstrip()), len(tight.rstrip())
    if tight[end - 1 : end] in _STOPS and tight[end - 2 : end - 1] not in _STOPS:
        end = len(tight[: end - 1].rstrip())
    return tight[start:end], places[start:end]


def _spaced_once(text: str) -> tuple[str, Sequence[int]]:
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for run in _LOOSE.finditer(text):
        kept.append(text[at : run.start()])
        places.extend(range(at, run.start()))
        if any(map(str.isspace, run.group())):
            kept.append(" ")
            places.append(run.start())
        at = run.end()
    if not at:
        return text, range(len(text))
    return "".join([*kept, text[at:]]), (*places, *range(at, len(text)))


@cache
def _converter(config: str) -> OpenCC:
    return OpenCC(config)


def fold(text: str) -> str:
    """The text in half-width, lower case and Simplified characters, of the same length."""
    if text.isascii():
        return text.lower().replace("\t", " ")
    return (_kept if len(text) <= _KEPT_CHARS else _folded)(text)


def _folded(text: str) -> str:
    return simplify(_lower(text.translate(_SIGNS)))


# A rewrite looks at the same few lines hundreds of times.
_KEPT_CHARS = 200
_kept = lru_cache(maxsize=2_000)(_folded)


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def simplify(text: str) -> str:
    """The text in Simplified characters, of the same length."""
    if not CJK.search(text):
        return text
    return _same_length(_converter("t2s"), text)


def _same_length(converter: OpenCC, text: str) -> str:
    converted: str = converter.convert(text)
    if len(converted) == len(text):
        return converted
    singles = [converter.convert(char) for char in text]
    return "".join(s if len(s) == 1 else c for s, c in zip(singles, text, strict=True))


def language_of(text: str) -> Language:
    """The language of one line; a Chinese line stays Chinese around Latin names and units."""
    if text.isascii():
        return Language.EN
    chars = len(CJK.findall(text))
    if not chars:
        return Language.EN
    latin = _LATIN_WORD.findall(text)
    if not any(word.lower() in _FUNCTION_WORDS for word in latin):
        return Language.EN if len(latin) > chars else _script_of(text)
    return _of_two(chars * _WORDS_PER_CHAR, len(latin), text)


def _of_two(chinese: float, english: float, text: str) -> Language:
    if chinese >= _DOMINANT * english:
        return _script_of(text)
    return Language.EN if english >= _DOMINANT * chinese else Language.MIXED


def _script_of(text: str) -> Language:
    """Traditional or Simplified, by the characters that only one of the two has."""
    traditional = _differences("t2s", text)
    if traditional and traditional >= _differences("s2t", text):
        return Language.ZH_HANT
    return Language.ZH_HANS


def differs_by_script(text: str) -> bool:
    """Whether a text has a character that is written otherwise in the other script."""
    return bool(_differences("t2s", text) or _differences("s2t", text))


def _differences(config: str, text: str) -> int:
    converted = _same_length(_converter(config), text)
    return sum(a != b for a, b in zip(converted, text, strict=True))


def language_of_set(lines: Iterable[str]) -> Language:
    """The language that most lines are in, or mixed when none has a clear majority."""
    kept = [line for line in lines if line.strip()]
    of_lines = Counter(language_of(line) for line in kept)
    chinese = of_lines[Language.ZH_HANS] + of_lines[Language.ZH_HANT]
    if not kept or of_lines[Language.EN] >= _CLEAR_MAJORITY * len(kept):
        return Language.EN
    if chinese < _CLEAR_MAJORITY * len(kept):
        return Language.MIXED
    return script_of_set(kept)


def script_of_set(lines: Iterable[str]) -> Language:
    """The script of what is Chinese in a set; short lines look alike in both, all together tell."""
    return _script_of("\n".join(line for line in lines if language_of(line) is not Language.EN))
