"""The roll-up of many teams as a page: counts and names a level, then what goes across teams."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from assistant.messages import say
from assistant.models.rollup import KeyResultRef, LevelState, RollUp, TeamWeek, Worst
from assistant.models.summary import Code, Shown
from assistant.rendering.summaries.outline import (
    AREA,
    Line,
    Page,
    Role,
    Row,
    Section,
    Table,
    settings_table,
    statements,
)
from assistant.rendering.summaries.shares import percent_of

_MOST_NAMES = 20
_MOST_LINES = 20


def outline(rollup: RollUp) -> Page:
    """The report of a roll-up."""
    tell = _Teller(rollup)
    title = f"{tell.say('teams.title')} · {rollup.cutoff.isoformat()}"
    parts: list[Section | Table] = [*tell.headline(), *tell.weeks()]
    for level in rollup.levels:
        parts += [tell.level(level)] if level.worst else []
    parts += [*tell.asked(), *tell.opposed(), *tell.unmoved(), *tell.unread()]
    parts.append(settings_table(rollup.settings, rollup.message_language))
    return Page(rollup.message_language, title, tuple(parts))


class _Teller:
    def __init__(self, rollup: RollUp) -> None:
        self._rollup = rollup

    def say(self, key: str, /, **facts: Any) -> str:
        return say(AREA, key, self._rollup.message_language, **facts)

    def headline(self) -> list[Section]:
        made = self._rollup
        lines = [self._counted("teams.counts", made)]
        lines += [
            self._counted("teams.level", level, self.say(f"level.{level.level}"))
            for level in made.levels
        ]
        lines += self._final()
        lines += [self._known()] if made.teams else []
        if made.without_check_in:
            lines.append(self.say("teams.silent", names=self._names(made.without_check_in)))
        return statements(self.say("teams.headline"), lines)

    def _counted(self, key: str, of: RollUp | LevelState, level: str = "") -> str:
        """How many teams and key results, and as what these are shown."""
        teams, results = self._many("teams", of.teams), self._many("results", of.key_results)
        if not of.counts:
            return self.say(f"{key}.bare", level=level, teams=teams, results=results)
        counts = self._counts(of.counts)
        return self.say(key, level=level, teams=teams, results=results, counts=counts)

    def _many(self, what: str, count: int) -> str:
        return self.say(f"many.{what}.one" if count == 1 else f"many.{what}", count=count)

    def _final(self) -> list[str]:
        """What came of the key results that are closed, where there are any."""
        made = self._rollup
        if not made.closed:
            return []
        told = self.say("teams.reached", closed=made.closed, reached=made.reached)
        if made.final_progress is None:
            return [told]
        mean, teams = percent_of(made.final_progress), self._many("teams", made.over)
        return [told, self.say("teams.final", progress=mean, teams=teams)]

    def _known(self) -> str:
        """Up to which day there are data, as the summary of one team tells it."""
        last, cutoff = self._rollup.last_entry, self._rollup.cutoff
        key = "none" if last is None else "same" if last == cutoff else "older"
        language = self._rollup.message_language
        return say("checkins", f"data.{key}", language, cutoff=cutoff, last=last)

    def weeks(self) -> list[Section | Table]:
        """A row a team, by name: the order says nothing about who is better."""
        if not self._rollup.weeks:
            return []
        names = ("team", "progress", "expected", "checked_in", "promised", "changed")
        told = tuple(self.say(f"column.{name}") for name in names)
        rows = tuple(map(self._week, self._rollup.weeks))
        return [Table(Role.STATES, self.say("teams.weeks"), told, rows)]

    def _week(self, one: TeamWeek) -> Row:
        far = (percent_of(one.mean_progress), percent_of(one.mean_expected))
        late = self.say("teams.overdue", count=one.overdue) if one.overdue else ""
        met = f"{one.checked_in}/{one.due}"
        return Row((one.team, *far, met, f"{one.promised}{late}", str(one.changes)))

    def _counts(self, counts: dict[Shown, int]) -> str:
        told = [self._count(shown, count) for shown, count in counts.items()]
        return self.say("comma").join(told)

    def _count(self, shown: Shown, count: int) -> str:
        language = self._rollup.message_language
        name = say("checkins", f"shown.{shown}", language)
        return say("checkins", "headline.count", language, count=count, shown=name)

    def _names(self, names: list[str]) -> str:
        told = self.say("comma").join(names[:_MOST_NAMES])
        rest = len(names) - _MOST_NAMES
        return told if rest <= 0 else f"{told} (+{rest})"

    def level(self, level: LevelState) -> Table:
        names = ("team", "key_result", "progress", "expected", "shown", "reasons")
        name = self.say(f"level.{level.level}")
        count = {"shown": len(level.worst), "all": level.attention}
        return Table(
            Role.STATES,
            self.say("teams.worst", level=name, **count),
            tuple(self.say(f"column.{name}") for name in names),
            tuple(map(self._row, level.worst)),
            status=names.index("shown"),
        )

    def _row(self, one: Worst) -> Row:
        language = self._rollup.message_language
        shown = say("checkins", f"shown.{one.shown}", language)
        reasons = list(self._reasons(one))
        cells = (one.team, _name(one), percent_of(one.progress), percent_of(one.expected), shown)
        return Row((*cells, self.say("comma").join(reasons)), shown=one.shown)

    def _reasons(self, one: Worst) -> Iterator[str]:
        """Why a key result is told; of what is not of this week, since when."""
        language = self._rollup.message_language
        if one.stated_on is not None:
            yield say("checkins", "code.stated.day", language, day=one.stated_on)
        for code in one.codes:
            since = code in (Code.CONF_DROP, Code.CONF_LOW) and self._is_old(one.confidence_on)
            key = f"code.{code}.since" if since else f"code.{code}"
            yield say("checkins", key, language, day=one.confidence_on)

    def _is_old(self, day: date | None) -> bool:
        made = self._rollup
        return day is not None and (made.cutoff - day).days >= made.settings.cadence_days

    def asked(self) -> list[Section]:
        lines = tuple(
            Line(
                self.say("teams.asks", team=one.team, asked=one.asked, name=_name(one)),
                one.quote,
                self.say("source.checkin", day=one.date),
                (),
            )
            for one in self._rollup.asked[:_MOST_LINES]
        )
        return [Section(self.say("teams.asked"), lines)] if lines else []

    def opposed(self) -> list[Section]:
        lines = []
        for one in self._rollup.opposed[:_MOST_LINES]:
            sides = [
                self.say(f"pull.{pull.direction}", team=pull.team, name=_name(pull))
                for pull in one.pulls[:_MOST_NAMES]
            ]
            told = self.say("semicolon").join(sides)
            lines.append(self.say("teams.pulls", metric=one.metric, sides=told))
        return statements(self.say("teams.opposed"), lines)

    def unmoved(self) -> list[Section]:
        lines = [
            self.say("teams.still", team=one.team, name=_name(one), since=one.since)
            for one in self._rollup.unmoved[:_MOST_LINES]
        ]
        return statements(self.say("teams.unmoved", count=self._rollup.unmoved_count), lines)

    def unread(self) -> list[Section]:
        lines = [f"{one.file}: {one.message}" for one in self._rollup.unread[:_MOST_LINES]]
        return statements(self.say("teams.unread", count=len(self._rollup.unread)), lines)


def _name(one: KeyResultRef) -> str:
    return f"KR{one.objective + 1}.{one.key_result + 1} {one.text}"
