"""What is said of a set as a whole: cut to each length, with values on both sides of each bound."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Any

from assistant.coaching.check import Checker, load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.models import Answer, OkrSet
from assistant.parsing import SetReading
from assistant.rendering.review_markdown import review_report
from assistant.settings import Settings
from evals.faces.rows import Faces, Said, leaves, samples

PROFILES = ("balanced", "google-style", "lightweight")
BESIDE: tuple[dict[str, float], ...] = ({}, {"weight": 0.4}, {"weight": 0.5}, {"weight": 0.6})
SUMMED = {"score", "verdict", "arithmetic"}
NEAR = (-1, 0, 1)  # days beside the first and the last of a cycle


def wholes() -> Iterator[Said]:
    """Sets of each length with what they are told, then what is found at each bound of a line."""
    for language, case in samples("wholes").items():
        faces = Faces()
        for face, profile, okr_set in _sets(case):
            reviewer = Reviewer(_checker(profile))
            answer = reviewer.review(SetReading(okr_set), Asked())
            lines = review_report(answer, answer.message_language).splitlines()
            yield from faces.rows(language, f"{face} {profile}", [*_found(answer), *lines])
        for key, okr_set in _lines(case):
            yield language, key, " ; ".join(_found(_checker(PROFILES[0]).check(okr_set)))


def _sets(case: dict[str, Any]) -> Iterator[tuple[str, str, OkrSet]]:
    every, many, cycle = case["objectives"], case["many"], case["cycle"]
    for number in range(1, len(every) + 1):
        profile = PROFILES[number % len(PROFILES)]
        yield f"{number} objectives", profile, _set(cycle, every[:number])
        yield f"{number} objectives, turned", PROFILES[0], _set(cycle, every[::-1][:number])
    for number in range(len(many) + 1):
        held = {"objective": every[0]["objective"], "key_results": many[:number]}
        yield f"{number} key results", PROFILES[number % len(PROFILES)], _set(cycle, [held])


def _lines(case: dict[str, Any]) -> Iterator[tuple[str, OkrSet]]:
    cycle, objective = case["cycle"], case["objectives"][0]
    for line in case["lines"]:
        yield line, _set(cycle, [{**objective, "key_results": [line]}])
    first, last = objective["key_results"]
    for beside in BESIDE:
        held = [{"text": first, **beside}, {"text": last, "weight": 0.5}]
        yield f"beside a half {beside}", _set(cycle, [{**objective, "key_results": held}])
    for end in ("start", "end"):
        for days in NEAR:
            held = [{"text": first, "due": cycle[end] + timedelta(days)}, last]
            yield f"{days} days from its {end}", _set(cycle, [{**objective, "key_results": held}])


def _set(cycle: dict[str, Any], objectives: list[dict[str, Any]]) -> OkrSet:
    return OkrSet.model_validate({"cycle": cycle, "objectives": objectives})


@cache
def _checker(profile: str) -> Checker:
    return load_checker(Settings(), profile, None)


def _found(answer: Answer) -> list[str]:
    """The score with its caps, and each finding with its place and the words that it quotes."""
    told = answer.model_dump(mode="json", exclude_none=True, include=SUMMED)
    found = [
        f"{each.rule} {each.severity} {each.objective} {each.key_result} {each.message}"
        for each in answer.findings
    ]
    return [*(f"{path}={said}" for path, said in leaves(told)), *found]
