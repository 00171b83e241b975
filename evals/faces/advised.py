"""What a guide and a template set hold for each maturity, size and length of cycle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, product
from typing import Any

from assistant.errors import UsageError
from assistant.guides.making import make_guide, make_template
from assistant.guides.material import Material, shipped_material
from assistant.guides.parameters import read_parameters
from assistant.models.guide import GuideSection
from evals.faces.rows import Said, samples
from evals.in_code import named
from evals.lines import LANGUAGES

MATURITIES = ("first-cycle", "piloting", "mature")
SIZES = ("small", "group")
CYCLES = {
    "no days": {},
    "quarter": {"start": "2027-01-04", "end": "2027-03-28"},
    "half a year": {"start": "2027-01-04", "end": "2027-06-27"},
    "year": {"start": "2027-01-04", "end": "2027-12-31"},
}
INDUSTRIES = ("manufacturing", "saas")


def parts() -> Iterator[Said]:
    """Each part of guides with its sentences, tables and notes, the languages one after another."""
    languages = cycle(LANGUAGES)
    for maturity, size, (length, days) in product(MATURITIES, SIZES, CYCLES.items()):
        language, industry = next(languages), INDUSTRIES[size == SIZES[0]]
        raw: dict[str, Any] = {"maturity": maturity, "size": size, "language": language, **days}
        face = f"{maturity} {size} {length}"
        guide = make_guide({"industry": industry, **raw})
        for section in guide.sections:
            yield from _part(language, f"{face} {section.id}", section)
        yield from ((language, f"{face} note: {note}", "there") for note in guide.notes)
        template = make_template({"industry": industry, **raw})
        told = " ".join(f"{form.text} {form.unit}" for form in template.forms)
        yield language, f"{face} forms", f"{len(template.forms)} {named(told)}"


def typed() -> Iterator[Said]:
    """What each parameter is taken for, as people type it."""
    material = shipped_material()
    for field, typings in samples("typed").items():
        for language, asked in typings.items():
            for one in asked:
                raw = {"industry": "logistics", field: one, "language": language}
                yield language, f"{field} {one}", _taken(raw, field, material)


def _taken(raw: dict[str, Any], field: str, material: Material) -> str:
    try:
        taken = read_parameters(raw, material)
    except UsageError as error:
        return f"{error.reason} {error.field}"
    told = [taken.industry, *taken.also] if field == "industry" else getattr(taken, field)
    return f"{told} {taken.start} {taken.end}" if field == "cycle" else str(told)


def _part(language: str, face: str, section: GuideSection) -> Iterator[Said]:
    said = [f"{each.style} {each.text}" for each in section.sentences]
    yield language, face, f"{len(said)} sentences {named(' '.join(said))}"
    for table in section.tables:
        rows = [" | ".join(row) for row in table.rows]
        yield language, f"{face}: {table.title}", f"{len(rows)} rows {named(' '.join(rows))}"
