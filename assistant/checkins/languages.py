"""The language in which a week, or a message of it, is told where nobody chose one."""

from __future__ import annotations

import re
from collections import Counter

from assistant.language.script import CJK, differs_by_script, language_of, script_of_set
from assistant.models import Language, OkrSet

_WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)


def language_of_week(okr_set: OkrSet) -> Language:
    """The language of most lines of the set; of mixed ones, the script of its Chinese."""
    lines = _lines(okr_set)
    counted = Counter(language_of(line) for line in lines if any(map(str.isalpha, line)))
    return Language.EN if 2 * counted[Language.EN] >= counted.total() else script_of_set(lines)


def language_of_message(text: str, okr_set: OkrSet) -> Language:
    """The language of a message; one that has none of its own, `KR2 25%`, is told in the set's."""
    if CJK.search(text):
        return _in_script(language_of(text), text, okr_set)
    named = {word.lower() for line in _lines(okr_set) for word in _WORD.findall(line)}
    own = any(word.lower() not in named for word in _WORD.findall(text))
    return Language.EN if own else language_of_week(okr_set)


def _in_script(found: Language, text: str, okr_set: OkrSet) -> Language:
    """信心 7 分 is written alike in both scripts; a Traditional set says which is meant."""
    if found is not Language.ZH_HANS or differs_by_script(text):
        return found
    return script_of_set([*_lines(okr_set), text])


def _lines(okr_set: OkrSet) -> list[str]:
    return [
        line for o in okr_set.objectives for line in (o.objective, *(k.text for k in o.key_results))
    ]
