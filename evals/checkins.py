"""How well free text about key results is read: `python -m evals checkins [--dataset PATH]`.

Each row of PATH has `raw`, `lang`, `set`, `as_of`, and what should be read under `items`. Exact:
value, delta, unit, confidence, status, due, key_result; by half of the gold words (characters in
Chinese): blocker, ask, next_action. Invented is a value, change or confidence where the labels
have none, or one whose number does not stand in the message.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from assistant.checkins.reading import read_message
from assistant.language.figures.units import unit_after
from assistant.language.script import fold
from assistant.models import OkrSet
from evals.forms import UpdateRow
from evals.lines import DATASETS
from evals.rows import rows

UPDATES = DATASETS / "checkin_updates.jsonl"
HELD = DATASETS / "checkin_held.jsonl"  # no weight is trained on these
EXACT = ("value", "delta", "unit", "confidence", "status", "due")
TEXTS = ("blocker", "ask", "next_action")
FIELDS = ("key_result", *EXACT, *TEXTS)
NUMBERS = ("value", "delta", "confidence")
HALF = 0.5
Item = dict[str, Any]


@dataclass
class Count:
    """Right, wrong and missed readings of a field."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def figures(self) -> tuple[float, float, float]:
        """Precision, recall, F1; 1.0 where there is nothing."""
        given, wanted = self.right + self.extra, self.right + self.missed
        precision = self.right / given if given else 1.0
        recall = self.right / wanted if wanted else 1.0
        both = given + wanted
        return precision, recall, 2 * self.right / both if both else 1.0


@dataclass
class Table:
    """The counts of one language."""

    rows: int = 0
    invented: int = 0
    fields: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))

    @property
    def all(self) -> Count:
        """All fields together."""
        counts = self.fields.values()
        return Count(*(sum(getattr(c, n) for c in counts) for n in ("right", "extra", "missed")))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals checkins`."""
    parser.add_argument("--dataset", type=Path, default=UPDATES, help="labelled updates, as JSONL")
    parser.add_argument("--split", help="only rows of this split (dev or test)")
    parser.add_argument("--misses", action="store_true", help="list each field that is wrong")


def run(arguments: argparse.Namespace) -> None:
    """Print the table."""
    tables: dict[str, Table] = defaultdict(Table)
    for row in rows_of(arguments.dataset, arguments.split):
        _score(row, tables[row["lang"]], misses=arguments.misses)
    for language, table in sorted(tables.items()):
        _show(language, table)


def rows_of(path: Path, split: str | None) -> Iterator[dict[str, Any]]:
    """The labelled rows of a file, or of one split of it."""
    for row in rows(path, UpdateRow):
        if row["items"] is not None and split in (None, row.get("split")):
            yield dict(row)


def read_row(row: dict[str, Any]) -> list[Item]:
    """What the product reads off a row."""
    as_of = date.fromisoformat(row.get("as_of") or "2026-02-06")
    reading = read_message(row["raw"], OkrSet.model_validate(row["set"]), as_of)
    return [item.model_dump(mode="json") for item in reading.items]


def _score(row: dict[str, Any], table: Table, *, misses: bool) -> None:
    gold = {tuple(item["key_result"]): item for item in row["items"]}
    found = {tuple(item["key_result"]): item for item in read_row(row)}
    table.rows += 1
    _add(table.fields["key_result"], len(gold.keys() & found.keys()), len(found), len(gold))
    wrong = [
        f"{place} {'not read' if place in gold else 'should not be read'}"
        for place in sorted(gold.keys() ^ found.keys())
    ]
    for place in sorted(gold.keys() | found.keys()):
        one, other = gold.get(place, {}), found.get(place, {})
        wrong += _compare(one, other, table, place)
        invented = [n for n in NUMBERS if is_invented(n, one, other, row["raw"])]
        wrong += [f"{place} INVENTED {n}: {other[n]}" for n in invented]
        table.invented += len(invented)
    if misses and wrong:
        print(f"{row['id']}: {row['raw']!r}")
        print("\n".join(f"    {line}" for line in wrong))


def _compare(gold: Item, found: Item, table: Table, place: tuple[int, ...]) -> list[str]:
    wrong = []
    for name in (*EXACT, *TEXTS):
        wanted, got = gold.get(name), found.get(name)
        right = wanted is not None and got is not None and same(name, wanted, got)
        _add(table.fields[name], int(right), int(got is not None), int(wanted is not None))
        if not right and (wanted is not None or got is not None):
            wrong.append(f"{place} {name}: {got!r} for {wanted!r}")
    return wrong


def _add(count: Count, right: int, given: int, wanted: int) -> None:
    count.right += right
    count.extra += given - right
    count.missed += wanted - right


def same(name: str, gold: Any, found: Any) -> bool:
    """Whether a field was read as labelled."""
    if name in TEXTS:
        return overlap(str(gold), str(found)) >= HALF
    if name == "unit":
        return _unit(str(gold)) == _unit(str(found))
    if isinstance(gold, (int, float)):
        return isinstance(found, (int, float)) and abs(gold - found) <= 1e-6 * max(1, abs(gold))
    return str(gold) == str(found)


def overlap(gold: str, found: str) -> float:
    """The share of the gold words, or Chinese characters, that were read."""
    wanted, got = Counter(_words(gold)), Counter(_words(found))
    return (wanted & got).total() / max(1, wanted.total())


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+|[一-鿿]", fold(text))


def _unit(written: str) -> str:
    folded = fold(written)
    folded = _SIGNS.get(folded, folded)
    known = unit_after(f" {folded}", 0)
    name = known.name if known and known.name and known.end == len(folded) + 1 else folded
    return _ONE_NAME.get(name, name.removesuffix("s"))


# Currencies as the reader names them.
_SIGNS = {"s$": "SGD", "hk$": "HKD", "nt$": "TWD", "₹": "INR"}
_ONE_NAME = {
    "天": "day",
    "小时": "h",
    "分钟": "min",
    "秒": "s",
    "周": "week",
    "个月": "month",
    "CNY": "元",
}


def is_invented(name: str, gold: Item, found: Item, raw: str) -> bool:
    """Whether a number was read that the labels do not have, or that nothing in `raw` says."""
    value = found.get(name)
    if value is None or (name == "delta" and value == 0):
        return False
    return gold.get(name) is None or not stands_in(value, found["quotes"][name], raw)


def stands_in(value: float, quote: str, raw: str) -> bool:
    """Whether the words that a number was read off stand in the message and hold a number."""
    return (
        quote in raw
        and re.search(r"[0-9半零一二两三四五六七八九十百千万]|[a-z]", fold(quote)) is not None
    )


def _show(language: str, table: Table) -> None:
    print(f"\n{language}: {table.rows} updates, invented {table.invented}")
    print(f"{'':12} precision  recall      F1   labels")
    for name in FIELDS:
        _row(name, table.fields[name])
    _row("all", table.all)


def _row(name: str, count: Count) -> None:
    precision, recall, f1 = count.figures
    print(f"{name:12} {precision:9.3f} {recall:7.3f} {f1:7.3f} {count.right + count.missed:8}")
