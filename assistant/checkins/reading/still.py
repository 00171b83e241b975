"""Words that say that nothing moved."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import patterns, words


def find_still(seen: str, clauses: Sequence[Clause]) -> tuple[int, int] | None:
    """The words that say that the value did not move; not those about confidence."""
    confident = False  # what is in brackets behind a confidence is about it
    for clause in clauses:
        about = words("states", "confidence").search(seen, clause.start, clause.end)
        about_it = bool(about) or clause.label == "confidence" or (clause.aside and confident)
        where = seen, clause.start, clause.end
        match = words("states", "unchanged").search(*where)
        match = match or patterns("states", "unchanged_at").search(*where)
        if match and not about_it and not _is_of_another(seen, clause, match.start()):
            return match.span()
        confident = about_it or (confident and not clause.first)
    return None


def _is_of_another(seen: str, clause: Clause, at: int) -> bool:
    return patterns("values", "not_still").search(seen, clause.start, at) is not None
