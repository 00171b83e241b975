"""The judge of every proposed line: the same rubric that judges the author's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.coaching.check import Checker, read
from assistant.coaching.rewriting.gaps import declared
from assistant.language.lexicon import alternation
from assistant.messages import say
from assistant.models import Finding, KeyResult, Language, Objective, OkrSet, Severity
from assistant.rules.engine import judge

PENDING = "K17"  # a suggestion's own listed placeholders are no finding of it
TOLD = (Severity.ERROR, Severity.WARNING)


_UNIT_RULE = "K06"


@cache
def _unit_marks() -> re.Pattern[str]:
    marks = (say("review", "placeholder.unit", language) for language in Language)
    return re.compile(r"\s?" + alternation(marks))


def _without_unit(text: str) -> tuple[str, bool]:
    """A line without the gap for its unit, and whether it had one."""
    bare = _unit_marks().sub("", text)
    return bare, bare != text


@dataclass
class Judge:
    """Checks single lines in the place where they would stand."""

    checker: Checker
    about: OkrSet

    def key_result(
        self, text: str, objective: Objective, source: KeyResult | None
    ) -> frozenset[str]:
        """Ids of the rules that a line would break under an objective, hints left out.

        `source` is the key result whose declared values the line keeps.
        """
        words, fields = declared(text, "key_result")
        said_alone, mended = _without_unit(words)
        if mended:  # a line is no better for asking what it is counted in, but for that
            return self.key_result(said_alone, objective, source) - {_UNIT_RULE}
        said = KeyResult.model_validate({"text": words, **fields})
        kept = {"text": words, **{name: getattr(said, name) for name in fields}}
        line = source.model_copy(update=kept) if source else said
        held = objective.model_copy(update={"key_results": [line], "initiatives": []})
        return frozenset(
            finding.rule for finding in self._findings(held) if finding.key_result == 0
        )

    def objective(self, text: str, source: Objective) -> frozenset[str]:
        """Ids of the rules that an objective's text would break, hints left out."""
        words, fields = declared(text, "objective")
        held = source.model_copy(update={"objective": words, "initiatives": [], **fields})
        lines = self._findings(held)
        return frozenset(one.rule for one in lines if one.objective == 0 and one.key_result is None)

    def _findings(self, objective: Objective) -> list[Finding]:
        alone = self.about.model_copy(update={"objectives": [objective]})
        found = judge(self.checker.rubric, read(alone), final=False, language=Language.EN)
        return [one for one in found if one.severity in TOLD and one.rule != PENDING]
