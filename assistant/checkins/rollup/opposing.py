"""Metrics that some teams want higher and others lower."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from assistant.checkins.arithmetic.goal import line_of
from assistant.language.figures.metric import find_metric
from assistant.models import Direction
from assistant.models.rollup import Opposed, Pull
from assistant.parsing.names import plain_name

_MOST = 200
_START = 3  # characters by which a metric's name is looked for in a text


def opposed(pulls: Mapping[Direction, list[Pull]]) -> Iterator[Opposed]:
    """The metrics that key results of different teams pull in different directions.

    Of the direction that most have, only those are read in which a metric of the others stands.
    """
    sides = [pulls.get(side, []) for side in (Direction.INCREASE, Direction.DECREASE)]
    few, many = sorted(sides, key=len)
    metrics = _by_metric(few)
    starts = _starts(metrics)
    others = _by_metric(pull for pull in many if _may_hold(plain_name(pull.text), starts))
    for key, found in metrics.items():
        teams = {pull.team for pull in (*found, *others.get(key, []))}
        if key in others and len(teams) > 1:
            yield Opposed(metric=_metric(found[0]), pulls=[*found, *others[key]][:_MOST])


def _by_metric(pulls: Iterable[Pull]) -> dict[str, list[Pull]]:
    found: dict[str, list[Pull]] = defaultdict(list)
    for pull in pulls:
        key = plain_name(_metric(pull))
        if key:
            found[key].append(pull)
    return found


def _metric(pull: Pull) -> str:
    """The words that name the metric; the whole text where none do."""
    span = find_metric(line_of(pull.text))
    return pull.text[span.start : span.end] if span else pull.text


def _starts(metrics: Iterable[str]) -> dict[str, list[str]]:
    starts: dict[str, list[str]] = defaultdict(list)
    for metric in metrics:
        starts[metric[:_START]].append(metric)
    return starts


def _may_hold(text: str, starts: Mapping[str, list[str]]) -> bool:
    return any(
        text.startswith(metric, at)
        for at in range(len(text))
        for metric in starts.get(text[at : at + _START], ())
    )
