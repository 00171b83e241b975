"""The deeds of a line: parts with a verb of their own, and the noun parts that follow it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.language.lexicon import expressions
from assistant.language.words.observation import Observation, listed
from assistant.language.words.segments import CHANGE, WORK, Segment
from assistant.language.words.tokens import Token

_BETWEEN = frozenset({"与", "和", "及", "跟", "同", "以及", "and", "&"})  # not 并, 同时, then


class Deed:
    """A part of a line with a verb of its own, and the noun parts that follow it."""

    def __init__(self, seen: Observation, segments: Sequence[Segment]) -> None:
        """Parts in order; the first holds the verb, if there is one."""
        self._seen = seen
        self.segments = segments
        self.lead = segments[0]
        self.barred = any(is_barred(s) for s in segments)
        self.counts = any(t.tags[1] == "count" for s in segments for t in s.targets if t.tags[1:])
        self.changes = self.lead.opens_with_verb and self.lead.has(*CHANGE)
        self.works = any(s.has(*WORK) for s in segments)
        acts = any(s.first_verb >= 0 or s.has("be", "more", "past") for s in segments)
        english = self.lead.tokens[0].form != "zh" and len(self.lead.tokens) > 1
        self.states = english and self.lead.has("be", "past")
        stands = any(s.has_object or s.is_whole for s in segments)
        self.whole = self.states or (acts and stands)

    @property
    def form(self) -> str:
        """The form of its opening verb: two of different form belong together."""
        verb = self.lead.tokens[max(self.lead.first_verb, 0)]
        return verb.form if self.lead.opens_with_verb and verb.form in ("", "ing") else ""

    @property
    def only_means(self) -> bool:
        """Whether it only says by what means, or when, the next part is reached."""
        if self.barred:
            return False
        return self.lead.tokens[0].tags[0] == "by" or self._is_circumstance

    @property
    def _is_circumstance(self) -> bool:
        """Whether it ends in words such as 后, 基础上: the time or ground of the next part."""
        last = self.segments[-1]
        found = expressions("measures", "circumstance")
        return found.search(self._seen.folded, last.start, last.end) is not None

    @property
    def points_back(self) -> bool:
        """Whether the object of its verb is only the one named before (it, 并同步至云盘)."""
        if self.reports:
            return False
        start = self.lead.tokens[self.lead.first_verb].start
        if expressions("measures", "passed_on").match(self._seen.folded, start):
            return True
        behind = self.lead.tokens[self.lead.first_verb].end
        match = listed("measures", "same").search(self._seen.folded, behind, self.lead.end)
        return match is not None and match.start() <= behind + 1

    def goes_on(self, left: Deed) -> bool:
        """Whether it only goes on with what those named before do, can or are.

        Guests can choose a table and order; 70% of visitors scan the code and vote.
        """
        folded, start = self._seen.folded, self.lead.start
        if self.barred or self.lead.mark != "conj":
            return False
        if expressions("measures", "broken_off").match(folded, start):
            return True
        if left.lead.opens_with_verb:
            return False
        if expressions("measures", "said_further").match(folded, start):
            return True
        verb = self.lead.tokens[self.lead.first_verb]
        acts = left.barred or expressions("measures", "may").search(folded, left.lead.start, start)
        return bool(acts) and self.lead.first_verb == 0 and verb.form == "" and verb.start == start

    @property
    def is_plain(self) -> bool:
        """Whether it is an English imperative with an object: add shortcuts to the player."""
        verb = self.lead.tokens[self.lead.first_verb]
        return self.lead.opens_with_work and verb.form == "" and self.lead.has_object

    @property
    def reports(self) -> bool:
        """Whether it brings a named report of the part before."""
        words = listed("measures", "report")
        return words.search(self._seen.folded, self.lead.start, self.lead.end) is not None

    @property
    def sums_up(self) -> bool:
        """Whether it only makes notes of the part before."""
        words, verb = listed("measures", "summary"), self.lead.tokens[self.lead.first_verb]
        if verb.form != "zh":
            return words.match(self._seen.folded, verb.start) is not None
        return words.search(self._seen.folded, self.lead.start, self.lead.end) is not None

    def relates(self, left: Segment, right: Segment) -> bool:
        """Whether the two are joined to each other: connect A and B, A 与 B 对接."""
        folded, verb = self._seen.folded, left.tokens[max(left.first_verb, 0)].start
        if folded[left.end : right.start].strip() not in _BETWEEN:
            return False
        if listed("measures", "relating").match(folded, verb):
            return True
        return expressions("measures", "related").search(folded, right.start, right.end) is not None

    def puts_out(self, left: Segment, right: Segment) -> bool:
        """Whether each of two named things comes out by itself (launch A and B, learn A and B)."""
        verb = self.lead.tokens[max(self.lead.first_verb, 0)]
        key = (
            "learned" if _is_name(self._seen, left) and _is_name(self._seen, right) else "launched"
        )
        if not self.lead.opens_with_verb or right.has("to", "by", "prep", "of"):
            return False
        if "的" in self._seen.folded[right.start : right.end]:
            return False
        if not listed("measures", key).match(self._seen.folded, verb.start):
            return False
        if key == "launched":
            return right.mark == "conj" and right.first_verb != 0 and is_full(left, right)
        return True

    def opens_with(self, key: str) -> bool:
        """Whether it opens with a word of a list of `measures`."""
        return listed("measures", key).match(self._seen.folded, self.lead.start) is not None


@lru_cache(maxsize=4)
def find_deeds(seen: Observation) -> list[Deed]:
    """The parts of a line, noun parts with the verb in front of them."""
    groups: list[list[Segment]] = []
    whole = False  # a verb that still waits for its object belongs to the next part
    for segment in seen.segments:
        if groups and (not whole or _continues(groups[-1][-1], segment)):
            groups[-1].append(segment)
            whole = whole or segment.is_whole
        else:
            groups.append([segment])
            whole = segment.is_whole
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
    return any(tag in ("to", "by") and has_verb(tags[i + 1 : i + 3]) for i, tag in enumerate(tags))


def is_barred(segment: Segment) -> bool:
    """Whether a part sets a bar: a number, a threshold, a standard, all or none."""
    if segment.targets or segment.has("threshold", "standard"):
        return True
    return segment.tokens[0].tags[0] in ("all", "none") and segment.has_object


def _is_name(seen: Observation, segment: Segment) -> bool:
    """Whether a part ends in one proper name of its own (Rust; learn Rust)."""
    last, rest = segment.tokens[-1], segment.tokens[segment.first_verb + 1 :]
    return last.tag == "x" and len(rest) == 1 and seen.line.text[last.start].isupper()


def is_full(left: Segment, right: Segment) -> bool:
    """Whether both names are phrases of their own, not two words of one English name."""
    if len(right.tokens) == 1 and right.tokens[0].tags[0] == "event":
        return False
    if left.tokens[-1].form == "zh" or right.tokens[-1].form == "zh":
        return True
    return len(left.tokens) - left.first_verb > 2 and len(right.tokens) > 1


def has_verb(tags: Sequence[str]) -> bool:
    """Whether a verb is among these classes."""
    return any(tag in WORK or tag in CHANGE or tag == "others" for tag in tags)
