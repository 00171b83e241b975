"""A review for a terminal: each line before and after with the changed words marked."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.messages import say
from assistant.models import Answer, Language
from assistant.models.suggestion import Action, Suggestion
from assistant.rendering.changes import Piece, changes
from assistant.rendering.paper import Paper
from assistant.rendering.paper import Piece as Styled
from assistant.rendering.score import sum_up, verdict_line
from assistant.rendering.terminal import VERDICT_STYLES
from assistant.rendering.visible import visible

_GONE, _NEW = "red strike", "bold green"
_OTHERS = 2  # alternatives shown beside the one that is proposed


def show_review(answer: Answer, language: Language, paper: Paper) -> None:
    """Print one review; colours are left out where the paper has none."""
    _show_verdict(answer, language, paper)
    for suggestion in answer.suggestions:
        show_suggestion(suggestion, language, paper)
    if not answer.suggestions:
        paper.line(0, (say("report", "no_suggestions", language), "bold green"))
    for example in answer.examples:
        told = f"{say('report', 'example', language)}  {visible(example.title)}"
        paper.line(0, (f"{told}  ({example.passage_id})", "dim"))
    for note in answer.provenance.notes:
        told = f"{say('report', 'notes', language)}: {visible(note)}"
        paper.line(0, (told, "dim"))


def _show_verdict(answer: Answer, language: Language, paper: Paper) -> None:
    line = verdict_line(answer, language)
    name = answer.set.team or answer.set.owner or answer.id
    head = " · ".join(part for part in (visible(name) if name else "", line) if part)
    paper.line(0, (head, VERDICT_STYLES[answer.verdict]))
    if sums := sum_up(answer, language):
        paper.line(0, (sums, "dim"))
    paper.line(0)


def show_suggestion(suggestion: Suggestion, language: Language, paper: Paper) -> None:
    """Print one suggestion: where, before, after, the reason, what is open."""
    paper.line(0, *_head(suggestion, language))
    before, after = changes(suggestion.before, suggestion.after)
    if suggestion.before:
        _print(paper, "-", *_styled(before, _GONE))
    _print(paper, "+", *_styled(after, _NEW if suggestion.before else "green"))
    for line in suggestion.more:
        _print(paper, "+", (visible(line), _NEW))
    _print(paper, " ", (visible(suggestion.why), "dim"))
    _show_more(suggestion, language, paper)
    paper.line(0)


def _head(suggestion: Suggestion, language: Language) -> Iterator[Styled]:
    yield place_of(suggestion, language), "bold"
    yield f"  {say('report', f'action.{suggestion.action}', language)}", "dim"
    if suggestion.fixes:
        fixed = say("report", "fixes", language, rules=", ".join(suggestion.fixes))
        yield f"  {fixed}", "cyan"
    if suggestion.remaining:
        left = say("report", "remaining", language, rules=", ".join(suggestion.remaining))
        yield f"  {left}", "yellow"


def place_of(suggestion: Suggestion, language: Language) -> str:
    """Where a suggestion belongs, as reports number the lines."""
    if suggestion.objective is None:
        return say("report", "whole_set", language)
    if suggestion.key_result is None or suggestion.action is Action.ADD:
        return say("report", "objective", language, number=suggestion.objective + 1)
    number = f"{suggestion.objective + 1}.{suggestion.key_result + 1}"
    return say("report", "key_result", language, number=number)


def _show_more(suggestion: Suggestion, language: Language, paper: Paper) -> None:
    for other in suggestion.alternatives[1 : _OTHERS + 1]:
        lead = f"{say('report', 'or', language)}  "
        _print(paper, " ", (lead, "dim"), (visible(other.after), "default"))
        _print(paper, " ", (f"    {visible(other.why)}", "dim"))
    if suggestion.initiative:
        kept = f"{say('report', 'initiative', language)}  {visible(suggestion.initiative)}"
        _print(paper, " ", (kept, "dim"))
    for question in suggestion.questions:
        _print(paper, "?", (visible(question.text), "cyan"))


def _styled(pieces: list[Piece], style: str) -> list[Styled]:
    return [(visible(piece.text), style if piece.changed else "default") for piece in pieces]


def _print(paper: Paper, sign: str, *pieces: Styled) -> None:
    paper.line(2, (f"{sign} ", "dim"), *pieces)
