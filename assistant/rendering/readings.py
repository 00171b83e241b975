"""A message as it was read, as a table that a person can confirm."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant.messages import say
from assistant.models import Language, OkrSet
from assistant.models.reading import Reading, ReadItem, Unjoined
from assistant.rendering.visible import visible

FIELDS = (
    "value",
    "delta",
    "confidence",
    "status",
    "blocker",
    "blocker_owner",
    "ask",
    "next_action",
    "due",
    "commitments",
    "evidence",
    "comment",
)


def show(reading: Reading, okr_set: OkrSet, language: Language, console: Console) -> None:
    """Print each key result with its fields and the words they came from, then what is left."""
    title = "title" if reading.items else "nothing"
    console.print(Text(say("reading", title, language), style="bold"))
    for item in reading.items:
        console.print(Text(heading(item, okr_set), style="bold"))
        console.print(_table(item, language))
    if reading.unjoined:
        console.print(Text(say("reading", "unjoined", language), style="yellow"))
        for one in reading.unjoined:
            console.print(Text(f"  {reason(one, language)}\n    {visible(one.text)}", style="dim"))


def label(place: tuple[int, int]) -> str:
    """How a message can name a key result: O1 KR2."""
    return f"O{place[0] + 1} KR{place[1] + 1}"


def heading(item: ReadItem, okr_set: OkrSet) -> str:
    """The key result that something was read of, by its label and its words."""
    objective, key_result = item.key_result
    text = okr_set.objectives[objective].key_results[key_result].text
    return visible(f"{label(item.key_result)}  {text}")


def _table(item: ReadItem, language: Language) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("field", "read", "words"):
        table.add_column(say("reading", f"column.{column}", language), overflow="fold")
    found = list(rows(item, language))
    for row in found or [(say("reading", "silent", language), "", "")]:
        table.add_row(*(Text(visible(cell)) for cell in row))
    return table


def rows(item: ReadItem, language: Language) -> Iterator[tuple[str, str, str]]:
    """The fields that a message gave: name, value, and the words that it came from."""
    for name in FIELDS:
        told = shown(item, name, language)
        if told:
            yield say("reading", f"field.{name}", language), told, item.quotes.get(name, "")


def shown(item: ReadItem, name: str, language: Language) -> str:
    """A field as people write it; empty where nothing was said."""
    value = getattr(item, name)
    if value is None or value == []:
        return ""
    match name:
        case "value":
            return _with_unit(f"{value:,.10g}", item.unit)
        case "delta":
            change = f"{value:+,.10g}" if value else "0"
            if item.unit == "%":  # a share that changes does so by points
                return say("reading", "points", language, points=change)
            return _with_unit(change, item.unit)
        case "confidence":
            return say("reading", "confidence_of", language, confidence=f"{value:g}")
        case "status":
            return say("reading", f"status.{value}", language)
        case "commitments":
            return "; ".join(one.text for one in value)
    return str(value)


def _with_unit(number: str, unit: str | None) -> str:
    gap = "" if unit == "%" or unit is None or not unit.isascii() else " "
    return f"{number}{gap}{unit or ''}"


def reason(one: Unjoined, language: Language) -> str:
    """Why words were not joined to a key result."""
    joiner = say("reading", "joiner", language)
    candidates = joiner.join(label(place) for place in one.candidates)
    return say("reading", f"reason.{one.reason}", language, line=one.line, candidates=candidates)
