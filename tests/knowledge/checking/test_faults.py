"""Each fault of the knowledge base is told once, at its file, line and field."""

import re
from collections.abc import Iterable
from importlib.resources import files

import pytest

from assistant.coaching.examples import example_faults
from assistant.errors import BrokenFile
from assistant.knowledge.checking import faults_of, read_shelf
from assistant.knowledge.library import read_knowledge
from assistant.models import Language
from assistant.problems import one_line, problem_of
from tests.knowledge.checking.conftest import Base

SYNONYMS = "synonyms/depots.yml"
METRICS, EXAMPLES = "metrics/delivery.yml", "examples/logistics.yml"
EN, ZH = "practices/morning-board.en.md", "practices/morning-board.zh.md"


def faults(base: Base) -> list[BrokenFile]:
    return faults_of(read_shelf(base.folder))


def told(found: Iterable[BrokenFile]) -> list[str]:
    return [one_line(problem_of(fault, Language.EN)) for fault in found]


def test_the_shipped_knowledge_base_has_no_fault() -> None:
    shelf = read_shelf(files("knowledge"))
    assert told(faults_of(shelf)) == []
    assert shelf.counts()["metrics"] >= 419
    assert shelf.counts()["examples"] >= 160


def test_each_example_that_ships_passes_our_own_check_in_every_script() -> None:
    assert told(example_faults(read_shelf(files("knowledge")), Language.EN)) == []


def test_a_well_kept_knowledge_base_has_no_fault(base: Base) -> None:
    shelf = read_shelf(base.folder)
    assert faults_of(shelf, example_faults(shelf, Language.EN)) == []
    assert shelf.counts() == {
        "sources": 3,
        "metrics": 2,
        "examples": 1,
        "documents": 2,
        "sections": 2,
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "reason", "line", "field"),
    [
        (SYNONYMS, "[parcel, package, 包裹]", "[parcel]", "invalid", 4, "warehouse.1"),
        (SYNONYMS, "dock, 月台", "7, 月台", "invalid", 3, "warehouse.0.1"),
        (METRICS, "guardrail: damage-rate", "guardrail: gone", "unknown_id", 13, "guardrail"),
        (
            METRICS,
            "guardrail: damage-rate",
            "guardrail: on-time-rate",
            "own_guardrail",
            13,
            "guardrail",
        ),
        (METRICS, "max: 100", "max: 0", "bounds", 12, "bounds"),
        (
            METRICS,
            "industries: [logistics]",
            "industries: [moon]",
            "not_in_taxonomy",
            10,
            "industries",
        ),
        (
            METRICS,
            "functions: [any]",
            "functions: [any, operations]",
            "filed_nowhere",
            25,
            "functions",
        ),
        (METRICS, "id: damage-rate", "id: Damage Rate", "bad_id", 15, "id"),
        (METRICS, "id: damage-rate", "id: on-time-rate", "id_twice", 15, "id"),
        (METRICS, "timing: lagging", "timing: late", "invalid", 8, "timing"),
        (METRICS, "timing: lagging", "timing: lagging\n  typical: 95", "invalid", 9, "typical"),
        (METRICS, "per 10k", "per 1k", "numbers_differ", 18, "definition"),
        (METRICS, "zh: 破损率", "zh: 破損率", "not_simplified", 16, "name.zh"),
        (METRICS, "zh: 破损率", "zh: Damage", "not_chinese", 16, "name.zh"),
        (METRICS, "en: Damage rate", "en: 破损 rate", "not_english", 16, "name.en"),
        (METRICS, "en: Damage rate", "en: ''", "empty_text", 16, "name.en"),
        (METRICS, "id: damage-rate", "id: on", "surprise", 15, None),
        (EXAMPLES, "metric: damage-rate", "metric: gone", "unknown_id", 11, "key_results.1.metric"),
        (EXAMPLES, "提升到96%", "提升到95%", "numbers_differ", 7, "key_results.0.text"),
        (EXAMPLES, "role: lagging", "role: guardrail", "guardrails_only", 7, "key_results"),
        ("manifest.yml", "seen: false", "seen: true", "read_on", 30, "read_on"),
        ("manifest.yml", "[depot-notes]", "[]", "named_by_none", 36, "named_by"),
        ("manifest.yml", "[depot-notes]", "[lost-report]", "named_by_unread", 36, "named_by.0"),
        ("manifest.yml", '"2026-11-21"', "2026-11-21", "surprise", 18, None),
        (EN, "kind: practice", "kind: metric", "document_kind", 4, "kind"),
        (EN, "industries: [logistics]", "industries: [moon]", "not_in_taxonomy", 6, "industries"),
        (EN, "{#ten-minutes}", "{#Ten}", "heading", 13, None),
        (EN, "[own].", "[own] [depot].", "not_listed", 13, "ten-minutes"),
        (EN, "language: en", "language: fr", "document_language", 5, "language"),
        (EN, "id: morning-board", "id: evening-board", "document_name", 2, "id"),
        (EN, "---\nid", "id", "no_front_matter", 1, None),
        (ZH, "十分钟[", "十五分钟[", "numbers_differ", 13, "ten-minutes"),
        (ZH, "站着开[own]", "站着开[depot-notes]", "marks_differ", 13, "ten-minutes"),
        (ZH, "{#ten-minutes}", "{#ten}", "anchors_differ", 1, None),
        (ZH, "maturity: [mature]", "maturity: [any]", "twin_differs", 9, "maturity"),
        (
            ZH,
            "sources: [depot-notes, own]",
            "sources: [lost-report, own]",
            "unread_source",
            10,
            "sources",
        ),
    ],
)
def test_a_fault_is_told_at_its_place(
    base: Base, file: str, old: str, new: str, reason: str, line: int, field: str | None
) -> None:
    base.replace(file, old, new)
    found = [(fault.reason, fault.file, fault.line, fault.field) for fault in faults(base)]
    assert (reason, file, line, field) in found


