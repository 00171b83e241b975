"""What a rule file, a profile and an industry pack may contain; `rubrics/README.md` tells it."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.messages import traditional
from assistant.models import Language, Level, Severity
from assistant.patterns import lazy
from assistant.rules.conditions import Condition
from assistant.rules.kinds import Check

RuleId = Annotated[str, Field(pattern=r"^[A-Z]{1,4}[0-9]{2,3}$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
DeclaredField = Literal["owner", "cycle", "due", "source", "parent", "kind"]
Sentence = Annotated[str, Field(min_length=1, max_length=1000)]


# Text becomes a member of a closed set; all else in these files is read strictly.
SeverityName = Annotated[Severity, Field(strict=False)]
LevelName = Annotated[Level, Field(strict=False)]

_NAME = lazy(r"\{([a-z_]+)\}")


def names_in(text: str) -> set[str]:
    """The facts that a message names in braces."""
    return set(_NAME.findall(text))


class Strict(BaseModel):
    """Base of all parts of a rubric: no unknown keys, no conversion of values."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


_traditional = cache(traditional)


class Text(Strict):
    """A sentence in English and in Simplified Chinese; Traditional is made from it."""

    en: Sentence
    zh: Sentence

    @model_validator(mode="after")
    def _same_facts(self) -> Self:
        if names_in(self.en) != names_in(self.zh):
            raise ValueError("en and zh name different facts in braces")
        return self

    def spoken(self, language: Language) -> str:
        """The sentence in a language of ours."""
        if language is Language.EN:
            return self.en
        return _traditional(self.zh) if language is Language.ZH_HANT else self.zh


class Status(StrEnum):
    """How far a rule has come; a preview has texts, but finds nothing that counts."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"


class Confidence(StrEnum):
    """How often the rule is right when it fires."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Target(StrEnum):
    """What a rule is about; `line` is each objective and each key result."""

    SET = "set"
    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    LINE = "line"
    CHECK_IN = "check_in"


class Variant(Strict):
    """A case of the rule that needs its own words or its own severity."""

    severity: SeverityName | None = None
    message: Text | None = None
    why: Text | None = None
    fix: Text | None = None


class Example(Strict):
    """A line in both languages, or for rules about a set a small draft in both."""

    en: str | dict[str, Any]
    zh: str | dict[str, Any]


class Examples(Strict):
    """What breaks the rule and what keeps it; both are run as tests."""

    bad: list[Example] = Field(min_length=1)
    good: list[Example] = Field(min_length=1)


class Rule(Strict):
    """One rule."""

    id: RuleId
    name: Slug
    status: Annotated[Status, Field(strict=False)]
    enabled: bool = True
    target: Annotated[Target, Field(strict=False)]
    severity: SeverityName
    severity_when_final: SeverityName | None = None
    confidence: Annotated[Confidence, Field(strict=False)]
    check: Check
    unless: list[Condition] = Field(default_factory=list)
    silent_with: list[RuleId] = Field(default_factory=list)
    needs_field: list[DeclaredField] = Field(default_factory=list)
    title: Text
    message: Text
    why: Text
    fix: Text
    variants: dict[str, Variant] = Field(default_factory=dict)
    known_problems: list[Text] = Field(default_factory=list)
    sources: list[str] = Field(min_length=1)
    examples: Examples

    @model_validator(mode="after")
    def _only_what_the_check_gives(self) -> Self:
        if unknown := set(self.variants) - self.check.variants:
            raise ValueError(f"the check has no variant {min(unknown)!r}")
        given = self.check.facts | {"quote"}
        for text in _texts(self):
            if unknown := names_in(text.en) - given:
                raise ValueError(f"the check gives no fact {{{min(unknown)}}}")
        return self


def _texts(rule: Rule) -> list[Text]:
    told: list[Rule | Variant] = [rule, *rule.variants.values()]
    return [text for one in told for text in (one.message, one.why, one.fix) if text]


class Weights(Strict):
    """What the worst finding of a rule takes from the score, by severity."""

    error: int = Field(ge=0, le=100)
    warning: int = Field(ge=0, le=100)
    hint: int = Field(ge=0, le=100)


class Caps(Strict):
    """The highest score a set can reach with an error, or with too few outcomes (K03)."""

    any_error: int = Field(ge=0, le=100)
    too_few_outcomes: int = Field(ge=0, le=100)


class VerdictBounds(Strict):
    """Where the verdicts end: `ready` from a score on, `rework` below one."""

    ready_from: int = Field(ge=0, le=100)
    rework_below: int = Field(ge=0, le=100)


RuleSwitch = Literal["enabled", "disabled", "error", "warning", "hint"]


class Overlay(Strict):
    """What profiles and packs share: limits, fields that a draft must carry, rule switches.

    A switch is `enabled`, `disabled`, a severity for the whole rule, or a severity by variant.
    """

    name: Slug
    title: Text
    purpose: Text
    limits: dict[str, int] = Field(default_factory=dict)
    levels: dict[LevelName, dict[str, int]] = Field(default_factory=dict)
    required_fields: list[DeclaredField] = Field(default_factory=list)
    rules: dict[RuleId, RuleSwitch | dict[str, SeverityName]] = Field(default_factory=dict)


class Profile(Overlay):
    """A school of OKR: its limits and severities, and how the score is made."""

    weights: Weights
    caps: Caps
    verdict: VerdictBounds


class Pack(Overlay):
    """An industry's overlay on a profile."""

    sources: list[str] = Field(min_length=1)
