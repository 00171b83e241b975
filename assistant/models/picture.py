"""What a chart shows, before it is drawn."""

from __future__ import annotations

from assistant.models.base import Shape
from assistant.models.summary import Shown


class Series(Shape):
    """A line of a chart: a value a week, None where it is unknown; `kind` names how it is drawn."""

    name: str
    kind: str
    values: list[float | None]


class LineChart(Shape):
    """Lines over the weeks; `low` and `high` bound the scale."""

    name: str
    title: str
    description: str
    weeks: list[str]
    series: list[Series]
    low: float
    high: float
    marks: list[tuple[float, str]]


class HeatMap(Shape):
    """What each key result was shown as, week by week; None before the first check-in could be."""

    name: str
    title: str
    description: str
    weeks: list[str]
    rows: list[tuple[str, list[Shown]]]
    legend: list[tuple[Shown, str]]


class ForecastChart(Shape):
    """A key result's check-ins, its fitted line, and the range at the end; x is 0 to 1."""

    name: str
    title: str
    description: str
    points: list[tuple[float, float]]
    end: float
    low: float
    high: float
    scale_low: float
    scale_high: float
    marks: list[tuple[float, str]]
    labels: tuple[str, str]
