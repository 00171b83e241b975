"""What stands in code and is no code: limits, lists and other constants, regular expressions.

Expressions of the data files stand here too, each as a whole: of the words in them one may come
again in another, so that its loss would not be seen.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from evals.parsed import loaded, modules, texts

CODE = ("assistant/**/*.py", "api/**/*.py")
DATA = ("assistant/**/*.yml", "rubrics/**/*.yml")
SHOWN = 60  # characters of a constant; a longer one is known by its fingerprint
_EXPRESSION = re.compile(r"\(\?|\\[a-zA-Z]|[)\]][?*+]|\|.*\)|\[[^\]]{2,}\]")


def named(text: str) -> str:
    """A statement by its first words and a fingerprint of all."""
    plain = " ".join(text.split())
    return f"{plain[:40]} #{hashlib.sha256(plain.encode()).hexdigest()[:8]}"


def constants(root: Path) -> Iterator[tuple[str, str]]:
    """Place and value of the literals at the top of the modules."""
    for place, module in modules(root, CODE):
        yield from ((f"{place} {name}", _short(value)) for name, value in module.constants)


def _short(value: str) -> str:
    return named(value) if len(value) > SHOWN or "\n" in value else value


def lists(root: Path) -> Iterator[str]:
    """The lists of texts that stand within functions, with the file of each."""
    for place, module in modules(root, CODE):
        yield from (f"{place} {named(each)}" for each in module.lists)


def limits(root: Path) -> Iterator[tuple[str, str]]:
    """Place and value of the numbers that stand within functions, sorted: those of one together."""
    for place, module in modules(root, CODE):
        found: dict[str, list[str]] = {}
        for name, number in module.numbers:
            found.setdefault(name, []).append(number)
        for name, numbers in found.items():
            yield f"{place} {name}()", " ".join(sorted(numbers))


def expressions(root: Path) -> Iterator[str]:
    """The regular expressions, with the file that each stands in."""
    for place, module in modules(root, CODE):
        yield from (f"{place} {named(each)}" for each in module.expressions)
    for path in sorted(path for pattern in DATA for path in root.glob(pattern)):
        for _, text in texts(loaded(path)):
            if _EXPRESSION.search(text):
                yield f"{path.relative_to(root)} {named(text)}"
