"""What stands in the files of the tree: the content of data, the literals of code.

A text that was read before is not parsed again. Nothing of the product is loaded here, so that
`evals.watching` can read the whole tree before the first damage is done to it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

import yaml

COMPILERS = ("compiled", "lazy")
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where it is built
_LISTS = (ast.Tuple, ast.List, ast.Dict, ast.Set)
_LITERAL = (*_LISTS, ast.Constant, ast.UnaryOp, ast.BinOp)
_NAMES = (ast.Name, ast.Attribute)  # members of an enumeration, in a table
_PARTS = (*_LITERAL, *_NAMES, ast.operator, ast.unaryop, ast.expr_context)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_COUNTING = (0, 1, 2)
_HAN = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True)
class Literals:
    """What stands in a module and is no code.

    Attributes:
        constants: Name and value of the literals at its top.
        lists: The lists of texts within its functions.
        numbers: Function and number of the limits within its functions.
        expressions: What its regular expressions are made of.
        strings: The texts in its constants; of functions and classes only what is Chinese.
    """

    constants: tuple[tuple[str, str], ...]
    lists: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    expressions: tuple[str, ...]
    strings: tuple[str, ...]


def loaded(path: Path) -> Any:
    """The content of a YAML file of ours; it is shared, so nobody may change it."""
    return _content(path.read_text(encoding="utf-8"))


def texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Each text with the keys above it; the places in a list do not count."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield place, str(key)
            yield from texts(inner, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, place)
    elif isinstance(value, str):
        yield place, value


def modules(root: Path, patterns: Iterable[str]) -> Iterator[tuple[Path, Literals]]:
    """The modules of some patterns, sorted, each by its path from the root."""
    for path in sorted(path for pattern in patterns for path in root.glob(pattern)):
        yield path.relative_to(root), _literals(path.read_text(encoding="utf-8"))


@cache
def _content(text: str) -> Any:
    return yaml.load(text, Loader=LOADER)


@cache
def _literals(text: str) -> Literals:
    module = ast.parse(text)
    return Literals(
        tuple(_constants(module)),
        tuple(_lists(module)),
        tuple(_numbers(module)),
        tuple(_expressions(module)),
        tuple(text for line in module.body for text in _strings(line)),
    )


def _constants(module: ast.Module) -> Iterator[tuple[str, str]]:
    for line in module.body:
        if isinstance(line, ast.Assign | ast.AnnAssign) and _is_literal(line.value):
            target = line.targets[0] if isinstance(line, ast.Assign) else line.target
            yield ast.unparse(target), ast.unparse(line.value)


def _is_literal(value: ast.expr | None) -> TypeGuard[ast.expr]:
    return isinstance(value, _LITERAL) and all(isinstance(e, _PARTS) for e in ast.walk(value))


def _lists(module: ast.Module) -> Iterator[str]:
    functions = (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))
    for node in (inner for each in functions for inner in ast.walk(each)):
        if isinstance(node, _LISTS) and _is_literal(node) and len(_texts_of(node)) > 1:
            yield ast.unparse(node)


def _numbers(module: ast.Module) -> Iterator[tuple[str, str]]:
    """The numbers within functions but those of counting: first, last, one more."""
    for function in (node for node in ast.walk(module) if isinstance(node, _FUNCTIONS)):
        for node in ast.walk(function):
            value = node.value if isinstance(node, ast.Constant) else None
            if type(value) in (int, float) and value not in _COUNTING:
                yield function.name, str(value)


def _texts_of(node: ast.expr) -> list[str]:
    values = (e.value for e in ast.walk(node) if isinstance(e, ast.Constant))
    return [value for value in values if isinstance(value, str)]


def _expressions(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and node.args and _compiles(node):
            yield from (ast.unparse(each) for each in (node.args[0], *node.keywords))


def _compiles(call: ast.Call) -> bool:
    called = ast.unparse(call.func).rpartition(".")
    return called[2] in COMPILERS or called[0] == "re"


def _strings(line: ast.stmt) -> Iterator[str]:
    if not isinstance(line, ast.Assign | ast.FunctionDef | ast.ClassDef):
        return
    told = {id(_docstring(each)) for each in ast.walk(line)}
    for each in ast.walk(line):
        text = each.value if isinstance(each, ast.Constant) and id(each) not in told else None
        if isinstance(text, str) and (isinstance(line, ast.Assign) or _HAN.search(text)):
            yield " ".join(text.split())


def _docstring(node: ast.AST) -> ast.expr | None:
    body = getattr(node, "body", None)
    first = body[0] if isinstance(body, list) and body else None
    return first.value if isinstance(first, ast.Expr) else None
