"""An answer for a terminal: each line with the words that a rule is about marked in it."""

from __future__ import annotations

from assistant.messages import say
from assistant.models import Answer, Finding, Language, Severity, Verdict
from assistant.rendering.chips import chips
from assistant.rendering.outline import Line, lines, set_findings, told_before
from assistant.rendering.paper import Mark, Paper
from assistant.rendering.score import sum_up, tally, verdict_line
from assistant.rendering.visible import visible

STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.HINT: "cyan",
}
SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.HINT: "·"}
VERDICT_STYLES = {
    Verdict.READY: "bold green",
    Verdict.NEEDS_WORK: "bold yellow",
    Verdict.REWORK: "bold red",
}


def show(answer: Answer, language: Language, paper: Paper) -> None:
    """Print one answer; colours are left out where the paper has none."""
    _show_header(answer, language, paper)
    again = told_before(answer, language)
    for line in lines(answer, language):
        _show_line(line, language, paper, again)
    if found := set_findings(answer):
        paper.line(0, (say("report", "whole_set", language), "bold"))
        _show_findings(found, language, paper, again, indent=2)
    _show_unread(answer, language, paper)
    _show_score(answer, language, paper)


def _show_header(answer: Answer, language: Language, paper: Paper) -> None:
    cycle = answer.set.cycle.name if answer.set.cycle else None
    parts = [answer.set.team or answer.set.owner or answer.id, cycle]
    parts.append(say("report", "profile", language, profile=answer.profile))
    if answer.pack:
        parts.append(say("report", "pack", language, pack=answer.pack))
    paper.line(0, (visible(" · ".join(part for part in parts if part)), "dim"))
    paper.line(0)


def _show_line(line: Line, language: Language, paper: Paper, again: frozenset[int]) -> None:
    is_objective = line.place[1] is None
    indent = 0 if is_objective else 2
    label = f"{line.label}  "
    paper.line(
        indent,
        (label, "bold" if is_objective else "dim"),
        (visible(line.text), "bold" if is_objective else "default"),
        marks=_marks(line, len(label)),
    )
    if words := [chip.text for chip in chips(line.facts, language)]:
        paper.line(indent + 5, (" · ".join(words), "dim"))
    _show_findings(line.findings, language, paper, again, indent=indent + 5)
    paper.line(0)


def _marks(line: Line, offset: int) -> list[Mark]:
    """The places that findings are about; the worst comes last and wins."""
    return [
        (f"{STYLES[one.severity]} underline", offset + one.span.start, offset + one.span.end)
        for one in reversed(line.findings)
        if one.span
    ]


def _show_findings(
    findings: tuple[Finding, ...],
    language: Language,
    paper: Paper,
    again: frozenset[int],
    *,
    indent: int,
) -> None:
    """Each finding; its reason and advice where they stand for the first time."""
    for finding in findings:
        severity = say("report", f"severity.{finding.severity}", language)
        paper.line(
            indent,
            (f"{SIGNS[finding.severity]} {finding.rule} ", STYLES[finding.severity]),
            (f"{severity}  ", "dim"),
            (visible(finding.message), "default"),
        )
        advice = () if id(finding) in again else (("why", "dim"), ("fix", "default"))
        for key, style in advice:
            head = f"{say('report', key, language)}: "
            paper.line(indent + 2, (head, "dim"), (visible(getattr(finding, key)), style))


def _show_unread(answer: Answer, language: Language, paper: Paper) -> None:
    if answer.unread:
        paper.line(0, (say("report", "unread", language), "dim"))
        for unread in answer.unread:
            place = say("report", "unread_line", language, line=unread.line)
            paper.line(2, (f"{place}  {visible(unread.text)}", "dim"))
        paper.line(0)
    for note in answer.provenance.notes:
        paper.line(0, (f"{say('report', 'notes', language)}: {visible(note)}", "dim"))


def _show_score(answer: Answer, language: Language, paper: Paper) -> None:
    paper.line(0, (tally(answer, language), ""))
    if sums := sum_up(answer, language):
        paper.line(0, (sums, "dim"))
    total = f"{say('report', 'score', language)}  {verdict_line(answer, language)}"
    paper.line(0, (total, VERDICT_STYLES[answer.verdict]))
    paper.line(0, (say("report", "not_for_ranking", language), "dim"))
