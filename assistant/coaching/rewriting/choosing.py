"""A suggestion as its author takes it: the line itself or another one, with answers put in."""

from __future__ import annotations

from assistant.coaching.rewriting.compose import Measure, Tongue, tongue_shown
from assistant.coaching.rewriting.drafts import Draft, Line
from assistant.coaching.rewriting.library import metric_in
from assistant.knowledge.library import shipped_knowledge
from assistant.models import Direction, Language
from assistant.models.suggestion import Suggestion


def chosen(suggestion: Suggestion, number: int, language: Language) -> tuple[Draft, Tongue]:
    """The draft of a suggestion with one of its alternatives in the first line (0: its own)."""
    texts = [suggestion.after, *suggestion.more]
    tongue = tongue_shown(suggestion.before or suggestion.after, texts, language)
    metric = suggestion.alternatives[number].metric if suggestion.alternatives else None
    if suggestion.alternatives and number:
        texts[0] = suggestion.alternatives[number].after
    first = Line(texts[0], _measure(texts[0], metric, tongue))
    lines = [first, *(Line(text) for text in texts[1:])]
    draft = Draft(
        action=suggestion.action,
        objective=suggestion.objective,
        key_result=suggestion.key_result,
        before=suggestion.before,
        lines=tuple(lines),
        why=suggestion.why,
    )
    return draft, tongue


def _measure(text: str, metric: str | None, tongue: Tongue) -> Measure | None:
    name = text.split("[")[0].removesuffix("from ").rstrip(" 从從")
    known = shipped_knowledge().metrics.get(metric or "") or metric_in(name)
    if known is None:
        share = name.casefold().startswith("share of") or name.endswith(("占比", "佔比"))
        return Measure(name.strip(), Direction.INCREASE, "%") if share else None
    unit = tongue.words(known.unit.en, known.unit.zh)
    return Measure(name, Direction(known.direction), unit, known.id)
