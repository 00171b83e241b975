"""An answer for a terminal: each line with the words that a rule is about marked in it."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from assistant.messages import say
from assistant.models import Answer, Finding, Language, Severity, Verdict
from assistant.rendering.chips import chips
from assistant.rendering.outline import Line, lines, set_findings
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


def show(answer: Answer, language: Language, console: Console) -> None:
    """Print one answer; colours are left out where the console has none."""
    _show_header(answer, language, console)
    for line in lines(answer, language):
        _show_line(line, language, console)
    if found := set_findings(answer):
        console.print(Text(say("report", "whole_set", language), style="bold"))
        _show_findings(found, language, console, indent=2)
    _show_unread(answer, language, console)
    _show_score(answer, language, console)


def _show_header(answer: Answer, language: Language, console: Console) -> None:
    cycle = answer.set.cycle.name if answer.set.cycle else None
    parts = [answer.set.team or answer.set.owner or answer.id, cycle]
    parts.append(say("report", "profile", language, profile=answer.profile))
    if answer.pack:
        parts.append(say("report", "pack", language, pack=answer.pack))
    header = visible(" · ".join(part for part in parts if part))
    console.print(Text(header, style="dim"))
    console.print()


def _show_line(line: Line, language: Language, console: Console) -> None:
    is_objective = line.place[1] is None
    indent = 0 if is_objective else 2
    head = Text(f"{line.label}  ", style="bold" if is_objective else "dim")
    head.append_text(_marked(line, bold=is_objective))
    console.print(_indented(head, indent))
    if words := [chip.text for chip in chips(line.facts, language)]:
        console.print(_indented(Text(" · ".join(words), style="dim"), indent + 5))
    _show_findings(line.findings, language, console, indent=indent + 5)
    console.print()


def _indented(text: Text, by: int) -> Padding:
    return Padding(text, (0, 0, 0, by), expand=False)


def _marked(line: Line, *, bold: bool) -> Text:
    text = Text(visible(line.text), style="bold" if bold else "default")
    for finding in reversed(line.findings):  # the worst comes last and wins
        if finding.span:
            style = f"{STYLES[finding.severity]} underline"
            text.stylize(style, finding.span.start, finding.span.end)
    return text


def _show_findings(
    findings: tuple[Finding, ...], language: Language, console: Console, *, indent: int
) -> None:
    for finding in findings:
        severity = say("report", f"severity.{finding.severity}", language)
        head = Text(f"{SIGNS[finding.severity]} {finding.rule} ", style=STYLES[finding.severity])
        head.append(f"{severity}  ", style="dim")
        head.append(visible(finding.message), style="default")
        console.print(_indented(head, indent))
        for key in ("why", "fix"):
            told = Text(f"{say('report', key, language)}: ", style="dim")
            told.append(visible(getattr(finding, key)), style="dim" if key == "why" else "default")
            console.print(_indented(told, indent + 2))


def _show_unread(answer: Answer, language: Language, console: Console) -> None:
    if answer.unread:
        console.print(Text(say("report", "unread", language), style="dim"))
        for unread in answer.unread:
            place = say("report", "unread_line", language, line=unread.line)
            console.print(_indented(Text(f"{place}  {visible(unread.text)}", style="dim"), 2))
        console.print()
    for note in answer.provenance.notes:
        told = f"{say('report', 'notes', language)}: {visible(note)}"
        console.print(Text(told, style="dim"))


def _show_score(answer: Answer, language: Language, console: Console) -> None:
    console.print(Text(tally(answer, language)))
    console.print(Text(sum_up(answer, language), style="dim"))
    told = f"{say('report', 'score', language)}  {verdict_line(answer, language)}"
    console.print(Text(told, style=VERDICT_STYLES[answer.verdict]))
    console.print(Text(say("report", "not_for_ranking", language), style="dim"))
