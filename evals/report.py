"""The figures as a table for the terminal, as Markdown for a pull request, as HTML for a coach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals.figures import Figure

Rows = dict[str, dict[str, list[Figure]]]


def by_suite(figures: Sequence[Figure]) -> Rows:
    """Figures by suite and check, each with its languages."""
    made: defaultdict[str, defaultdict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for each in figures:
        made[each.suite][each.check].append(each)
    return {suite: dict(checks) for suite, checks in made.items()}


def as_text(figures: Sequence[Figure], missed: Sequence[str]) -> str:
    """A line a check."""
    lines = []
    for suite, checks in by_suite(figures).items():
        lines.append(f"\n{suite}")
        for check, found in checks.items():
            cells = "   ".join(f"{f.language} {f.value:.3f} ({f.cases})" for f in found)
            lines.append(f"  {check:24} {cells}")
    return "\n".join([*lines, *_gates(missed)])


def as_markdown(figures: Sequence[Figure], missed: Sequence[str]) -> str:
    """A table a suite."""
    lines = ["# Evals", *(f"- {line}" for line in _gates(missed))]
    for suite, checks in by_suite(figures).items():
        lines += ["", f"## {suite}", "", "| check | language | value | 95 % of cases | cases |"]
        lines.append("|---|---|---|---|---|")
        lines += [_row(each) for found in checks.values() for each in found]
    return "\n".join(lines) + "\n"


def as_html(figures: Sequence[Figure], missed: Sequence[str]) -> str:
    """A page with bars that a coach can read."""
    return page("report.html", suites=by_suite(figures), gates=_gates(missed))


def page(name: str, **content: Any) -> str:
    """A page of `pages/`, with all that goes into it escaped."""
    loader = FileSystemLoader(Path(__file__).parent / "pages")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template(name).render(**content)


def _row(each: Figure) -> str:
    interval = f"{each.low:.3f}–{each.high:.3f}"
    return f"| {each.check} | {each.language} | {each.value:.3f} | {interval} | {each.cases} |"


def _gates(missed: Sequence[str]) -> list[str]:
    return [f"below a bar: {line}" for line in missed] or ["no figure is below its bar"]
