"""One team's week in a line of the roll-up: how far, how much of it was told, what waits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from assistant.checkins.arithmetic.carrying import Thread
from assistant.checkins.arithmetic.promises import is_overdue
from assistant.checkins.arithmetic.state import rounded
from assistant.checkins.arithmetic.team import Team, coverage, ended, headline, mean_of
from assistant.checkins.wording import clip
from assistant.models.rollup import TeamWeek

LONGEST_NAME = 60


def week_of(team: Team, name: str, file: str, waiting: Iterable[Thread]) -> TeamWeek:
    """The week of a team.

    Args:
        team: The team, computed.
        name: What it is called.
        file: Its cycle.
        waiting: What is still open of its key results that are not closed.
    """
    met, head = coverage(team), headline(team)
    promised = [one for one in waiting if one.is_promise]
    return TeamWeek(
        file=file,
        team=clip(name, LONGEST_NAME),
        mean_progress=rounded(mean_of(team, team.states, "progress")),
        mean_expected=rounded(mean_of(team, team.states, "expected")),
        due=met.due,
        checked_in=met.checked_in,
        promised=len(promised),
        overdue=sum(is_overdue(one, team.as_of) for one in promised),
        changes=_changes(team),
        closed=len(ended(team)),
        reached=head.reached,
    )


def _changes(team: Team) -> int:
    """How many targets, owners and the like were changed within the week."""
    since = team.as_of - timedelta(days=team.limits.cadence_days)
    made = (change.date for changes in team.log.changes.values() for change in changes)
    return sum(since < day <= team.as_of for day in made)
