"""An answer as a Markdown report."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.messages import say
from assistant.models import Answer, Finding, Language
from assistant.patterns import lazy
from assistant.rendering.chips import chips
from assistant.rendering.outline import lines, set_findings, told_before
from assistant.rendering.score import sum_up, tally, verdict_line
from assistant.rendering.visible import visible

_SPECIAL = lazy(r"([\\`*_{}\[\]<>()#+!|~&])")


def escape(text: str) -> str:
    """The user's text as Markdown that shows it and does nothing else."""
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))


def report(answer: Answer, language: Language) -> str:
    """The whole report, ending in a line break."""
    return "\n".join(_parts(answer, language)) + "\n"


def _parts(answer: Answer, language: Language) -> Iterator[str]:
    title = answer.set.team or answer.set.owner or answer.id
    heading = say("report", "report", language)
    yield f"# {heading}: {escape(title)}" if title else f"# {heading}"
    yield ""
    again = told_before(answer, language)
    for line in lines(answer, language):
        words = [chip.text for chip in chips(line.facts, language)]
        yield from _line(line.label, line.text, words)
        yield from _findings(line.findings, again, language)
    if found := set_findings(answer):
        yield f"**{say('report', 'whole_set', language)}**"
        yield ""
        yield from _findings(found, again, language)
    yield from _rest(answer, language)
    yield from _score(answer, language)


def _line(label: str, text: str, words: list[str]) -> Iterator[str]:
    mark = "##" if label.startswith("O") else "###"
    yield f"{mark} {label} {escape(text)}"
    yield ""
    if words:
        yield f"*{' · '.join(words)}*"
        yield ""


def _findings(
    findings: tuple[Finding, ...], again: frozenset[int], language: Language
) -> Iterator[str]:
    for finding in findings:
        severity = say("report", f"severity.{finding.severity}", language)
        yield f"- **{finding.rule}** ({severity}) {escape(finding.message)}"
        if id(finding) not in again:
            yield f"  - {say('report', 'why', language)}: {escape(finding.why)}"
            yield f"  - {say('report', 'fix', language)}: {escape(finding.fix)}"
    if findings:
        yield ""


def _rest(answer: Answer, language: Language) -> Iterator[str]:
    if answer.unread:
        yield say("report", "unread", language)
        yield ""
        for unread in answer.unread:
            place = say("report", "unread_line", language, line=unread.line)
            yield f"- {place}: {escape(unread.text)}"
        yield ""
    if answer.provenance.notes:
        yield f"**{say('report', 'notes', language)}**"
        yield ""
        yield from (f"- {escape(note)}" for note in answer.provenance.notes)
        yield ""


def _score(answer: Answer, language: Language) -> Iterator[str]:
    yield f"## {say('report', 'score', language)}: {verdict_line(answer, language)}"
    yield ""
    if sums := sum_up(answer, language):
        yield sums
        yield ""
    yield tally(answer, language)
    yield ""
    yield f"*{say('report', 'not_for_ranking', language)}*"
