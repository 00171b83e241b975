"""A review for a terminal: each line before and after with the changed words marked."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from assistant.messages import say
from assistant.models import Answer, Language
from assistant.models.suggestion import Action, Suggestion
from assistant.rendering.changes import Piece, changes
from assistant.rendering.score import sum_up, verdict_line
from assistant.rendering.terminal import VERDICT_STYLES
from assistant.rendering.visible import visible

_GONE, _NEW = "red strike", "bold green"
_OTHERS = 2  # alternatives shown beside the one that is proposed


def show_review(answer: Answer, language: Language, console: Console) -> None:
    """Print one review; colours are left out where the console has none."""
    _show_verdict(answer, language, console)
    for suggestion in answer.suggestions:
        show_suggestion(suggestion, language, console)
    if not answer.suggestions:
        console.print(Text(say("report", "no_suggestions", language), style="bold green"))
    for example in answer.examples:
        told = f"{say('report', 'example', language)}  {visible(example.title)}"
        console.print(Text(f"{told}  ({example.passage_id})", style="dim"))
    for note in answer.provenance.notes:
        told = f"{say('report', 'notes', language)}: {visible(note)}"
        console.print(Text(told, style="dim"))


def _show_verdict(answer: Answer, language: Language, console: Console) -> None:
    line = verdict_line(answer, language)
    name = answer.set.team or answer.set.owner or answer.id
    head = " · ".join(part for part in (visible(name) if name else "", line) if part)
    console.print(Text(head, style=VERDICT_STYLES[answer.verdict]))
    console.print(Text(sum_up(answer, language), style="dim"))
    console.print()


def show_suggestion(suggestion: Suggestion, language: Language, console: Console) -> None:
    """Print one suggestion: where, before, after, the reason, what is open."""
    console.print(_head(suggestion, language))
    before, after = changes(suggestion.before, suggestion.after)
    if suggestion.before:
        _print(console, "-", _text(before, _GONE))
    _print(console, "+", _text(after, _NEW) if suggestion.before else _text(after, "green"))
    for line in suggestion.more:
        _print(console, "+", Text(visible(line), style=_NEW))
    _print(console, " ", Text(visible(suggestion.why), style="dim"))
    _show_more(suggestion, language, console)
    console.print()


def _head(suggestion: Suggestion, language: Language) -> Text:
    label = place_of(suggestion, language)
    head = Text(label, style="bold")
    action = say("report", f"action.{suggestion.action}", language)
    head.append(f"  {action}", style="dim")
    if suggestion.fixes:
        fixed = say("report", "fixes", language, rules=", ".join(suggestion.fixes))
        head.append(f"  {fixed}", style="cyan")
    if suggestion.remaining:
        left = say("report", "remaining", language, rules=", ".join(suggestion.remaining))
        head.append(f"  {left}", style="yellow")
    return head


def place_of(suggestion: Suggestion, language: Language) -> str:
    """Where a suggestion belongs, as reports number the lines."""
    if suggestion.objective is None:
        return say("report", "whole_set", language)
    if suggestion.key_result is None or suggestion.action is Action.ADD:
        return say("report", "objective", language, number=suggestion.objective + 1)
    number = f"{suggestion.objective + 1}.{suggestion.key_result + 1}"
    return say("report", "key_result", language, number=number)


def _show_more(suggestion: Suggestion, language: Language, console: Console) -> None:
    for other in suggestion.alternatives[1 : _OTHERS + 1]:
        told = Text(f"{say('report', 'or', language)}  ", style="dim")
        _print(console, " ", told.append(visible(other.after), style="default"))
        _print(console, " ", Text(f"    {visible(other.why)}", style="dim"))
    if suggestion.initiative:
        kept = f"{say('report', 'initiative', language)}  {visible(suggestion.initiative)}"
        _print(console, " ", Text(kept, style="dim"))
    for question in suggestion.questions:
        _print(console, "?", Text(visible(question.text), style="cyan"))


def _text(pieces: list[Piece], style: str) -> Text:
    text = Text()
    for piece in pieces:
        text.append(visible(piece.text), style=style if piece.changed else "default")
    return text


def _print(console: Console, sign: str, text: Text) -> None:
    console.print(
        Padding(Text(f"{sign} ", style="dim").append_text(text), (0, 0, 0, 2), expand=False)
    )
