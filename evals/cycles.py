"""How well the week's summary does on made-up cycles whose truth is known."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.checkins.files.loading import cycle_of
from assistant.checkins.summary.composing import summarise
from assistant.checkins.thresholds import default_thresholds
from assistant.checkins.verifying.verify import Fault, Verifier
from assistant.models import Language
from assistant.models.summary import Summary
from assistant.settings import Settings
from evals.cycle_figures import figures_of_cycle, figures_of_teams

FOLDER = Path(__file__).parent / "datasets" / "cycles"
TEAMS = Path(__file__).parent / "datasets" / "teams_of_cycles.json"
LANGUAGES = (Language.EN, Language.ZH_HANS, Language.ZH_HANT)
JUDGED_BLOCKS = (4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15)
TRACED = (Fault.NUMBER, Fault.DATE, Fault.NAME, Fault.STATUS, Fault.KEY_RESULT)
TOLERANCE = 1e-4


@dataclass(slots=True)
class Found:
    """What a run over the cycles gave; pairs are (cycle, what)."""

    expected: set[tuple[str, str]] = field(default_factory=set)
    reported: set[tuple[str, str]] = field(default_factory=set)
    statements: int = 0
    untraced: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def coverage(self) -> float:
        """How many of those that must be reported are."""
        return len(self.expected & self.reported) / max(1, len(self.expected))

    @property
    def precision(self) -> float:
        """How many of those reported should be."""
        return len(self.expected & self.reported) / max(1, len(self.reported))

    @property
    def traced(self) -> float:
        """How many statements rest on their facts in every number, date, name and status."""
        return 1 - len(self.untraced) / max(1, self.statements)


def cases(folder: Path = FOLDER) -> Iterator[dict[str, Any]]:
    """The cycles with their truth."""
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def summary_of(case: dict[str, Any], language: Language) -> Summary:
    """The summary of a case as of its own day."""
    record = cycle_of(case["cycle"], Settings()).record
    assert record.as_of is not None
    limits = default_thresholds()
    return summarise(record, as_of=record.as_of, limits=limits, language=language)


def measure() -> Found:
    """Run all cycles in all languages."""
    found = Found()
    for case in cases():
        for language in LANGUAGES:
            summary = summary_of(case, language)
            name = f"{case['name']} {language}"
            found.expected |= {(name, one) for one in expected(case["expect"])}
            found.reported |= {(name, one) for one in reported(summary)}
            found.wrong += wrong(name, case["expect"], summary)
            _trace(found, name, summary)
    return found


def expected(expect: dict[str, Any]) -> Iterator[str]:
    """What must be reported: codes of key results, and who stands in which block."""
    for place, state in expect["key_results"].items():
        yield from (f"{place} {code}" for code in state["codes"])
    for block, places in expect["blocks"].items():
        yield from (f"{place} block {block}" for place in places)


def reported(summary: Summary) -> Iterator[str]:
    """The same of what is reported."""
    for state in summary.key_results:
        place = f"{state.objective}.{state.key_result}"
        yield from (f"{place} {code}" for code in state.codes)
    for block in summary.blocks:
        if block.block in JUDGED_BLOCKS:
            for item in block.items:
                yield f"{item.objective}.{item.key_result} block {block.block}"


def wrong(name: str, expect: dict[str, Any], summary: Summary) -> Iterator[str]:
    """Progress and status that are not those of the truth."""
    for state in summary.key_results:
        place = f"{state.objective}.{state.key_result}"
        truth = expect["key_results"][place]
        same = truth["progress"] == state.progress or (
            None not in (truth["progress"], state.progress)
            and abs(truth["progress"] - (state.progress or 0)) <= TOLERANCE
        )
        if not same or truth["shown"] != state.shown:
            yield f"{name} {place}: {state.progress} {state.shown}, not {truth}"


def _trace(found: Found, name: str, summary: Summary) -> None:
    for text, faults in untraced(summary):
        found.statements += 1
        if faults:
            found.untraced.append(f"{name}: {faults} in {text}")


def untraced(summary: Summary) -> Iterator[tuple[str, list[Any]]]:
    """Each statement, with what in it does not rest on its facts."""
    verifier = Verifier(summary)
    for block in summary.blocks:
        for item in block.items:
            found = verifier.judge(item.text, item.facts).faults
            yield item.text, [one for one in found if one[0] in TRACED]


def write_figures(folder: Path = FOLDER) -> None:
    """Keep what is computed now as what should be; somebody reads the difference."""
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        case["figures"] = figures_of_cycle(summary_of(case, Language.EN))
        _write(path, case)
    _write(TEAMS, figures_of_teams(cases(folder)))


def _write(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked for."""
    parser.add_argument("--show", action="store_true", help="print what is missed or too much")
    parser.add_argument("--write", action="store_true", help="take up the figures of now")


def run(arguments: argparse.Namespace) -> None:
    """Print the figures."""
    if arguments.write:
        write_figures()
    found = measure()
    print(f"cycles {len(list(cases()))}, languages {len(LANGUAGES)}")
    print(f"must-report coverage {found.coverage:.3f} of {len(found.expected)}")
    print(f"precision of flags   {found.precision:.3f} of {len(found.reported)}")
    print(f"statements traced    {found.traced:.3f} of {found.statements}")
    print(f"states that are wrong {len(found.wrong)}")
    if arguments.show:
        for one in sorted(found.expected - found.reported):
            print("missed  ", *one)
        for one in sorted(found.reported - found.expected):
            print("too much", *one)
        print("\n".join([*found.wrong, *found.untraced]))
