"""A tokenized line cut at its commas and conjunctions: what could be joined results."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from assistant.language.words.tokens import BREAKS, Token
from assistant.language.words.vocabulary import NOUN_CLASSES, VERB_CLASSES

CHANGE = frozenset({"up", "down", "improve", "reach", "keep", "win", "pass"})
WORK = frozenset({"make", "act", "finish", "get", "light"})
MADE = frozenset({"deliv", "event"})
_VERBS = frozenset((*VERB_CLASSES, "others"))
_NOUNS = frozenset(NOUN_CLASSES)
_OBJECTS = frozenset((*WORK, "others", "win"))
_LIGHT = frozenset({"want", "we", "det", "date", "all", "to", "be", "dash", "quote", "conj"})
_LETTERS = {
    **dict.fromkeys(WORK, "V"),
    **dict.fromkeys(CHANGE, "C"),
    **dict.fromkeys(MADE, "D"),
    "others": "O",
    "metric": "M",
    "share": "M",
    "deed": "n",
    "adj": "j",
    "defect": "F",
    "out": "P",
    "inner": "I",
    "target": "#",
    "scope": "s",
    "all": "A",
    "none": "Z",
    "more": "B",
    "standard": "S",
    "threshold": "T",
    "placeholder": "_",
    "by": "b",
    "to": "t",
    "be": "e",
    "date": "d",
    "prep": "p",
    "of": "p",
    "det": "a",
    "guard": "g",
    "ideal": "i",
    "abstract": "q",
}


class Segment:
    """The tokens between two breaks."""

    def __init__(self, tokens: Sequence[Token], mark: str) -> None:
        """Keep the tokens, and the class of the mark or word in front of them."""
        self.tokens = tokens
        self.mark = mark
        self._classes = frozenset([token.tags[0] for token in tokens])

    @property
    def start(self) -> int:
        """Offset of the first token."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset behind the last token."""
        return self.tokens[-1].end

    @cached_property
    def shape(self) -> str:
        """The classes as letters, unknown words left out, repeated ones once."""
        letters = ""
        for token in self.tokens:
            letter = _LETTERS.get(token.tags[0], "")
            if letter and not letters.endswith(letter):
                letters += letter
        return letters

    @cached_property
    def first_verb(self) -> int:
        """Place of the first verb among the tokens; -1 for none."""
        return next((i for i, t in enumerate(self.tokens) if t.tags[0] in _VERBS), -1)

    @cached_property
    def opens_with_verb(self) -> bool:
        """Whether nothing but small words stands before the first verb."""
        return self.first_verb >= 0 and all(
            (t.tags[0] in _LIGHT or t.form == "ly") for t in self.tokens[: self.first_verb]
        )

    @cached_property
    def verb(self) -> str:
        """The class of the first verb; empty for none."""
        return self.tokens[self.first_verb].tag if self.first_verb >= 0 else ""

    @cached_property
    def opens_with_work(self) -> bool:
        """Whether it opens with a verb of work (launch, hold, 上线, 举办)."""
        return self.opens_with_verb and self.tokens[self.first_verb].tags[0] in WORK

    @cached_property
    def has_object(self) -> bool:
        """Whether something stands behind the verb, or in front of a verb at the end."""
        others = [t for i, t in enumerate(self.tokens) if i != self.first_verb]
        # A second Chinese verb in one part is the object of the first (完成部署, 学剪辑).
        return any(_names(t) or (t.form == "zh" and t.tags[0] in _OBJECTS) for t in others)

    @cached_property
    def is_whole(self) -> bool:
        """Whether it could stand alone: a verb with an object, or a thing in a state."""
        stated = self.has("be", "past") or self.tokens[-1][2:] == (("more",), "zh")
        return self.has_object or (stated and self.first_verb >= 0)  # 发布更快

    @cached_property
    def targets(self) -> list[Token]:
        """Its numbers that set a bar."""
        return [t for t in self.tokens if t.tags[0] in ("target", "placeholder")]

    @cached_property
    def is_done(self) -> bool:
        """Whether it ends in what has been done (roadmap drafted, portal live)."""
        last = self.tokens[-1]
        finished = last.form in ("ed", "zh") and last.tags[0] in (*WORK, "pass")
        return last.tags[0] == "past" or finished

    def has(self, *tags: str) -> bool:
        """Whether a token has one of the classes at its place."""
        return not self._classes.isdisjoint(tags)

    @cached_property
    def head(self) -> str:
        """The class of its last noun; empty for none."""
        return next((t.tags[0] for t in reversed(self.tokens) if t.tags[0] in _NOUNS), "")


def _names(token: Token) -> bool:
    if token.tags[0] in _NOUNS or token.tags[0] in ("all", "deed", "adj", "abstract"):
        return True
    return token.tags[0] == "x" and token.end - token.start > 1


def cut(tokens: Sequence[Token], whole: Sequence[tuple[int, int]] = ()) -> list[Segment]:
    """The segments of a line; what stands in brackets belongs to none.

    Inside the stretches named by `whole` nothing is cut.
    """
    segments: list[Segment] = []
    held: list[Token] = []
    mark, depth = "edge", 0
    for token in tokens:
        tag = token.tags[0]
        depth = max(0, depth + (tag == "open") - (tag == "shut"))
        if depth or tag == "shut":
            continue
        if tag not in BREAKS or any(a <= token.start < b for a, b in whole):
            held.append(token)
            continue
        if held:
            segments.append(Segment(held, mark))
            held, mark = [], tag
        else:
            mark = tag if mark != "semi" or tag == "or" else mark
    if held:
        segments.append(Segment(held, mark))
    return segments
