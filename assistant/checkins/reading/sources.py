"""Where a number comes from, whom something waits for, and which promises were kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.message import Message
from assistant.language.lexicon import expressions
from assistant.models.cycle import Commitment


def find_sources(
    message: Message, clauses: Sequence[Clause], kinds: Sequence[str | None]
) -> dict[str, tuple[Any, str]]:
    """What is told besides of some clauses, by field; `kinds` is what each of them tells."""
    found = {
        "commitments": find_promises(message.text, clauses),
        "evidence": find_evidence(message, clauses),
        "blocker_owner": find_owner(message, clauses, kinds),
    }
    return {field: one for field, one in found.items() if one}


def find_evidence(message: Message, clauses: Sequence[Clause]) -> tuple[str, str] | None:
    """What stands under "source", behind "source:" or "per dashboard", or the first link."""
    for clause in clauses:
        if clause.label == "evidence" and clause.own:
            return _same(message, clause.start, clause.end)
        match = expressions("mentions", "source").search(message.seen, clause.start, clause.end)
        if match and match.lastgroup:
            return _same(message, *match.span(match.lastgroup))
    for start, end in message.links:
        if any(_on_line_of(message.seen, clause, start) for clause in clauses):
            return _same(message, start, end)
    return None


def _on_line_of(seen: str, clause: Clause, at: int) -> bool:
    first, last = min(clause.end, at), max(clause.end, at)
    return clause.start <= at and "\n" not in seen[first:last]


def find_owner(
    message: Message, clauses: Sequence[Clause], kinds: Sequence[str | None]
) -> tuple[str, str] | None:
    """Whom or what team a blocker waits for: waiting on legal, 等DBA排期, with Payments."""
    for clause, kind in zip(clauses, kinds, strict=True):
        if clause.label == "blocker_owner" and clause.own:
            return _same(message, clause.start, clause.end)
        if kind == "blocker":
            match = patterns("cues", "owner").search(message.seen, clause.start, clause.end)
            name = next((n for n, v in (match.groupdict() if match else {}).items() if v), None)
            if match and name:
                return _same(message, *match.span(name))
    return None


def find_promises(text: str, clauses: Sequence[Clause]) -> tuple[list[Commitment], str] | None:
    """Lines with a box: [x] is kept, [ ] is not."""
    lines: dict[int, list[Clause]] = {}
    for clause in clauses:
        if clause.kept is not None:
            lines.setdefault(clause.line, []).append(clause)
    spans = [(own[0].start, own[-1].end, own[0].kept) for own in lines.values()]
    if not spans:
        return None
    found = [Commitment(text=text[start:end], done=kept) for start, end, kept in spans]
    return found, text[spans[0][0] : spans[-1][1]]


def _same(message: Message, start: int, end: int) -> tuple[str, str] | None:
    found = message.text[start:end].strip(" \t:,.;，。；：")
    return (found, found) if found and re.search(r"\w", found) else None
