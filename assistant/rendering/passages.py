"""What a search found, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from assistant.knowledge.library import shipped_knowledge, words
from assistant.messages import say
from assistant.models import Language
from assistant.models.passage import Passage, SearchAnswer
from assistant.rendering.visible import visible

ANY = "any"  # filed under everything, which says nothing
OWN = "own"  # the manifest's entry for what we wrote without a source


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
    lines = [
        f"{number}. {passage.title}",
        f"   {passage.passage_id} · {', '.join(_filed(passage, language))}",
        *(indent(line, "   ") for line in passage.text.splitlines() if line.strip()),
        f"   {say('search', 'source', language)}{'; '.join(_sources(passage, language))}",
    ]
    return "\n".join(visible(line) for line in lines)


def _filed(passage: Passage, language: Language) -> Iterator[str]:
    """Its kind, then the industries and functions that it is about."""
    yield say("library", f"kind.{passage.kind.value}", language)
    taxonomy = shipped_knowledge().taxonomy
    for known, keys in (
        (taxonomy.industries, passage.industries),
        (taxonomy.functions, passage.functions),
    ):
        yield from (words(known[key], language) for key in keys if key != ANY and key in known)


def _sources(passage: Passage, language: Language) -> Iterator[str]:
    """Title and address of each source, behind the mark by which the text names it."""
    for one in passage.sources:
        mark = f"[{one.id}]"
        title = say("library", "own", language) if one.id == OWN else one.title
        yield " ".join(filter(None, (mark if mark in passage.text else "", title, one.url)))
