"""A line measured by its own words, where nothing is known of what its work is for.

Its own object and verb say what can be counted of it: associate members with clubs → share of
members that are associated with clubs; a check for every release → share of releases with a check;
支持按日期筛选 → 按日期筛选的一次成功率. The forms stand in `near.yml`; each keeps the nouns of
its line, says nothing that the line does not say, and asks for its values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.coaching.grounding import ALL
from assistant.coaching.rewriting.anatomy import CLAUSE, plain, without_lead
from assistant.coaching.rewriting.articles import lower_first, with_article
from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.effects import plural_of
from assistant.coaching.rewriting.expressions import DOING, expression
from assistant.coaching.rewriting.shortening import (
    EDGES,
    END,
    is_half_open,
    set_apart,
    width_of,
)
from assistant.coaching.rewriting.turning import ing, past
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.language.words.vocabulary import vocabulary
from assistant.models import Direction
from assistant.own_data import load
from assistant.patterns import compiled

_SLOT = re.compile(r"\{(?P<part>[a-z]+)(?:\.(?P<form>[a-z]+))?\}")
_LIST = re.compile(r"~([a-z]+)~")
_LINES, _STATES = "near", "near_states"
_HEADING = re.compile("[A-Z][a-z]+ (?:[a-z]+ )?[A-Z]")  # its words are written large: a name
_MOST_WORDS = 22
_MOST_SIGNS = 44
_MOST_CHARS, _LONGEST_WORD = 200, 60


@dataclass(frozen=True, slots=True)
class Form:
    """One way to count what a line says; `find` looks at its folded clause."""

    id: str
    find: re.Pattern[str]
    name: str
    why: dict[str, str]
    leads: bool  # says more than what any work of its kind is for
    sure: bool  # stands even where the line names a metric of the library
    move: Direction
    unit: dict[str, str] | None
    noun: str  # the part that must be no deed


def near(text: str, tongue: Tongue, *, leads: bool, valued: bool = False) -> Iterator[Line]:
    """The forms that a line fits: those that lead against any kind, or the others.

    Args:
        text: The line.
        tongue: What it is written in.
        leads: Which of them.
        valued: Only those that stand against a metric that is named: the author's own number is
            their target, or the line says that this is what is measured.
    """
    for clause in _clauses(text, tongue):
        for form in _forms(_LINES, tongue.script):
            found = _fits(form, clause) if form.leads is leads else None
            if found and (form.sure or found.groupdict().get("value") or not valued):
                yield _line(form, found, clause, tongue)


def near_states(text: str, tongue: Tongue) -> Iterator[str]:
    """What an objective that names work is for, said in its own words and with no metric."""
    whole = plain(text).strip(END)
    for clause in dict.fromkeys(filter(_is_plain, (whole, *_clauses(text, tongue)))):
        for form in _forms(_STATES, tongue.script):
            if found := _fits(form, clause):
                yield _filled(form, found, clause, tongue)


def _clauses(text: str, tongue: Tongue) -> Iterator[str]:
    """What is said in a line, the whole first, without what only leads to it."""
    bare = plain(text).strip(END)
    pieces = CLAUSE if tongue.chinese else expression("clauses", "end_en")
    first = pieces.split(bare)[0].strip(END)
    for clause in dict.fromkeys((without_lead(first, tongue.chinese), first)):
        long = width_of(clause) if tongue.chinese else len(clause.split())
        fits = long <= (_MOST_SIGNS if tongue.chinese else _MOST_WORDS)
        if fits and _is_plain(clause):
            yield clause


def _is_plain(clause: str) -> bool:
    """Whether a clause is short, of words of common length, and no half of one."""
    words = clause.split(" ")
    short = len(clause) <= _MOST_CHARS and max(map(len, words)) <= _LONGEST_WORD
    return short and not is_half_open(clause)


def _fits(form: Form, clause: str) -> re.Match[str] | None:
    found = form.find.match(fold(clause))
    return None if found is None or (form.noun and _acts(found[form.noun])) else found


def _acts(words: str) -> bool:
    """Whether words open with a verb and nothing else: 对接仓库, send a letter."""
    first = next(iter(observe(words).tokens), None)
    if first is None or first.start or first.tag not in DOING:
        return False
    return first.form == "zh" or (not first.form and "deliv" not in first.tags)


def _filled(form: Form, found: re.Match[str], clause: str, tongue: Tongue) -> str:
    """The form with the author's words in it."""

    def said(slot: re.Match[str]) -> str:
        part = slot["part"]
        words = clause[slice(*found.span(part))] if found[part] else ""
        words = _both(words.strip(EDGES), tongue) if part == "state" and tongue.chinese else words
        return _spoken(words, slot["form"] or "", tongue)

    name = " ".join(_SLOT.sub(said, tongue.own(form.name)).split())
    return name if tongue.chinese else name[:1].upper() + name[1:]


