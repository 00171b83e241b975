"""Which key result a sentence without a number is told of, weighed by what speaks for each.

The order of a message speaks for one, words of its name for another, what was said of it before or
that it is in trouble for a third. How much each counts was learnt from labelled messages
(`python -m evals.train_attaching`) and stands in `lexicon/attaching.yml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from assistant.checkins.reading.belonging import Belonging
from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.confidence import find_levels
from assistant.checkins.reading.lexicon import patterns, section
from assistant.checkins.reading.measures import Place
from assistant.checkins.reading.names import ENOUGH, content_words
from assistant.checkins.reading.part import Part
from assistant.checkins.reading.resolving import may_tell
from assistant.checkins.reading.states import find_state
from assistant.checkins.reading.texts import kind_of
from assistant.checkins.reading.unnamed import without_name
from assistant.language.reading import QuantityKind
from assistant.models.cycle import Status

Features = dict[str, float]
_LEAD, _MOST_NAMED, _MOST_WORDS = 0.3, 2.0, 3


class Open(NamedTuple):
    """A sentence that may be of any key result: where it stands, and what speaks for each."""

    start: int
    end: int
    current: Place
    features: Mapping[Place, Features]


Decide = Callable[[Open], Place]


@dataclass(slots=True)
class _Heard:
    """What a message has told so far."""

    order: list[Place] = field(default_factory=list)
    line: int = -1
    on_line: set[Place] = field(default_factory=set)
    previous: Place | None = None
    end: int = 0
    counted: set[Place] = field(default_factory=set)
    troubled: set[Place] = field(default_factory=set)
    said: dict[Place, set[str]] = field(default_factory=lambda: defaultdict(set))
    speakers: dict[Place, set[str]] = field(default_factory=dict)


def by_weights(one: Open) -> Place:
    """The key result for which most speaks; the one that the order gives where nothing does."""
    weights: Mapping[str, float] = section("attaching")["weights"]
    totals = {
        place: sum(weights.get(name, 0.0) * value for name, value in of.items())
        for place, of in one.features.items()
    }
    best = max(totals, key=totals.__getitem__)
    return best if totals[best] > totals[one.current] else one.current


class Attacher(Belonging):
    """Finds for the sentences of a message whose they are."""

    @cached_property
    def _name_words(self) -> set[str]:
        return {word for m in self._of.values() for word in content_words(m.folded)}

    def attached(
        self, parts: Sequence[Part], in_order: Mapping[int, Place], decide: Decide
    ) -> list[Part]:
        """The parts in order, torn where a sentence is of another key result.

        `in_order`: the place that each clause, by its start, has by the order of the message.
        """
        if len(self._of) == 1:
            return list(parts)
        heard = _Heard()
        return [piece for part in parts for piece in self._torn(part, in_order, decide, heard)]

    def _torn(
        self, part: Part, in_order: Mapping[int, Place], decide: Decide, heard: _Heard
    ) -> Iterator[Part]:
        if len(part.places) != 1:
            yield part
            return
        own = open_place = part.places[0]
        piece = Part((own,), [], part.reason, part.candidates, part.named)
        for _, group in groupby(part.clauses, key=lambda c: (c.line, c.sentence)):
            sentence = list(group)
            goes = self._goes(part, sentence, in_order, decide, heard)
            if goes != open_place and piece.clauses:
                yield piece
                piece = Part((goes,), [], named=part.named and goes == own)
            piece.places, open_place = (goes,), goes
            piece.clauses += sentence
        yield piece

    def _goes(
        self,
        part: Part,
        sentence: Sequence[Clause],
        in_order: Mapping[int, Place],
        decide: Decide,
        heard: _Heard,
    ) -> Place:
        place = part.places[0]
        is_open = heard.order and self._is_open(part, sentence)
        if is_open:
            place = decide(self._opened(sentence, place, in_order, heard))
        self._hear(sentence, place, heard, is_open=bool(is_open))
        return place

    def _is_open(self, part: Part, sentence: Sequence[Clause]) -> bool:
        """Whether nothing in a sentence says by itself of what it is."""
        if part.named and sentence[0].line == part.clauses[0].line:
            return False
        if any(c.cells for c in sentence) or self._tells(sentence, part.places[0]):
            return False
        if any(self._tells(sentence, place) for place in self._of) and not self._has_text(sentence):
            return False
        start, end = sentence[0].start, sentence[-1].end
        if any(start <= ref.start < end for ref in self._refs):
            return False
        if self._counts_alone(start, end, part.places[0]):
            return False
        if self._is_clear(start, end, part.places[0]):
            return False
        return not (find_levels(self._seen, sentence) or self._judges(sentence, part.places[0]))

    def _counts_alone(self, start: int, end: int, place: Place) -> bool:
        """Whether a number of a stretch, a change too, is of a kind that only one has: 3 分钟."""
        kinds = {d.kind for d in self._drafts if start <= d.start < end}
        own = self._of[place].kind
        others = {of.kind for other, of in self._of.items() if other != place}
        return own in kinds and own is not QuantityKind.BARE and own not in others

    def _has_text(self, sentence: Sequence[Clause]) -> bool:
        """Whether its words say that it hinders, asks or plans."""
        seen = self._seen
        return any(kind_of(seen, c, seen[c.start : c.end]) is not None for c in sentence)

    def _is_clear(self, start: int, end: int, place: Place) -> bool:
        """Whether a stretch names a key result that nobody takes for another, or counts it."""
        named = self._names.best(self._seen[start:end])
        if named is None or named.place != place or named.weight < ENOUGH:
            return False
        return named.lead >= _LEAD or any(start <= d.start < end for d in self._drafts)

    def _judges(self, sentence: Sequence[Clause], place: Place) -> bool:
        name = self._of[place].folded
        return any(find_state(self._seen, clause, name) for clause in sentence)

    def _tells(self, sentence: Sequence[Clause], place: Place) -> bool:
        start, end = sentence[0].start, sentence[-1].end
        inside = (d for d in self._drafts if start <= d.start < end)
        return any(may_tell(d, self._of[place]) for d in inside)

    def _opened(
        self,
        sentence: Sequence[Clause],
        place: Place,
        in_order: Mapping[int, Place],
        heard: _Heard,
    ) -> Open:
        start, end = sentence[0].start, sentence[-1].end
        named = self._names.weights(self._seen[start:end])
        words = self._own_words(start, end)
        features = {}
        for i, other in enumerate(self._of):
            lead = named[i] - max(w for j, w in enumerate(named) if j != i)
            features[other] = {
                **_of_order(sentence, other, heard, known=len(self._of)),
                **_of_name(named[i], lead),
                **_of_words(words, other, heard),
                "troubled": float(other in heard.troubled),
                "no figure": float(other in heard.order and other not in heard.counted),
                "same speaker": float(self._is_speaker_of(start, other, heard)),
                "by rule": float(other == place),
                "in order": float(in_order.get(start) == other),
            }
        return Open(start, end, place, features)

    def _hear(
        self, sentence: Sequence[Clause], place: Place, heard: _Heard, *, is_open: bool
    ) -> None:
        start, end = sentence[0].start, sentence[-1].end
        heard.said[place] |= self._own_words(start, end)
        if self._is_trouble(sentence, place):
            heard.troubled.add(place)
        if not is_open or self._is_named(start, end, place):
            heard.on_line = heard.on_line if heard.line == sentence[-1].line else set()
            heard.on_line.add(place)
            heard.order = [*(p for p in heard.order if p != place), place]
            heard.line = sentence[-1].line
        if not is_open and self._tells(sentence, place):
            heard.counted.add(place)
            heard.speakers.setdefault(place, set()).add(self._speaker(start))
        heard.previous, heard.end = place, end

    def _is_speaker_of(self, start: int, place: Place, heard: _Heard) -> bool:
        who = self._speaker(start)
        return who != "" and who in heard.speakers.get(place, ())

    def _speaker(self, start: int) -> str:
        """Who speaks a line of a log; nobody where nobody is named."""
        line = self._seen.rfind("\n", 0, start) + 1
        found = patterns("topics", "speaker").match(self._seen, line)
        return found["who"] if found else ""

    def _own_words(self, start: int, end: int) -> set[str]:
        """What a stretch says besides the words that key results are named by."""
        return set(content_words(self._seen[start:end])) - self._name_words

    def _is_named(self, start: int, end: int, place: Place) -> bool:
        named = self._names.best(self._seen[start:end])
        return named is not None and named.place == place and named.weight >= ENOUGH

    def _is_trouble(self, sentence: Sequence[Clause], place: Place) -> bool:
        of = self._of[place]
        for clause in sentence:
            state = find_state(self._seen, clause, of.folded)
            if state is not None and state.status is not Status.ON_TRACK:
                return True
            said = without_name(self._seen, clause.start, clause.end, of)
            if kind_of(self._seen, clause, said) == "blocker":
                return True
        return False


def _of_order(sentence: Sequence[Clause], place: Place, heard: _Heard, *, known: int) -> Features:
    """What the place in the message says."""
    last, here = place == heard.order[-1], sentence[0].line
    same_line, all_told = here == heard.line, len(heard.order) == known
    follows = place == heard.previous
    return {
        "last, on its line": float(last and same_line),
        "last": float(last and not same_line and not all_told),
        "last of all": float(last and not same_line and all_told),
        "on its line": float(same_line and place in heard.on_line),
        "goes on": float(follows and not sentence[0].first),
        "line goes on": float(follows and sentence[0].first),
        "untold": float(place not in heard.order),
    }


def _of_name(weight: float, lead: float) -> Features:
    """What the words that name it say."""
    return {
        "named": min(weight, _MOST_NAMED),
        "lead": max(-_MOST_NAMED, min(_MOST_NAMED, lead)),
        "clearly named": float(weight >= ENOUGH and lead >= _LEAD),
    }


def _of_words(words: set[str], place: Place, heard: _Heard) -> Features:
    """What words say that were said of it before, and of no other."""
    others = set[str]().union(*(said for p, said in heard.said.items() if p != place))
    common = words & heard.said[place]
    return {
        "said before": float(min(_MOST_WORDS, len(common))),
        "of it alone": float(min(_MOST_WORDS, len(common - others))),
        "any of it alone": float(bool(common - others)),
    }
