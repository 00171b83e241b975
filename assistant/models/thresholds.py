"""The thresholds of the weekly arithmetic; every report prints those that it used."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Thresholds(BaseModel):
    """Defaults and their reasons stand in `assistant/checkins/thresholds.yml`.

    Gaps and progress are 0 to 1, confidence is 0 to 10.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    cadence_days: int = Field(ge=1, le=366)
    grace_days: int = Field(ge=0, le=366)
    stalled_days: int = Field(ge=1, le=366)
    pace_from_elapsed: float = Field(ge=0, le=1)
    on_track_gap: float = Field(ge=0, le=1)
    at_risk_gap: float = Field(ge=0, le=1)
    late_elapsed: float = Field(ge=0, le=1)
    late_progress: float = Field(ge=0, le=1)
    conf_drop: float = Field(gt=0, le=10)
    conf_falls: int = Field(ge=2, le=20)
    conf_low: float = Field(ge=0, le=10)
    unmoved_weeks: int = Field(ge=1, le=53)
    open_days: int = Field(ge=1, le=366)
    forecast_points: int = Field(ge=3, le=100)
    forecast_days: int = Field(ge=1, le=366)
    forecast_interval: float = Field(gt=0, lt=1)
    trend_aspirational: float = Field(ge=0, le=2)
    trend_others: float = Field(ge=0, le=2)
    odd_times: float = Field(ge=2, le=1_000_000)
    odd_percent: float = Field(ge=1, le=1_000)
    win_rise: float = Field(gt=0, le=1)
    most_attention: int = Field(ge=1, le=20)
    most_words: int = Field(ge=50, le=2000)
    most_characters: int = Field(ge=100, le=5000)
    most_quote: int = Field(ge=20, le=2000)
    worst_a_level: int = Field(ge=1, le=50)
