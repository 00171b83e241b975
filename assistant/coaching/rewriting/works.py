"""Which measured outcomes a piece of work serves, read from `works/*.yml`.

A family of work lists the words by which it is known and the outcomes it is done for, the best
first. What its fields mean stands in `rewriting/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from assistant.coaching.rewriting.anatomy import Work
from assistant.coaching.rewriting.effects import Effect
from assistant.coaching.rewriting.expressions import patterns
from assistant.language.lexicon import alternation
from assistant.language.script import fold
from assistant.language.words.vocabulary import forms
from assistant.models.base import Direction
from assistant.models.knowledge import Metric, Words
from assistant.own_data import load

_ANY = 0  # the rank of the family that fits everything
_HEAD = 3.0  # how much a word at the head of the thing tells more than one elsewhere
SURE = 45.0  # of a verb that settles it
_ELSEWHERE = 8.0  # how much less a word tells that is not in the thing's own name
_NEAR = 6.0  # what a word around the line adds
_LENGTH = 0.25  # what a letter of the matched word adds
_LONGEST = 12


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Outcome(_Data):
    """A measured outcome; `en` and `zh` name it with `{topic}` for the author's own words.

    Direction and unit are those of `metric` in the library, where it has one and none is given.
    """

    metric: str | None = None
    move: Direction | None = None
    unit: Words | None = None
    en: str
    zh: str
    person: bool = False  # its topic is people, named without an article
    said: Mapping[str, str] = {}  # the author's words for what else it names than `{topic}`

    @property
    def key(self) -> str:
        """What tells it from others: its metric, or its name."""
        return self.metric or self.zh


class _Written(_Data):
    id: str
    rank: float = 3
    words: Words | None = None
    does: Words | None = None
    sure: Words | None = None  # verbs that settle it, whatever else is named
    leads: Words | None = None  # verbs that tell enough of a kind to lead with it
    both: bool = False
    avoid: Words | None = None
    near: Words | None = None  # words around the line that speak for it
    means: bool = False  # what such work is for stands in its objective
    aim: bool = False  # no work: what an objective is after, known by the objective's words
    kind: bool = False  # what any work of its kind is for: taken where nothing tells more
    why: Words
    objective: Words | None = None
    outcomes: list[Outcome]


@dataclass(frozen=True, slots=True)
class Family:
    """A family ready to be matched."""

    data: _Written
    words: re.Pattern[str] | None
    does: frozenset[str]
    sure: frozenset[str]
    leads: frozenset[str]
    avoid: re.Pattern[str] | None
    near: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Match:
    """A family that fits a line, and how well."""

    family: Family
    score: float
    aside: bool = False  # known only by what stands behind a preposition: dashcams in all trucks
    other: bool = False  # its words belong to the name of another thing: 盘点培训

    @property
    def named(self) -> bool:
        """Whether it was known by what the line is about, not only by what is done."""
        return self.family.data.rank > 1.2


def matches(work: Work, context: str = "") -> list[Match]:
    """The families that fit a line, best first; the one that fits everything is the last.

    Args:
        work: The line, taken apart.
        context: What else is known: the objective, folded.
    """
    works = _works()
    found = [
        Match(family, score, _is_aside(family, work), _is_other(family, work))
        for family in works
        if (score := _score(family, work))
    ]
    around = f"{work.folded} {context}"
    found = [replace(m, score=m.score + _known(m.family, context, around)) for m in found]
    rest = [Match(family, 0.0) for family in works if family.data.rank == _ANY]
    return sorted(found, key=lambda match: -match.score) + rest


def in_words(text: str) -> list[Match]:
    """The families whose words stand in a text, best first: for objectives and wishes."""
    folded = fold(text)
    found = (Match(family, _word_score(family, folded, "")) for family in _works())
    return sorted((m for m in found if m.score > 0), key=lambda match: -match.score)


def aims_in(objective: str, line: str = "") -> list[Match]:
    """What an objective is after, the most telling first; a line under it may say for whom."""
    folded, around = fold(objective), fold(f"{objective} {line}")
    aims = (family for family in families() if family.data.aim)
    near = (one for one in aims if one.near is None or one.near.search(around))
    found = (Match(family, _word_score(family, folded, "")) for family in near)
    return sorted((m for m in found if m.score > 0), key=lambda match: -match.score)


def _score(family: Family, work: Work) -> float:
    if family.data.rank == _ANY:
        return 0.0
    other = family.avoid is not None and family.avoid.search(work.folded)
    if not other and family.sure & {verb for verb in work.verbs[:1] if verb != fold(work.topic)}:
        return SURE
    by_words = _word_score(family, work.folded, fold(work.topic))
    by_deed = family.data.rank * 10 if family.does & set(work.verbs) else 0.0
    if family.data.both:
        return by_words + 1 if by_words and by_deed else 0.0
    return max(by_words, by_deed) + (2 if by_words and by_deed else 0)


def _word_score(family: Family, folded: str, topic: str) -> float:
    if family.words is None or (family.avoid and family.avoid.search(folded)):
        return 0.0
    found = list(family.words.finditer(folded))
    if not found:
        return 0.0
    best = max(min(len(match[0]), _LONGEST) for match in found)
    elsewhere = _ELSEWHERE if topic and not family.words.search(topic) else 0.0
    return family.data.rank * 10 + best * _LENGTH + _at_head(family.words, topic) - elsewhere


def _is_aside(family: Family, work: Work) -> bool:
    """Whether an English thing itself is something else: the family stands behind a preposition."""
    if family.words is None or work.chinese:
        return False
    head = PREPOSITION.split(fold(work.topic))[0]
    if family.words.search(head):
        return False
    return family.words.search(fold(work.topic)) is not None


def _is_other(family: Family, work: Work) -> bool:
    """Whether a topic ends in the name of another thing: 盘点培训 is no stocktake."""
    words, topic = family.words, fold(work.topic)
    if words is None:
        return False
    if not work.chinese:
        topic = PREPOSITION.split(topic)[0]
    other = patterns()[f"other_head_{'zh' if work.chinese else 'en'}"].search(topic)
    last = max((match.end() for match in words.finditer(topic)), default=0)
    return other is not None and 0 < last <= other.start()


PREPOSITION = re.compile(r" (?:of|for|on|with|in|to|from|about|across) ")


def _at_head(words: re.Pattern[str], topic: str) -> float:
    """The thing itself is named last in a noun phrase: 新版结算页, the checkout page of the app."""
    head = PREPOSITION.split(topic)[0]
    last = max((match.end() for match in words.finditer(head)), default=0)
    return _HEAD if last and last >= len(head) - 1 else 0.0


def closes(match: Match, work: Work) -> bool:
    """Whether a word of a family closes the name of the thing: 部落格文章, the design review."""
    return match.family.words is not None and _at_head(match.family.words, fold(work.topic)) > 0


def _known(family: Family, context: str, around: str) -> float:
    named = 2.0 if family.words and context and family.words.search(context) else 0.0
    return named + (_NEAR if family.near and family.near.search(around) else 0.0)


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order of the files."""
    return tuple(_compiled(data) for data in _written())


