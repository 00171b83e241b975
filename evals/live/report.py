"""A live run as text, as Markdown and as a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from assistant.prompts import prompt
from evals.live.figures import Figure, figures_of
from evals.live.judging import Agreement, judge_prompt
from evals.live.labelling import label_prompt
from evals.live.meter import Meter
from evals.live.rewriting import PROMPTS
from evals.live.trial import Trial
from evals.report import page

Key = tuple[str, str, str]


@dataclass
class Run:
    """All that came of a live run."""

    price: Sequence[float] | None = None
    trials: list[Trial] = field(default_factory=list)
    spent: list[dict[str, Any]] = field(default_factory=list)
    judge_name: str | None = None
    agreements: list[Agreement] = field(default_factory=list)

    def add(self, trial: Trial, meter: Meter) -> None:
        """Take in what a side did and what it cost."""
        self.trials.append(trial)
        if meter.calls:
            self.spent.append({"suite": trial.suite, "side": trial.side, **meter.told(self.price)})

    @property
    def figures(self) -> list[Figure]:
        """All figures."""
        return figures_of(self.trials)

    @property
    def unscored(self) -> list[dict[str, Any]]:
        """What was unscored, by suite, side, check and language."""
        return [
            {"suite": each.suite, "side": each.side, "what": what, "language": language, "count": n}
            for each in self.trials
            for (what, language), n in sorted(each.unscored.items())
            if n
        ]

    @property
    def table(self) -> dict[Key, dict[str, Figure]]:
        """By suite, check and language the sides beside each other."""
        rows: dict[Key, dict[str, Figure]] = {}
        for each in self.figures:
            rows.setdefault((each.suite, each.check, each.language), {})[each.side] = each
        return dict(sorted(rows.items()))

    @property
    def sides(self) -> list[str]:
        """The sides that were run."""
        return list(dict.fromkeys(each.side for each in self.trials))

    @property
    def prompts(self) -> list[dict[str, Any]]:
        """Which prompts were asked, by id, version and fingerprint."""
        stamps = [*(prompt(name).stamp for name in PROMPTS), label_prompt().stamp]
        stamps += [judge_prompt().stamp] if self.judge_name else []
        return [each.model_dump() for each in stamps]

    def as_json(self) -> dict[str, Any]:
        """As programs get it."""
        return {
            "figures": [each.as_json() for each in self.figures],
            "unscored": self.unscored,
            "spent": self.spent,
            "prompts": self.prompts,
            "judge": self.judge_name,
            "agreement": [asdict(each) for each in self.agreements],
        }


def as_markdown(run: Run) -> str:
    """Tables: the sides beside each other, what was unscored, the cost, the judge."""
    head = "| suite | check | language | " + " | ".join(run.sides) + " |"
    rows = ["# Live evals", "", head, "|---" * (3 + len(run.sides)) + "|"]
    for key, sides in run.table.items():
        cells = (_cell(sides.get(side)) for side in run.sides)
        rows.append("| " + " | ".join((*key, *cells)) + " |")
    rows += ["", f"Unscored: {sum(each['count'] for each in run.unscored)}", ""]
    rows += [
        f"- {each['suite']}, {each['side']}, {each['language']}: {each['what']}: {each['count']}"
        for each in run.unscored
    ]
    rows += ["", "## Spent", ""]
    rows += [
        "- " + ", ".join(f"{name} {held}" for name, held in each.items()) for each in run.spent
    ]
    stamps = (f"{each['id']} {each['version']} ({each['sha']})" for each in run.prompts)
    rows += ["", f"Prompts: {', '.join(stamps)}", "", "## The judge", "", *_judge(run)]
    return "\n".join(rows) + "\n"


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    return f"{figure.value:.3f} [{figure.low:.3f}–{figure.high:.3f}], {figure.cases}"


def _judge(run: Run) -> list[str]:
    if run.judge_name is None:
        return ["None (`OKR_JUDGE_BASE_URL`, `OKR_JUDGE_MODEL`): nothing was judged."]
    rows = [f"{run.judge_name}, against labelled pairs:", ""]
    for each in run.agreements:
        told = f"agrees {each.agree:.3f}, kappa {each.kappa:.3f}, of {each.pairs} pairs"
        rows.append(f"- {each.question}: {told}, unscored {each.unscored}")
    return rows


def as_text(run: Run) -> str:
    """The same for a terminal."""
    return as_markdown(run)


def as_html(run: Run) -> str:
    """The same as a page, with bars."""
    return page("live.html", run=run, judge=_judge(run))
