"""What a guide tells, as the tests of it ask for it."""

from collections.abc import Iterable

from assistant.guides.making import make_guide
from assistant.guides.material import shipped_material
from assistant.models.guide import Guide, Sentence, Style

MATERIAL = shipped_material()
INDUSTRIES = [each for each in MATERIAL.knowledge.taxonomy.industries if each != "any"]


def sentences(guide: Guide) -> Iterable[Sentence]:
    return (each for section in guide.sections for each in section.sentences)


def texts(guide: Guide, part: str) -> list[str]:
    section = next(each for each in guide.sections if each.id == part)
    return [each.text for each in section.sentences]


def headings(guide: Guide, part: str) -> list[str]:
    section = next(each for each in guide.sections if each.id == part)
    return [each.text for each in section.sentences if each.style is Style.HEADING]


def plan_text(**raw: str) -> str:
    sections = {each.id: each for each in make_guide({"industry": "logistics", **raw}).sections}
    plan = sections["plan"]
    cells = (cell for table in plan.tables for row in table.rows for cell in row)
    return "\n".join([*(each.text for each in plan.sentences), *cells])
