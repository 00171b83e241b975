"""Whether a line bundles results or deliverables that could succeed or fail separately."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from assistant.language.observation import Observation, listed
from assistant.language.segments import CHANGE, MADE, WORK, Segment
from assistant.language.tokens import Token
from assistant.models import Span

_MEASURED = frozenset({"metric", "defect", "more", "out"})
_JOINING = frozenset({"conj", "enum", "comma", "plus"})


class Bundle(StrEnum):
    """What makes a line compound."""

    BARS = "bars"  # two parts, each with a bar
    DEEDS = "deeds"  # two verbs, each with an object of its own
    THINGS = "things"  # two deliverables or metrics under one verb
    YIELD = "yield"  # a counted deed and the bar it shall bring


class Deed:
    """A part of a line with a verb of its own, and the noun parts that follow it."""

    def __init__(self, seen: Observation, segments: Sequence[Segment]) -> None:
        """Parts in order; the first holds the verb, if there is one."""
        self._seen = seen
        self.segments = segments
        self.lead = segments[0]
        self.barred = any(_is_barred(s) for s in segments)
        self.counts = any(t.tags[1] == "count" for s in segments for t in s.targets if t.tags[1:])
        self.changes = self.lead.opens_with_verb and self.lead.has(*CHANGE)
        self.works = any(s.has(*WORK) for s in segments)
        acts = any(s.first_verb >= 0 or s.has("be", "more", "past") for s in segments)
        self.whole = acts and any(s.has_object for s in segments)

    @property
    def form(self) -> str:
        """The form of its opening verb: two of different form belong together."""
        verb = self.lead.tokens[max(self.lead.first_verb, 0)]
        return verb.form if self.lead.opens_with_verb and verb.form in ("", "ing") else ""

    @property
    def only_means(self) -> bool:
        """Whether it only says by what means the next part is reached."""
        return self.lead.tokens[0].tags[0] == "by" and not self.barred

    @property
    def points_back(self) -> bool:
        """Whether the object of its verb is only the one named before (it, them)."""
        behind = self.lead.tokens[self.lead.first_verb].end
        match = listed("measures", "same").search(self._seen.folded, behind, self.lead.end)
        return match is not None and match.start() <= behind + 1

    @property
    def reports(self) -> bool:
        """Whether it brings a named report of the part before."""
        words = listed("measures", "report")
        return words.search(self._seen.folded, self.lead.start, self.lead.end) is not None

    @property
    def sums_up(self) -> bool:
        """Whether it only makes notes of the part before."""
        words = listed("measures", "summary")
        return words.search(self._seen.folded, self.lead.start, self.lead.end) is not None

    def opens_with(self, key: str) -> bool:
        """Whether it opens with a word of a list of `measures`."""
        return listed("measures", key).match(self._seen.folded, self.lead.start) is not None


@lru_cache(maxsize=4)  # asked several times of one line
def find_bundle(seen: Observation) -> Bundle | None:
    """What makes a line compound, if anything."""
    if sum(_is_barred(s) for s in seen.segments if s.mark != "or") >= 2:
        return Bundle.BARS
    deeds = find_deeds(seen)
    if any(_separate(a, b) for a, b in pairwise(deeds)):
        return Bundle.DEEDS
    if any(_leads_on(s) for s in seen.segments):
        return Bundle.YIELD
    if any(_lists_things(deed) for deed in deeds) or _names_things(seen):
        return Bundle.THINGS
    return None


def _is_barred(segment: Segment) -> bool:
    if segment.targets or segment.has("threshold", "standard"):
        return True
    return segment.tokens[0].tags[0] in ("all", "none") and segment.has_object


@lru_cache(maxsize=4)
def find_deeds(seen: Observation) -> list[Deed]:
    """The parts of a line, noun parts with the verb in front of them."""
    groups: list[list[Segment]] = []
    whole = False  # a verb that still waits for its object belongs to the next part
    for segment in seen.segments:
        if groups and (not whole or _continues(groups[-1][-1], segment)):
            groups[-1].append(segment)
            whole = whole or segment.has_object
        else:
            groups.append([segment])
            whole = segment.has_object
    return [Deed(seen, group) for group in groups]


def _continues(left: Segment, right: Segment) -> bool:
    if right.mark == "semi":
        return False
    if (
        right.mark == "or"
        or right.tokens[0].tags[0] == "to"
        or (right.first_verb < 0 and not right.has("be", "more", "past"))
    ):
        return True
    if right.mark != "conj" or not right.opens_with_verb:
        return False
    shares_subject = right.tokens[right.first_verb].form == "ed"
    return shares_subject or _ends_in_chain(left.tokens)


def _ends_in_chain(tokens: Sequence[Token]) -> bool:
    """Whether a verb behind "to" or "how" is still open for a second one."""
    tags = [t.tags[0] for t in tokens]
    return any(tag in ("to", "by") and _has_verb(tags[i + 1 : i + 3]) for i, tag in enumerate(tags))


def _separate(left: Deed, right: Deed) -> bool:
    if not right.whole or left.only_means or right.points_back:
        return False
    if not left.whole and not left.barred:
        return False
    if right.sums_up or right.opens_with("purpose") or right.lead.has("guard"):
        return False
    if left.form != right.form:
        return False
    if right.lead.mark not in ("comma", "enum"):
        return True
    if left.barred or right.barred:
        return right.counts or right.reports
    if left.works and right.changes:
        return False
    compared = left.lead.has("more") and right.lead.has("more")
    finished = left.lead.is_done and right.lead.is_done
    return right.lead.opens_with_verb or left.lead.first_verb > 0 or compared or finished


def _lists_things(deed: Deed) -> bool:
    """Several deliverables under one verb of work, or several metrics under one of change."""
    for left, right in pairwise(deed.segments):
        if right.mark not in _JOINING or _is_tied(left):
            continue
        ends = (left.tokens[-1].tags[0], right.head)
        if deed.works and ends[0] in MADE and ends[1] in MADE and _is_full(left, right):
            return True
        if deed.works and right.mark == "conj" and _is_new(left) and _is_new(right):
            return True
        if deed.lead.has(*CHANGE, "more") and ends[0] in _MEASURED and ends[1] in _MEASURED:
            return True
    return False


def _is_new(segment: Segment) -> bool:
    """Whether it names one thing of its own (the shop, a card)."""
    behind = segment.tokens[segment.first_verb + 1 :]
    return bool(behind) and behind[0].tags[0] == "det" and len(behind) <= _SHORT


_SHORT = 4


def _names_things(seen: Observation) -> bool:
    """Deliverables in a row with no verb at all (new logo, new booth)."""
    if any(s.first_verb >= 0 or s.has("be", "more", "metric") for s in seen.segments):
        return False
    return any(
        right.mark in ("comma", "semi", "enum", "plus")
        and (left.tokens[-1].tags[0] in MADE or right.head in MADE)
        and not right.has("metric", "out", "inner")
        and (len(right.tokens) > 1 or right.mark == "plus")
        for left, right in pairwise(seen.segments)
    )


def _is_full(left: Segment, right: Segment) -> bool:
    """Whether both names are phrases of their own, not two words of one English name."""
    if len(right.tokens) == 1 and right.tokens[0].tags[0] == "event":
        return False
    if left.tokens[-1].form == "zh" or right.tokens[-1].form == "zh":
        return True
    return len(left.tokens) - left.first_verb > 2 and len(right.tokens) > 1


def _is_tied(segment: Segment) -> bool:
    behind = segment.tokens[segment.first_verb + 1 :]
    return any(t.tags[0] in ("prep", "of", "to", "by") for t in behind)


def _leads_on(segment: Segment) -> bool:
    tags = [t.tags[0] for t in segment.tokens]
    places = [i for i, tag in enumerate(tags) if tag == "target"]
    between = [tags[a + 1 : b] for a, b in pairwise(places)]
    return any(("to" in gap or "by" in gap) and _has_verb(gap) for gap in between)


def _has_verb(tags: Sequence[str]) -> bool:
    return any(tag in WORK or tag in CHANGE or tag == "others" for tag in tags)


def parts(seen: Observation) -> tuple[Span, ...]:
    """The joined parts of a line that is compound."""
    deeds = [Span(start=d.lead.start, end=d.segments[-1].end) for d in find_deeds(seen)]
    if len(deeds) > 1:
        return tuple(deeds)
    return tuple(Span(start=s.start, end=s.end) for s in seen.segments)
