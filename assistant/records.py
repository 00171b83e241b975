"""Small classes of values that are not changed once they are made.

mypy holds everybody to that. A frozen dataclass would see to it while the program runs as well,
for which each class takes half as long again to make at a start, and each value twice as long.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(shape: type[_T]) -> type[_T]:
    """A dataclass with slots, whose values can be compared but stand in no set."""
    return dataclass(slots=True)(shape)
