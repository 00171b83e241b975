"""How grades, months and key results are written: parts of the patterns of several modules."""

from __future__ import annotations

from assistant.language.figures.dates import MONTHS

GRADE = r"(?:0?\.\d{1,2}|1\.0{1,2})"
MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
# What key results are called, but for the words that only some documents have for them.
RESULTS = r"(?:(?<![a-z])(?:key ?results?|krs?)|关键[结成]果)"
OKR_PARTS = (
    r"(?:(?<![a-z])(?:okrs?|objectives?|goals?|key ?results?|krs?)(?![a-z])|目标|关键[结成]果)"
)
