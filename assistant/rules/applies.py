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


def _any(name: str, read_set: ReadSet) -> bool:
    """Whether a field is declared on any objective or key result."""
    objectives = (getattr(line.source, name, None) for line in read_set.objectives)
    return any(objectives) or any(getattr(line.source, name, None) for line in read_set.key_results)


# What a text says in passing is no field that the draft carries.
_CARRIED: dict[DeclaredField, Callable[[ReadSet], bool]] = {
    "owner": lambda read_set: bool(read_set.source.owner) or _any("owner", read_set),
    "cycle": lambda read_set: has_cycle(read_set.source.cycle),
    "due": lambda read_set: _any("due", read_set),
    "source": lambda read_set: _any("source", read_set),
    "parent": lambda read_set: _any("parent", read_set),
    "kind": lambda read_set: any(line.source.kind for line in read_set.objectives),
}
