"""Every formula holds for any numbers, not only for those of an example."""

import math
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checkins.arithmetic.confidence import dropped, fell_low
from assistant.checkins.arithmetic.forecast import fit, student_t
from assistant.checkins.arithmetic.pace import late_low, pace_of, planned, staged
from assistant.checkins.arithmetic.progress import (
    clamped,
    in_band,
    metric_progress,
    plain_mean,
    value_at,
    weighted_mean,
)
from assistant.checkins.arithmetic.status import WEAKEST, shown, silence, weakest, worst
from assistant.checkins.calendar import CycleDays
from assistant.models import Band, PlanPoint, Stage
from assistant.models.cycle import Status
from assistant.models.summary import Shown
from tests.checkins.cycles import LIMITS

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 3))
SHARES = st.floats(0, 1)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(NUMBERS, NUMBERS, NUMBERS)
def test_progress_is_the_share_of_the_way_and_value_at_takes_it_back(
    baseline: float, target: float, current: float
) -> None:
    progress = metric_progress(baseline, target, current)
    if baseline == target or abs(current - baseline) > 1e6 * abs(target - baseline):
        assert progress is None
    else:
        assert progress is not None
        assert value_at(baseline, target, progress) == pytest.approx(current, rel=1e-6, abs=1e-3)
        assert 0 <= clamped(progress) <= 1


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_metric_that_shall_fall_is_the_mirror_of_one_that_shall_rise(
    baseline: float, target: float, current: float
) -> None:
    assert metric_progress(baseline, target, current) == metric_progress(
        -baseline, -target, -current
    )


@given(NUMBERS, st.one_of(st.none(), NUMBERS), st.one_of(st.none(), NUMBERS))
def test_in_band_means_neither_below_nor_above(
    value: float, low: float | None, high: float | None
) -> None:
    well = in_band(Band(min=low, max=high), value)
    if low is None and high is None:
        assert well is None
    else:
        assert well == (
            not ((low is not None and value < low) or (high is not None and value > high))
        )


@given(DAYS, st.integers(1, 400), st.integers(-50, 450))
def test_elapsed_and_week_stay_in_the_cycle(start: date, length: int, after: int) -> None:
    days = CycleDays.of(start, start + timedelta(days=length))
    day = start + timedelta(days=after)
    elapsed, week, weeks = days.elapsed(day), days.week(day), days.weeks
    assert elapsed is not None
    assert week is not None
    assert weeks is not None
    assert 0 <= elapsed <= 1
    assert 0 <= week <= weeks
    assert weeks == math.ceil((length + 1) / 7)
    assert days.is_over(day) == (after > length)


@given(SHARES, SHARES)
def test_pace_gets_no_better_when_the_gap_grows(gap: float, more: float) -> None:
    order = list(Status)
    first, second = (pace_of(g, 0.5, 0.5, LIMITS) for g in (gap, gap + more))
    assert first is not None
    assert second is not None
    assert order.index(second) >= order.index(first)


@given(SHARES, SHARES, SHARES)
def test_late_in_the_cycle_a_low_progress_is_never_on_track(
    gap: float, elapsed: float, progress: float
) -> None:
    pace = pace_of(gap, elapsed, progress, LIMITS)
    assert late_low(elapsed, progress, LIMITS) == (elapsed >= 0.7 and progress < 0.5)
    if late_low(elapsed, progress, LIMITS):
        assert pace is not Status.ON_TRACK


@pytest.mark.parametrize(
    ("gap", "pace"), [(0.1, "on_track"), (0.404 - 0.304, "on_track"), (0.11, "at_risk")]
)
def test_a_gap_on_the_bound_is_within_it(gap: float, pace: str) -> None:
    assert pace_of(gap, 0.5, 0.6, LIMITS) == pace


@given(st.lists(st.tuples(DAYS, SHARES), min_size=1, max_size=6), DAYS)
def test_a_plan_is_read_between_its_points(points: list[tuple[date, float]], day: date) -> None:
    start, end = date(2020, 1, 1), date(2035, 12, 31)
    plan = [PlanPoint(date=d, progress=p) for d, p in points]
    read = planned(plan, CycleDays.of(start, end), day)
    assert read is not None
    assert -1e-9 <= read <= 1 + 1e-9
    known = dict(points)
    if day in known:
        assert read == pytest.approx(known[day])


def test_a_plan_of_one_point_begins_at_nothing_and_ends_at_all() -> None:
    days = CycleDays.of(date(2026, 1, 1), date(2026, 3, 31))
    plan = [PlanPoint(date=date(2026, 3, 1), progress=0.2)]
    assert planned(plan, days, date(2026, 1, 1)) == 0
    assert planned(plan, days, date(2026, 3, 1)) == 0.2
    assert planned(plan, days, date(2026, 3, 31)) == 1


