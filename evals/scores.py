"""Macro-averaged F1 and accuracy of facts, by language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

Pairs = Sequence[tuple[str, str]]
SMALLEST_CLASS = 10


def macro_f1(pairs: Pairs, smallest: int = SMALLEST_CLASS) -> float | None:
    """Mean F1 over the classes with at least `smallest` lines; pairs are (label, verdict)."""
    sizes = Counter(label for label, _ in pairs)
    values = [_f1(pairs, name) for name, size in sorted(sizes.items()) if size >= smallest]
    return sum(values) / len(values) if values else None


def _f1(pairs: Pairs, name: str) -> float:
    both = sum(label == verdict == name for label, verdict in pairs)
    either = sum((label == name) + (verdict == name) for label, verdict in pairs)
    return 2 * both / either if either else 0.0


def accuracy(pairs: Pairs) -> float | None:
    """Share of pairs that agree."""
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else None
