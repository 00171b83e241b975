"""The figures as a table for the terminal, as Markdown for a pull request, as HTML for a coach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals.figures import ALL, ClassFigure, Figure
from evals.suites import NAMES

PAGES = Path(__file__).parent / "pages"
CONTRACT = "contract"  # 110,000 promises that nothing changed: in a sum they would hide all else
Rows = dict[str, dict[str, list[Figure]]]


def by_suite(figures: Sequence[Figure]) -> Rows:
    """Figures by suite, in the order of the suites, and by check, each with its languages."""
    made: defaultdict[str, defaultdict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for each in figures:
        made[each.suite][each.check].append(each)
    return {suite: dict(made[suite]) for suite in NAMES if suite in made}


def by_language(figures: Sequence[Figure]) -> Iterator[tuple[str, float, int]]:
    """Of all suites but the contract the share of cases that are right, and their number."""
    whole = [each for each in figures if each.check == ALL and each.suite != CONTRACT]
    for language in sorted({each.language for each in whole}):
        own = [each for each in whole if each.language == language]
        cases = sum(each.cases for each in own)
        yield language, 1 - sum(each.missed for each in own) / cases, cases


def classes_of(suite: dict[str, list[Figure]]) -> list[tuple[Figure, ClassFigure]]:
    """Each class of each check of a suite."""
    return [(each, one) for found in suite.values() for each in found for one in each.classes]


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
    """The suites in one table, then what is wrong in them: short enough for a pull request."""
    lines = ["# Evals", "", *(f"- {line}" for line in _gates(missed)), "", *_MARKDOWN_HEAD]
    suites = by_suite(figures)
    lines += [_row(each, each.suite) for checks in suites.values() for each in checks[ALL]]
    for suite, checks in suites.items():
        wrong = [f for check, found in checks.items() if check != ALL for f in found if f.missed]
        if wrong:
            lines += ["", f"<details><summary>{suite}: checks with cases that are wrong</summary>"]
            lines += ["", *_MARKDOWN_HEAD, *(_row(each, each.check) for each in wrong)]
            lines += ["", "</details>"]
    return "\n".join(lines) + "\n"


_MARKDOWN_HEAD = (
    "| | language | value | 95 % of cases | cases | wrong | missed weak | false alarms |",
    "|---|---|---:|---|---:|---:|---:|---:|",
)


def as_html(figures: Sequence[Figure], missed: Sequence[str]) -> str:
    """A page with bars that a coach can read."""
    suites = by_suite(figures)
    return page(
        "report.html",
        suites=suites,
        classes={suite: classes_of(checks) for suite, checks in suites.items()},
        told=yaml.safe_load((PAGES / "suites.yml").read_text(encoding="utf-8")),
        languages=list(by_language(figures)),
        gates=_gates(missed),
        good=not missed,
    )


def page(name: str, **content: Any) -> str:
    """A page of `pages/`, with all that goes into it escaped."""
    environment = Environment(
        loader=FileSystemLoader(PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return environment.get_template(name).render(**content)


def _row(each: Figure, name: str) -> str:
    apart = ("" if one is None else one for one in (each.missed_weak, each.false_alarms))
    cells = (
        name, each.language, f"{each.value:.3f}", f"{each.low:.3f}–{each.high:.3f}",
        each.cases, each.missed, *apart,
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def _gates(missed: Sequence[str]) -> list[str]:
    return [f"below a bar: {line}" for line in missed] or ["no figure is below its bar"]