def _line(form: Form, found: re.Match[str], clause: str, tongue: Tongue) -> Line:
    name = _filled(form, found, clause, tongue)
    unit = tongue.words(form.unit["en"], form.unit["zh"]) if form.unit else None
    measure = Measure(name, form.move, unit, None, f"near-{form.id}")
    line = measured(measure, tongue)
    value = _value(found, clause)
    line = line.replace(tongue.say("placeholder.target"), value) if value else line
    return Line(line, measure, tongue.telling(form.why["en"], form.why["zh"]))


def _value(found: re.Match[str], clause: str) -> str:
    """The author's own target; of all and of every one it is true where it is of the whole."""
    said = found.groupdict()
    if said.get("value"):
        return clause[slice(*found.span("value"))].strip()
    return ALL if said.get("all") else ""


def _spoken(words: str, form: str, tongue: Tongue) -> str:
    if tongue.chinese:
        return set_apart(words.strip(EDGES)) if words else ""
    if form == "ed":
        return past(fold(words))
    if form == "ing":
        return ing(fold(words))
    if form == "many":
        return _many(words)
    if form == "done":
        return str(_data(_LINES)["nouns"][fold(words)])
    if form == "an":
        return _one(words)
    if form == "the" and not _HEADING.match(words):
        return with_article(words)
    told = words if _HEADING.match(words) else lower_first(words)
    return f"the {told}" if form == "the" and told.endswith("s") else told if told.strip() else ""


def _both(words: str, tongue: Tongue) -> str:
    """Two deeds as one property: 实际采用并提供反馈 → 既实际采用又提供反馈."""
    found = compiled(_data(_LINES)["both_zh"]).fullmatch(fold(words))
    if found is None:
        return words
    parts = {part: words[slice(*found.span(part))] for part in ("one", "other")}
    return tongue.own("既{one}又{other}").format(**parts)


def _many(words: str) -> str:
    """A thing in the plural: agent decision → agent decisions."""
    *front, last = words.split()
    ends = fold(last).endswith("s") and not fold(last).endswith("ss")
    return " ".join((*front, last if ends or last.isupper() else plural_of(last)))


def _one(words: str) -> str:
    """A single thing with its article: a suite of tests; many and names have none."""
    head = re.split(r" (?:of|for|with|in|on|to|that) ", words)[0].split()[-1]
    countable = plural_of(fold(head)) in vocabulary()[0] and not fold(head).endswith("s")
    article = "an" if fold(words)[:1] in "aeiou" else "a"
    return f"{article} {lower_first(words)}" if countable and head.islower() else lower_first(words)


@cache
def own_words() -> str:
    """All that the forms say of their own."""
    data = _data(_LINES)
    return " ".join(one["name"] for script in ("en", "zh") for one in data[script])


@cache
def _forms(file: str, script: str) -> tuple[Form, ...]:
    data = _data(file)
    lists, kinds = data["lists"], data.get("why", {})

    def made(one: dict[str, Any]) -> Form:
        source = _LIST.sub(lambda found: f"(?:{lists[found[1]]})", one["find"])
        why = kinds.get(one.get("why"), {})
        unit = data.get("units", {}).get(one.get("unit", "share"))
        move = Direction(one.get("move", "increase"))
        leads, sure = one.get("leads", False), one.get("sure", False)
        noun, find = one.get("noun", ""), compiled(source)
        return Form(one["id"], find, one["name"], why, leads, sure, move, unit, noun)

    return tuple(map(made, data[script]))


@cache
def _data(file: str) -> dict[str, Any]:
    return dict(load("assistant.coaching", f"rewriting/{file}.yml"))
