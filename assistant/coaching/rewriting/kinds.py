"""What any work of its kind is for: a plain line in the author's own words.

A workshop is for what its participants do with it, a handbook for readers who need nobody else, a
thing that was built for those who use it. Taken where the evidence for a metric of a trade is weak.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.coaching.rewriting.anatomy import Work
from assistant.coaching.rewriting.surroundings import Pair
from assistant.coaching.rewriting.works import PREPOSITION, Family, Match, families, family
from assistant.language.script import fold
from assistant.own_data import load

HEAD = 30.0  # the thing itself is named, or the verb settles it
LEADS = 25.0  # what was done tells enough to lead with: what is launched is there to be used
_SURE, _DEED = 45.0, 20.0
ANY_KIND, CODE = "kind-any", "kind-code"


def of_kind(work: Work) -> list[Pair]:
    """The outcomes of the kind that a work is of, and of any work where its words are no thing."""
    match = kind_of(work)
    other = family(ANY_KIND)
    own = [(match, outcome) for outcome in match.family.data.outcomes]
    rest = [(Match(other, 0.0), outcome) for outcome in other.data.outcomes]
    return [*own, *(pair for pair in rest if pair[1] not in match.family.data.outcomes)]


def kind_of(work: Work) -> Match:
    """The kind that a work is of, by the name of its thing, else by what is done."""
    found = [Match(kind, score) for kind in _kinds() if (score := _fit(kind, work))]
    return max(found, key=lambda match: match.score, default=Match(family(_unnamed(work)), 0.0))


def _unnamed(work: Work) -> str:
    """The kind of a work that no word tells the kind of: code works or fails."""
    return CODE if _code().search(work.folded) else ANY_KIND


@cache
def _code() -> re.Pattern[str]:
    return re.compile(str(load("assistant.coaching", "rewriting/cutting.yml")["code"]))


@cache
def _kinds() -> tuple[Family, ...]:
    return tuple(one for one in families() if one.data.kind)


def _fit(kind: Family, work: Work) -> float:
    if kind.avoid and kind.avoid.search(work.folded):
        return 0.0
    if kind.sure & set(work.verbs):
        return _SURE
    thing = fold(work.topic) if work.chinese else PREPOSITION.split(fold(work.topic))[0]
    head = _SAID_OF.sub("", _VERSION.sub("", thing))
    found = list(kind.words.finditer(head)) if kind.words else []
    named = max((len(match[0]) for match in found if match.end() == len(head)), default=0)
    if kind.data.both:
        done = kind.does & set(work.verbs)
        return HEAD + named / 10 + 1 if named and done else 0.0
    if named:
        return HEAD + named / 10
    if kind.leads & set(work.verbs[:1]) and _code().search(work.folded) is None:
        return LEADS + bool(found)
    return _DEED + bool(found) if kind.does & set(work.verbs) else 0.0


# What is said of a thing behind its name: issues raised this year.
_SAID_OF = re.compile(r"(?<=[a-z]{4}) (?:created|found|reported|raised|opened|filed|received) .*$")
_VERSION = re.compile(r" ?(?:v?[0-9]+(?:\.[0-9]+)*|[一二三四]期)$")  # SDK v2, 数据中台二期
