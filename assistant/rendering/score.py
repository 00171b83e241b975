"""The arithmetic of a score, the verdict and the number of findings, in words."""

from __future__ import annotations

from assistant.messages import say
from assistant.models import Answer, Language
from assistant.rendering.outline import counts


def sum_up(answer: Answer, language: Language) -> str:
    """How the score came about, e.g. `100 − 20 (K01) − 8 (K03) = 72; at most 59: …`.

    A rule that found several lines is there once: the text says so. Empty where there was
    nothing to score.
    """
    if not answer.set.objectives:
        return ""
    sums = answer.arithmetic
    steps = "".join(f" − {taken.points} ({taken.rule})" for taken in sums.deductions)
    rest = max(0, sums.start - sum(taken.points for taken in sums.deductions))
    text = f"{sums.start}{steps} = {rest}" if steps else str(sums.start)
    told = [text]
    if sums.cap is not None:
        told.append(say("report", "capped", language, cap=sums.cap, reason=sums.cap_reason))
    if len(answer.findings) > len(sums.deductions) > 0:
        told.append(say("report", "counts_once", language))
    return say("report", "then", language).join(told)


def verdict_line(answer: Answer, language: Language) -> str:
    """The score with the verdict and its reason, e.g. `59 of 100: needs work, because …`."""
    if not answer.set.objectives:
        return say("report", "no_score", language)
    verdict = say("report", f"verdict.{answer.verdict}", language)
    if why := answer.arithmetic.verdict_reason:
        verdict = say("report", "verdict_why", language, verdict=verdict, reason=why)
    return say("report", "score_line", language, score=answer.score, verdict=verdict)


def tally(answer: Answer, language: Language) -> str:
    """How many findings there are, e.g. `1 error, 2 warnings, 0 hints`."""
    numbers = counts(answer)
    if not any(numbers.values()):
        return say("report", "no_findings", language)
    parts = [_counted(severity, count, language) for severity, count in numbers.items()]
    return say("report", "list", language).join(parts)


def _counted(severity: str, count: int, language: Language) -> str:
    number = "one" if count == 1 else "many"
    return say("report", f"count.{severity}.{number}", language, count=count)
