"""OKR sets out of JSON and YAML values: the contract's shape, and the common alternates to it.

A wrong type stops the reading and names the field; an unknown key, a word outside a closed set,
or a date that is none is noted, and the rest is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assistant.errors import InputTooLarge, UnreadableInput
from assistant.language.figures.placeholders import is_open
from assistant.models import (
    At,
    Band,
    Cycle,
    Initiative,
    KeyResult,
    KeyResultKind,
    Level,
    Objective,
    ObjectiveKind,
    OkrSet,
    PlanPoint,
    Stage,
    Unread,
)
from assistant.parsing.building.filled import fill_gaps
from assistant.parsing.formats.recognising import whole_characters
from assistant.parsing.formats.shapes import (
    ANSWER_KEYS,
    as_list,
    as_text,
    entries_of,
    is_answer,
    is_objective,
    is_unread,
    named_by,
    objectives_in,
    results_in,
    sets_in,
    told_by,
)
from assistant.parsing.formats.tree import Lines, Placed
from assistant.parsing.names import field_named, plain_name, value_named
from assistant.parsing.reading import LineCount, Note, SetReading
from assistant.parsing.values import read_amount, read_date, read_number, read_share
from assistant.settings import Settings as Limits


class SetReader:
    """Reads values as sets.

    Args:
        place: Where a text stands in the source: its line and column.
        limits: Longest text of a field.
        count: Where sets and the entries of their lists are counted.
    """

    def __init__(self, place: Callable[[Any], At | None], limits: Limits, count: LineCount) -> None:
        self._place = place
        self._max_chars = limits.max_line_chars
        self._count = count
        self._notes: list[Note] = []

    def read(self, value: Any) -> list[SetReading]:
        """All sets of a value: an object, a list of them, `{"sets": [...]}`, or our own answers."""
        return [self.read_set(item, path) for item, path in sets_in(value)]

    def read_set(self, value: Any, path: str = "") -> SetReading:
        """One set.

        Raises:
            UnreadableInput: `needs_object`, `needs_list`, `needs_text`, `no_objectives`.
        """
        self._notes = []
        self._count.add()
        if is_answer(value):
            return self._answer(value, path)
        fields = self._fields("set", value, path)
        if "objectives" not in fields or is_objective(value):
            fields = self._lone_objective(value, path)
        made = self._set(fields, path)
        fill_gaps(made)
        return SetReading(made, notes=self._notes)

    def _answer(self, value: dict[str, Any], path: str) -> SetReading:
        reading = self.read_set(value["set"], f"{path}set.")
        if not value.keys() >= ANSWER_KEYS:
            for key in (key for key in value if key != "set"):
                self._note("unknown_key", f"{path}{key}", value[key])
        rows = self._list(value.get("unread"), f"{path}unread")
        reading.unread = [
            Unread(line=row["line"], text=self._line(row["text"], f"{path}unread"))
            for row in rows
            if is_unread(row)
        ]
        return reading

    def _lone_objective(self, value: dict[str, Any], path: str) -> dict[str, Any]:
        """A single objective, or key results alone, given in the place of a set."""
        known = {field_named("objective", str(key)) for key in value}
        if not known & {"objective", "key_results"} or not isinstance(value, dict):
            raise UnreadableInput("no_objectives", field=path.rstrip(".") or None)
        self._notes = []
        return {"objectives": [value]}

    def _set(self, fields: dict[str, Any], path: str) -> OkrSet:
        objectives = self._counted(objectives_in(fields.get("objectives"), f"{path}objectives"))
        return OkrSet(
            id=self._text(fields, "id", path),
            team=self._text(fields, "team", path),
            level=self._closed(fields, "level", "level", Level, path),
            industry=self._text(fields, "industry", path),
            owner=self._text(fields, "owner", path),
            cycle=self._cycle(fields, path),
            objectives=[
                self._objective(item, f"{path}objectives[{i}]") for i, item in enumerate(objectives)
            ],
        )

    def _cycle(self, fields: dict[str, Any], path: str) -> Cycle | None:
        value = fields.get("cycle")
        if isinstance(value, dict):
            inner = self._pick(value, ("name", "start", "end"), f"{path}cycle.")
            fields = fields | {"start": inner.get("start"), "end": inner.get("end")}
            value = inner.get("name")
        start = self._date(fields, "start", f"{path}cycle.")
        end = self._date(fields, "end", f"{path}cycle.")
        name = self._text({"cycle": value}, "cycle", path)
        return Cycle(name=name, start=start, end=end) if name or start or end else None

    def _objective(self, value: Any, path: str) -> Objective:
        if isinstance(value, str):
            return Objective(objective=self._line(value, path), at=self._place(value))
        fields = self._fields("objective", value, f"{path}.")
        text = told_by(fields.get("objective"))
        krs = self._counted(results_in(fields.get("key_results"), f"{path}.key_results"))
        initiatives = self._list(fields.get("initiatives"), f"{path}.initiatives")
        return Objective(
            objective=self._line(text or "", f"{path}.objective"),
            kind=self._closed(fields, "kind", "objective_kind", ObjectiveKind, f"{path}."),
            owner=self._text(fields, "owner", f"{path}."),
            parent=self._text(fields, "parent", f"{path}."),
            key_results=[
                self._key_result(item, f"{path}.key_results[{i}]") for i, item in enumerate(krs)
            ],
            initiatives=[
                self._initiative(item, f"{path}.initiatives[{i}]")
                for i, item in enumerate(initiatives)
            ],
            at=self._place(text),
        )

    def _key_result(self, value: Any, path: str) -> KeyResult:
        if isinstance(value, str):
            return KeyResult(text=self._line(value, path), at=self._place(value))
        fields = self._fields("key_result", value, f"{path}.")
        text = fields.get("text")
        inside = f"{path}."
        return KeyResult(
            text=self._line("" if text is None else text, f"{path}.text"),
            kind=self._closed(fields, "kind", "key_result_kind", KeyResultKind, inside),
            owner=self._text(fields, "owner", inside),
            baseline=self._read(fields, "baseline", inside, read_amount),
            target=self._read(fields, "target", inside, read_amount),
            current=self._read(fields, "current", inside, read_amount),
            unit=self._text(fields, "unit", inside),
            source=self._text(fields, "source", inside),
            due=self._date(fields, "due", inside),
            closed_on=self._date(fields, "closed_on", inside),
            weight=self._read(fields, "weight", inside, read_share),
            band=self._band(fields, inside),
            plan=self._plan(fields, inside),
            stages=self._stages(fields, inside),
            at=self._place(text),
        )

    def _initiative(self, value: Any, path: str) -> Initiative:
        if isinstance(value, str):
            return Initiative(text=self._line(value, path), at=self._place(value))
        fields = self._pick(value, ("text", "title", "name", "owner"), f"{path}.")
        text = fields.get("text") or fields.get("title") or fields.get("name") or ""
        owner = self._text(fields, "owner", f"{path}.")
        return Initiative(text=self._line(text, path), owner=owner, at=self._place(text))

    def _band(self, fields: dict[str, Any], path: str) -> Band | None:
        if fields.get("band") is None:
            return None
        inner = self._pick(fields["band"], ("min", "max"), f"{path}band.")
        low = self._read(inner, "min", f"{path}band.", read_number)
        return Band(min=low, max=self._read(inner, "max", f"{path}band.", read_number))

    def _plan(self, fields: dict[str, Any], path: str) -> list[PlanPoint]:
        points = []
        for i, item in enumerate(self._list(fields.get("plan"), f"{path}plan")):
            inside = f"{path}plan[{i}]."
            inner = self._pick(item, ("date", "progress"), inside)
            day = self._date(inner, "date", inside)
            progress = self._read(inner, "progress", inside, read_number)
            if day and progress is not None:
                points.append(PlanPoint(date=day, progress=progress))
        return points

    def _stages(self, fields: dict[str, Any], path: str) -> list[Stage]:
        stages = []
        for i, item in enumerate(self._list(fields.get("stages"), f"{path}stages")):
            inside = f"{path}stages[{i}]."
            inner = self._pick(item, ("name", "value", "due"), inside)
            value = self._read(inner, "value", inside, read_number)
            name = self._text(inner, "name", inside)
            if name and value is not None:
                stages.append(Stage(name=name, value=value, due=self._date(inner, "due", inside)))
        return stages

    def _list(self, value: Any, path: str) -> list[Any]:
        return self._counted(as_list(value, path))

    def _counted(self, entries: list[Any]) -> list[Any]:
        """The same entries, refused before any is read where they are too many."""
        self._count.add(len(entries))
        return entries

    def _fields(self, part: str, value: Any, path: str) -> dict[str, Any]:
        """The entries of an object under the names of our fields; the first of a name counts."""
        found: dict[str, Any] = {}
        for key, item in entries_of(value, path, part).items():
            name = field_named(part, str(key))
            if name is None or name in found:
                self._note("unknown_key", f"{path}{key}", item)
            else:
                found[name] = item
        return found

    def _pick(self, value: Any, names: tuple[str, ...], path: str) -> dict[str, Any]:
        entries = {plain_name(str(key)): item for key, item in entries_of(value, path).items()}
        for key in (key for key in entries if key not in names):
            self._note("unknown_key", f"{path}{key}", entries[key])
        return entries

    def _line(self, value: Any, path: str) -> str:
        text = as_text(value, path)
        if len(text) > self._max_chars:
            line = at.line if (at := self._place(value)) else None
            raise InputTooLarge("line", line=line, field=path, limit=self._max_chars)
        return whole_characters(str(text)).strip()

    def _text(self, fields: dict[str, Any], name: str, path: str) -> str | None:
        value = named_by(fields.get(name))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)  # a quarter, a year, somebody's number
        return None if value is None else self._line(value, f"{path}{name}") or None

    def _date(self, fields: dict[str, Any], name: str, path: str) -> Any:
        return self._read(fields, name, path, read_date)

    def _read(
        self, fields: dict[str, Any], name: str, path: str, reader: Callable[[object], Any]
    ) -> Any:
        value = fields.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, list | dict):
            raise UnreadableInput("needs_text", field=f"{path}{name}")
        read = reader(value)
        if read is None and not is_open(str(value)):
            reason = "bad_date" if reader is read_date else "bad_number"
            self._note(reason, f"{path}{name}", value)
        return read

    def _closed(self, fields: dict[str, Any], name: str, kind: str, values: Any, path: str) -> Any:
        value = fields.get(name)
        if value is None or value == "":
            return None
        found = value_named(kind, as_text(value, f"{path}{name}"))
        if found is None:
            allowed = ", ".join(values)
            self._note("outside_set", f"{path}{name}", value, allowed=allowed)
        return values(found) if found else None

    def _note(self, reason: str, field: str, value: Any, **facts: Any) -> None:
        at = self._place(value)
        shown = "" if isinstance(value, list | dict) else str(value)[:80]
        facts = {"field": field, "value": shown, **facts}
        self._notes.append(Note(reason, at.line if at else None, field, facts))


def placer(text: str) -> Callable[[Any], At | None]:
    """Places of `Placed` texts in their source; the quotation mark before a text is skipped."""
    lines = Lines(text)

    def place(value: Any) -> At | None:
        if not isinstance(value, Placed):
            return None
        line, column = lines.place(value.start)
        return At(line=line, column=column)

    return place
