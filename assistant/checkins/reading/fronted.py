"""Numbers of a key result's own text in front of a value: under-25s: 18%, in 7 days is 74%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.measures import Measured, Place
from assistant.checkins.reading.resolving import may_tell
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind

_HEAD = re.compile(r"([a-z]{2,14}[ -][0-9]{1,4}s?) ?: ?(?=[+~$€£₹¥-]?[0-9])")


def headed_by_number(seen: str, clause: Clause, measured: Sequence[Measured]) -> Place | None:
    """The only key result with the words and the number that head a clause."""
    head = _HEAD.match(seen, clause.start, clause.end)
    said = head[1].replace("-", " ").removesuffix("s") if head else ""
    having = [m.place for m in measured if said and said in m.folded]
    return having[0] if len(having) == 1 else None


def told_by_span(inside: Sequence[Draft], measured: Sequence[Measured]) -> Place | None:
    """The only key result with the span that stands in front of a value which it may have."""
    spans = [d for d in inside[:-1] if d.kind is QuantityKind.DURATION][:1]
    if not spans or spans[0] is not inside[0]:
        return None
    having = [m for m in measured if spans[0].high in m.scopes]
    told = len(having) == 1 and having[0].kind is inside[1].kind and may_tell(inside[1], having[0])
    return having[0].place if told else None
