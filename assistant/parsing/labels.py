"""Labels in the light of the whole document: it names its key results in one way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.parsing.lines import Line
from assistant.parsing.marks import Role
from assistant.parsing.names import data


def settle_labels(lines: Iterable[Line]) -> None:
    """Where key results are called so, "Success metrics:" labels a remark, not more of them."""
    lines = [line for line in lines if line.mark and line.mark.role is Role.KEY_RESULT]
    second = frozenset(data("marks")["second_names"])
    called = [line.mark for line in lines if line.mark]
    if all(mark.word in second for mark in called):
        return
    for line in lines:
        if line.mark and line.mark.word in second:
            line.mark = replace(line.mark, role=Role.ASIDE)
