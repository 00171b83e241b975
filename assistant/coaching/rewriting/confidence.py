"""Whether a line is read surely enough that a metric of ours may stand first.

What was measured, and on which readings, stands in `confidence.yml`. Where the deed is of no kind
that proved to tell what a work is for, or its thing was not cut out whole, the line is asked about.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from assistant.coaching.rewriting.anatomy import Work
from assistant.coaching.rewriting.cutting import is_clean
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.shortening import small
from assistant.coaching.rewriting.works import Match, split
from assistant.language.script import fold
from assistant.language.words.vocabulary import forms
from assistant.own_data import load

_LETTER = re.compile(r"\w")
_SPARE = (0, 2)  # letters of English, signs of Chinese that may be left over


class _Deeds(NamedTuple):
    """The verbs of which what was offered first proved right."""

    told: frozenset[str]  # as one tells somebody to do it
    done: frozenset[str]  # as one says that it is done; of Chinese verbs the same


def leads_surely(work: Work) -> bool:
    """Whether deed and thing of a line are known well enough to measure the work by a guess."""
    return not is_torn(work) and _is_whole(work) and _is_known(work)


def is_proved(match: Match) -> bool:
    """Whether a kind of work kept the topic of its line wherever it was judged."""
    return match.family.data.id in split(_data()["proved"])


def tells_itself(match: Match, work: Work) -> bool:
    """Whether a proved work is what somebody is told to do: Read …, not GullSync learns to …."""
    opens = work.chinese or not work.verbs or work.folded.startswith(work.verbs[0])
    return opens and is_proved(match) and not is_torn(work)


def is_torn(work: Work) -> bool:
    """Whether the words cut out of a line name no thing of their own."""
    if not is_clean(work.topic, chinese=work.chinese):
        return True
    written = small(work.topic) if work.folded.startswith(fold(work.topic)) else work.topic
    torn = _sign("torn").search(fold(written)) or _sign("torn_words").search(written)
    return torn is not None


def _is_whole(work: Work) -> bool:
    """Whether a line says nothing but what is done to its thing."""
    if is_beside(work):
        return False
    left = work.folded.replace(fold(work.topic), " ", 1)
    if _with_whom(work):
        left = left[left.find(work.verbs[1]) :]
    for verb in work.verbs:
        left = left.replace(verb, " ", 1)
    left = _sign("small_zh" if work.chinese else "small_en").sub(" ", left)
    return len(_LETTER.findall(left)) <= _SPARE[work.chinese]


def is_beside(work: Work) -> bool:
    """Whether a preposition leads to the thing: Launch in 5 new countries says not what."""
    if work.chinese or not work.verbs:
        return False
    start = work.folded.find(work.verbs[0]) + len(work.verbs[0])
    end = work.folded.find(fold(work.topic))
    return _sign("aside_en").search(work.folded, start, end) is not None


def _is_known(work: Work) -> bool:
    """Whether a line tells somebody to do such a deed, or says that it is done.

    In Chinese it may close the line (看板上线), in English stand behind it (page live).
    """
    if work.chinese:
        return _is_known_zh(work)
    if not work.verbs:
        return _sign("named_en").fullmatch(fold(work.topic)) is not None
    at = work.folded.find(work.verbs[0])
    behind = work.folded.startswith(fold(work.topic))
    front = _sign("small_en").sub(" ", work.folded[:at])
    if behind or (at and not front.strip(" '’")):
        return work.verbs[0] in _deeds().done
    return work.verbs[0] in _deeds().told and _is_manner(front)


def _is_known_zh(work: Work) -> bool:
    """The same of a Chinese line, in which a verb that is not read as one may close it too."""
    told = tuple(_deeds().told)
    if not work.verbs:
        front = work.folded[: work.folded.find(fold(work.topic))].rstrip()
        named = _sign("named_zh").fullmatch(fold(work.topic)) is not None
        return named or work.folded.endswith(told) or front.endswith(told)
    first = _sign("again_zh").sub("", work.verbs[_with_whom(work)])
    opens = work.folded.startswith(work.verbs[0]) and first in _deeds().told
    said = _sign("amount_zh").sub("", work.folded)
    return opens or (work.verbs[-1] in _deeds().told and said.endswith(work.verbs[-1]))


def _with_whom(work: Work) -> bool:
    """Whether a Chinese line opens with whom it is done with or to: 对仓管员开展培训."""
    opens = work.chinese and len(work.verbs) > 1
    return opens and _sign("with_zh").fullmatch(work.verbs[0]) is not None


def _is_manner(front: str) -> bool:
    """Whether words in front of a deed say only how it is done: quickly ship."""
    return _sign("manner_en").fullmatch(" ".join(front.split())) is not None


@cache
def _deeds() -> _Deeds:
    groups = _data()["deeds"]
    english = {word for one in groups for word in split(one["en"])}
    chinese = {word for one in groups for word in split(one["zh"])}
    done = {made for word in english for made, form in forms(word, "make") if form == "ed"}
    return _Deeds(
        frozenset(english | chinese), frozenset(chinese | done | set(split(_data()["done_en"])))
    )


def _sign(name: str) -> re.Pattern[str]:
    return expression("confidence", name)


@cache
def _data() -> dict[str, Any]:
    return dict(load("assistant.coaching", "rewriting/confidence.yml"))
