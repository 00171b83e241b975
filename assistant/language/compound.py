"""Whether a line bundles results or deliverables that could succeed or fail separately."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
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
        self.barred = any(s.targets for s in segments)
        self.works = any(s.has(*WORK) for s in segments)
        acts = any(s.first_verb >= 0 or s.has("be", "more") for s in segments)
        self.whole = acts and any(s.has_object for s in segments)

    @property
    def only_means(self) -> bool:
        """Whether it only says by what means the next part is reached."""
        return self.lead.tokens[0].tags[0] == "by" and not self.barred

    def has(self, key: str) -> bool:
        """Whether its first part holds a word of a list of `measures`."""
        words = listed("measures", key)
        return words.search(self._seen.folded, self.lead.start, self.lead.end) is not None

    def opens_with(self, key: str) -> bool:
        """Whether it opens with a word of a list of `measures`."""
        return listed("measures", key).match(self._seen.folded, self.lead.start) is not None


def find_bundle(seen: Observation) -> Bundle | None:
    """What makes a line compound, if anything."""
    if sum(bool(s.targets) for s in seen.segments if s.mark != "or") >= 2:
        return Bundle.BARS
    deeds = find_deeds(seen)
    if any(_separate(a, b) for a, b in pairwise(deeds)):
        return Bundle.DEEDS
    if any(_leads_on(s) for s in seen.segments):
        return Bundle.YIELD
    return Bundle.THINGS if any(_lists_things(deed) for deed in deeds) else None


def find_deeds(seen: Observation) -> list[Deed]:
    """The parts of a line, noun parts with the verb in front of them."""
    groups: list[list[Segment]] = []
    for segment in seen.segments:
        if groups and (_continues(groups[-1][-1], segment) or not _is_whole(groups[-1])):
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return [Deed(seen, group) for group in groups]


def _is_whole(group: list[Segment]) -> bool:
    """A verb that still waits for its object belongs to the next part."""
    return any(s.has_object for s in group)


def _continues(left: Segment, right: Segment) -> bool:
    if right.mark == "semi":
        return False
    if right.mark == "or" or (right.first_verb < 0 and not right.has("be", "more")):
        return True
    return right.mark == "conj" and right.opens_with_verb and _ends_in_chain(left.tokens)


def _ends_in_chain(tokens: Sequence[Token]) -> bool:
    """Whether a verb behind "to" or "how" is still open for a second one."""
    tags = [t.tags[0] for t in tokens]
    return any(tag in ("to", "by") and _has_verb(tags[i + 1 : i + 3]) for i, tag in enumerate(tags))


def _separate(left: Deed, right: Deed) -> bool:
    if not (left.whole and right.whole) or left.only_means or right.has("same"):
        return False
    if right.opens_with("summary") or right.opens_with("purpose") or right.lead.has("guard"):
        return False
    if right.lead.mark != "comma":
        return True
    if left.barred or right.barred:
        return right.barred and right.works
    return right.lead.opens_with_verb or left.lead.first_verb > 0


def _lists_things(deed: Deed) -> bool:
    """Several deliverables under one verb of work, or several metrics under one of change."""
    for left, right in pairwise(deed.segments):
        if right.mark not in _JOINING or _is_tied(left):
            continue
        ends = (left.tokens[-1].tags[0], right.head)
        if deed.works and ends[0] in MADE and ends[1] in MADE and _is_full(left, right):
            return True
        if deed.lead.has(*CHANGE, "more") and ends[0] in _MEASURED and ends[1] in _MEASURED:
            return True
    return False


def _is_full(left: Segment, right: Segment) -> bool:
    """Whether both names are phrases of their own, not two words of one English name."""
    if left.tokens[-1].form == "zh" or right.tokens[-1].form == "zh":
        return True
    return len(left.tokens) - left.first_verb > 2 and len(right.tokens) > 1


def _is_tied(segment: Segment) -> bool:
    behind = segment.tokens[segment.first_verb + 1 :]
    return any(t.tags[0] in ("prep", "to", "by") for t in behind)


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
