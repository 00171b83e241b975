"""Charts as SVG: they print, read in the dark, say in words what they show, and run nothing.

Drawn by templates of our own: pygal writes styles that reach beyond the picture, knows no range
around a line, and has neither title nor description for those who cannot see it.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models.picture import ForecastChart, HeatMap, LineChart
from assistant.models.summary import Picture, Shown
from assistant.rendering.templating import render

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 52, 16, 48, 34
# The heat map is as wide as a telephone: a name stands above its row, the legend in short lines.
MAP_WIDTH, MAP_SIDE, ROW, NAME_ROW, LEGEND_ROW, ABREAST = 360, 8, 24, 19, 20, 3
# Signs beside the colours, so that nobody needs the colours.
SIGNS = {
    Shown.ON_TRACK: "●",
    Shown.AT_RISK: "▲",
    Shown.OFF_TRACK: "✖",
    Shown.OUTDATED: "○",
    Shown.STALLED: "◇",
    Shown.CLOSED: "■",
    Shown.UNKNOWN: "?",
}


def lines(chart: LineChart) -> Picture:
    """Lines over weeks; a week without a value leaves a gap."""
    scale = _Scale(chart.low, chart.high)
    step = 1 / max(1, len(chart.weeks) - 1)
    drawn = [
        {
            "name": one.name,
            "kind": one.kind,
            "path": _path([(i * step, v) for i, v in enumerate(one.values)], scale),
            "dots": [
                scale.at(i * step, value) for i, value in enumerate(one.values) if value is not None
            ],
        }
        for one in chart.series
    ]
    every = 1 + len(chart.weeks) // 14
    ticks = [(scale.at(i * step, chart.low)[0], w) for i, w in enumerate(chart.weeks)][::every]
    marks = [(scale.at(0, value)[1], text) for value, text in chart.marks]
    svg = render("lines.svg", chart=chart, series=drawn, ticks=ticks, marks=marks, **_FRAME)
    return _picture(chart, svg)


def heat_map(chart: HeatMap) -> Picture:
    """A row a key result, a column a week, a sign and a colour a status."""
    legend = TOP + (NAME_ROW + ROW) * len(chart.rows) + MAP_SIDE
    height = legend + LEGEND_ROW * -(-len(chart.legend) // ABREAST) + MAP_SIDE
    cell = (MAP_WIDTH - 2 * MAP_SIDE) / max(1, len(chart.weeks))
    svg = render(
        "heat_map.svg",
        chart=chart,
        signs=SIGNS,
        cell=cell,
        row=ROW,
        named=NAME_ROW,
        left=MAP_SIDE,
        top=TOP,
        legend=legend,
        line=LEGEND_ROW,
        abreast=ABREAST,
        width=MAP_WIDTH,
        height=height,
    )
    return _picture(chart, svg)


def forecast(chart: ForecastChart) -> Picture:
    """The check-ins, the way to the end, and the range there."""
    scale = _Scale(chart.scale_low, chart.scale_high)
    last = chart.points[-1]
    end, low, high = (scale.at(1, value) for value in (chart.end, chart.low, chart.high))
    svg = render(
        "forecast.svg",
        chart=chart,
        path=_path(list(chart.points), scale),
        dots=[scale.at(x, y) for x, y in chart.points],
        start=scale.at(*last),
        end=end,
        low=low,
        high=high,
        marks=[(scale.at(0, value)[1], text) for value, text in chart.marks],
        **_FRAME,
    )
    return _picture(chart, svg)


_FRAME = {"width": WIDTH, "height": HEIGHT, "left": LEFT, "right": RIGHT, "bottom": BOTTOM}


class _Scale:
    """Takes a share of the time and a value to a place in the picture."""

    def __init__(self, low: float, high: float) -> None:
        self._low = low
        self._span = (high - low) or 1.0

    def at(self, x: float, value: float) -> tuple[float, float]:
        across = LEFT + x * (WIDTH - LEFT - RIGHT)
        share = min(1.0, max(0.0, (value - self._low) / self._span))
        return round(across, 1), round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def _path(values: Sequence[tuple[float, float | None]], scale: _Scale) -> str:
    parts, move = [], True
    for x, value in values:
        if value is None:
            move = True
            continue
        across, down = scale.at(x, value)
        parts.append(f"{'M' if move else 'L'}{across} {down}")
        move = False
    return " ".join(parts)


def _picture(chart: LineChart | HeatMap | ForecastChart, svg: str) -> Picture:
    told = {"name": chart.name, "title": chart.title, "description": chart.description}
    return Picture(**told, svg=svg)