def test_stages_are_expected_from_the_day_they_are_due() -> None:
    stages = [
        Stage(name="draft", value=0.3, due=date(2026, 1, 31)),
        Stage(name="pilot", value=0.7, due=date(2026, 2, 28)),
    ]
    days = [date(2026, 1, 30), date(2026, 1, 31), date(2026, 2, 27), date(2026, 3, 1)]
    assert [staged(stages, day) for day in days] == [0.0, 0.3, 0.3, 0.7]
    assert staged([Stage(name="draft", value=0.3)], days[0]) is None


@given(st.lists(st.integers(0, 10).map(float), max_size=8))
def test_a_drop_is_a_fall_of_two_or_three_falls_in_a_row(values: list[float]) -> None:
    steep = len(values) > 1 and values[-2] - values[-1] >= 2
    last = values[-4:]
    slow = len(last) == 4 and all(a > b for a, b in pairwise(last))
    assert dropped(values, LIMITS) == (steep or slow)
    crossed = len(values) > 1 and values[-2] >= 4 > values[-1]
    assert fell_low(values, LIMITS) == crossed


@given(st.lists(SHARES, min_size=4, max_size=12, unique=True), st.floats(0.5, 2))
def test_points_on_a_line_are_forecast_without_a_margin(days: list[float], slope: float) -> None:
    points = [(day * 90, slope * day) for day in days]
    if max(days) - min(days) < 0.01:
        return
    line = fit(points, 90.0, 0.8)
    assert line.at == pytest.approx(slope, abs=1e-6)
    assert line.margin == pytest.approx(0, abs=1e-4)


@pytest.mark.parametrize(
    ("p", "freedom", "t"),
    # From a table of Student's t.
    [(0.9, 1, 3.0777), (0.9, 2, 1.8856), (0.9, 3, 1.6377), (0.9, 10, 1.3722), (0.975, 5, 2.5706)],
)
def test_students_t_is_that_of_the_tables(p: float, freedom: int, t: float) -> None:
    assert student_t(p, freedom) == pytest.approx(t, abs=1e-4)


def test_a_forecast_is_that_of_the_textbook() -> None:
    """Points (1,1) (2,3) (3,2) (4,5) (5,4): slope .8, SSE 3.6, read at 10 with 80 %."""
    line = fit([(1, 1), (2, 3), (3, 2), (4, 5), (5, 4)], 10, 0.8)
    assert line.at == pytest.approx(8.6)
    margin = 1.6377 * math.sqrt(3.6 / 3 * (1 + 1 / 5 + 49 / 10))
    assert line.margin == pytest.approx(margin, rel=1e-4)


@given(st.lists(st.tuples(SHARES, st.one_of(st.none(), st.floats(0, 5))), max_size=8))
def test_a_weighted_mean_lies_between_its_values(values: list[tuple[float, float | None]]) -> None:
    mean, _ = weighted_mean(values)
    if not values:
        assert mean is None
    else:
        assert mean is not None
        assert min(v for v, _ in values) - 1e-9 <= mean <= max(v for v, _ in values) + 1e-9


def test_weights_that_do_not_sum_to_one_are_rescaled_with_a_note() -> None:
    assert weighted_mean([(1.0, 0.5), (0.0, 0.5)]) == (0.5, False)
    assert weighted_mean([(1.0, 3.0), (0.0, 1.0)]) == (0.75, True)
    assert weighted_mean([(1.0, None), (0.0, None)]) == (0.5, False)
    assert weighted_mean([(1.0, 0.9), (0.0, None)]) == (0.5, True)


def test_the_mean_of_nothing_is_unknown_and_not_zero() -> None:
    assert plain_mean([]) is None


@given(st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS), DAYS)
def test_silence_grows_from_due_to_outdated_to_stalled(
    last: date | None, start: date | None, as_of: date
) -> None:
    found = silence(last, start, as_of, LIMITS)
    since = last or start
    if since is None:
        assert found is None
    else:
        days = (as_of - since).days
        expected = Shown.STALLED if days > 14 else Shown.OUTDATED if days > 10 else None
        assert found is expected


STATUSES = st.one_of(st.none(), st.sampled_from(Status))


@given(st.booleans(), st.sampled_from([None, Shown.STALLED, Shown.OUTDATED]), STATUSES, STATUSES)
def test_what_is_shown_is_the_first_of_closed_silent_and_worst(
    closed: bool, silent: Shown | None, said: Status | None, computed: Status | None
) -> None:
    found = shown(closed=closed, silent=silent, said=said, computed=computed)
    if closed:
        assert found is Shown.CLOSED
    elif silent:
        assert found is silent
    elif said is None and computed is None:
        assert found is Shown.UNKNOWN
    else:
        assert found == worst((said, computed))


@given(st.lists(st.sampled_from(Shown), min_size=1))
def test_an_objective_is_shown_as_its_weakest_key_result(states: list[Shown]) -> None:
    found = weakest(states)
    assert found in states
    assert all(WEAKEST.index(found) <= WEAKEST.index(one) for one in states)
    if Shown.UNKNOWN in states:
        assert found is not Shown.ON_TRACK
