"""The columns of a table: which header means which field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from assistant.language.script import fold
from assistant.parsing.names import data, field_named, plain_name
from assistant.parsing.phrases import RESULTS
from assistant.parsing.reading import ColumnUse
from assistant.patterns import lazy
from assistant.records import record

SET_FIELDS = ("team", "owner", "cycle", "industry")
KEY_RESULT_FIELDS = frozenset(
    (
        "owner",
        "baseline",
        "target",
        "current",
        "unit",
        "source",
        "due",
        "closed_on",
        "weight",
        "kind",
    )
)
NUMBERED_KEY_RESULT = lazy(rf"{RESULTS}[ \-#]{{0,3}}[\d一二三四五六七八九十]{{1,2}}")
_BOTH_PARTS = lazy(rf"^(objectives?|目标|o)[ _的-]?(?=.)|^({RESULTS})[ _的-]?(?=.)")
REMARK = lazy(r"(?<!\s)\s*\([^()]*\)\s*$")  # "Baseline (end of Q1)", "Consulted (C)"
UNUSED = (None, "ignored", "numbered")
HEADER_ROWS = 10
LONGEST_HEADER = 60
MOST_COLUMNS = 100


@record
class Cell:
    """A cell of a table, with its 0-based column.

    In a text, `column` is the character where it starts, and `within` is true: a place in the
    cell is a place in the line.
    """

    text: str
    line: int
    column: int
    within: bool = False
    indent: int = 0


Row = Sequence[Cell]


@dataclass(slots=True)
class Columns:
    """What the columns of one table mean: positions by name."""

    named: dict[str, int] = field(default_factory=dict)
    results: list[int] = field(default_factory=list)
    title: int | None = None
    details: int | None = None  # describes what the title names
    uses: list[ColumnUse] = field(default_factory=list)
    objectives_labelled: bool = False  # the rows of objectives say so, and no others do
    all_labelled: bool = False  # so do the rows of key results
    dotted: bool = False  # a column of numbers tells "1" from "1.1"
    told_how_far: bool = False  # key results stand in the column of their progress
    measured: bool = False  # metrics are taken for key results
    numbered: bool = False  # each row of a key result has its label in a cell of its own

    def settle_current(self) -> None:
        """Where a table has targets but no baselines, what is now is where they start from."""
        if "target" in self.named and "baseline" not in self.named and "current" in self.named:
            self.named["baseline"] = self.named["current"]

    def tell_uses(self) -> None:
        """Say of each column what it was taken for in the end."""
        taken = {at: name for name, at in self.named.items()} | dict.fromkeys(
            self.results, "result"
        )
        for i, use in enumerate(self.uses):
            name = taken.get(use.column - 1)
            if name not in UNUSED and self.named.get(use.field or "") != use.column - 1:
                self.uses[i] = replace(use, field=name)

    def describe_titles(self) -> None:
        """The column of titles says what each row is; that which describes it has the words."""
        if self.details is not None:
            self.named["row_type"], self.named["title"] = self.named["title"], self.details

    def leave_names(self) -> None:
        """The first column of key results only names them, and no field takes that."""
        name, *self.results = self.results
        self.numbered = True
        self.uses = [replace(u, field=None) if u.column - 1 == name else u for u in self.uses]

    def take_as_labels(self) -> None:
        """The column of objectives says what each row is, and that of key results has the words."""
        self.named["row_type"] = self.named.pop("objective")
        self.named["title"], self.results = self.results[0], []

    def cell(self, row: Row, name: str) -> Cell | None:
        """The cell of a row in the column of that name, if it has words in it."""
        position = self.named.get(name)
        cell = row[position] if position is not None and position < len(row) else None
        return cell if cell and cell.text.strip() else None


def is_rule(row: Row) -> bool:
    """The line between header and rows: `| --- | :-: |`."""
    texts = [cell.text.strip() for cell in row]
    return any(texts) and all(set(text) <= set("-: ") for text in texts)


def column_name(header: str, columns: Columns) -> str | None:
    """What a header names, of what no column before it is: a field, or "details"."""
    folded = fold(header)
    if not folded.strip():
        return None
    if NUMBERED_KEY_RESULT.fullmatch(folded.strip()):
        return "result"
    if _tells_more(folded, columns):
        return "details"
    meanings = (
        _meanings(folded)
        or _part_in_bracket(folded)
        or _meanings(REMARK.sub("", folded))
        or _of_both(folded)
    )
    candidates = [name for name in meanings if name == "result" or name not in columns.named]
    return candidates[0] if candidates else None


def _tells_more(folded: str, columns: Columns) -> bool:
    """Whether a column describes what another before it names: `Name | … | Description`."""
    named = "title" in columns.named or ("objective" in columns.named and bool(columns.results))
    return named and folded.strip() in data("fields")["details"]


def _part_in_bracket(folded: str) -> tuple[str, ...]:
    """What a header means that names its part in a bracket: "Target (KR)"."""
    bracket = REMARK.search(folded) if ")" in folded else None
    told = _meanings(bracket[0].strip(" ()")) if bracket else ()
    return told if told[:1] in (("objective",), ("result",)) else ()


def _of_both(folded: str) -> tuple[str, ...]:
    """What a header with another word for its part means: "Objective/Opportunity"."""
    name, slash, other = folded.partition("/")
    told = _meanings(name) if slash and other.strip() and not _meanings(other) else ()
    return told if told[:1] in (("objective",), ("result",)) else ()


@cache
def _meanings(folded: str) -> tuple[str, ...]:
    """All that a header can mean, the likeliest first."""
    table = _table_name(folded)
    if table in ("numbered", "ignored", "title", "row_type", "rank", "objective"):
        return (table, *_part_meanings(folded))
    return tuple(_part_meanings(folded))


def _part_meanings(folded: str) -> Iterator[str]:
    objective, result = field_named("objective", folded), field_named("key_result", folded)
    if objective == "objective":
        yield "objective"
    if result == "text":
        yield "result"
    if objective == "parent":
        yield "parent"
    if result in KEY_RESULT_FIELDS:
        yield result
    if (of_set := field_named("set", folded)) in (*SET_FIELDS, "level", "start", "end", "id"):
        yield f"set_{of_set}"
    if prefix := _BOTH_PARTS.match(folded):
        yield from _prefixed(folded[prefix.end() :], "objective" if prefix[1] else "key_result")
    if objective == "initiatives":
        yield "initiative"


def _prefixed(rest: str, part: str) -> Iterator[str]:
    """`KR owner`, `目标负责人`."""
    name = field_named(part, rest)
    if name == "text":
        yield "result"
    elif name == "objective":
        yield "objective"
    elif name and part == "key_result" and name in KEY_RESULT_FIELDS:
        yield name
    elif name in ("owner", "kind", "parent"):
        yield f"objective_{name}"


@cache
def _table_names() -> dict[str, str]:
    entries = data("fields")["table"].items()
    return {plain_name(str(word)) or str(word): name for name, words in entries for word in words}


def _table_name(folded: str) -> str | None:
    return _table_names().get(plain_name(folded) or folded.strip())


def number_results(columns: Columns) -> None:
    """Take the column of key results for their numbers: the next one has their words."""
    if not columns.results:
        return
    words = columns.results[0] + 1 if columns.title is None else columns.title
    columns.results, columns.numbered = [words], True
    columns.named = {name: at for name, at in columns.named.items() if at != words}
