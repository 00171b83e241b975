"""Each fault of the files that guides are composed from is told at its file, line and field."""

import pytest

from assistant.knowledge.checking import faults_of, read_shelf
from tests.knowledge.checking.conftest import Base

WORDS = '{en: "…", zh: "……"}'
KINDS = f"""\
- id: parcel
  called: [parcel, 快递]
  own: [customers-plan-around-us]
  stories: [depot-notes]
  people: {{one: customer, en: customers, zh: 客户}}
  begin: {WORDS}
  measure: {WORDS}
"""
FILES = {
    "guide/kinds/logistics.yml": KINDS,
    "guide/branches.yml": (
        f"logistics:\n  parcel:\n    state: {WORDS}\n    presses: [{WORDS}]\n    pulls: {WORDS}\n"
    ),
    "guide/core.yml": "logistics:\n  parcel:\n    metrics: [damage-rate]\n",
    "guide/tellings.yml": "depot-notes: cddr\n",
    "guide/places/china.yml": (
        "place: China\nrules:\n  logistics:\n"
        "    - {en: One, zh: 一, sources: [depot-notes]}\npressures: {}\n"
    ),
    "guide/shared.yml": f"logistics:\n  name: {WORDS}\n  lead: {WORDS}\n  beside: {WORDS}\n",
}


@pytest.fixture
def guide(base: Base) -> Base:
    """A small knowledge base with a guide folder that has no fault."""
    for name, text in FILES.items():
        file = base.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return base


def test_a_well_kept_guide_folder_has_no_fault(guide: Base) -> None:
    assert faults_of(read_shelf(guide.folder)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "reason", "line", "field"),
    [
        ("places/china.yml", "place: China", "place: 中国", "unknown_id", 1, "place"),
        ("places/china.yml", "place: China", "place: Atlantis", "unknown_id", 1, "place"),
        ("places/china.yml", "  logistics:", "  物流:", "not_in_taxonomy", 4, "rules.物流"),
        (
            "places/china.yml",
            "pressures: {}",
            "pressures: {moon: []}",
            "not_in_taxonomy",
            5,
            "pressures.moon",
        ),
        (
            "places/china.yml",
            "[depot-notes]",
            "[depot-note]",
            "unknown_id",
            4,
            "rules.logistics.0.sources.0",
        ),
        ("places/china.yml", "zh: 一, ", "", "invalid", 4, "rules.logistics.0.zh"),
        ("tellings.yml", "cddr", "cxdr", "telling_letters", 1, "depot-notes"),
        ("tellings.yml", "cddr", "词", "telling_letters", 1, "depot-notes"),
        ("tellings.yml", "depot-notes", "depot-tale", "unknown_id", 1, "depot-tale"),
        ("kinds/logistics.yml", "id: parcel\n  ", "", "invalid", 1, "id"),
        ("kinds/logistics.yml", "id: parcel", "id: 快递", "no_branch", 1, "0.id"),
        ("kinds/logistics.yml", "stories: [depot-notes]", "stories: [gone]", "unknown_id", 4, None),
        ("kinds/logistics.yml", "one: customer, ", "", "invalid", 5, "people.one"),
        ("branches.yml", "  parcel:", "  parcels:", "unknown_id", 3, "logistics.parcels"),
        ("branches.yml", "logistics:", "moon:", "not_in_taxonomy", 2, "moon"),
        ("core.yml", "damage-rate", "damage", "unknown_id", 3, "logistics.parcel.metrics.0"),
        ("core.yml", "  parcel:", "  courier:", "unknown_id", 3, "logistics.courier"),
        ("core.yml", "metrics:", "typical:", "invalid", 3, "typical"),
        ("shared.yml", "  lead:", "  leads:", "invalid", 2, "lead"),
    ],
)
def test_a_fault_of_the_guide_is_told_at_its_place(
    guide: Base, file: str, old: str, new: str, reason: str, line: int, field: str | None
) -> None:
    guide.replace(f"guide/{file}", old, new)
    found = faults_of(read_shelf(guide.folder))
    told = [(fault.reason, fault.file, fault.line) for fault in found]
    assert (reason, f"guide/{file}", line) in told
    assert field is None or field in [fault.field for fault in found if fault.reason == reason]


def test_an_industry_that_there_is_not_is_told_by_its_file(guide: Base) -> None:
    (guide.folder / "guide/kinds/moon.yml").write_text(KINDS, "utf-8")
    found = faults_of(read_shelf(guide.folder))
    assert ("not_in_taxonomy", "guide/kinds/moon.yml") in [(one.reason, one.file) for one in found]
