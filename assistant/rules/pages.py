"""Rules for people: a page a rule, and the list of all. Written the same every time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from assistant.messages import fill, say, traditional
from assistant.models import Language
from assistant.rules.rubric import Rubric
from assistant.rules.schema import Example, Overlay, Rule, Text, Variant, names_in
from assistant.rules.sources import load_sources

LANGUAGES = {"en": Language.EN, "zh": Language.ZH_HANS}


def page(rule: Rule, language: Language) -> str:
    """The page of one rule as Markdown."""
    told = partial(_told, language=language)
    label = partial(_label, language=language)
    parts = [
        f"# {rule.id} · {told(rule.title)}",
        _facts(rule, language),
        f"{label('says')}{label('colon')}{told(rule.message)}",
        f"## {label('why')}\n\n{told(rule.why)}",
        f"## {label('fix')}\n\n{told(rule.fix)}",
        *_section("variants", _variants(rule, language), language),
        *_section("silent", _silences(rule, language), language),
        f"## {label('examples')}\n\n" + "\n".join(_examples(rule, language)),
        *_section("known_problems", map(told, rule.known_problems), language),
        *_section("sources", _sources(rule, language), language),
    ]
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def index(rubric: Rubric, language: Language) -> str:
    """All rules, profiles and packs as Markdown, with links to the rule pages."""
    library, label = rubric.library, partial(_label, language=language)
    head = " | ".join(label(name) for name in ("id", "rule", "about", "severity", "status"))
    rows = [
        f"| [{rule.id}]({rule.id}.md) | {' | '.join(_row(rule, language))} |"
        for _, rule in sorted(library.rules.items())
    ]
    parts = [
        f"# {label('index')}",
        label("generated"),
        "\n".join([f"| {head} |", "|---|---|---|---|---|", *rows]),
        *_section("profiles", _overlays(library.profiles, language), language),
        *_section("packs", _overlays(library.packs, language), language),
    ]
    return "\n\n".join(parts) + "\n"


def listing(rubric: Rubric, language: Language) -> str:
    """The rules as a profile and a pack weigh them, a line each; then profiles and packs."""
    active = {one.rule.id: one.severity for one in rubric.rules}
    lines = []
    for _, rule in sorted(rubric.library.rules.items()):
        severity = active.get(rule.id)
        weight = say("rules", f"severity.{severity}", language) if severity else "–"
        lines.append(f"{rule.id}  {weight:<8} {_told(rule.title, language)}")
    for name, overlays in (
        ("profiles", rubric.library.profiles),
        ("packs", rubric.library.packs),
    ):
        lines += ["", f"{_label(name, language)}:"]
        lines += [f"  {one.name}: {_told(one.purpose, language)}" for one in overlays.values()]
    return "\n".join(lines)


def listing_json(rubric: Rubric, language: Language) -> str:
    """The same for programs."""
    return json.dumps(listed(rubric, language), ensure_ascii=False, indent=2)


def listed(rubric: Rubric, language: Language) -> dict[str, Any]:
    """The rules as a profile and a pack weigh them, with all profiles and packs, as plain data."""
    active = {one.rule.id: one.severity for one in rubric.rules}
    rules = [
        {
            "id": rule.id,
            "name": rule.name,
            "title": _told(rule.title, language),
            "target": rule.target,
            "status": rule.status,
            "enabled": rule.id in active,
            "severity": active.get(rule.id, rule.severity),
            "confidence": rule.confidence,
            "sources": rule.sources,
        }
        for _, rule in sorted(rubric.library.rules.items())
    ]
    named = {
        key: [{"name": one.name, "title": _told(one.title, language)} for one in found.values()]
        for key, found in (("profiles", rubric.library.profiles), ("packs", rubric.library.packs))
    }
    own = {"profile": rubric.profile.name, "pack": rubric.pack.name if rubric.pack else None}
    return own | {"rubric_version": rubric.version, "rules": rules} | named


def write(rubric: Rubric, folder: Path) -> None:
    """Write all pages in English and Chinese, and remove those of rules that are gone."""
    for name, language in LANGUAGES.items():
        target = folder / name
        target.mkdir(parents=True, exist_ok=True)
        pages = {f"{key}.md": page(rule, language) for key, rule in rubric.library.rules.items()}
        pages["README.md"] = index(rubric, language)
        for old in target.glob("*.md"):
            if old.name not in pages:
                old.unlink()
        for file, text in sorted(pages.items()):
            (target / file).write_text(text, encoding="utf-8", newline="\n")


def _told(text: Text, language: Language) -> str:
    """A rule's sentence; what the message would name of a draft is left open."""
    written = text.en if language is Language.EN else text.zh
    shown = traditional(written) if language is Language.ZH_HANT else written
    return fill(shown, dict.fromkeys(names_in(shown), "…"))


