"""What a search found, for a terminal."""

from __future__ import annotations

from textwrap import indent

from assistant.messages import say
from assistant.models import Language
from assistant.models.passage import Passage, SearchAnswer
from assistant.rendering.visible import visible

ANY = "any"  # filed under everything, which says nothing


def listing(answer: SearchAnswer, language: Language) -> str:
    """Each passage with its place and source, then what the asker should know."""
    parts = [_entry(number, one, language) for number, one in enumerate(answer.passages, 1)]
    return "\n\n".join(parts or [say("search", "nothing", language)])


def remarks(answer: SearchAnswer, language: Language) -> list[str]:
    """What the asker should know about how the passages were found."""
    told = list(answer.notes)
    if answer.fallback_language is not None:
        name = say("search", f"language.{answer.fallback_language.value}", language)
        told.append(say("search", "fallback", language, name=name))
    return told


def _entry(number: int, passage: Passage, language: Language) -> str:
    about = [one for one in (*passage.industries, *passage.functions) if one != ANY]
    filed = ", ".join([passage.kind.value, *about])
    sources = "; ".join(" ".join(filter(None, (one.title, one.url))) for one in passage.sources)
    lines = [
        f"{number}. {passage.title}",
        f"   {passage.passage_id} · {filed}",
        *(indent(line, "   ") for line in passage.text.splitlines() if line.strip()),
        f"   {say('search', 'source', language)}{sources}",
    ]
    return "\n".join(visible(line) for line in lines)