def test_all_faults_are_told_at_once(base: Base) -> None:
    base.replace(METRICS, "timing: lagging", "timing: late")
    base.replace(EXAMPLES, "提升到96%", "提升到95%")
    (base.folder / "practices/morning-board.zh.md").unlink()
    assert {"invalid", "numbers_differ", "no_twin"} <= {fault.reason for fault in faults(base)}


def test_an_example_that_fails_our_own_check_is_a_fault_in_every_script(base: Base) -> None:
    base.replace(EXAMPLES, "包裹破损率保持在0.4%以内", "举办4场防破损培训")
    base.replace(EXAMPLES, "Damaged parcels stay at or below 0.4%", "Hold 4 trainings")
    found = list(example_faults(read_shelf(base.folder), Language.ZH_HANS))
    scripts = {fault.facts["script"] for fault in found if fault.facts["rule"] == "K03"}
    assert scripts == {Language.EN, Language.ZH_HANS, Language.ZH_HANT}
    shown = one_line(problem_of(found[0], Language.ZH_HANS))
    assert shown.startswith("examples/logistics.yml:10 key_results.1.text: 示例通不过自己的检查")


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"- id: x\n" * 40_000, b"[" * 100_000, b""])
def test_a_file_that_is_no_yaml_is_one_fault_and_ends_nothing(base: Base, raw: bytes) -> None:
    (base.folder / "metrics/broken.yml").write_bytes(raw)
    broken = [fault for fault in faults(base) if fault.file == "metrics/broken.yml"]
    assert len(broken) == 1
    assert broken[0].line is not None


def test_a_broken_manifest_does_not_make_every_mark_a_fault(base: Base) -> None:
    base.replace("manifest.yml", "- id: own", "- id: [own")
    assert [fault.file for fault in faults(base)] == ["manifest.yml"]


def test_sources_may_stand_in_parts_beside_the_manifest(base: Base) -> None:
    manifest = base.folder / "manifest.yml"
    first, *others = re.split(r"(?m)^(?=- id: )", manifest.read_text("utf-8"))[1:]
    manifest.write_text("".join(others), "utf-8")
    base.write("sources/companies.yml", first)
    base.write("systems.yml", "{}\n")
    assert faults(base) == []
    assert len(read_knowledge(base.folder).sources) == 3
    base.replace("sources/companies.yml", "- id: ", "- id: [")
    assert [fault.file for fault in faults(base)] == ["sources/companies.yml"]


def test_a_source_is_listed_once_in_all_parts(base: Base) -> None:
    base.write("sources/twice.yml", (base.folder / "manifest.yml").read_text("utf-8"))
    assert {fault.reason for fault in faults(base)} == {"id_twice"}


@pytest.mark.parametrize(
    ("passage", "reason", "line"),
    [
        ("morning-board#ten-minutes", None, None),
        ("metrics#damage-rate", None, None),
        ("morning-board#gone", "unknown_id", 1),
    ],
)
def test_what_people_ask_is_told_of_a_passage_that_is_there(
    base: Base, passage: str, reason: str | None, line: int | None
) -> None:
    entry = f'- passage: "{passage}"\n  en: "who stands at the board"\n  zh: "谁站在看板前"\n'
    base.write("asked/board.yml", entry)
    at = "asked/board.yml"
    found = [(fault.reason, fault.line) for fault in faults(base) if fault.file == at]
    assert found == ([(reason, line)] if reason else [])


def test_what_people_ask_for_a_passage_stands_in_one_place(base: Base) -> None:
    entry = '- passage: "morning-board#ten-minutes"\n  en: "board"\n  zh: "看板"\n'
    base.write("asked/board.yml", entry)
    base.write("asked/walls.yml", entry)
    (fault,) = faults(base)
    assert (fault.reason, fault.file, fault.line) == ("id_twice", "asked/walls.yml", 1)
    assert fault.facts["where"] == "asked/board.yml"