def _label(name: str, language: Language) -> str:
    return say("rules", f"page.{name}", language)


def _section(name: str, lines: Any, language: Language) -> Iterator[str]:
    written = [f"- {line}" for line in lines]
    if written:
        yield f"## {_label(name, language)}\n\n" + "\n".join(written)


def _row(rule: Rule, language: Language) -> list[str]:
    kinds = (("target", rule.target), ("severity", rule.severity), ("status", rule.status))
    named = [say("rules", f"{kind}.{value}", language) for kind, value in kinds]
    return [_told(rule.title, language), *named]


def _facts(rule: Rule, language: Language) -> str:
    pairs = (
        ("about", "target", rule.target),
        ("severity", "severity", rule.severity),
        ("status", "status", rule.status),
        ("confidence", "confidence", rule.confidence),
    )
    colon = _label("colon", language)
    lines = [
        f"- {_label(name, language)}{colon}{say('rules', f'{kind}.{value}', language)}"
        for name, kind, value in pairs
    ]
    if rule.severity_when_final is not None:
        final = say("rules", f"severity.{rule.severity_when_final}", language)
        lines.append(f"- {say('rules', 'page.final', language, severity=final)}")
    if not rule.enabled:
        lines.append(f"- {_label('off', language)}")
    return "\n".join([f"`{rule.name}`", "", *lines])


def _variants(rule: Rule, language: Language) -> Iterator[str]:
    for name, variant in rule.variants.items():
        message = _told(variant.message or rule.message, language)
        yield f"`{name}`{_weight(variant, language)}: {message}"


def _weight(variant: Variant, language: Language) -> str:
    if variant.severity is None:
        return ""
    return f" ({say('rules', f'severity.{variant.severity}', language)})"


def _silences(rule: Rule, language: Language) -> Iterator[str]:
    for condition in rule.unless:
        yield say("rules", f"condition.{condition}", language)
    comma = say("rules", "and", language)
    if rule.silent_with:
        rules = comma.join(rule.silent_with)
        yield say("rules", "page.silent_with", language, rules=rules)
    if rule.needs_field:
        fields = comma.join(say("rules", f"field.{name}", language) for name in rule.needs_field)
        yield say("rules", "page.needs", language, fields=fields)


def _examples(rule: Rule, language: Language) -> Iterator[str]:
    for name, examples in (("bad", rule.examples.bad), ("good", rule.examples.good)):
        for example in examples:
            shown = _label(name, language) + _label("colon", language)
            yield f"- {shown}{_example(example, language)}".replace(": \n", ":\n")


def _example(example: Example, language: Language) -> str:
    written = example.en if language is Language.EN else example.zh
    if isinstance(written, str):
        return traditional(written) if language is Language.ZH_HANT else written
    draft = yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=100)
    shown = traditional(draft) if language is Language.ZH_HANT else draft
    return "\n\n" + "\n".join(f"      {line}" for line in shown.splitlines()) + "\n"


def _sources(rule: Rule, language: Language) -> Iterator[str]:
    known = load_sources()
    for key in rule.sources:
        source = known.get(key)
        if source is None:  # a company cites what it likes
            yield key
            continue
        title = f"[{source.title}]({source.url})" if source.url else source.title
        second_hand = f" ({_label('through_notes', language)})" if source.read != "itself" else ""
        yield f"{title}{second_hand}: {_told(source.says, language)}"


def _overlays(overlays: Any, language: Language) -> Iterator[str]:
    for _, one in sorted(overlays.items()):
        yield _overlay(one, language)


def _overlay(one: Overlay, language: Language) -> str:
    limits = ", ".join(f"{name} {value}" for name, value in one.limits.items())
    return (
        f"`{one.name}` · {_told(one.title, language)}: {_told(one.purpose, language)}"
        f" ({_label('limits', language)}: {limits})"
    )
