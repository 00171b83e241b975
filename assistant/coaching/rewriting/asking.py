"""What is asked where nothing tells what a work is for."""

from __future__ import annotations

from assistant.coaching.rewriting.works import Match, Outcome, family

ANY_WORK, ANY_PRIZE = "any-work", "any-prize"


def asking() -> tuple[Match, Outcome]:
    """What is asked where nothing tells what a work is for."""
    return asking_all(people=True)[0]


def asking_how_far() -> tuple[Match, Outcome]:
    """What is asked of a line that names what shall be won."""
    prize = family(ANY_PRIZE)
    return Match(prize, 0.0), prize.data.outcomes[0]


def asking_all(*, people: bool) -> list[tuple[Match, Outcome]]:
    """All that is asked where nothing tells it: of people who change first, else of an effect."""
    any_work = family(ANY_WORK)
    asked = any_work.data.outcomes[:2] if people else reversed(any_work.data.outcomes[:2])
    return [(Match(any_work, 0.0), outcome) for outcome in asked]
