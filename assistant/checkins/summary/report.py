"""What all blocks share: the team, its facts, and how they are said in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.checkins.amounts import amount_of
from assistant.checkins.arithmetic.goal import Place
from assistant.checkins.arithmetic.team import Team, label
from assistant.checkins.summary.facts import FactTable
from assistant.checkins.wording import AREA, clip, clip_worth, percent, quoted, with_unit
from assistant.messages import say
from assistant.models import Band, Language
from assistant.models.summary import Code, Item, KeyResultState, Shown
from assistant.rendering.summaries.statuses import status_told

LONGEST_NAME = 48


@dataclass(frozen=True, slots=True)
class Report:
    """A team's week, about to be told in one language."""

    team: Team
    table: FactTable
    language: Language

    def say(self, key: str, /, **facts: Any) -> str:
        """A message in the language of the report."""
        return say(AREA, key, self.language, **facts)

    def name(self, place: Place, *, most: int = LONGEST_NAME, owned: bool = False) -> str:
        """A key result by its label and the first of its words, with its owner where asked."""
        state = self.team.states[place]
        text = clip_worth(clip(state.text, LONGEST_NAME), most) if most else ""
        key = "key_result.owned" if owned and state.owner else "key_result"
        told = self.say(key, label=label(place), text=text, owner=clip(state.owner or "", 24))
        return told.replace("  ", " ").strip()

    def shown(self, shown: Shown | str) -> str:
        """A status in words."""
        return self.say(f"shown.{shown}")

    def status(self, state: KeyResultState) -> str:
        """What a key result is shown as; of a silent one also that it was off its way."""
        return status_told(state, self.language)

    def value(self, value: float | None, state: KeyResultState) -> str:
        """A value of a key result with its unit."""
        return with_unit(value, state.unit, self.language)

    def typed(self, value: float | str | None, place: Place, most: int) -> str:
        """A value as somebody typed it: in the unit of its key result, else in his own words."""
        state = self.team.states[place]
        if not isinstance(value, str):
            return self.value(value, state)
        amount = amount_of(value)
        told = amount.within(self.team.seen[place].goal.unit) if amount else None
        own_words = quoted(value, most) or self.say("unknown")
        return own_words if told is None else self.value(told, state)

    def percent(self, share: float | None) -> str:
        """A share as a percentage."""
        return percent(share, self.language)

    def band(self, band: Band | None, state: KeyResultState) -> str:
        """The range in which a maintained metric is well."""
        if band is None or (band.min is None and band.max is None):
            return self.say("unknown")
        low, high = (self.value(bound, state) for bound in (band.min, band.max))
        key = "band.max" if band.min is None else "band.min" if band.max is None else "band.both"
        return self.say(key, min=low, max=high)

    def item(
        self,
        place: Place | None,
        text: str,
        *kinds: str,
        quote: str | None = None,
        codes: Sequence[Code] = (),
    ) -> Item:
        """A statement about a key result (or the whole), with the ids of its facts."""
        objective, key_result = place or (None, None)
        named = ("text", "owner") if place else ()
        return Item(
            objective=objective,
            key_result=key_result,
            text=text,
            quote=quote,
            facts=self.table.ids(place, *named, *kinds),
            codes=list(codes),
        )

    def words(self, place: Place, kind: str) -> str | None:
        """A fact that is somebody's own words, as they may be quoted."""
        ids = self.table.ids(place, kind)
        found = self.table.value(ids[0]) if ids else None
        return str(found) if found is not None else None