def _works() -> list[Family]:
    return [one for one in families() if not (one.data.aim or one.data.kind)]


@cache
def own_words() -> str:
    """All that the outcomes say of their own: "in one visit" is a name there, no figure."""
    return " ".join(f"{o.en} {o.zh}" for one in families() for o in one.data.outcomes)


def of_metric(metric: Metric) -> tuple[Match, Outcome]:
    """A metric of the library as the outcome of any work."""
    name = metric.name
    outcome = Outcome(
        metric=metric.id, en=f"{name.en} after {{topic}}", zh=f"{{topic}}后的{name.zh}"
    )
    written = _Written(id=f"metric-{metric.id}", why=metric.definition, outcomes=[outcome])
    return Match(_compiled(written), 0.0), outcome


def of_effect(effect: Effect) -> tuple[Match, Outcome]:
    """What the objective itself tells as the outcome of any work under it."""
    told = family("any-effect")
    said = {"who": effect.who, "state": effect.state}
    return Match(told, 0.0), told.data.outcomes[0].model_copy(update={"said": said})


def effect_key() -> str:
    """What tells the outcome that the objective itself names from all others."""
    return family("any-effect").data.outcomes[0].key


def beside(outcome: Outcome) -> Outcome:
    """What the objective tells, said of a mere name: Front desk: share of guests who …."""
    named = family("any-effect").data.outcomes[1]
    return outcome.model_copy(update={"en": named.en})


def family(name: str) -> Family:
    """The family with an id."""
    return next(one for one in families() if one.data.id == name)


def _written() -> Iterator[_Written]:
    folder = files("assistant.coaching").joinpath("rewriting/works")
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".yml"):
            loaded = load("assistant.coaching", f"rewriting/works/{file.name}")
            yield from (_Written.model_validate(entry) for entry in loaded)


def _compiled(data: _Written) -> Family:
    return Family(
        data=data,
        words=_pattern(data.words),
        does=_deeds(data.does),
        sure=_deeds(data.sure),
        leads=_deeds(data.leads),
        avoid=_pattern(data.avoid),
        near=_pattern(data.near),
    )


def _deeds(words: Words | None) -> frozenset[str]:
    if words is None:
        return frozenset()
    return frozenset(_verbs(split(words.en))) | frozenset(split(words.zh))


def _verbs(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from (written for written, _ in forms(word, "make"))


def _pattern(words: Words | None) -> re.Pattern[str] | None:
    if words is None:
        return None
    english = [form for word in split(words.en) for form in _with_plural(word)]
    return re.compile(alternation([*english, *split(words.zh)]))


def _with_plural(word: str) -> list[str]:
    return [word, *(written for written, form in forms(word, "deliv") if form == "s")]


def split(words: str) -> list[str]:
    """The words of a comma-separated list, folded."""
    return [word.strip() for word in fold(words).split(",") if word.strip()]
