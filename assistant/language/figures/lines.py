"""Read any line: script, quantities with their roles, dates, placeholders, clauses, pairs."""

from __future__ import annotations

import math

from assistant.language.figures.clauses import find_clauses
from assistant.language.figures.dates import find_dates
from assistant.language.figures.draft import Draft
from assistant.language.figures.marks import compare
from assistant.language.figures.pairs import Link, link_pairs, mark_lone_baselines
from assistant.language.figures.placeholders import find_placeholders
from assistant.language.figures.quantities import find_quantities
from assistant.language.figures.roles import assign_roles
from assistant.language.figures.scope import mark_named, mark_scope
from assistant.language.reading import LineReading, Pair, Quantity, QuantityKind
from assistant.language.script import fold, language_of, tighten
from assistant.models import Span


def read_line(text: str, year: int | None = None) -> LineReading:
    """What a line says; `year` is that of the cycle, for dates that name none."""
    text, places = tighten(text)
    folded = fold(text)
    placeholders = find_placeholders(text, folded)
    dates = find_dates(folded, year)
    taken = [(d.span.start, d.span.end) for d in dates]
    taken += [(p.start, p.end) for p in placeholders]
    drafts = find_quantities(text, folded, taken)
    compare(drafts, folded)
    mark_scope(drafts, folded)
    links = link_pairs(_with_placeholders(drafts, placeholders), folded)
    mark_named(drafts, folded, (min(d.start for d in link) for link in links))
    mark_lone_baselines(drafts, folded)
    assign_roles(drafts, folded)
    finished = {id(draft): draft.quantity() for draft in drafts}
    return LineReading(
        text=text,
        folded=folded,
        language=language_of(text),
        quantities=tuple(finished.values()),
        dates=dates,
        placeholders=placeholders,
        clauses=find_clauses(folded),
        pairs=tuple(_pair(link, finished) for link in links),
        places=places,
    )


def _with_placeholders(drafts: list[Draft], placeholders: tuple[Span, ...]) -> list[Draft]:
    if not placeholders:
        return drafts
    pending = [
        Draft(p.start, p.end, QuantityKind.BARE, math.nan, math.nan, None) for p in placeholders
    ]
    return sorted([*drafts, *pending], key=lambda d: d.start)


def _pair(link: Link, finished: dict[int, Quantity]) -> Pair:
    first, last = sorted((link.baseline, link.target), key=lambda d: d.start)
    return Pair(
        span=Span(start=first.start, end=last.end),
        baseline=finished.get(id(link.baseline)),
        target=finished.get(id(link.target)),
        baseline_span=Span(start=link.baseline.start, end=link.baseline.end),
        target_span=Span(start=link.target.start, end=link.target.end),
    )
