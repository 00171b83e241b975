"""The pictures of a team's cycle: what they show, in numbers and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from assistant.checkins.arithmetic.goal import Place
from assistant.checkins.arithmetic.progress import plain_mean
from assistant.checkins.arithmetic.state import state_of
from assistant.checkins.arithmetic.team import Team, label, mean_of
from assistant.checkins.wording import clip, number, percent
from assistant.messages import say
from assistant.models import Language
from assistant.models.picture import ForecastChart, HeatMap, LineChart, Series
from assistant.models.summary import KeyResultState, Picture, Shown
from assistant.rendering.summaries import charts

AREA = "pictures"
_MOST_WEEKS = 26
_MOST_ROWS = 40
_MOST_FORECASTS = 12
_NAME = 20


def pictures(team: Team, language: Language) -> list[Picture]:
    """Progress against expected, confidence, the heat map, and a forecast a key result."""
    if team.days.start is None or not team.states:
        return []
    tell = _Teller(team, language)
    made = [charts.lines(tell.progress()), charts.lines(tell.confidence())]
    made.append(charts.heat_map(tell.heat_map()))
    return [*made, *(charts.forecast(chart) for chart in tell.forecasts())]


class _Teller:
    def __init__(self, team: Team, language: Language) -> None:
        self._team = team
        self._language = language
        start = team.days.start or team.as_of
        past = min(_MOST_WEEKS, max(1, (team.as_of - start).days // 7 + 1))
        self._back = [7 * week for week in range(past - 1, -1, -1)]
        self._weeks = [self._week(days) for days in self._back]
        self._history = [
            {place: state_of(seen.before(days)) for place, seen in team.seen.items()}
            for days in self._back
        ]

    def _week(self, days: int) -> str:
        seen = next(iter(self._team.seen.values()))
        return str(self._team.days.week(seen.before(days).as_of))

    def say(self, key: str, /, **facts: Any) -> str:
        return say(AREA, key, self._language, **facts)

    def progress(self) -> LineChart:
        done, due = self._means("progress"), self._means("expected")
        told = {"progress": percent(done[-1], self._language), "weeks": len(self._weeks)}
        return LineChart(
            name="progress",
            title=self.say("progress"),
            description=self.say(
                "progress.described", expected=percent(due[-1], self._language), **told
            ),
            weeks=self._weeks,
            series=[
                Series(name=self.say("expected"), kind="expected", values=due),
                Series(name=self.say("actual"), kind="actual", values=done),
            ],
            low=0,
            high=1,
            marks=[(0, "0%"), (0.5, "50%"), (1, "100%")],
        )

    def _means(self, field: str) -> list[float | None]:
        """Week by week, as the headline computes it."""
        return [mean_of(self._team, states, field) for states in self._history]

    def confidence(self) -> LineChart:
        values = [
            plain_mean([s.confidence for s in states.values() if s.confidence is not None])
            for states in self._history
        ]
        known = [number(round(v, 1)) for v in values if v is not None]
        told = {"first": known[0] if known else "–", "last": known[-1] if known else "–"}
        return LineChart(
            name="confidence",
            title=self.say("confidence"),
            description=self.say("confidence.described", **told),
            weeks=self._weeks,
            series=[Series(name=self.say("confidence"), kind="actual", values=values)],
            low=0,
            high=10,
            marks=[(0, "0"), (5, "5"), (10, "10")],
        )

    def heat_map(self) -> HeatMap:
        places = list(self._team.states)[:_MOST_ROWS]
        counted = Counter(state.shown for state in self._team.states.values())
        told = [
            say("checkins", "headline.count", self._language, count=n, shown=self._shown(shown))
            for shown, n in counted.items()
        ]
        seen = {state.shown for states in self._history for state in states.values()}
        return HeatMap(
            name="heat-map",
            title=self.say("heat_map"),
            description=self.say(
                "heat_map.described", counts=say("week", "comma", self._language).join(told)
            ),
            weeks=self._weeks,
            rows=[
                (self._name(place), [states[place].shown for states in self._history])
                for place in places
            ],
            legend=[(shown, self._shown(shown)) for shown in Shown if shown in seen],
        )

    def _shown(self, shown: Shown) -> str:
        return say("checkins", f"shown.{shown}", self._language)

    def _name(self, place: Place) -> str:
        return f"{label(place)} {clip(self._team.states[place].text, _NAME)}"

    def forecasts(self) -> Iterator[ForecastChart]:
        found = [place for place, state in self._team.states.items() if state.forecast]
        for place in found[:_MOST_FORECASTS]:
            yield self._forecast(place, self._team.states[place])

    def _forecast(self, place: Place, state: KeyResultState) -> ForecastChart:
        start, end = self._team.days.start, self._team.days.end
        assert state.forecast and start and end  # noqa: S101, PT018 - there is no forecast without
        span = (end - start).days
        points = [
            ((point.checkin.date - start).days / span, point.progress)
            for point in self._team.seen[place].points
            if point.progress is not None
        ]
        low, high = self._ends(place, state)
        values = [0.0, 1.0, low, high, *(progress for _, progress in points)]
        told = percent(state.forecast.progress, self._language)
        bounds = {"low": percent(low, self._language), "high": percent(high, self._language)}
        return ForecastChart(
            name=f"forecast-{label(place).lower().replace('.', '-')}",
            title=self.say("forecast", name=self._name(place)),
            description=self.say("forecast.described", value=told, points=len(points), **bounds),
            points=points,
            end=state.forecast.progress,
            low=low,
            high=high,
            scale_low=min(values),
            scale_high=max(values),
            marks=[(0, "0%"), (1, "100%")],
            labels=(start.isoformat(), end.isoformat()),
        )

    def _ends(self, place: Place, state: KeyResultState) -> tuple[float, float]:
        """The range at the end as progress: that of the values, taken back."""
        goal, found = self._team.seen[place].goal, state.forecast
        assert found  # noqa: S101 - asked before
        if None in (goal.baseline, goal.target, found.low, found.high):
            return found.low or found.progress, found.high or found.progress
        way = (goal.target or 0) - (goal.baseline or 0)
        ends = [((value or 0) - (goal.baseline or 0)) / way for value in (found.low, found.high)]
        return min(ends), max(ends)
