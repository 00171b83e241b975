"""What a number of a message is, by the words around it."""

from __future__ import annotations

import re

from assistant.checkins.reading.around import Around
from assistant.checkins.reading.figure import Figure, Role
from assistant.checkins.reading.lexicon import before, patterns
from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.names import stem
from assistant.checkins.reading.spent import is_cost, is_spent, is_spent_so_far
from assistant.checkins.reading.unnamed import without_name
from assistant.checkins.reading.unreal import is_of_others, is_unreal, unnamed
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind as Kind
from assistant.models import Direction

_NEAR = 20
_PLAN = 40  # how far in front of a change the number of the plan may be
_WORD = re.compile("[a-z]{3,}")
_LAST_WORD = re.compile("(?:[a-z]+|[一-鿿]{2}) ?$")
_SMALL = frozenset({"of", "to", "by", "at", "in", "for", "from"})
_STOPS = (",", ";", ".", "。", "!", "?")
_ADDED = re.compile(r", ?[^0-9,;。.!?()\n]{0,40}(?![0-9])(?=[,;。.!?()\n]|$)")


def is_labelled(figure: Figure) -> bool:
    """Whether a label right in front of it says what it is."""
    return figure.clause.own and figure.clause.label in _OF_LABEL


def set_unreal(figure: Figure, around: Around, measured: Measured) -> None:
    """What is only planned or hoped for is a goal, and what others have is none of ours."""
    figure.unreal = is_unreal(around, measured)
    if figure.unreal:
        figure.role = Role.GOAL
    elif is_of_others(around, measured) or _is_suffered(figure, around):
        figure.role = Role.OTHER


def _is_suffered(figure: Figure, around: Around) -> bool:
    suffered = before("unreal", "suffered_before").search(around.seen, around.start, around.at)
    return figure.role is Role.DELTA and suffered is not None


def role_of(figure: Figure, around: Around, measured: Measured) -> Role:
    """The role that the words right around a number give it."""
    clause = figure.clause
    if clause.own and clause.label in _OF_LABEL:
        return _OF_LABEL[clause.label]
    if _is_another(figure, around, measured):
        return Role.OTHER
    if _is_change(figure, around, measured):
        near = max(around.start, around.at - _NEAR), min(clause.end, around.end + _NEAR)
        against = patterns("values", "not_since_last").search(around.seen, *near)
        against = against or before("values", "from_plan_before").search(
            around.seen, max(0, clause.start - _PLAN), clause.start
        )
        return Role.OTHER if against else Role.DELTA
    if around.after("other_after"):
        return Role.OTHER
    left = around.before("remains_before") or around.after("remains_after")
    figure.remains = left and not around.has("to_goal")
    aims = around.before_unnamed(measured.name, "goal_before", words=True)
    aims = aims and not (is_in_name(figure, around, measured) or around.is_put_right)
    aims = aims and not (figure.remains and _is_all_left(around, measured))
    if aims or around.after("goal_after"):
        return Role.GOAL
    if around.clause.aside and before("values", "month_before").search(
        around.seen[around.clause.start : around.at]
    ):
        return Role.PREVIOUS
    if _is_previous(around, measured) or around.after("previous_after"):
        return Role.PREVIOUS
    return Role.VALUE


def _is_previous(around: Around, measured: Measured) -> bool:
    """Whether it is one of before, also with the metric's name between: 上周投诉 35 件."""
    head = " ".join(unnamed(around.seen[around.start : around.at], measured).split())
    if before("values", "last_named_before").search(head):
        return True
    return around.before_unnamed(measured.name, "previous_before")


def _is_all_left(around: Around, measured: Measured) -> bool:
    """延期工地还有 26 个: of a count that shall fall, with nothing but its name in front."""
    falls = measured.direction is Direction.DECREASE
    head = patterns("values", "remains_before").sub(
        "", around.seen[around.clause.start : around.at]
    )
    return falls and not without_name(head, 0, len(head), measured).strip()


def _is_another(figure: Figure, around: Around, measured: Measured) -> bool:
    """Whether a number is somebody else's, how long something lasts, or a part of a name."""
    if around.before_unnamed(measured.name, "other_before", words=True) and not (
        _is_signed(around) or _is_between(around, measured)
    ):
        return True
    spent = measured.kind is not Kind.MONEY and is_spent(around, measured)
    spent = spent and not (is_cost(measured) and is_spent_so_far(around))
    if (spent and not is_in_name(figure, around, measured)) or around.before("taken_back"):
        return True
    if not _is_timed(figure, measured) and lasts(figure, around.seen):
        return True
    if around.before("another_before") and around.after("to_come_after"):
        return True
    named = around.before("label_before") or around.after("parts_after")
    return figure.kind is Kind.BARE and named


