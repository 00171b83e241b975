"""When a rule does not apply: the draft does not carry the field that it is about."""

from __future__ import annotations

from collections.abc import Callable

from assistant.messages import say
from assistant.models import Language
from assistant.rules.kinds.fields import has_cycle
from assistant.rules.reading_set import ReadSet
from assistant.rules.rubric import Rubric
from assistant.rules.schema import DeclaredField, Rule


def applies(rule: Rule, rubric: Rubric, read_set: ReadSet) -> bool:
    """Whether the draft carries a field that the rule needs, or the profile requires one."""
    if not rule.needs_field:
        return True
    if not rubric.required_fields.isdisjoint(rule.needs_field):
        return True
    return any(_CARRIED[name](read_set) for name in rule.needs_field)


def missing_note(rubric: Rubric, read_set: ReadSet, language: Language) -> list[str]:
    """One note of what the draft does not say and which rules were therefore left out."""
    left_out = [one.rule for one in rubric.rules if not applies(one.rule, rubric, read_set)]
    if not left_out:
        return []
    fields = list(dict.fromkeys(name for rule in left_out for name in rule.needs_field))
    named = say("rules", "and", language).join(
        say("rules", f"field.{name}", language) for name in fields
    )
    rules = ", ".join(rule.id for rule in left_out)
    return [say("rules", "not_checked", language, fields=named, rules=rules)]


def _owner(read_set: ReadSet) -> bool:
    lines = read_set.key_results
    named = (line.source.owner or line.reading.facts.owner for line in lines)
    objectives = (line.source.owner for line in read_set.objectives)
    return bool(read_set.source.owner) or any(objectives) or any(named)


_CARRIED: dict[DeclaredField, Callable[[ReadSet], bool]] = {
    "owner": _owner,
    "cycle": lambda read_set: has_cycle(read_set.source.cycle),
    "due": lambda read_set: any(
        line.source.due or line.reading.facts.due for line in read_set.key_results
    ),
    "source": lambda read_set: any(
        line.source.source or line.reading.facts.source for line in read_set.key_results
    ),
    "parent": lambda read_set: any(line.source.parent for line in read_set.objectives),
    "kind": lambda read_set: any(line.source.kind for line in read_set.objectives),
}
