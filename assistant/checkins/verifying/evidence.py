"""The facts that a sentence cites, and what they bear out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.checkins.amounts import PERCENT, amount_of, named_unit
from assistant.checkins.arithmetic.goal import Place
from assistant.checkins.verifying.claims import LABEL
from assistant.language.script import fold
from assistant.models.summary import Fact

_STATEMENTS = ("comment", "blocker", "evidence", "ask", "next_action")
_SHARES = (
    "progress",
    "expected",
    "gap",
    "elapsed",
    "mean_progress",
    "forecast_progress",
    "forecast_interval",
)
_LEAST_NAMED = 6  # characters of a key result's words by which it is named


class Evidence:
    """Some facts of a summary.

    Args:
        facts: The facts.
        year: That of dates written without one.
        week: The week of the cycle, which may be named without its fact.
        whole: What these facts are a part of.
    """

    def __init__(
        self,
        facts: Sequence[Fact],
        year: int,
        week: int | None = None,
        whole: Evidence | None = None,
    ) -> None:
        self.facts = list(facts)
        self.year = year
        self.week = week
        self.whole = whole or self
        self.places = {fact.key_result for fact in facts if fact.key_result is not None}

    def of(self, *places: Place) -> Evidence:
        """Those of some key results, and those of no key result."""
        own = [fact for fact in self.facts if fact.key_result in (*places, None)]
        return Evidence(own, self.year, self.week, self.whole)

    def values(self, *kinds: str) -> list[object]:
        """The values of the facts of some kinds."""
        return [fact.value for fact in self.facts if fact.kind in kinds]

    @property
    def texts(self) -> list[str]:
        """Every text that is a fact: names, words, statuses."""
        found: list[str] = []
        for fact in self.facts:
            values = fact.value if isinstance(fact.value, list) else [fact.value]
            found += [value for value in values if isinstance(value, str)]
        return found

    @property
    def statements(self) -> list[str]:
        """What people said: comments, blockers, reasons."""
        return [str(fact.value) for fact in self.facts if is_statement(fact)]

    def says(self, quote: str) -> bool:
        """Whether words stand in a fact as they are, blanks aside."""
        wanted = "".join(quote.split())
        return any(wanted in "".join(text.split()) for text in self.texts)

    def holds(self, name: str) -> bool:
        """Whether a name stands in a fact, in either script and any case."""
        return any(fold(name) in fold(text) for text in self.texts)

    def named(self, text: str) -> Iterator[tuple[Place, str]]:
        """The key results that a text names, by label or by their words."""
        folded = fold(text)
        for match in LABEL.finditer(folded):
            if match[1]:
                yield (int(match[1]) - 1, int(match[2]) - 1), match.group()
        for fact in self.facts:
            if fact.kind == "text" and fact.key_result is not None:
                start = fold(str(fact.value))[: _LEAST_NAMED * 2].strip()
                if len(start) >= _LEAST_NAMED and start in folded and not self._shared(start):
                    yield fact.key_result, start

    def _shared(self, start: str) -> bool:
        texts = [fold(str(fact.value)) for fact in self.facts if fact.kind == "text"]
        return sum(start in text for text in texts) > 1

    def numbers(self, kinds: Sequence[str] = (), *, ahead: bool) -> Iterator[tuple[float, bool]]:
        """Each number that is a fact, and whether it is a share.

        Args:
            kinds: How the kinds of facts begin that count; none for all.
            ahead: Whether what is forecast counts too.
        """
        for fact in self.facts:
            if isinstance(fact.value, bool) or not isinstance(fact.value, int | float):
                continue
            if (fact.kind.startswith("forecast") and not ahead) or not _begins(fact.kind, kinds):
                continue
            yield float(fact.value), fact.unit is None and is_share(fact.kind)
            amount = amount_of(float(fact.value), fact.unit)
            if amount is not None and amount.unit.factor != 1:
                yield amount.number * amount.unit.factor, False

    def shares(self, *, done: bool) -> Iterator[float]:
        """What a part may be: shares, values in percent unless it is what is done, counts."""
        for fact in self.facts:
            if is_share(fact.kind) and isinstance(fact.value, float):
                yield fact.value
            elif not done and named_unit(fact.unit).dimension == PERCENT:
                yield _number(fact.value) / 100
        due = sum(_number(value) for value in self.values("due") if not isinstance(value, str))
        kinds = [f.kind for f in self.facts if f.kind.startswith("count_")]
        counts = self.values("checked_in", *kinds)
        yield from (_number(value) / due for value in counts if due)

    def ratios(self) -> Iterator[float]:
        """What a multiple or a change may be: a value beside its baseline, target, or last one."""
        for place in self.places:
            own = {f.kind: _number(f.value) for f in self.facts if f.key_result == place}
            for other in ("baseline", "target", "value_before"):
                if own.get("value") and own.get(other):
                    ratio = own["value"] / own[other]
                    yield from (ratio, abs(1 - ratio))

    def dates(self, *, since: bool = False) -> set[date]:
        """Each day that is a fact, or that a fact is of; on request those that begin something."""
        found = set() if since else {fact.as_of for fact in self.facts}
        for fact in self.facts:
            if isinstance(fact.value, date):
                found.add(fact.value)
            elif isinstance(fact.value, str) and len(fact.value) == len("2026-02-06"):
                try:
                    found.add(date.fromisoformat(fact.value))
                except ValueError:
                    continue
        return found

    def bears(self, status: str, *, reported: bool, past: bool, counted: bool) -> bool:
        """Whether a status is a fact: as shown, as reported, as it was, as its pace says."""
        if status == "achieved":
            reached = any(_number(value) >= 1 for value in self.values("progress"))
            return reached or "reached" in self._kinds()
        if status == "recovered":
            return bool(self._statuses("shown") & {"on_track"}) and bool(
                self._statuses("shown_before") & {"at_risk", "off_track"}
            )
        if status == "blocked":
            return bool(self.values("blocker"))
        if status == "unmoved":
            changes = self.values("progress_change", "confidence_change")
            return bool(self.values("unmoved_since")) or 0 in changes
        if status == "divergent":
            return bool(self._statuses("reported")) and "reported" in self._kinds()
        if any(fact.kind.startswith(f"count_{status}") for fact in self.facts):
            return True
        if counted and status in self._pace():
            return True
        return status in self._allowed(reported=reported, past=past)

    def _allowed(self, *, reported: bool, past: bool) -> set[str]:
        if reported:
            return self._statuses("reported")
        if past:
            return self._statuses("shown_before") | self._statuses("shown")
        shown = self._statuses("shown")
        silent = self._statuses("judged") if shown & {"stalled", "outdated"} else set()
        return shown | silent or self._statuses("pace")

    def _statuses(self, kind: str) -> set[str]:
        return {str(value) for value in self.values(kind)}

    def _kinds(self) -> set[str]:
        return {fact.kind for fact in self.facts}

    def stands(self, side: str) -> bool:
        """Whether something is behind (or ahead of) its pace."""
        gaps = [_number(value) for value in self.values("gap")]
        if side == "behind":
            return any(gap > 0 for gap in gaps) or bool({"at_risk", "off_track"} & self._pace())
        return any(gap < 0 for gap in gaps)

    def _pace(self) -> set[str]:
        return self._statuses("pace")

    def moves(self, side: str, about: str | None) -> bool:
        """Whether something rises or falls, by the facts about it."""
        sign = 1 if side == "rising" else -1
        kinds = [f"{about}_change"] if about else ["progress_change", "confidence_change"]
        changes = [_number(value) * sign for value in self.values(*kinds)]
        if any(change > 0 for change in changes):
            return True
        return any(later * sign > before * sign for before, later in self._pairs(about))

    def _pairs(self, about: str | None) -> Iterator[tuple[float, float]]:
        """Values before and after, of each key result."""
        pairs = [("confidence_before", "confidence"), ("progress_before", "progress")]
        if about is None:
            pairs += [("baseline", "value"), ("value_before", "value")]
        for place in self.places:
            own = {f.kind: f.value for f in self.facts if f.key_result == place}
            for before, later in pairs:
                wanted = about is None or later == about
                if wanted and before in own and later in own:
                    yield _number(own[before]), _number(own[later])

    @property
    def has_forecast(self) -> bool:
        """Whether a forecast is among them."""
        return any(fact.kind.startswith("forecast") for fact in self.facts)

    @property
    def forecast_misses(self) -> bool:
        """Whether a forecast ends short of its target."""
        return any(_number(value) < 1 for value in self.values("forecast_progress"))


def _begins(kind: str, kinds: Sequence[str]) -> bool:
    return not kinds or kind.startswith(tuple(kinds))


def is_statement(fact: Fact) -> bool:
    """Whether a fact is what somebody said in words of their own."""
    return fact.kind in _STATEMENTS or fact.kind.endswith("_reason")


def is_share(kind: str) -> bool:
    """Whether a fact of a kind is a share, so that 0.46 may be said as 46%."""
    if kind.startswith("confidence") or kind == "mean_confidence":
        return False
    return kind in _SHARES or kind.startswith("progress")


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
