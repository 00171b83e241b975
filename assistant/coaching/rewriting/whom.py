"""Whom a work is for: the people that its line or its objective names, else people in general."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from assistant.coaching.rewriting.anatomy import Work
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.surroundings import Surroundings
from assistant.coaching.rewriting.works import Outcome, split
from assistant.language.lexicon import alternation
from assistant.language.script import fold
from assistant.own_data import load

_SLOTS = ("people", "users")


def for_whom(outcome: Outcome, work: Work, around: Surroundings) -> Outcome:
    """An outcome that says of how many it is true, said of those whom the draft names."""
    if not any(f"{{{slot}}}" in outcome.en for slot in _SLOTS):
        return outcome
    named = _named(work, around)
    own = _general("own") if around.personal else None  # a product has users even then
    words = {"people": own or named, "users": named}
    return _said_of(outcome, {slot: words[slot] or _general(slot) for slot in _SLOTS})


def names_people(work: Work, around: Surroundings) -> bool:
    """Whether an English draft names people, and nobody himself, who could do something else."""
    return not (work.chinese or around.personal) and _named(work, around) is not None


def of_anybody(outcome: Outcome) -> Outcome:
    """An outcome said of people in general."""
    return _said_of(outcome, {slot: _general(slot) for slot in _SLOTS})


def _said_of(outcome: Outcome, words: dict[str, dict[str, str]]) -> Outcome:
    told = {"en": outcome.en, "zh": outcome.zh}
    for slot, said in words.items():
        told = {script: told[script].replace(f"{{{slot}}}", said[script]) for script in told}
    return outcome.model_copy(update=told)


def _named(work: Work, around: Surroundings) -> dict[str, str] | None:
    """The people whom the line names, else those of its objective."""
    # what an objective quotes is nobody's name: a shared view of “which guests are lost”
    said = expression("forms", "quoted").sub("", around.objective)
    for text in (work.folded, fold(said)):
        if work.chinese:
            found = _people_zh().search(_other_zh().sub("", text))
            if found:
                return {"en": "", "zh": found[0]}
        elif found := _people_en().search(text):
            return {"en": f"{found[0]} who", "zh": ""}
    return None


def _general(slot: str) -> dict[str, str]:
    return dict(_loaded()[slot])


@cache
def _people_en() -> re.Pattern[str]:
    """English names of people in the plural: "user stories" and "a great manager" name none."""
    return re.compile(alternation(split(_loaded()["people_en"])))


@cache
def _people_zh() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, split(_loaded()["people_zh"]))))


@cache
def _other_zh() -> re.Pattern[str]:
    return re.compile(_loaded()["other_zh"])


@cache
def _loaded() -> dict[str, Any]:
    return dict(load("assistant.coaching", "rewriting/whom.yml"))
