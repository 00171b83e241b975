"""Sentences that tell no number go to the key result that they name, wherever they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.checkins.reading.belonging import Belonging
from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.confidence import find_levels
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.measures import Place
from assistant.checkins.reading.names import ENOUGH, content_words
from assistant.checkins.reading.part import Part
from assistant.checkins.reading.resolving import may_tell
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind

_CLEAR, _LEAD, _INSIDE = 0.5, 0.3, 1.8
_LATIN_WORD, _MORE = 2, 2


class Mover(Belonging):
    """Finds for each sentence of a message whether it is of another key result."""

    def moved(self, parts: Sequence[Part]) -> list[Part]:
        """The parts in order, torn where a sentence is of another key result."""
        self._words = self._said_by(parts)
        self._lines = self._spoken(parts)
        self._told = {p.places[0] for p in parts if len(p.places) == 1 and self._has_number(p)}
        return [piece for part in parts for piece in self._torn(part)]

    def _torn(self, part: Part) -> Iterator[Part]:
        if len(part.places) != 1 or len(self._of) == 1:
            yield part
            return
        open_part: Part | None = None
        place = part.places[0]
        for _, group in groupby(part.clauses, key=lambda c: (c.line, c.sentence)):
            sentence = list(group)
            by_number = part.named and sentence[0].line == part.clauses[0].line
            goes = None if by_number else self._place_of(sentence, part.places[0])
            if goes is None and not sentence[0].first and open_part is not None:
                goes = place if not self._tells(sentence, part.places[0]) else part.places[0]
            goes = goes or part.places[0]
            if open_part is None or goes != place:
                same = goes == part.places[0]
                open_part = Part((goes,), [], named=part.named and same)
                place = goes
                yield open_part
            open_part.clauses += sentence
        if open_part is None:
            yield part

    def _said_by(self, parts: Sequence[Part]) -> dict[str, Place]:
        """The words that are said of one key result alone, which none is named by."""
        of: dict[str, set[Place]] = {}
        for part in (p for p in parts if len(p.places) == 1):
            unsure = {(c.line, c.sentence) for c in part.clauses if self._opens_unnamed(c)}
            for clause in part.clauses:
                if (clause.line, clause.sentence) not in unsure:
                    for word in content_words(self._seen[clause.start : clause.end]):
                        of.setdefault(word, set()).add(part.places[0])
        return {word: next(iter(places)) for word, places in of.items() if len(places) == 1}

    def _opens_unnamed(self, clause: Clause) -> bool:
        """Whether a clause opens a line and names none: then nobody knows yet what it is of."""
        if not clause.first:
            return False
        named = self._names.best(self._seen[clause.start : clause.end])
        return named is None or named.weight < ENOUGH

    def _has_number(self, part: Part) -> bool:
        of = self._of[part.places[0]]
        inside = (d for c in part.clauses for d in self._drafts if c.start <= d.start < c.end)
        return any(may_tell(d, of) for d in inside)

    def _place_of(self, sentence: Sequence[Clause], current: Place) -> Place | None:
        """The other key result that a sentence names clearly."""
        if any(c.cells for c in sentence) or self._tells(sentence, current):
            return None
        start, end = sentence[0].start, sentence[-1].end
        if any(start <= ref.start < end for ref in self._refs):
            return None
        named = self._names.best(self._seen[start:end])
        if sentence[0].first and (named is None or named.weight < ENOUGH):
            spoken = self._by_speaker(start)
            return spoken or self._by_words(self._seen[start:end], current)
        if named is None or named.place == current:
            return None
        weights = dict(zip(self._of, self._names.weights(self._seen[start:end]), strict=True))
        if named.place not in self._told or find_levels(self._seen, sentence):
            return None
        aimed = patterns("topics", "aimed").search(self._seen, start, end)
        by_aim = self._names.best(aimed["topic"]) if aimed else None
        near = sentence[0].first or (by_aim is not None and by_aim.place == named.place)
        enough = ENOUGH if near else _INSIDE
        clear = named.weight >= enough and named.lead >= _LEAD
        return named.place if clear and named.weight - weights[current] >= _CLEAR else None

    def _by_speaker(self, start: int) -> Place | None:
        """The key result of which the speaker of a line told a number last, in a log of a chat."""
        who = self._speaker(start)
        told = [place for at, one, place in self._lines if one == who and at < start]
        return told[-1] if who and told else None

    def _speaker(self, start: int) -> str | None:
        found = patterns("topics", "speaker").match(
            self._seen, self._seen.rfind("\n", 0, start) + 1
        )
        return found["who"] if found else None

    def _spoken(self, parts: Sequence[Part]) -> list[tuple[int, str, Place]]:
        """Where somebody told a number of a key result, and who."""
        return [
            (clause.start, who, part.places[0])
            for part in parts
            if len(part.places) == 1
            for clause in part.clauses
            if self._tells([clause], part.places[0]) and (who := self._speaker(clause.start))
        ]

    def _by_words(self, said: str, current: Place) -> Place | None:
        """The other key result of which alone a word of a line was said before: 夜灯那笔."""
        words = {w for w in content_words(said) if w in self._words}
        places = Counter[Place]()
        for word in words:
            places[self._words[word]] += _LATIN_WORD if word.isascii() else 1
        if len(places) == 1:
            place = next(iter(places))
            return place if place != current else None
        ranked = places.most_common(2)
        clear = bool(ranked) and ranked[0][1] >= ranked[1][1] + _MORE
        return ranked[0][0] if clear and ranked[0][0] != current and not places[current] else None

    def _tells(self, sentence: Sequence[Clause], current: Place) -> bool:
        start, end = sentence[0].start, sentence[-1].end
        inside = (d for d in self._drafts if start <= d.start < end)
        return any(may_tell(d, self._of[current]) and self._counts(d, current) for d in inside)

    def _counts(self, draft: Draft, place: Place) -> bool:
        """Whether it counts no people or things that the key result does not name: two vets."""
        noun = draft.unit if draft.kind is QuantityKind.COUNT else None
        return not (noun and noun.isascii()) or noun[:4] in self._of[place].folded
