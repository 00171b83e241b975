"""What people said that waits for an end: blockers, asks, promises, until something closes them.

Nobody's silence closes anything: what was said stays open until a later check-in says that it is
over, says something else in its place, or too many days have gone (`open_days`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from assistant.checkins.arithmetic.endings import Said, closes, heard_of, plain
from assistant.checkins.arithmetic.seen import Seen, said
from assistant.models.cycle import CheckIn, Commitment

_FIELDS = ("next_action", "ask", "blocker")  # of the first that is said a check-in's due day is
PROMISES = ("commitment", "next_action")


class Ending(StrEnum):
    """How something came to its end."""

    DONE = "done"  # a commitment was marked, or its field says so
    WRITTEN = "written"  # a comment says so in its words
    REPLACED = "replaced"  # the field says something else since


@dataclass(frozen=True, slots=True)
class Thread:
    """A blocker, an ask or a promise, and what was said of it.

    `since` is the day it was first said, `day` the last one on which these words were repeated,
    `first_due` the day that was named first;
    `missed` the day on which it was said not to be done; `heard` what a later comment says that
    may be about it; `ended` the day of its end.
    """

    kind: str
    text: str
    since: date
    day: date
    due: date | None = None
    first_due: date | None = None
    owner: str | None = None
    missed: date | None = None
    heard: Said | None = None
    ended: date | None = None
    ending: Ending | None = None

    @property
    def is_promise(self) -> bool:
        """Whether somebody means to do it."""
        return self.kind in PROMISES


def threads_of(checkins: Sequence[CheckIn]) -> list[Thread]:
    """All that the check-ins of a key result said, in the order in which it was first said."""
    found: list[Thread] = []
    for checkin in checkins:
        told = list(_told(checkin))
        found = [one if one.ended else _after(one, checkin, told) for one in found]
        known = {(_family(one), plain(one.text)) for one in found if one.day == checkin.date}
        for new in told:
            if (_family(new), plain(new.text)) not in known:
                known.add((_family(new), plain(new.text)))
                found.append(new)
        found += _unasked(checkin, found)
    return found


def open_threads(seen: Seen) -> list[Thread]:
    """What is still open on a day, without what nobody spoke of for too long."""
    return [one for one in _threads(seen) if not one.ended and not is_old(seen, one)]


def is_old(seen: Seen, thread: Thread) -> bool:
    """Whether later check-ins have passed over something for longer than is told."""
    last = seen.last.checkin.date if seen.last else None
    spoken = max(thread.day, thread.due or thread.day, thread.missed or thread.day)
    return thread.day != last and (seen.as_of - spoken).days > seen.limits.open_days


def ended_of_week(seen: Seen) -> list[Thread]:
    """What came to an end in the last check-in, or in another one of the week."""
    last = seen.last.checkin.date if seen.last else None
    week = seen.as_of - timedelta(days=seen.limits.cadence_days)
    found = [one for one in _threads(seen) if one.ended]
    return [one for one in found if one.ended and (one.ended == last or one.ended > week)]


def old_threads(seen: Seen) -> list[Thread]:
    """What was never closed and is no longer told."""
    return [one for one in _threads(seen) if not one.ended and is_old(seen, one)]


def blocker_of(seen: Seen) -> Thread | None:
    """What is in the way, by what was said last of it."""
    return next((one for one in open_threads(seen) if one.kind == "blocker"), None)


def settled(seen: Seen, kind: str) -> list[Thread]:
    """The blockers, or asks, that were said to be over within the week."""
    over = (Ending.DONE, Ending.WRITTEN)
    return [one for one in ended_of_week(seen) if one.kind == kind and one.ending in over]


def _threads(seen: Seen) -> list[Thread]:
    if "threads" not in seen.worked_out:
        seen.worked_out["threads"] = threads_of([point.checkin for point in seen.points])
    found: list[Thread] = seen.worked_out["threads"]
    return found


def _family(thread: Thread) -> str:
    return "promise" if thread.is_promise else thread.kind


def _told(checkin: CheckIn) -> Iterator[Thread]:
    """What a check-in says anew: promises not marked yet, a next step, an ask, a blocker."""
    day, dated = checkin.date, due_field(checkin)
    for one in checkin.commitments:
        if one.done is None and one.text.strip():
            due = _due(checkin, dated, one)
            yield Thread("commitment", one.text.strip(), day, day, due, due)
    for field in _FIELDS:
        words = said(getattr(checkin, field))
        if words is not None and not closes(words):
            due = checkin.due if dated == field else None
            owner = checkin.blocker_owner if field == "blocker" else None
            yield Thread(field, words, day, day, due, due, owner)


def due_field(checkin: CheckIn) -> str | None:
    """What the due day of a check-in is of: its next step, else its ask, else its blocker."""
    return next((field for field in _FIELDS if said(getattr(checkin, field))), None)


def _due(checkin: CheckIn, dated: str | None, commitment: Commitment) -> date | None:
    """A due day is a commitment's where the check-in says nothing else that it could be of."""
    alone = [one for one in checkin.commitments if one.done is None] == [commitment]
    return checkin.due if dated is None and alone else None


def _after(thread: Thread, checkin: CheckIn, told: Sequence[Thread]) -> Thread:
    """What is open, after a later check-in."""
    same = [one for one in told if _family(one) == _family(thread)]
    again = next((one for one in same if plain(one.text) == plain(thread.text)), None)
    if again is not None:
        return _said_again(thread, again)
    marked = _marked(thread, checkin)
    if marked is not None and not marked.done:
        return replace(thread, missed=checkin.date)
    if marked is not None or _is_closed(thread, checkin):
        return replace(thread, ended=checkin.date, ending=Ending.DONE)
    heard = heard_of(thread.text, _family(thread), checkin)
    if heard is not None and heard.sure:
        return replace(thread, ended=checkin.date, ending=Ending.WRITTEN, heard=heard)
    if any(one.kind == thread.kind for one in told) and thread.kind != "commitment":
        return replace(thread, ended=checkin.date, ending=Ending.REPLACED)
    return thread if heard is None else replace(thread, heard=heard)


def _said_again(thread: Thread, again: Thread) -> Thread:
    """The same, as old as it was; another day that is named for it does not hide the first."""
    return replace(
        thread,
        day=again.day,
        due=again.due or thread.due,
        first_due=thread.first_due or again.due,
        owner=again.owner or thread.owner,
        heard=None,
        missed=None,
    )


def _marked(thread: Thread, checkin: CheckIn) -> Commitment | None:
    """The commitment that says whether a promise was kept; one that says more than it, too."""
    if not thread.is_promise:
        return None
    words = plain(thread.text)
    marked = [one for one in checkin.commitments if one.done is not None]
    return next((one for one in marked if words in plain(one.text)), None)


def _is_closed(thread: Thread, checkin: CheckIn) -> bool:
    """Whether its own field says that it is over, or that there is none any more."""
    if thread.kind == "commitment":
        return False
    words = getattr(checkin, thread.kind)
    return bool((words or "").strip()) and (said(words) is None or closes(words))


def _unasked(checkin: CheckIn, known: Sequence[Thread]) -> Iterator[Thread]:
    """Commitments marked that nobody had promised before, as far as the check-ins tell."""
    spoken = [plain(one.text) for one in known if checkin.date in (one.ended, one.missed)]
    for one in checkin.commitments:
        words, day = plain(one.text), checkin.date
        if one.done is not None and words and not any(each in words for each in spoken):
            made = Thread("commitment", one.text.strip(), day, day)
            done = replace(made, ended=day, ending=Ending.DONE)
            yield done if one.done else replace(made, missed=day)
