"""What the classifier sees of a line: three blocks of hashed features, all of the folded text.

`words`: neighbouring words and characters, numbers as the kind of what they measure; `classes`:
neighbouring word classes, the same in English and Chinese; `structure`: the parts of the line and
what the rules say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from assistant.language.facts.compound import find_bundle
from assistant.language.facts.kind import counted_class, segment_of
from assistant.language.words.deeds import find_deeds
from assistant.language.words.observation import Observation
from assistant.language.words.segments import Segment
from assistant.language.words.tokens import Token
from assistant.patterns import lazy

BLOCKS = ("words", "classes", "structure")
BUCKETS = 1 << 15
_UNIT = lazy(r"[a-z]+|[㐀-鿿]|[^\sa-z0-9㐀-鿿]")


def features(seen: Observation, verdicts: dict[str, str]) -> tuple[set[int], set[int], set[int]]:
    """The buckets of each block."""
    return (
        _words(["^", *_units(seen), "$"], seen.folded.isascii()),
        _classes(seen.tokens),
        set(map(_bucket, _structure(seen, verdicts))),
    )


class _Buckets(dict[str | tuple[str, ...], int]):
    """Names met before with their buckets; a name in parts is joined by a sign.

    Most features of a line are among them, so their names need not be put together.
    """

    def __init__(self, sign: str) -> None:
        self._sign = sign

    def __missing__(self, name: str | tuple[str, ...]) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[name] = crc32(self._sign.join(name).encode()) % BUCKETS
        return self[name]


_REMEMBERED = 1 << 15  # keeps memory flat over a long stream
_bucket = _Buckets("").__getitem__
_spaced = _Buckets(" ").__getitem__
_added = _Buckets("+").__getitem__


@lru_cache(maxsize=_REMEMBERED)
def _had(tags: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(_spaced(("has", tag)) for tag in tags[:3])


def _words(units: Sequence[str], is_ascii: bool) -> set[int]:
    buckets = {*map(_bucket, units), *map(_spaced, pairwise(units))}
    triples = () if is_ascii else zip(units, units[1:], units[2:], strict=False)
    buckets.update(_bucket(t) for t in triples if not (t[0].isascii() and t[2].isascii()))
    buckets.update(_bucket("~" + unit[:5]) for unit in units if len(unit) > 5)
    return buckets


def _units(seen: Observation) -> Iterator[str]:
    for token in seen.tokens:
        if token.tags[0] in ("target", "scope"):
            yield "#" + token.tags[1]
        elif token.tags[0] in ("date", "placeholder"):
            yield "#" + token.tags[0]
        else:
            word = seen.folded[token.start : token.end]
            if word.isascii() and word.isalpha():
                yield word
            else:
                yield from _UNIT.findall(word)


def _classes(tokens: Sequence[Token]) -> set[int]:
    tags = ["^"]
    for token in tokens:
        tag = _class(token)
        if tag and tag != tags[-1]:
            tags.append(tag)
    tags.append("$")
    known = [tag for tag in tags if tag != "x"]
    buckets = {*map(_bucket, tags), *map(_spaced, pairwise(tags))}
    buckets.update(map(_spaced, zip(tags, tags[1:], tags[2:], strict=False)))
    buckets.update(map(_spaced, zip(tags, tags[1:], tags[2:], tags[3:], strict=False)))
    buckets.update(map(_added, zip(known, known[1:], known[2:], strict=False)))
    buckets.update(*map(_had, [token.tags for token in tokens]))
    return buckets


def _class(token: Token) -> str:
    if token.tags[0] in ("want", "we"):
        return ""
    if token.tags[0] in ("target", "scope"):
        return ":".join(token.tags)
    return token.tags[0] if token.form in ("", "zh") else token.tags[0] + token.form


def _structure(seen: Observation, verdicts: dict[str, str]) -> Iterator[str]:
    rules = [f"{fact}={value}" for fact, value in verdicts.items() if fact in _TOLD]
    yield from rules
    yield from (f"{a}&{b}" for a in rules for b in rules if a < b)
    segments = seen.segments
    yield f"bundle {find_bundle(seen)} {len(find_deeds(seen))}"
    yield f"parts {min(len(segments), 5)}"
    yield f"bars {min(len(seen.bars), 4)}"
    yield f"bars in parts {min(sum(bool(s.targets) for s in segments), 4)}"
    yield f"verbs in parts {min(sum(s.opens_with_verb for s in segments), 4)}"
    yield f"size {min(len(seen.tokens) // 4, 6)}"
    yield "all " + " ".join(s.shape for s in segments)[:12]
    yield from _first_bar(seen)
    yield from _between_bars(seen.tokens)
    yield "line " + "".join(s.mark[0] + s.shape for s in segments)[:16]
    for left, right in pairwise(segments):
        yield from _pair(left, right)


# Verdicts of rules that hold for unseen lines as for those the rules were written on; the others
# would be copied (`AHEAD` in classifier.py lets them speak).
_TOLD = ("measurable", "baseline", "has_metric")


def _pair(left: Segment, right: Segment) -> Iterator[str]:
    mark = right.mark
    yield f"{mark}|{left.shape[:3]}|{right.shape[:3]}"
    yield f"{mark}|{left.shape[-2:]}|{right.shape[:2]}"
    yield f"{left.shape[:4]}|{right.shape[:4]}"
    yield f"{mark}|{left.shape}|{right.shape}"
    verbs = f"{left.opens_with_verb:d}{right.opens_with_verb:d}"
    bars = f"{bool(left.targets):d}{bool(right.targets):d}"
    things = f"{left.has_object:d}{right.has_object:d}"
    edge = f"{_class(left.tokens[-1])} {_class(right.tokens[0])}"
    tied = f"{_tied(left)}{_tied(right)}"
    yield f"mark {mark} {verbs}"
    yield f"both {bars} {things}"
    yield f"verbs {_verb(left)} {_verb(right)}"
    yield f"heads {left.head} {right.head} {mark}"
    yield f"edge {edge}"
    yield f"edge {edge} {verbs}"
    yield f"tied {tied} {verbs} {things}"
    yield f"tied {tied} {mark} {bars}"
    yield f"sizes {min(len(left.tokens), 6)} {min(len(right.tokens), 6)} {verbs}"
    yield f"ends {_class(right.tokens[-1])} {_class(left.tokens[-1])} {verbs}"


def _tied(segment: Segment) -> str:
    """Which small word ties the end of a part to what stands before: of, to, by."""
    tags = [token.tags[0] for token in segment.tokens]
    return next(
        (tag[0] for tag in reversed(tags) if tag in ("prep", "of", "to", "by", "guard")), "-"
    )


def _verb(segment: Segment) -> str:
    if not segment.opens_with_verb:
        return ""
    token = segment.tokens[segment.first_verb]
    return token.tags[0] if token.form in ("", "zh") else token.tags[0] + token.form


def _first_bar(seen: Observation) -> Iterator[str]:
    """What the first bar counts, under which verb, with or without a start."""
    if not seen.bars:
        return
    bar = seen.bars[0]
    segment = segment_of(seen, bar)
    counted = counted_class(segment, bar)
    verb = segment.tokens[segment.first_verb].tags[0] if segment.first_verb >= 0 else ""
    yield f"counts {bar.kind} {bar.role} {counted}"
    yield f"counts {bar.kind} {verb} {counted}"
    yield f"counts {bar.role} {verb} {counted} {segment.opens_with_verb}"


def _between_bars(tokens: Sequence[Token]) -> Iterator[str]:
    """Two bars in a row, with what stands between them."""
    at = [i for i, token in enumerate(tokens) if token.tags[0] == "target"]
    for a, b in pairwise(at):
        gap = [_class(t) for t in tokens[a + 1 : b]]
        ends = f"{tokens[a].tags[1]}:{tokens[a].tags[2]} {tokens[b].tags[1]}:{tokens[b].tags[2]}"
        joins = [tag for tag in gap if tag in _JOINS]
        yield f"bars {ends}"
        yield f"bars {ends} {joins}"
        yield f"bars {joins} {len(gap) > 3}"
        yield f"bars {tokens[a].tags[1] == tokens[b].tags[1]} {joins}"


_JOINS = frozenset({"comma", "semi", "enum", "conj", "prep", "to", "by", "open", "be", "make"})
