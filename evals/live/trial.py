"""Runs the cases of a suite on its sides, through pydantic-evals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from pydantic_evals import Case, Dataset
from pydantic_evals.evaluators import Evaluator, EvaluatorContext
from pydantic_evals.reporting import EvaluationReport

from assistant.llm.port import ChatModel
from evals.live import labelling, obeying, rewriting
from evals.live.judging import questions, verdicts
from evals.live.made import Made

SUITES: dict[str, tuple[ModuleType, Any]] = {
    "rewrite": (rewriting, rewriting.Writers),
    "facts": (labelling, labelling.Labellers),
    "injection": (obeying, obeying.Obeyers),
}
JUDGED, UNSCORED = "judge: ", "unscored: "
Report = EvaluationReport[Any, Made, Any]


@dataclass(frozen=True)
class Score:
    """The share of a check that holds in one case, in one repeat."""

    check: str
    language: str
    case: str
    share: float


@dataclass
class Trial:
    """What one side did on one suite.

    Attributes:
        scores: Each check of each case in each repeat.
        unscored: How many runs gave no answer, by language; and answers of the judge that could
            not be read, by question and language.
    """

    suite: str
    side: str
    scores: list[Score] = field(default_factory=list)
    unscored: dict[tuple[str, str], int] = field(default_factory=dict)

    def miss(self, check: str, language: str, count: int = 1) -> None:
        """Count what is unscored."""
        self.unscored[check, language] = self.unscored.get((check, language), 0) + count


@dataclass
class Held(Evaluator[Any, Made, Any]):
    """The share of each check that holds."""

    def evaluate(self, ctx: EvaluatorContext[Any, Made, Any]) -> dict[str, float]:
        """See `Evaluator.evaluate`."""
        groups: dict[str, list[bool]] = {}
        for each in ctx.output.outcomes:
            groups.setdefault(each.check, []).append(each.passed)
        return {check: sum(held) / len(held) for check, held in groups.items()}


@dataclass
class Judged(Evaluator[Any, Made, Any]):
    """The share of new wordings of which a judge says yes, and how often it gave no answer."""

    judge: ChatModel
    roster: frozenset[str] | None

    async def evaluate(self, ctx: EvaluatorContext[Any, Made, Any]) -> dict[str, float]:
        """See `Evaluator.evaluate`."""
        told = [await verdicts(self.judge, pair, self.roster) for pair in ctx.output.pairs]
        found: dict[str, float] = {}
        for name in questions() if told else ():
            answers = [each[name] for each in told]
            known = [answer for answer in answers if answer is not None]
            found[UNSCORED + name] = len(answers) - len(known)
            if known:
                found[JUDGED + name] = sum(known) / len(known)
        return found


async def tried(
    suite: str,
    side: str,
    chosen: Sequence[Any],
    model: ChatModel,
    roster: frozenset[str] | None,
    judge: ChatModel | None = None,
    *,
    repeat: int = 1,
    at_once: int = 4,
) -> Trial:
    """Run the chosen cases of a suite on one side.

    Args:
        suite: Its name, of `SUITES`.
        side: One of the suite's `SIDES`.
        chosen: Its cases.
        model: The model under test.
        roster: Names to mask; None: nothing is masked.
        judge: Asked about each new wording, where there is one.
        repeat: How often each case is run; the rules answer the same each time, so once.
        at_once: Cases under way at a time.
    """
    makers = SUITES[suite][1](model, roster)

    async def task(case: Any) -> Made:
        made: Made = await makers.made(side, case)
        return made

    held = [Case(name=each.id, inputs=each) for each in chosen]
    evaluators: list[Evaluator[Any, Made, Any]] = [
        Held(),
        *([Judged(judge, roster)] if judge else []),
    ]
    dataset: Dataset[Any, Made, Any] = Dataset(name=suite, cases=held, evaluators=evaluators)
    times = 1 if side == "rules" else repeat
    report = await dataset.evaluate(
        task, name=side, max_concurrency=at_once, progress=False, repeat=times
    )
    return _trial(Trial(suite, side), report)


def _trial(trial: Trial, report: Report) -> Trial:
    for each in report.cases:
        language, name = each.inputs.language, each.source_case_name or each.name
        for check, found in each.scores.items():
            if check.startswith(UNSCORED):
                trial.miss(JUDGED + check.removeprefix(UNSCORED), language, int(found.value))
            else:
                trial.scores.append(Score(check, language, name, float(found.value)))
        for failure in each.evaluator_failures:
            trial.miss(f"{failure.name}: {failure.error_type}", language)
    for failed in report.failures:
        trial.miss(f"no answer: {failed.error_message}", failed.inputs.language)
    return trial
