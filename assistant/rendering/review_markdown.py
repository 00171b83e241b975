"""A review as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.messages import say
from assistant.models import Answer, Language
from assistant.models.suggestion import Suggestion
from assistant.rendering.markdown import escape
from assistant.rendering.review_terminal import place_of
from assistant.rendering.score import sum_up, verdict_line


def review_report(answer: Answer, language: Language) -> str:
    """The whole review; what users wrote is escaped."""
    return "\n".join(_lines(answer, language)) + "\n"


def _lines(answer: Answer, language: Language) -> Iterator[str]:
    yield f"# {say('report', 'review', language)}: {verdict_line(answer, language)}"
    yield ""
    if sums := sum_up(answer, language):
        yield sums
        yield ""
    for suggestion in answer.suggestions:
        yield from _suggestion(suggestion, language)
    if answer.examples:
        yield f"## {say('report', 'example', language)}"
        yield ""
        yield from (f"- {escape(one.title)} ({one.passage_id})" for one in answer.examples)
        yield ""
    yield from (f"- {escape(note)}" for note in answer.provenance.notes)
    yield ""
    yield f"*{say('report', 'not_for_ranking', language)}*"


def _suggestion(suggestion: Suggestion, language: Language) -> Iterator[str]:
    action = say("report", f"action.{suggestion.action}", language)
    rules = ", ".join(suggestion.fixes)
    fixed = f" · {say('report', 'fixes', language, rules=rules)}" if rules else ""
    yield f"## {place_of(suggestion, language)} · {action}{fixed}"
    yield ""
    if suggestion.before:
        yield f"- ~~{escape(suggestion.before)}~~"
    for line in (suggestion.after, *suggestion.more):
        yield f"- **{escape(line)}**"
    yield ""
    yield escape(suggestion.why)
    yield ""
    for other in suggestion.alternatives[1:]:
        yield f"- {say('report', 'or', language)} {escape(other.after)}: {escape(other.why)}"
    if suggestion.initiative:
        kept = say("report", "initiative", language)
        yield f"- {kept} {escape(suggestion.initiative)}"
    yield from (f"- {escape(question.text)}" for question in suggestion.questions)
    yield ""
