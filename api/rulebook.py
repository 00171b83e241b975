"""The rules as the API and the pages show them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from assistant.messages import converted, traditional
from assistant.models import Language
from assistant.patterns import lazy
from assistant.rules.library import Library
from assistant.rules.schema import Rule, Target
from assistant.rules.sources import load_sources

SHOWN = {"title", "url", "says"}
_FACT = lazy(r"\{[a-z_]+\}")


class RuleEntry(BaseModel):
    """A rule in a list."""

    id: str
    name: str
    status: str
    enabled: bool
    target: str
    severity: str
    title: dict[str, str]


class Source(BaseModel):
    """Where a rule's substance comes from."""

    key: str
    title: str
    url: str | None = None
    says: dict[str, str] | None = None


class Sides(BaseModel):
    """Examples that break the rule and that keep it; a line, or a draft as a small set."""

    bad: list[dict[str, Any]]
    good: list[dict[str, Any]]


class RuleText(RuleEntry):
    """A rule with all its texts."""

    confidence: str
    message: dict[str, str]
    why: dict[str, str]
    fix: dict[str, str]
    variants: dict[str, dict[str, Any]]
    known_problems: list[dict[str, str]]
    sources: list[Source]
    examples: Sides


def entries(library: Library) -> list[RuleEntry]:
    """All rules, in the order of their ids."""
    ordered = sorted(library.rules.values(), key=lambda rule: rule.id)
    return [RuleEntry.model_validate(rule.model_dump(mode="json")) for rule in ordered]


def rule_text(library: Library, rule_id: str) -> RuleText:
    """One rule.

    Raises:
        NotFound: If there is none of that id.
    """
    rule = library.rule(rule_id)
    written = rule.model_dump(mode="json", exclude_none=True)
    written["sources"] = [source.model_dump() for source in sources_of(rule)]
    return RuleText.model_validate(written)


def groups(library: Library) -> list[tuple[str, list[RuleEntry]]]:
    """All rules by what they are about, without empty groups."""
    listed = entries(library)
    found = [(str(target), [rule for rule in listed if rule.target == target]) for target in Target]
    return [(target, rules) for target, rules in found if rules]


def spoken(text: dict[str, Any], language: Language) -> Any:
    """A text, or an example, in a language of ours; Traditional is made from Simplified."""
    if language is Language.EN:
        return text["en"]
    return text["zh"] if language is Language.ZH_HANS else converted(text["zh"], traditional)


def shown(text: dict[str, str], language: Language) -> str:
    """A message of a rule without a line that it is about: its facts stand as dots."""
    return _FACT.sub("…", str(spoken(text, language)))


def written(example: dict[str, Any]) -> str:
    """A small draft of an example as people write one."""
    lines = [f"{key}: {value}" for key, value in _rest(example, "objectives")]
    for objective in example.get("objectives", []):
        lines.append(_line("O", objective, "objective"))
        lines += [_line("  KR", one, "text") for one in objective.get("key_results", [])]
    return "\n".join(lines)


def _line(label: str, line: str | dict[str, Any], text: str) -> str:
    if isinstance(line, str):
        return f"{label}: {line}"
    declared = ", ".join(f"{key}: {value}" for key, value in _rest(line, text, "key_results"))
    return f"{label}: {line.get(text, '')}" + (f" ({declared})" if declared else "")


def _rest(part: dict[str, Any], *shown: str) -> Iterator[tuple[str, Any]]:
    for key, value in part.items():
        if isinstance(value, dict):
            yield from _rest(value)
        elif key not in shown:
            yield key, value


def sources_of(rule: Rule) -> list[Source]:
    """The sources of a rule; one that only a company's rule names has no more than its key."""
    known = load_sources()
    return [
        Source(key=key, **known[key].model_dump(mode="json", exclude_none=True, include=SHOWN))
        if key in known
        else Source(key=key, title=key)
        for key in rule.sources
    ]
