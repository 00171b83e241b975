"""The day of the samples, so that what is said of it is the same tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, tzinfo
from unittest.mock import patch

from assistant.checkins import calendar

TODAY = date(2026, 2, 20)


@contextmanager
def today() -> Iterator[None]:
    """The check-ins take the day of the samples for today."""
    with patch.object(calendar, "today", lambda: TODAY):
        yield


class Now(datetime):
    """For a module that asks what time it is."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Now:
        """The beginning of the day of the samples."""
        return cls(TODAY.year, TODAY.month, TODAY.day, tzinfo=tz)