def _is_between(around: Around, measured: Measured) -> bool:
    """A failure every 430 hours, of the time between failures."""
    spaced = patterns("values", "spaced").search(measured.folded)
    return spaced is not None and around.before("each_before")


_OF_LABEL = {
    "value": Role.VALUE,
    "delta": Role.DELTA,
    "previous": Role.PREVIOUS,
    "goal": Role.GOAL,
    "confidence": Role.OTHER,
    "due": Role.OTHER,
    "ignored": Role.OTHER,
    "key_result": Role.OTHER,
}


def lasts(number: Draft | Figure, seen: str) -> bool:
    """Whether a number tells for how long something has gone on: open for 8 days."""
    near = max(0, number.start - _NEAR), number.start
    said = before("values", "lasting_before").search(seen, *near)
    return number.kind is Kind.DURATION and said is not None


_WAYS = ("up", "down", "better", "worse")


def _is_change(figure: Figure, around: Around, measured: Measured) -> bool:
    if _is_signed(around):
        return True
    if is_cost(measured) and around.before("used_before"):
        return False
    aims = around.before_unnamed(measured.name, "goal_before", words=True)
    if aims and not around.before("by_before"):
        return False
    if any(around.after(f"{way}_after") for way in _WAYS):
        return True
    if _is_of_count(around, measured) and around.after("added_after"):
        return True
    moved = around.before(*(f"{way}_before" for way in _WAYS), "by_before")
    return moved and not is_in_name(figure, around, measured)


def _is_timed(figure: Figure, measured: Measured) -> bool:
    return measured.kind is Kind.DURATION or (figure.unit or "?")[:3] in measured.name


def _is_of_count(around: Around, measured: Measured) -> bool:
    """Whether things are counted, or what stands behind the number is what is measured."""
    behind = {stem(word) for word in _WORD.findall(around.seen, around.end, around.clause.end)}
    own = (stem(word) for word in _WORD.findall(measured.name))
    named = measured.kind is Kind.BARE and not behind.isdisjoint(own)
    return named or measured.kind is Kind.COUNT


def _is_signed(around: Around) -> bool:
    before_sign = around.seen[around.at - 1 : around.at]
    return around.sign in ("+", "-") and (around.seen[around.at] in "+-" or before_sign in "+-")


def was(around: Around) -> bool:
    """Whether it was so, perhaps: a value of before where there is another one."""
    at = around.sign_at
    return before("values", "was_before").search(around.seen, around.start, at) is not None


def stands(around: Around, measured: Measured) -> bool:
    """Whether a signed number is right behind the name, with no period and nothing beside it."""
    seen, clause, at = around.seen, around.clause, around.sign_at
    gap = before("values", "stands_before").search(seen, around.start, at)
    end = gap.start() if gap else at
    if end <= clause.start:  # KR3: +27, but not "went up, +3"
        named = seen[: clause.start].rstrip()[-1:] not in _STOPS
    else:
        word = _LAST_WORD.search(seen, around.start, end)
        own = before("values", "below_zero").search(seen, around.start, end)
        named = bool(own or (word and word[0].strip() in measured.name))
    return named and not _is_compared(around)


def _is_compared(around: Around) -> bool:
    seen, end = around.seen, around.clause.end
    if patterns("values", "compared_with").search(seen, around.end, end + _NEAR):
        return False
    behind = _ADDED.match(seen, end)
    end = behind.end() if behind else end
    return patterns("values", "compared").search(seen, around.start, end) is not None


def is_in_name(figure: Figure, around: Around, measured: Measured) -> bool:
    """新增付费用户 7.3 万: the verb in front is a part of the metric's name."""
    last = _LAST_WORD.search(around.seen, around.start, around.at)
    if (
        last is None
        or last[0].strip() in _SMALL
        or (figure.kind is Kind.POINTS is not measured.kind)
    ):
        return False
    named = measured.name if last[0][0] > "z" else f" {measured.name} "
    return (last[0].strip() if last[0][0] > "z" else f" {last[0].strip()} ") in named


def set_sign(figure: Figure, around: Around) -> None:
    """Which way a change goes, or whether it is told as better or worse only."""
    if _is_signed(around):
        figure.signed = True
        figure.sign = 1 if around.sign == "+" else -1
        figure.value = abs(figure.value)
    elif around.before("down_before") or around.after("down_after"):
        figure.sign = -1
    elif around.before("up_before") or around.after("up_after", "added_after"):
        figure.sign = 1
    elif around.before("better_before", "worse_before") or around.after(
        "better_after", "worse_after"
    ):
        figure.better = around.before("better_before") or around.after("better_after")
    elif around.has("better_word") or around.has("worse_word"):
        figure.better = around.has("better_word")
    elif around.has("falling") or around.has("rising"):
        figure.sign = -1 if around.has("falling") else 1
