"""The suites, each a module with `outcomes(data)`; the registry is `SUITES`."""

from __future__ import annotations

from importlib import import_module

from evals.outcomes import Suite

NAMES = (
    "facts",
    "rules",
    "wording",
    "good",
    "parity",
    "stability",
    "parsing",
    "retrieval",
    "rewrite",
    "guides",
    "checkins",
    "summary",
    "grounding",
    "hearing",
    "injection",
    "masking",
    "contract",
    "cost",
)


def suite(name: str) -> Suite:
    """The suite of that name; loaded when it is run."""
    found: Suite = import_module(f"evals.suites.{name}").outcomes
    return found
