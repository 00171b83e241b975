"""Single changes of Python code that a hurried hand may make, and that still compile."""

from __future__ import annotations

import ast
from bisect import bisect
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any

from evals.drawing.edits import Edit

OPPOSITE: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
}
OTHER_NAME = {"min": "max", "max": "min", "any": "all", "all": "any"}
UNDONE = {"sorted", "reversed", "set", "list", "dict.fromkeys"}  # a call is left out of its value
STRIPPED = {"strip", "lower", "casefold", "rstrip", "lstrip", "capitalize", "upper", "title"}
ARITHMETIC: dict[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "/",
    ast.Div: "*",
    ast.FloorDiv: "%",
}
UNSEEN = ("TYPE_CHECKING", "__name__", "__all__", "logger", "log.")


def edits_of_code(text: str) -> list[Edit]:
    """All single changes that we know to make; a few do not compile (`still_code`)."""
    places = Places(text)
    made = (edit for node in _seen(ast.parse(text)) for edit in _edits(node, places))
    return list(dict.fromkeys(made))


def still_code(before: str, after: str) -> bool:
    """Whether a text compiles, and does something else than before."""
    try:
        return ast.dump(ast.parse(after)) != ast.dump(ast.parse(before))
    except SyntaxError:
        return False


class Places:
    """Where a node stands in a text, in characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = text.splitlines(keepends=True)
        self._starts = [0, *accumulate(len(line) for line in self._lines)]

    def of(self, node: Any) -> tuple[int, int]:
        """First and last character of a node."""
        return (
            self._at(node.lineno, node.col_offset),
            self._at(node.end_lineno, node.end_col_offset),
        )

    def source(self, node: Any) -> str:
        """What stands there."""
        start, end = self.of(node)
        return self.text[start:end]

    def line_at(self, place: int) -> int:
        """The number of the line of a character, from 1."""
        return bisect(self._starts, place)

    def _at(self, line: int, column: int) -> int:
        before = self._lines[line - 1].encode()[:column]
        return self._starts[line - 1] + len(before.decode())


def _seen(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that do something when a user asks: no types, no docstrings, no errors' texts."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases", "type_params"):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST) and not _is_aside(each):
                yield each
                yield from _seen(each)


def _is_aside(node: ast.AST) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Assert):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    head = ast.unparse(node).partition("\n")[0] if isinstance(node, ast.stmt) else ""
    return isinstance(node, ast.stmt) and any(each in head for each in UNSEEN)


def _edits(node: ast.AST, places: Places) -> Iterator[Edit]:
    for kind, made in MADE.items():
        if isinstance(node, kind):
            yield from made(node, places)


def _condition(node: Any, places: Places) -> Iterator[Edit]:
    start, end = places.of(node.test)
    told = places.source(node.test)
    yield Edit("negate", start, end, f"not ({told})")
    if isinstance(node, ast.If):
        yield Edit("never", start, end, "False")
        yield Edit("always", start, end, "True")


def _branches(node: Any, places: Places) -> Iterator[Edit]:
    start, end = places.of(node)
    for kept in (node.body, node.orelse):
        yield Edit("one branch", start, end, f"({places.source(kept)})")


def _filters(node: Any, places: Places) -> Iterator[Edit]:
    for each in node.ifs:
        start, end = places.of(each)
        yield Edit("drop condition", start, end, "True")
        yield Edit("negate", start, end, f"(not ({places.source(each)}))")


def _choice(node: Any, places: Places) -> Iterator[Edit]:
    start, end = places.of(node)
    told = [places.source(each) for each in node.values]
    word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    yield Edit("and/or", start, end, f"({f' {other} '.join(f'({each})' for each in told)})")
    for dropped in range(len(told)):
        kept = [f"({each})" for place, each in enumerate(told) if place != dropped]
        yield Edit("drop operand", start, end, f"({f' {word} '.join(kept)})")


def _comparison(node: Any, places: Places) -> Iterator[Edit]:
    if len(node.ops) == 1 and type(node.ops[0]) in OPPOSITE:
        start, end = places.of(node)
        left, right = places.source(node.left), places.source(node.comparators[0])
        yield Edit("compare", start, end, f"({left}) {OPPOSITE[type(node.ops[0])]} ({right})")


def _number(node: Any, places: Places) -> Iterator[Edit]:
    if type(node.value) in (int, float):
        start, end = places.of(node)
        yield Edit("off by one", start, end, str(node.value + 1))
        if node.value:
            yield Edit("off by one", start, end, str(node.value - 1))
    elif isinstance(node.value, bool):
        yield Edit("other way", *places.of(node), str(not node.value))


def _several(node: Any, places: Places) -> Iterator[Edit]:
    if isinstance(getattr(node, "ctx", None), ast.Store) or len(node.elts) < 2:
        return
    start, end = places.of(node)
    told = [places.source(each) for each in node.elts]
    opened, closed = (
        "[]" if isinstance(node, ast.List) else "{}" if isinstance(node, ast.Set) else "()"
    )
    for dropped in range(len(told)):
        kept = [each for place, each in enumerate(told) if place != dropped]
        yield Edit("drop element", start, end, f"{opened}{', '.join(kept)},{closed}")


def _table(node: Any, places: Places) -> Iterator[Edit]:
    start, end = places.of(node)
    rows = [
        f"{places.source(key)}: {places.source(value)}" if key else f"**{places.source(value)}"
        for key, value in zip(node.keys, node.values, strict=True)
    ]
    for dropped in range(len(rows)):
        kept = [row for place, row in enumerate(rows) if place != dropped]
        yield Edit("drop element", start, end, "{" + ", ".join(kept) + "}")


def _call(node: Any, places: Places) -> Iterator[Edit]:
    start, end = places.of(node)
    called = places.source(node.func)
    if called in OTHER_NAME:
        yield Edit("min/max", *places.of(node.func), OTHER_NAME[called])
    if called in UNDONE and len(node.args) == 1:
        yield Edit("drop call", start, end, f"({places.source(node.args[0])})")
    if isinstance(node.func, ast.Attribute) and node.func.attr in STRIPPED and not node.args:
        yield Edit("drop call", start, end, f"({places.source(node.func.value)})")
    for each in node.keywords if called[:1].islower() else ():
        yield from _without(node, each, places)


def _without(node: Any, dropped: Any, places: Places) -> Iterator[Edit]:
    kept = [*map(places.source, node.args)]
    kept += [places.source(each) for each in node.keywords if each is not dropped]
    yield Edit("drop keyword", *places.of(node), f"{places.source(node.func)}({', '.join(kept)})")


def _statement(node: Any, places: Places) -> Iterator[Edit]:
    yield Edit("drop statement", *places.of(node), "pass")


def _return(node: Any, places: Places) -> Iterator[Edit]:
    if node.value is not None and not isinstance(node.value, ast.Constant):
        start, end = places.of(node)
        yield Edit("return early", start, end, "return None")


def _sum(node: Any, places: Places) -> Iterator[Edit]:
    if type(node.op) in ARITHMETIC:
        start, end = places.of(node)
        left, right = places.source(node.left), places.source(node.right)
        yield Edit("arithmetic", start, end, f"({left} {ARITHMETIC[type(node.op)]} {right})")
        yield Edit("drop operand", start, end, f"({left})")


def _not(node: Any, places: Places) -> Iterator[Edit]:
    if isinstance(node.op, ast.Not):
        yield Edit("negate", *places.of(node), f"({places.source(node.operand)})")


MADE: dict[Any, Callable[[Any, Places], Iterator[Edit]]] = {
    (ast.If, ast.IfExp, ast.While): _condition,
    ast.IfExp: _branches,
    ast.comprehension: _filters,
    ast.BoolOp: _choice,
    ast.Compare: _comparison,
    ast.Constant: _number,
    (ast.Tuple, ast.List, ast.Set): _several,
    ast.Dict: _table,
    ast.Call: _call,
    (ast.Expr, ast.AugAssign, ast.Continue): _statement,
    ast.Return: _return,
    ast.BinOp: _sum,
    ast.UnaryOp: _not,
}
