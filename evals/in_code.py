"""What stands in code and is no code: limits, lists and other constants, regular expressions.

Expressions of the data files stand here too, each as a whole: of the words in them one may come
again in another, so that its loss would not be seen.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from evals.words import loaded, texts

CODE = ("assistant/**/*.py", "api/**/*.py")
DATA = ("assistant/**/*.yml", "rubrics/**/*.yml")
COMPILERS = ("compiled", "lazy")
SHOWN = 60  # characters of a constant; a longer one is known by its fingerprint
_LISTS = (ast.Tuple, ast.List, ast.Dict, ast.Set)
_LITERAL = (*_LISTS, ast.Constant, ast.UnaryOp, ast.BinOp)
_NAMES = (ast.Name, ast.Attribute)  # members of an enumeration, in a table
_PARTS = (*_LITERAL, *_NAMES, ast.operator, ast.unaryop, ast.expr_context)
_EXPRESSION = re.compile(r"\(\?|\\[a-zA-Z]|[)\]][?*+]|\|.*\)|\[[^\]]{2,}\]")


def named(text: str) -> str:
    """A statement by its first words and a fingerprint of all."""
    plain = " ".join(text.split())
    return f"{plain[:40]} #{hashlib.sha256(plain.encode()).hexdigest()[:8]}"


def constants(root: Path) -> Iterator[tuple[str, str]]:
    """Place and value of the literals at the top of the modules."""
    for place, module in _modules(root):
        for line in module.body:
            if isinstance(line, ast.Assign | ast.AnnAssign) and _is_literal(line.value):
                target = line.targets[0] if isinstance(line, ast.Assign) else line.target
                value = ast.unparse(cast(ast.expr, line.value))
                yield f"{place} {ast.unparse(target)}", _short(value)


def _short(value: str) -> str:
    return named(value) if len(value) > SHOWN or "\n" in value else value


def _is_literal(value: ast.expr | None) -> bool:
    return isinstance(value, _LITERAL) and all(isinstance(e, _PARTS) for e in ast.walk(value))


def lists(root: Path) -> Iterator[str]:
    """The lists of texts that stand within functions, with the file of each."""
    for place, module in _modules(root):
        functions = (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))
        for node in (inner for each in functions for inner in ast.walk(each)):
            if isinstance(node, _LISTS) and _is_literal(node) and len(_texts_of(node)) > 1:
                yield f"{place} {named(ast.unparse(node))}"


def _texts_of(node: ast.expr) -> list[str]:
    values = (e.value for e in ast.walk(node) if isinstance(e, ast.Constant))
    return [value for value in values if isinstance(value, str)]


def expressions(root: Path) -> Iterator[str]:
    """The regular expressions, with the file that each stands in."""
    for place, module in _modules(root):
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and node.args and _compiles(node):
                for each in (node.args[0], *node.keywords):
                    yield f"{place} {named(ast.unparse(each))}"
    for path in sorted(path for pattern in DATA for path in root.glob(pattern)):
        for _, text in texts(loaded(path)):
            if _EXPRESSION.search(text):
                yield f"{path.relative_to(root)} {named(text)}"


def _modules(root: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(path for pattern in CODE for path in root.glob(pattern)):
        yield str(path.relative_to(root)), ast.parse(path.read_text(encoding="utf-8"))


def _compiles(call: ast.Call) -> bool:
    called = ast.unparse(call.func).rpartition(".")
    return called[2] in COMPILERS or called[0] == "re"
