"""Numbers that tell nothing of how things stand: plans, hopes, conditions, those of others."""

from __future__ import annotations

import re

from assistant.checkins.reading.around import Around
from assistant.checkins.reading.lexicon import before, patterns
from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.names import stem

_PIECES = re.compile(r"[,(、]|\bbut\b")
_STOPS, _REACH = re.compile(r"[。!?;\n]|\.(?= |$)"), 160
_WORD = re.compile("[a-z]{3,}")
_TIME = re.compile("[上下本这今][周月季期]")


def is_unreal(around: Around, measured: Measured) -> bool:
    """Whether a number is planned, forecast, wished, promised or only true if something comes."""
    if around.is_put_right:
        return False
    head = unnamed(around.seen[around.start : around.at], measured)
    if patterns("unreal", "may_after").match(around.seen, around.end):
        return True
    denied = before("unreal", "denied_before").search(around.seen, around.start, around.at)
    return denied is not None or _may(head) or _is_conditional(around)


def _may(head: str) -> bool:
    said = [match.end() for match in patterns("unreal", "may_before").finditer(head)]
    return bool(said) and not patterns("unreal", "turns_real").search(head, said[-1])


def _is_conditional(around: Around) -> bool:
    """Whether a piece of the sentence in front of it, or its own, sets a condition."""
    said = around.seen[max(0, around.at - _REACH) : around.at]
    sentence = _STOPS.split(said)[-1]
    pieces = _PIECES.split(sentence)
    if patterns("unreal", "turns_real").search(pieces[-1]):
        return False
    return any(patterns("unreal", "condition").search(one) for one in pieces)


def is_of_others(around: Around, measured: Measured) -> bool:
    """Whether it is the number of another team, of the industry, of next door."""
    head = unnamed(around.seen[around.start : around.at], measured)
    return before("unreal", "others_before").search(head) is not None


def unnamed(head: str, measured: Measured) -> str:
    """Words with those of the metric's own name blanked: 计划 of 计划达成率 plans nothing."""
    name = measured.name
    stems = {stem(word) for word in _WORD.findall(name)}
    head = _WORD.sub(lambda m: " " * len(m[0]) if stem(m[0]) in stems else m[0], head)
    signs = list(head)
    for i in range(len(head) - 1):
        if min(head[i : i + 2]) > "z" and head[i : i + 2] in name and not _TIME.match(head, i - 1):
            signs[i] = signs[i + 1] = " "
    return "".join(signs)
