"""What people said of a key result and changed of it, as facts."""

from __future__ import annotations

from assistant.checkins.arithmetic.carrying import Thread, open_threads, settled
from assistant.checkins.arithmetic.goal import Place
from assistant.checkins.arithmetic.promises import promises_of
from assistant.checkins.arithmetic.seen import said
from assistant.checkins.arithmetic.team import Team
from assistant.checkins.summary.facts import SET, FactTable
from assistant.checkins.wording import quoted

SETTLED = ("blocker", "ask")
_WORDS = ("comment", "evidence")


def add_words(table: FactTable, place: Place, team: Team) -> None:
    """Take the words of a key result into the table."""
    seen = team.seen[place]
    if seen.last is None:
        return
    checkin = seen.last.checkin
    source, most = f"checkin {checkin.date}", team.limits.most_quote
    for field in _WORDS:
        words = quoted(said(getattr(checkin, field)), most)
        table.add(place, field, words, source=source, day=checkin.date)
    table.add(place, "author", checkin.author, source=source, day=checkin.date)
    for thread in open_threads(seen):
        if thread.kind != "commitment":
            _add_thread(table, place, thread.kind, thread, most)
    for kind in SETTLED:
        for number, thread in enumerate(settled(seen, kind), start=1):
            _add_thread(table, place, f"settled_{kind}{number}", thread, most)
    for kind, _, promise in promises_of(seen):
        _add_thread(table, place, kind, promise, most)


def _add_thread(table: FactTable, place: Place, kind: str, thread: Thread, most: int) -> None:
    """What was said, and what was said of it, each with the check-in that says so."""
    source, day = f"checkin {thread.day}", thread.day
    table.add(place, kind, quoted(thread.text, most), source=source, day=day)
    table.add(place, f"{kind}_due", thread.due, source=source, day=day)
    if thread.first_due != thread.due:
        table.add(place, f"{kind}_first_due", thread.first_due, source=f"checkin {thread.since}")
    if thread.since != day:
        since = thread.since
        table.add(place, f"{kind}_since", since, source=f"checkin {since}", day=since)
    told = thread.ended or thread.missed
    table.add(place, f"{kind}_told", told, source=f"checkin {told}", day=told)
    if thread.heard is not None:
        heard, when = quoted(thread.heard.words, most), thread.heard.day
        table.add(place, f"{kind}_heard", heard, source=f"checkin {when}", day=when)
    if thread.owner is not None:
        table.add(place, f"{kind}_owner", thread.owner, source=source, day=day)


def add_changes(table: FactTable, place: Place, team: Team) -> None:
    """Take the changes of a key result into the table."""
    for number, change in enumerate(team.log.changes.get(place, [])):
        if change.date > team.as_of:
            continue
        source = f"change {change.date}"
        if team.seen[place].goal.eased is change:
            table.add(place, "eased", change.date, source=source, day=change.date)
            table.add(place, "target_old", _as_told(change.old, team), source=source)
        for part in ("date", "field", "old", "new", "reason"):
            value = getattr(change, part)
            value = _as_told(value, team) if part in ("old", "new", "reason") else value
            told = part != "old" or change in team.record.changes
            name = f"change{number}_{part}"
            table.add(place, name, value, source=source if told else SET, day=change.date)


def _as_told(value: float | str | None, team: Team) -> float | str | None:
    """What was typed, as it may be quoted."""
    return quoted(value, team.limits.most_quote) if isinstance(value, str) else value
