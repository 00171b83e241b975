"""Key results named by number: KR2, kr 1.2, O2KR1, 关键结果二, 第二个KR, KR3 of O1, KR1-3."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from assistant.checkins.reading.lexicon import section

MOST_REFERENCES = 200
"""More than any report has; what stands behind is not read as a reference."""

_SHORTEST_QUOTED = 8
_MOST_QUOTED = 10
_GAP = r"[ .,_/:\-·>(\[【]{0,3}"
_JOINT = re.compile(r" ?(?:[、,&+/~-]|and|to|和|及|与|跟|至|到) ?")
_SPAN = re.compile(r" ?(?:[~-]|to|至|到) ?")


@dataclass(frozen=True, slots=True)
class Reference:
    """Numbers as written, counted from 1; None where not said. Either may be left out."""

    start: int
    end: int
    objective: int | None
    key_result: int | None


def find_references(
    seen: str, texts: Sequence[tuple[str, tuple[int, int]]] = ()
) -> list[Reference]:
    """Every reference of a text in order; "KR1-3" and "KRs 1 and 2" give one for each.

    `texts` are the key results themselves, folded, with their places: who quotes one names it.
    """
    matches = islice(_pattern().finditer(seen), MOST_REFERENCES)
    found = [ref for match in matches for ref in _read(match)]
    if any(ref.objective and ref.key_result for ref in found):
        found = sorted([*found, *_bare(seen)], key=lambda ref: (ref.start, ref.key_result or 0))
    quoted = [ref for text, place in texts for ref in _quoted(seen, text, place)]
    found = [ref for ref in found if not any(q.start <= ref.start < q.end for q in quoted)]
    return _with_spans(sorted([*found, *quoted], key=lambda ref: ref.start), seen)


def _quoted(seen: str, text: str, place: tuple[int, int]) -> Iterator[Reference]:
    wanted = text.strip().rstrip(".。;")
    at = seen.find(wanted) if len(wanted) >= _SHORTEST_QUOTED else -1
    for _ in range(_MOST_QUOTED):
        if at < 0:
            return
        yield Reference(at, at + len(wanted), place[0] + 1, place[1] + 1)
        at = seen.find(wanted, at + len(wanted))


_BARE = re.compile(
    r"(?:^|(?<=[\n,;。;!?|])|(?<=[.|] )|(?<=, )|(?<=; ))[ \t*-]{0,6}"
    r"(?P<o>[1-9])\.(?P<n>[1-9])(?= ?[:：]| [a-z一-鿿]|[一-鿿])",
    re.MULTILINE,
)


def _bare(seen: str) -> Iterator[Reference]:
    """2.1 at the start of a clause, where others are written as KR1.2."""
    for match in _BARE.finditer(seen):
        yield Reference(match.start("o"), match.end(), int(match["o"]), int(match["n"]))


@cache
def _pattern() -> re.Pattern[str]:
    lists = section("references")
    number = rf"(?:[0-9]{{1,2}}(?![0-9])|[{''.join(lists['han'])}])"
    ordinal = "|".join(lists["ordinals"])
    kr = "|".join(sorted(lists["key_result"], key=len, reverse=True))
    goes_on = "|".join(map(re.escape, lists["goes_on"]))
    dotted = rf"(?P<n>{number})(?:\.(?P<m>[0-9]{{1,2}})(?![0-9.%]))?"
    objective = rf"(?<![a-z0-9])(?:objective|obj|目标|o)\.?[ #-]?(?P<o>{number})"
    of = rf"(?: ?(?:of|\(|in|under) ?(?:objective |o|目标)(?P<of>{number})\)?)?"
    of_all = of.replace("<of>", "<of_all>")
    return re.compile(
        rf"(?:{objective}(?:的|'s)?{_GAP})?(?:(?<![a-z])(?:{kr})(?P<plural>s)?\.?"
        rf"[ #-]{{0,2}}{dotted}(?![a-z]){of}"
        rf"(?P<more>(?: ?(?:[,、&~/-]|and|to|和|到|至) ?[0-9]{{1,2}}"
        rf"(?(plural)(?![0-9.%/a-z])|(?:(?= ?(?:{goes_on}))|(?![0-9.%/]| ?[%a-z一-鿿])))){{1,6}}"
        rf"{of_all})?"
        rf"|第 ?(?P<nth>{number}) ?[个項项条]? ?(?:{kr})"
        rf"|(?<![a-z])(?P<ord>{ordinal}) (?:{kr})(?![a-z0-9]))"
        rf"|(?<![a-z0-9])(?:o(?:bjective)? ?|目标 ?)(?P<alone>{number})"
        r"(?=[ ]?(?:[:】)\]>|.,-]|$|\n| [a-z一-鿿]))"
    )


def _read(match: re.Match[str]) -> Iterator[Reference]:
    start, end = match.span()
    if match["alone"]:
        yield Reference(start, end, _value(match["alone"]), None)
        return
    objective = _value(match["o"] or match["of"] or match["of_all"])
    first = _value(match["n"] or match["nth"] or match["ord"])
    if match["m"] and objective is None:
        yield Reference(start, end, first, int(match["m"]))
        return
    yield Reference(start, end, objective, first)
    for number in _others(match["more"] or "", first or 0):
        yield Reference(end, end, objective, number)


def _others(more: str, first: int) -> Iterator[int]:
    for joint, number in re.findall(r"([~-]|to|到|至|[^0-9~-]+?) ?([0-9]{1,2})", more):
        through = joint.strip() in ("~", "-", "to", "到", "至") and first < int(number) < first + 9
        yield from range(first + 1, int(number) + 1) if through else (int(number),)


def _with_spans(found: list[Reference], seen: str) -> list[Reference]:
    """KR1-KR3: those between are meant too."""
    filled: list[Reference] = []
    for ref in found:
        last = filled[-1] if filled else None
        if last and _is_through(last, ref, seen):
            between = range((last.key_result or 0) + 1, ref.key_result or 0)
            filled += [Reference(ref.start, ref.start, last.objective, n) for n in between]
        filled.append(ref)
    return filled


def _is_through(last: Reference, ref: Reference, seen: str) -> bool:
    if (
        last.key_result is None
        or ref.key_result is None
        or ref.objective not in (None, last.objective)
    ):
        return False
    near = 1 < ref.key_result - last.key_result < 9
    return near and _SPAN.fullmatch(seen, last.end, ref.start) is not None


def are_joined(first: Reference, second: Reference, seen: str) -> bool:
    """Whether two stand together as one subject: KR1、KR2, KR1 and KR2."""
    gap = _JOINT.fullmatch(seen, first.end, second.start)
    return second.start <= first.end or gap is not None


def _value(written: str | None) -> int | None:
    if written is None:
        return None
    lists = section("references")
    known = lists["ordinals"].get(written) or lists["han"].get(written)
    return int(known) if known else int(written)
