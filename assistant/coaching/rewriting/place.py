"""One key result under review, with all that its rewriting needs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from assistant.coaching.rewriting.compose import Tongue, tongue_of
from assistant.coaching.rewriting.judging import Judge
from assistant.coaching.rewriting.surroundings import Surroundings
from assistant.language.script import language_of
from assistant.models import KeyResult, Language, Objective


@dataclass
class Place:
    """One key result under review, with all that its rewriting needs."""

    number: int
    position: int
    source: KeyResult
    objective: Objective
    rules: frozenset[str]  # those it breaks, hints left out
    around: Surroundings
    judge: Judge
    language: Language
    taken: set[str] = field(default_factory=set)  # lines that stand under the objective already

    @property
    def tongue(self) -> Tongue:
        """What to write the line in."""
        spoken = language_of(self.objective.objective)
        chinese = spoken in (Language.ZH_HANS, Language.ZH_HANT)
        known = (
            spoken if chinese and self.language in (Language.EN, Language.MIXED) else self.language
        )
        return replace(tongue_of(self.source.text, known), told=self.language)
