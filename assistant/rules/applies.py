"""When a rule does not apply: the draft does not carry the field that it is about."""

from __future__ import annotations

from collections.abc import Callable

from assistant.messages import say
from assistant.models import Language
from assistant.rules.kinds.fields import has_cycle
from assistant.rules.reading_set import ReadSet
from assistant.rules.rubric import Rubric
from assistant.rules.schema import DeclaredField, Rule


def asked_of(rubric: Rubric, read_set: ReadSet) -> frozenset[str]:
    """The fields that the draft carries, or the profile requires."""
    carried = (name for name, is_carried in _CARRIED.items() if is_carried(read_set))
    return rubric.required_fields.union(carried)


def applies(rule: Rule, fields: frozenset[str]) -> bool:
    """Whether one of the fields `asked_of` a draft is one that the rule needs."""
    return not rule.needs_field or not fields.isdisjoint(rule.needs_field)


def missing_note(rubric: Rubric, read_set: ReadSet, language: Language) -> list[str]:
    """One note of what the draft does not say and which rules were therefore left out."""
    fields = asked_of(rubric, read_set)
    left_out = [one.rule for one in rubric.rules if not applies(one.rule, fields)]
    if not left_out:
        return []
    missing = list(dict.fromkeys(name for rule in left_out for name in rule.needs_field))
    named = say("rules", "and", language).join(
        say("rules", f"field.{name}", language) for name in missing
    )
    rules = ", ".join(rule.id for rule in left_out)
    return [say("rules", "not_checked", language, fields=named, rules=rules)]


# What a text says in passing is no field that the draft carries.
_CARRIED: dict[DeclaredField, Callable[[ReadSet], bool]] = {
    "owner": lambda read_set: (
        bool(read_set.source.owner)
        or any(line.source.owner for line in read_set.objectives)
        or any(line.source.owner for line in read_set.key_results)
    ),
    "cycle": lambda read_set: has_cycle(read_set.source.cycle),
    "due": lambda read_set: any(line.source.due for line in read_set.key_results),
    "source": lambda read_set: any(line.source.source for line in read_set.key_results),
    "parent": lambda read_set: any(line.source.parent for line in read_set.objectives),
    "kind": lambda read_set: any(line.source.kind for line in read_set.objectives),
}
