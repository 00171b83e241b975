"""Cases and examples of rules: data that says what a rule finds, read strictly.

They are run by `assistant.coaching.cases`, as running one takes the reading of lines.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

from pydantic import Field

from assistant.errors import RubricError
from assistant.rules.files import validate
from assistant.rules.schema import RuleId, Sentence, SeverityName, Strict, Target
from assistant.strict_yaml import read_file


class Quotes(Strict):
    """The words that a finding points at, in either language; null for a whole set."""

    en: str | None
    zh: str | None


class Expected(Strict):
    """One finding of the rule; its place counts for drafts, a line has but one."""

    severity: SeverityName
    variant: str | None = None
    quote: Quotes = Quotes(en=None, zh=None)
    objective: int | None = None
    key_result: int | None = None


class Case(Strict):
    """Twins in English and Chinese, and the findings that both draw; none for a silent case.

    `given` holds declared fields of the line, `profile`, `pack` and `final` how it is judged.
    """

    name: Sentence
    en: str | dict[str, Any]
    zh: str | dict[str, Any]
    finds: list[Expected] = Field(default_factory=list)
    near_miss: bool = False
    given: dict[str, Any] = Field(default_factory=dict)
    profile: str = "balanced"
    pack: str | None = None
    final: bool = False


class CaseFile(Strict):
    """All cases of one rule."""

    rule: RuleId
    cases: list[Case] = Field(min_length=1)


def read_cases(file: Traversable) -> CaseFile:
    """Read a case file; it has to bear the rule's id.

    Raises:
        BrokenFile: What is wrong, with file and line.
    """
    tree = read_file(file)
    cases = validate(tree, CaseFile)
    if file.name.rpartition(".")[0] != cases.rule:
        raise RubricError("wrong_name", file=tree.file, line=1, what=cases.rule)
    return cases


def as_draft(written: str | dict[str, Any], target: Target, given: dict[str, Any]) -> Any:
    """A case's line or draft in the shape of an OKR set.

    A line stands alone: as objective without key results, or as the one key result.
    """
    if isinstance(written, dict):
        return written
    if target is Target.OBJECTIVE:
        return {"objectives": [{"objective": written, **given}]}
    return {"objectives": [{"objective": "", "key_results": [{"text": written, **given}]}]}
