"""Which key result beside it a piece of work may serve: there it can stand as an initiative."""

from __future__ import annotations

from assistant.coaching.grounding import content_words
from assistant.coaching.rewriting.place import Place
from assistant.coaching.rewriting.quoting import inside, short_of
from assistant.language import read_key_result
from assistant.language.reading import Role
from assistant.models import FactKind, KeyResult


def served_by(place: Place) -> dict[str, object] | None:
    """Number and quoted text of the measured key result that work may serve; None without one.

    It is the one that shares most of its words, else the first.
    """
    own = content_words(place.source.text)
    lines = list(enumerate(place.objective.key_results))
    beside = [(n, one) for n, one in lines if n != place.position and _is_measured(one, n)]
    if not beside:
        return None
    number, best = max(beside, key=lambda each: len(own & content_words(each[1].text)))
    clause = inside(short_of(best.text, place.tongue), place.tongue)
    return {"number": number + 1, "text": place.tongue.tell("quoted", clause=clause)}


def _is_measured(source: KeyResult, position: int) -> bool:
    """Whether a key result is an outcome with a value to reach."""
    reading = read_key_result(source, 0, position)
    aimed = any(one.role in (Role.TARGET, Role.CHANGE) for one in reading.quantities)
    return reading.facts.kind is FactKind.OUTCOME and aimed
