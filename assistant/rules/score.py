"""The score and the verdict, with the arithmetic that a user can follow."""

from __future__ import annotations

from assistant.messages import say
from assistant.models import Arithmetic, Deduction, Finding, Language, Severity, Verdict
from assistant.rules.reading_set import ReadSet
from assistant.rules.rubric import Rubric

MEASURABLE, OUTCOME, KEY_RESULT_COUNT, OPEN_VALUE = "K01", "K03", "S02", "K17"
# Rules that half of the key results or more must not break.
_HALVES = {MEASURABLE: "half_unmeasurable", OUTCOME: "half_no_outcomes"}
_WORST_FIRST = list(Severity)


def score(
    rubric: Rubric,
    read_set: ReadSet,
    findings: list[Finding],
    language: Language = Language.EN,
) -> tuple[int, Verdict, Arithmetic]:
    """100 less the weight of each rule's worst finding, then the cap; and what that makes.

    Rules that are off, do not apply or are previews take nothing. A set without an objective has
    nothing to score: 0. The reasons of the cap and of
    the verdict are told in `language`.
    """
    arithmetic = _arithmetic(rubric, read_set, _counted(rubric, findings))
    if arithmetic.cap_reason is not None:
        arithmetic.cap_reason = say("rules", f"cap.{arithmetic.cap_reason}", language)
    points = arithmetic.start - sum(one.points for one in arithmetic.deductions)
    total = max(points, 0)
    if arithmetic.cap is not None:
        total = min(total, arithmetic.cap)
    verdict, why = _verdict(rubric, read_set, findings, total)
    bounds = rubric.profile.verdict.model_dump()
    arithmetic.verdict_reason = why and say("rules", f"verdict.{why}", language, **bounds)
    return total, verdict, arithmetic


def _counted(rubric: Rubric, findings: list[Finding]) -> list[Finding]:
    counting = {active.rule.id for active in rubric.rules if active.counts}
    return [finding for finding in findings if finding.rule in counting]


def _arithmetic(rubric: Rubric, read_set: ReadSet, findings: list[Finding]) -> Arithmetic:
    worst: dict[str, Severity] = {}
    for finding in findings:
        known = worst.get(finding.rule, Severity.HINT)
        worst[finding.rule] = min(known, finding.severity, key=_WORST_FIRST.index)
    weights = rubric.profile.weights
    deductions = [
        Deduction(rule=rule, severity=severity, points=getattr(weights, severity))
        for rule, severity in sorted(worst.items(), key=lambda one: _rank(one[1], one[0]))
    ]
    cap, reason = _cap(rubric, read_set, findings)
    return Arithmetic(deductions=deductions, cap=cap, cap_reason=reason)


def _rank(severity: Severity, rule: str) -> tuple[int, str]:
    return _WORST_FIRST.index(severity), rule


def _cap(
    rubric: Rubric, read_set: ReadSet, findings: list[Finding]
) -> tuple[int | None, str | None]:
    if not read_set.objectives:
        return 0, "nothing"
    caps = rubric.profile.caps
    reached = []
    if _has_error(findings):
        reached.append((caps.any_error, "any_error"))
    if _half_fail(OUTCOME, read_set, findings):
        reached.append((caps.too_few_outcomes, "too_few_outcomes"))
    return min(reached, default=(None, None))


def _verdict(
    rubric: Rubric, read_set: ReadSet, findings: list[Finding], total: int
) -> tuple[Verdict, str | None]:
    """The verdict, and the message that tells its reason."""
    bounds = rubric.profile.verdict
    if not read_set.objectives:
        return Verdict.REWORK, "nothing"
    if any(one.rule == KEY_RESULT_COUNT and one.severity is Severity.ERROR for one in findings):
        return Verdict.REWORK, "no_key_results"
    for rule, reason in _HALVES.items():
        if _half_fail(rule, read_set, findings):
            return Verdict.REWORK, reason
    if total < bounds.rework_below:
        return Verdict.REWORK, "low"
    if _has_error(findings):
        return Verdict.NEEDS_WORK, "error_left"
    if total < bounds.ready_from:
        return Verdict.NEEDS_WORK, "not_high"
    open_left = any(one.rule == OPEN_VALUE for one in findings)
    return Verdict.READY, "open_values" if open_left else None


def _has_error(findings: list[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _half_fail(rule: str, read_set: ReadSet, findings: list[Finding]) -> bool:
    """Whether the rule fires on half of the key results or more."""
    total = sum(len(objective.key_results) for objective in read_set.objectives)
    failed = {(one.objective, one.key_result) for one in findings if one.rule == rule}
    return total > 0 and 2 * len(failed) >= total
