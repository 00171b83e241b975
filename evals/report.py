"""The figures as a table for the terminal, as Markdown for a pull request, as HTML for a coach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals.figures import Figure
from evals.gates import Compared

MOST_LISTED = 40
Rows = dict[str, dict[str, list[Figure]]]


def by_suite(figures: Sequence[Figure]) -> Rows:
    """Figures by suite and check, each with its languages."""
    made: defaultdict[str, defaultdict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for each in figures:
        made[each.suite][each.check].append(each)
    return {suite: dict(checks) for suite, checks in made.items()}


def as_text(figures: Sequence[Figure], compared: Compared | None) -> str:
    """A line a check."""
    lines = []
    for suite, checks in by_suite(figures).items():
        lines.append(f"\n{suite}")
        for check, found in checks.items():
            cells = "   ".join(f"{f.language} {f.value:.3f} ({f.cases})" for f in found)
            lines.append(f"  {check:24} {cells}")
    return "\n".join([*lines, *_gates(compared)])


def as_markdown(figures: Sequence[Figure], compared: Compared | None) -> str:
    """A table a suite."""
    lines = ["# Evals", *(f"- {line}" for line in _gates(compared))]
    for suite, checks in by_suite(figures).items():
        lines += ["", f"## {suite}", "", "| check | language | value | 95 % of cases | cases |"]
        lines.append("|---|---|---|---|---|")
        lines += [_row(each) for found in checks.values() for each in found]
    return "\n".join(lines) + "\n"


def as_html(figures: Sequence[Figure], compared: Compared | None) -> str:
    """A page with bars that a coach can read."""
    loader = FileSystemLoader(Path(__file__).parent / "pages")
    page = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    return page.get_template("report.html").render(
        suites=by_suite(figures), gates=list(_gates(compared))
    )


def _row(each: Figure) -> str:
    interval = f"{each.low:.3f}–{each.high:.3f}"
    return f"| {each.check} | {each.language} | {each.value:.3f} | {interval} | {each.cases} |"


def _gates(compared: Compared | None) -> Iterator[str]:
    """What the gates say, the worst first."""
    if compared is None:
        return
    lost, gained = len(compared.lost), len(compared.gained)
    yield f"lost {lost}, gained {gained}, below a bar {len(compared.below)}"
    yield from (f"below a bar: {line}" for line in compared.below)
    for each in compared.lost[:MOST_LISTED]:
        yield (
            f"lost {each.id} {each.suite} {each.check} {each.language}: "
            f"{each.found} for {each.gold} | {each.subject[:90]}"
        )
