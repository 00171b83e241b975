"""The findings beside a draft, as a piece of HTML."""

from __future__ import annotations

from dataclasses import dataclass

from api.chips import chips_with_values
from api.marks import Piece, Places, pieces
from api.rulebook import spoken
from api.samples import samples
from api.templating import render
from assistant.models import Answer, At, Finding, Language, Problem, Span
from assistant.parsing import Draft
from assistant.rendering.chips import Chip
from assistant.rendering.outline import Line, counts, lines, set_findings, told_before
from assistant.rules.library import Library


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding, with the place of its words in the draft as typed.

    The advice of one that is said `again` stands with an earlier finding.
    """

    id: str
    finding: Finding
    place: tuple[int, int] | None
    whole: bool
    again: bool


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with its words marked, what it says, and what was found about it.

    An objective that the draft does not have is not `written`.
    """

    label: str
    is_objective: bool
    written: bool
    pieces: list[Piece]
    place: tuple[int, int] | None
    chips: list[Chip]
    findings: list[Shown]


@dataclass(frozen=True, slots=True)
class ShownSet:
    """All of one answer that the page shows."""

    answer: Answer
    name: str | None
    lines: list[ShownLine]
    findings: list[Shown]
    left: int


def render_panel(draft: Draft, answers: list[Answer], language: Language, library: Library) -> str:
    """The panel: every set with its score first, its lines and findings, the arithmetic at the end.

    What is told of a set is in the language of its findings; what stands around it (counts,
    headings, buttons) is in `language`, that of the page.
    """
    places = Places(draft.text)
    return render(
        "panel.html",
        language,
        draft=draft,
        sets=[_Shower(answer, number, places).shown() for number, answer in enumerate(answers)],
        counts=_total(answers),
        titles=lambda rule, told: spoken(library.rule(rule).title.model_dump(), told),
    )


def render_problem(problem: Problem, language: Language) -> str:
    """What stands in the place of the panel when a draft cannot be checked."""
    return render("panel_problem.html", language, problem=problem)


def render_empty(language: Language) -> str:
    """What stands there before anything was typed."""
    own = [one for one in samples() if one.language == language]
    return render("panel_empty.html", language, samples=own)


class _Shower:
    def __init__(self, answer: Answer, number: int, places: Places) -> None:
        self._answer = answer
        self._number = number
        self._places = places
        self._told = 0
        self._again = told_before(answer, answer.message_language)

    def shown(self) -> ShownSet:
        answer = self._answer
        shown = [self._line(line) for line in lines(answer, answer.message_language)]
        taken = sum(deduction.points for deduction in answer.arithmetic.deductions)
        return ShownSet(
            answer,
            _name(answer),
            shown,
            [self._finding(finding, "", None) for finding in set_findings(answer)],
            max(0, answer.arithmetic.start - taken),
        )

    def _line(self, line: Line) -> ShownLine:
        at = self._at(line)
        whole = Span(start=0, end=len(line.text))
        return ShownLine(
            line.label,
            line.place[1] is None,
            self._written(line),
            list(pieces(line.text, line.findings)),
            self._places.of(line.text, at, whole),
            list(chips_with_values(line.facts, self._answer.message_language)),
            [self._finding(finding, line.text, at) for finding in line.findings],
        )

    def _finding(self, finding: Finding, text: str, at: At | None) -> Shown:
        self._told += 1
        place = self._places.of(text, at, finding.span)
        named, again = f"f{self._number + 1}-{self._told}", id(finding) in self._again
        return Shown(named, finding, place, finding.quote == text, again)

    def _written(self, line: Line) -> bool:
        objective, key_result = line.place
        objectives = self._answer.set.objectives
        return key_result is not None or bool(objectives[objective or 0].objective)

    def _at(self, line: Line) -> At | None:
        objective, key_result = line.place
        assert objective is not None  # noqa: S101 - lines of a set stand in an objective
        found = self._answer.set.objectives[objective]
        return found.at if key_result is None else found.key_results[key_result].at


def _name(answer: Answer) -> str | None:
    cycle = answer.set.cycle.name if answer.set.cycle else None
    parts = (answer.set.team or answer.set.owner or answer.id, cycle)
    return " · ".join(part for part in parts if part) or None


def _total(answers: list[Answer]) -> dict[str, int]:
    each = [counts(answer) for answer in answers]
    return {key: sum(one[key] for one in each) for key in ("errors", "warnings", "hints")}
