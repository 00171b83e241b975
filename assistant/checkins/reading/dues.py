"""The day by which something shall be done: of the ask, the next action, or what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.days import Day
from assistant.checkins.reading.lexicon import before, patterns

_REACH = 14
_FEWEST_LETTERS = 3
_RANKS = {"ask": 1, "next_action": 1}


def find_due(
    seen: str,
    clauses: Sequence[Clause],
    kinds: Sequence[str | None],
    days: Sequence[Day],
    as_of: date,
) -> Day | None:
    """The first day of an ask or a next action, else the day something is expected."""
    ranked: list[tuple[int, int, Day]] = []
    kind_before: str | None = None
    for clause, kind in zip(clauses, kinds, strict=True):
        over = kind or (kind_before if not clause.first else None)
        for day in days:
            if clause.start <= day.start < clause.end and day.day and day.day >= as_of:
                rank = _rank(seen, clause, over, day)
                if rank is not None:
                    ranked.append((rank, day.start, day))
        kind_before = over
    return min(ranked, key=lambda r: r[:2])[2] if ranked else None


def kind_by_day(
    seen: str,
    clause: Clause,
    days: Sequence[Day],
    as_of: date,
    before: str | None,
    *,
    sure: bool,
) -> str | None:
    """What a promise with its day is: a plan, or more of what was asked in the clause before.

    Please remind them, done by Friday: it is asked still. `sure`: the clause tells no value.
    """
    promised = next((d for d in days if is_promised(seen, clause, d, as_of)), None)
    if promised is None and sure:
        promised = next((d for d in days if is_planned(seen, clause, d, as_of)), None)
    if any(_is_wished(seen, clause, day) for day in days):
        return "ask"
    if promised is None or hopes(seen, clause):
        return None
    opens = not seen[clause.start : promised.start].strip()
    return "ask" if before == "ask" and opens else "next_action"


def adds_day(seen: str, clause: Clause, days: Sequence[Day]) -> bool:
    """Whether a clause behind what is asked only says until when: 4/30 前需要, needed by Friday."""
    day = next((d for d in days if clause.start <= d.start < clause.end), None)
    if day is None:
        return False
    before_day = patterns("days", "until_when").fullmatch(seen, clause.start, day.start)
    rest = seen[day.end : clause.end]
    return bool(before_day and patterns("days", "until_when_after").fullmatch(rest))


def is_ahead(clause: Clause, days: Sequence[Day], as_of: date) -> bool:
    """Whether a clause speaks of a day to come."""
    inside = (d for d in days if clause.start <= d.start < clause.end)
    return any(d.day and d.day > as_of for d in inside)


def is_promised(seen: str, clause: Clause, day: Day, as_of: date) -> bool:
    """Whether a clause says that something will be done by a day: 剩下一家3月10日前签."""
    if not clause.start <= day.start < clause.end or day.day is None or day.day < as_of:
        return False
    rest = sum(
        char.isalpha() for char in seen[clause.start : day.start] + seen[day.end : clause.end]
    )
    by = patterns("days", "done_by").match(seen, day.end, clause.end)
    by = by or before("days", "by_before").search(seen, clause.start, day.start)
    by = by or (
        before("days", "on_before").search(seen, clause.start, day.start)
        and patterns("days", "doer").match(seen, clause.start, day.start)
    )
    if not by and not seen[clause.start : day.start].strip():
        by = patterns("days", "day_first").match(seen, day.end, clause.end)
    return bool(by) and rest >= _FEWEST_LETTERS and not _is_forecast(seen, clause)


def _is_wished(seen: str, clause: Clause, day: Day) -> bool:
    """Whether a clause has nothing besides the day and a wish: ideally by Friday, 最好月底前."""
    if not clause.start < day.start < clause.end:
        return False
    rest = clause.end - day.end
    wished = patterns("days", "wished").fullmatch(seen, clause.start, day.start)
    return rest < _FEWEST_LETTERS and wished is not None


def is_planned(seen: str, clause: Clause, day: Day, as_of: date) -> bool:
    """Whether a clause sets something for a day to come: training is on 12 May, 周二搬货架.

    Nothing that happened, that is only awaited, or that goes on since or until that day.
    """
    if not clause.start <= day.start < clause.end or day.day is None or day.day <= as_of:
        return False
    start = max(clause.start, day.start - _REACH)
    if before("days", "past_before").search(seen, start, day.start) and not before(
        "days", "start_before"
    ).search(seen, start, day.start):
        return False
    said = seen[clause.start : day.start] + " " + seen[day.end : clause.end]
    if sum(char.isalpha() for char in said) < _FEWEST_LETTERS or _is_forecast(seen, clause):
        return False
    if patterns("days", "happened").search(said) or patterns("days", "later_after").match(
        seen, day.end
    ):
        return False
    said = patterns("cues", "event").sub(" ", said)
    return not patterns("cues", "eta", "awaited", "closing", "no_plan").search(said)


def hopes(seen: str, clause: Clause) -> bool:
    """Whether a clause tells of a hope or of what may come, and no plan."""
    return patterns("cues", "no_next").search(seen, clause.start, clause.end) is not None


def _rank(seen: str, clause: Clause, kind: str | None, day: Day) -> int | None:
    start = max(clause.start, day.start - _REACH)
    if clause.label == "due":
        return 0
    if clause.label in ("goal", "previous", "value", "evidence", "ignored"):
        return None
    sooner = before("days", "not_until_before").search(seen, clause.start, day.start)
    waits = kind not in _RANKS and sooner is not None
    if waits or (kind == "blocker" and _ends_a_span(seen, day)):
        return 3
    starts = kind in _RANKS and before("days", "start_before").search(seen, start, day.start)
    if before("days", "past_before").search(seen, start, day.start) and not starts:
        return None
    if patterns("days", "off_after").match(seen, day.end):
        return None
    by = before("days", "due_before").search(seen, start, day.start)
    by = by or patterns("days", "due_after").match(seen, day.end, clause.end)
    if kind in _RANKS:
        return _RANKS[kind] if by else 2
    later = patterns("days", "later_after").match(seen, day.end, clause.end)
    awaited = _is_awaited(seen, clause)
    ends = kind == "blocker" and _is_to_come(seen, day)
    if (awaited or ends) and not later:
        return 3 if not _is_forecast(seen, clause) else None
    return None


def _is_awaited(seen: str, clause: Clause) -> bool:
    """Whether a clause tells of what comes by itself: an answer, the end of a survey, no road's."""
    where = seen, clause.start, clause.end
    if patterns("cues", "eta", "awaited").search(*where):
        return True
    keys = ("closing", "figure_of")
    return all(patterns("cues", key).search(*where) for key in keys)


def _is_clear(seen: str, day: Day) -> bool:
    """Whether its words alone say which day it is: no bare weekday, no bare number."""
    either = patterns("days", "either_way").fullmatch(seen, day.start, day.end)
    return not day.loose and either is None


def _ends_a_span(seen: str, day: Day) -> bool:
    """Whether it is the last of the days that are told: on leave 2 March to 9 March."""
    near = max(0, day.start - _REACH)
    spans = before("days", "span_before").search(seen, near, day.start)
    return spans is not None and _is_clear(seen, day)


def _is_to_come(seen: str, day: Day) -> bool:
    """Whether what is in the way may end on a day; not where it begins on it."""
    if not _is_clear(seen, day) or patterns("days", "begins_after").match(seen, day.end):
        return False
    return before("days", "set_before").search(seen, max(0, day.start - _REACH), day.start) is None


def _is_forecast(seen: str, clause: Clause) -> bool:
    """Where the metric shall stand on a day is a hope, and nothing that is due."""
    return patterns("cues", "forecast").search(seen, clause.start, clause.end) is not None
