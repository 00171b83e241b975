"""The finished set: the reviewed one with what its author accepted, in any order.

Decisions name places of the reviewed set, so that each can be taken back by itself. Nothing that
was written is lost: work that gave way to a result stays as an initiative, and what was parked
stands in a set of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.coaching.rewriting.gaps import declared
from assistant.messages import say
from assistant.models import Cycle, Initiative, KeyResult, Language, Objective, OkrSet
from assistant.models.decision import Decision
from assistant.models.suggestion import Action

_REWRITES = (Action.REPLACE, Action.SPLIT)
_KEPT = ("owner", "due", "weight")  # of a line whose metric has changed


def finished(
    sets: Sequence[OkrSet], decisions: Iterable[Decision], language: Language
) -> list[OkrSet]:
    """The sets with the decisions in them; one that fits no place changes nothing."""
    by_set: dict[int, list[Decision]] = {}
    for each in decisions:
        by_set.setdefault(each.set, []).append(each)
    made: list[OkrSet] = []
    for number, okr_set in enumerate(sets):
        made += _finished(okr_set, by_set.get(number, []), language)
    return made


def _finished(
    okr_set: OkrSet, decisions: Sequence[Decision], language: Language
) -> Iterator[OkrSet]:
    kept: list[Objective] = []
    parked: list[Objective] = []
    for number, objective in enumerate(okr_set.objectives):
        own = [one for one in decisions if one.objective == number]
        changed, aside = _objective(objective, own)
        if any(_is_whole(one, Action.PARK) for one in own):
            parked.append(changed)
        elif merged := next((one for one in own if _is_whole(one, Action.MERGE)), None):
            _merge(kept, changed, merged.lines[0])
        else:
            kept.append(changed)
        if aside:
            parked.append(changed.model_copy(update={"key_results": aside, "initiatives": []}))
    if kept or not parked:
        yield okr_set.model_copy(update={"objectives": kept})
    if parked:
        cycle = parked_cycle(language)
        update = {"id": None, "objectives": parked, "cycle": cycle}
        yield okr_set.model_copy(update=update)


def parked_cycle(language: Language) -> Cycle:
    """The cycle of the set that holds what was parked."""
    return Cycle(name=say("revising", "parked", language))


def _is_whole(decision: Decision, action: Action) -> bool:
    return decision.action is action and decision.key_result is None


def _objective(
    objective: Objective, decisions: Sequence[Decision]
) -> tuple[Objective, list[KeyResult]]:
    """The objective as decided, and its key results that were parked."""
    text, results, aside = objective.objective, list[KeyResult](), list[KeyResult]()
    for number, result in enumerate(objective.key_results):
        own = [one for one in decisions if one.key_result == number]
        lines = [*_lines(result, own)]
        (aside if any(one.action is Action.PARK for one in own) else results).extend(lines)
    for one in decisions:
        if one.key_result is not None:
            continue
        if one.action in (*_REWRITES, Action.MOVE):
            (text, said), *new = declared(one.lines[0], "objective"), *one.lines[1:]
            objective = objective.model_copy(update=said)
        else:
            new = one.lines if one.action is Action.ADD else []
        results += [KeyResult(text=line) for line in new]
    works = [Initiative(text=one.initiative) for one in decisions if one.initiative]
    update = {
        "objective": text,
        "key_results": results,
        "initiatives": [*objective.initiatives, *works],
    }
    return objective.model_copy(update=update), aside


def _lines(result: KeyResult, decisions: Sequence[Decision]) -> Iterator[KeyResult]:
    rewrite = next((one for one in decisions if one.action in _REWRITES), None)
    if rewrite is None:
        yield result
        return
    first, *more = rewrite.lines
    if rewrite.measured or more:
        kept = {name: getattr(result, name) for name in _KEPT}
        yield _result(first, KeyResult(text=first, **kept))
    else:
        yield _result(first, result)
    yield from (KeyResult(text=line, owner=result.owner) for line in more)


def _result(line: str, kept: KeyResult) -> KeyResult:
    """A line with the day, source and owner that stand in brackets behind it."""
    text, fields = declared(line, "key_result")
    said = KeyResult.model_validate({"text": text, **fields})
    return kept.model_copy(update={name: getattr(said, name) for name in ("text", *fields)})


def _merge(kept: list[Objective], other: Objective, into: str) -> None:
    """Put an objective's lines under the one that it says the same as."""
    for place, one in enumerate(kept):
        if one.objective == into:
            kept[place] = one.model_copy(
                update={
                    "key_results": [*one.key_results, *other.key_results],
                    "initiatives": [*one.initiatives, *other.initiatives],
                }
            )
            return
    kept.append(other)
