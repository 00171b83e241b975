"""The facts of lines: as the product reads them, and as a model labels them by the same guide."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel

from assistant.errors import ModelOutputInvalid, ModelRefused
from assistant.llm.port import ChatModel, Message
from assistant.prompts import Prompt, read_prompt
from evals.facts import shipped
from evals.lines import Line, probe_lines, read_sets
from evals.live.made import Made, masker_of
from evals.outcomes import Outcome

SIDES = ("rules", "model")  # both are one: what a line says is judged by rules alone
PROMPT = Path(__file__).with_name("label.j2")
NONE = "no answer"


class KeyResultLabels(BaseModel):
    """A model's labels of a key result."""

    reason: str
    measurable: bool
    kind: Literal["outcome", "output", "task"]
    baseline: Literal["both", "target_only", "none"]
    compound: bool


class ObjectiveLabels(BaseModel):
    """A model's labels of an objective."""

    reason: str
    has_metric: bool
    is_task: bool


@cache
def label_prompt() -> Prompt:
    """The prompt that asks for the labels of a line."""
    return read_prompt(PROMPT.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Case:
    """One labelled line."""

    id: str
    language: str
    line: Line


def cases(data: Path | None) -> list[Case]:
    """Our probes, or the labelled lines of a file."""
    lines = read_sets(data) if data else probe_lines()
    return [Case(f"{number}", line.language, line) for number, line in enumerate(lines, start=1)]


class Labellers:
    """Both sides."""

    def __init__(self, model: ChatModel, roster: frozenset[str] | None) -> None:
        self._model = model
        self._masker = masker_of(roster)

    async def made(self, side: str, case: Case) -> Made:
        """The labels of a side against those of the data."""
        line = case.line
        found = shipped(line) if side == "rules" else await self._labels(line)
        return Made([
            Outcome("facts", fact, line.language, line.text, label, found.get(fact, NONE))
            for fact, label in line.labels.items()
        ])  # fmt: skip

    async def _labels(self, line: Line) -> dict[str, str]:
        shape = ObjectiveLabels if line.of_objective else KeyResultLabels
        told = label_prompt().render(
            line=self._masker.mask(line.text), of_objective=line.of_objective
        )
        messages = [Message("system", told["system"]), Message("user", told["user"])]
        try:
            value = (await self._model.complete(messages, shape)).value
        except (ModelOutputInvalid, ModelRefused):
            return {}
        marks = {True: "y", False: "n"}
        return {name: marks.get(held, str(held)) for name, held in value if name != "reason"}
