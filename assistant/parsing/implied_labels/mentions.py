"""Labels that hold nothing of a set: what stands behind them explains them, or shows a form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import takewhile

from assistant.language.script import fold
from assistant.parsing.labels.marks import OKR, Role
from assistant.parsing.lines.text_lines import Line
from assistant.parsing.names import data
from assistant.parsing.titles.remarks import is_explanation
from assistant.patterns import compiled

_LONGEST_LEAD = 120
_LEAD_ENDS = (":", "：")


def set_aside_mentions(lines: Iterable[Line]) -> None:
    """Take such labels for remarks: they do not tell how the document writes its own lines.

    Args:
        lines: The lines of a text.
    """
    lines = list(lines)
    shown = {
        id(line)
        for at, line in enumerate(lines)
        if _leads_to_form(line)
        for line in _form_of(lines[at + 1 :])
    }
    for line in lines:
        mark = line.mark
        mentioned = id(line) in shown or is_explanation(line.text)
        if mark and mark.role in OKR and line.text and mentioned:
            line.mark = replace(mark, role=Role.ASIDE)


def _leads_to_form(line: Line) -> bool:
    """Whether a line says how OKRs are written here: "Ours have the following format:"."""
    text = line.text.rstrip(" *_")
    if line.mark or len(text) > _LONGEST_LEAD or not text.endswith(_LEAD_ENDS):
        return False
    return _format_words().search(fold(text)) is not None


def _form_of(following: Iterable[Line]) -> list[Line]:
    """The items and labels below such a lead; none where they name values, as a draft does."""
    block = list(takewhile(lambda line: line.item or line.mark is not None, following))
    return [] if any(any(map(str.isdigit, line.text)) for line in block) else block


@cache
def _format_words() -> re.Pattern[str]:
    return compiled("|".join(map(re.escape, data("marks")["form"])))
