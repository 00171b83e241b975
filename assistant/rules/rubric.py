"""The rubric as it judges: rules with a profile and a pack laid over them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Self

from assistant.errors import BrokenFile
from assistant.models import Level, Severity
from assistant.rules.fingerprint import language_version
from assistant.rules.library import Library, load_library
from assistant.rules.schema import Overlay, Pack, Profile, Rule, Status
from assistant.rules.words import WordIndex


@dataclass(frozen=True)
class ActiveRule:
    """A rule that is switched on, with the severities that the profile and the pack give it."""

    rule: Rule
    severity: Severity
    by_variant: Mapping[str, Severity]

    @classmethod
    def plain(cls, rule: Rule) -> Self:
        """The rule with the severities of its own file."""
        own = {name: one.severity for name, one in rule.variants.items() if one.severity}
        return cls(rule, rule.severity, own)

    def severity_of(self, variant: str | None, *, final: bool) -> Severity:
        """The severity of a finding; a submitted set may be judged harder."""
        if final and self.rule.severity_when_final is not None:
            return self.rule.severity_when_final
        return self.by_variant.get(variant or "", self.severity)

    @property
    def counts(self) -> bool:
        """Whether its findings take from the score."""
        return self.rule.status is not Status.PREVIEW


@dataclass(frozen=True)
class Rubric:
    """Everything that decides a verdict.

    `rules` are those that are on; `library` holds all rules, profiles and packs.
    """

    library: Library
    profile: Profile
    pack: Pack | None
    rules: tuple[ActiveRule, ...]
    language_version: str

    @property
    def errors(self) -> list[BrokenFile]:
        """The files of a company's folder that were left out, each with line and reason."""
        return self.library.errors

    def rule(self, rule_id: str) -> Rule:
        """A rule by id, whether it is on or not.

        Raises:
            NotFound: `rule`.
        """
        return self.library.rule(rule_id)

    @property
    def word_index(self) -> WordIndex:
        """All word lists, searched together."""
        return self.library.word_index

    @property
    def required_fields(self) -> frozenset[str]:
        """The fields that a draft has to carry."""
        return frozenset(name for layer in self._layers for name in layer.required_fields)

    @property
    def _layers(self) -> tuple[Overlay, ...]:
        return (self.profile,) if self.pack is None else (self.profile, self.pack)

    def limits(self, level: Level | None) -> dict[str, int]:
        """All limits for a level; the pack's stand over the profile's, these over the default."""
        merged = dict(self.library.default_limits)
        for layer in self._layers:
            merged |= layer.limits
            merged |= layer.levels.get(level, {}) if level else {}
        return merged

    def without(self, rule_id: str) -> Rubric:
        """The same rubric with one rule switched off."""
        kept = tuple(active for active in self.rules if active.rule.id != rule_id)
        return replace(self, rules=kept)

    def with_rule(self, rule: Rule) -> Rubric:
        """The same rubric with one rule switched on, if it is not."""
        if any(active.rule.id == rule.id for active in self.rules):
            return self
        return replace(self, rules=(*self.rules, ActiveRule.plain(rule)))

    @cached_property
    def version(self) -> str:
        """A short hash over all that can change a verdict; wording of messages cannot."""
        rules = [_deciding(active) for active in self.rules]
        words = {
            name: [sorted(one.words), sorted(one.unless)]
            for name, one in self.library.word_sets.items()
        }
        layers = [layer.model_dump(mode="json") for layer in self._layers]
        parts = [self.language_version, rules, words, self.limits(None), layers]
        written = json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(written.encode()).hexdigest()[:12]


_TOLD = {"title", "message", "why", "fix", "variants", "known_problems", "sources", "examples"}


def _deciding(active: ActiveRule) -> list[object]:
    rule = active.rule.model_dump(mode="json", exclude=_TOLD)
    return [rule, active.severity, dict(active.by_variant)]


def rubric_of(library: Library, profile: str, pack: str | None = None) -> Rubric:
    """The rubric of a profile, with an industry pack laid over it.

    Raises:
        NotFound: `profile` or `pack`, naming those that exist.
        BrokenFile: The file of that name, if it could not be read.
    """
    chosen = library.profile(profile)
    overlay = library.pack(pack) if pack else None
    layers: list[Overlay] = [chosen] if overlay is None else [chosen, overlay]
    active = [made for rule in library.rules.values() if (made := _active(rule, layers))]
    active.sort(key=lambda one: one.rule.id)
    return Rubric(library, chosen, overlay, tuple(active), language_version())


def load_rubric(profile: str, pack: str | None = None, company: Path | None = None) -> Rubric:
    """The rubric for a profile, a pack and a company's folder; see `rubric_of`."""
    return rubric_of(load_library(company), profile, pack)


def _active(rule: Rule, layers: list[Overlay]) -> ActiveRule | None:
    """The rule as the layers leave it, the later over the earlier; None where it is off."""
    plain = ActiveRule.plain(rule)
    enabled, severity, by_variant = rule.enabled, plain.severity, dict(plain.by_variant)
    for layer in layers:
        switch = layer.rules.get(rule.id)
        if isinstance(switch, dict):
            by_variant |= switch
        elif switch in ("enabled", "disabled"):
            enabled = switch == "enabled"
        elif switch is not None:
            enabled, severity, by_variant = True, Severity(switch), {}
    return ActiveRule(rule, severity, by_variant) if enabled else None
