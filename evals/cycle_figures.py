"""All that is computed of a cycle, figure by figure, so that each formula is held to its result."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.checkins.rollup.folder import cycle_files, roll_up
from assistant.checkins.thresholds import default_thresholds
from assistant.models.summary import Summary
from assistant.settings import Settings

# Said in the cycle itself, or in a language of its own.
TOLD = {"text", "owner", "kind", "unit", "codes", "shown"}
TOLERANCE = 1e-4
Figures = dict[str, Any]


def figures_of_cycle(summary: Summary) -> Figures:
    """Place and name of each figure with its value, as JSON holds it; unknown ones are left out."""
    made = summary.model_dump(mode="json")
    found = [("cycle", made["header"]), ("coverage", made["coverage"])]
    found += [("headline", made["headline"])]
    found += [(f"objective {each['objective']}", each) for each in made["objectives"]]
    found += [(f"{each['objective']}.{each['key_result']}", each) for each in made["key_results"]]
    figures = {key: value for place, shape in found for key, value in _leaves(shape, place)}
    for block in made["blocks"]:
        figures[f"block {block['block']} items"] = len(block["items"])
    for fact in made["facts"]:
        if not isinstance(fact["value"], str) and fact["kind"] != "facts":
            place = fact["key_result"] or fact["objective"]
            figures[f"fact {place} {fact['kind']}"] = fact["value"]
    return figures


def figures_of_teams(all_cycles: Iterable[dict[str, Any]]) -> Figures:
    """The same of what is told to one who has many teams, whose cycles these are."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for each in all_cycles:
            text = json.dumps(each["cycle"], ensure_ascii=False)
            (folder / f"{each['name']}.json").write_text(text, encoding="utf-8")
        made = roll_up(
            cycle_files(folder),
            root=folder,
            as_of=None,
            today=date(2026, 12, 31),
            settings=Settings(),
            limits=default_thresholds(),
        )
    told = made.model_dump(mode="json", exclude={"settings", "markdown"})
    return dict(_leaves(told, "teams"))


def differing(wanted: Figures, found: Figures) -> Iterator[tuple[str, bool]]:
    """Each figure that should be there or is, and whether it is as it should be."""
    for key in sorted(wanted | found):
        yield key, key in wanted and key in found and _same(wanted[key], found[key])


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, float | int) and isinstance(other, float | int):
        return abs(one - other) <= TOLERANCE * max(1.0, abs(one))
    return bool(one == other)


def _leaves(shape: dict[str, Any], place: str) -> Iterator[tuple[str, Any]]:
    for name, value in shape.items():
        if name in TOLD or value is None:
            continue
        if isinstance(value, dict):
            yield from _leaves(value, f"{place} {name}")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for number, inner in enumerate(value):
                yield from _leaves(inner, f"{place} {name}.{number}")
        else:
            yield f"{place} {name}", value
