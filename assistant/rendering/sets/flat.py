"""Sets as CSV that a spreadsheet program shows and does not run."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from io import StringIO

from assistant.models import Language, OkrSet
from assistant.rendering.sets.grid import head_and_rows

# A cell that begins so is a formula to some program, the wide forms in East Asian ones.
_RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*|%")  # also the unit


def written(sets: Sequence[OkrSet], language: Language) -> bytes:
    """The file, with the mark by which spreadsheet programs know UTF-8."""
    head, rows = head_and_rows(sets, language)
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([harmless(text) for text in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def harmless(text: str) -> str:
    """A text that no program takes for a formula; plain numbers stay as they are."""
    return f"'{text}" if text.startswith(_RUNS) and not _NUMBER.fullmatch(text) else text
