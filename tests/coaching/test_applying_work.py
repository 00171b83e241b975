"""Work that gave way to a result stays in the file as an initiative, in every format."""

import io

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from assistant.coaching.applying import Accepted, Applied, applied
from assistant.parsing import read_draft
from assistant.settings import Settings

WORK = ("Share of buyers who finish from [baseline to confirm] to [target to set]",)


def with_work(source: str, name: str, work: str) -> Applied:
    data = source.encode()
    draft = read_draft(data, name=name, form=None, limits=Settings())
    return applied(data, draft, [Accepted(0, 0, 0, WORK, work)], name)


@pytest.mark.parametrize(
    ("name", "source", "line"),
    [
        ("a.txt", "O1: Trust\nKR1: Launch the new checkout\nKR2: NPS from 31 to 45\n", ""),
        ("a.md", "# O1 Trust\n\n- **KR1** Launch the new checkout\n- KR2: NPS 31 → 45\n", "  - "),
        ("a.md", "# Objective: Trust\n\n* Launch the new checkout\n* NPS 31 → 45\n", "  * "),
        ("a.md", "# Objective: Trust\n\n1. Launch the new checkout\n2. NPS 31 → 45\n", "   - "),
    ],
)
def test_the_work_stays_in_the_file_as_an_initiative(name: str, source: str, line: str) -> None:
    changed = with_work(source, name, "Launch the new checkout")
    assert f"\n{line}Initiative: Launch the new checkout\n" in changed.data.decode()
    assert changed.homeless == ()
    assert works_of(changed.data, name) == ["Launch the new checkout"]


def works_of(data: bytes, name: str) -> list[str]:
    """The initiatives of a written source, which has kept its two key results."""
    [reading] = read_draft(data, name=name, form=None, limits=Settings()).sets
    [objective] = reading.set.objectives
    assert [one.text for one in objective.key_results][:1] == list(WORK)
    assert len(objective.key_results) == 2
    return [one.text for one in objective.initiatives]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.yaml", "objectives:\n- objective: T\n  key_results:\n  - Launch it\n  - Grow 3 to 5\n"),
        (
            "a.yaml",
            "objectives:\n- objective: T\n  key_results:\n  - text: Launch it\n    owner: Ann\n"
            "  - Grow 3 to 5\n  owner: Bob\n",
        ),
        ("a.json", '{"objectives": [{"objective": "T", "key_results": ["Launch it", "Grow"]}]}'),
        (
            "a.json",
            '{\n "objectives": [{"objective": "T",\n  "key_results":'
            ' [{"text": "Launch it"}, {"text": "Grow"}],\n  "owner": "Ann"\n }]}',
        ),
        ("a.jsonl", '{"objectives": [{"objective": "T", "key_results": ["Launch it", "Grow"]}]}\n'),
        ("a.csv", "objective,key result\nT,Launch it\n,Grow 3 to 5\n"),
        ("a.md", "| Objective | Key result |\n|---|---|\n| T | Launch it |\n| | Grow |\n"),
    ],
)
def test_the_work_finds_its_place_in_every_format(name: str, source: str) -> None:
    changed = with_work(source, name, "Launch it")
    assert changed.homeless == ()
    assert works_of(changed.data, name) == ["Launch it"]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.json", '{"objectives": [{"key_results": ["Launch it", "Grow"], "actions": ["Call"]}]}'),
        (
            "a.yaml",
            "objectives:\n- key_results:\n  - Launch it\n  - Grow 3 to 5\n"
            "  initiatives:\n  - Call\n",
        ),
    ],
)
def test_the_work_joins_the_initiatives_that_the_objective_has(name: str, source: str) -> None:
    changed = with_work(source, name, "Launch it")
    assert sorted(works_of(changed.data, name)) == ["Call", "Launch it"]


def test_the_work_stands_behind_what_is_told_of_its_line() -> None:
    source = "## O1：员工更能干\n\n- KR1：组织 5 场培训\n    - 负责人：李雷\n- KR2：满意度提升\n"
    changed = with_work(source, "a.md", "组织 5 场培训").data.decode()
    assert changed.splitlines()[3:6] == [
        "    - 负责人：李雷",
        "  - 举措：组织 5 场培训",
        "- KR2：满意度提升",
    ]


def document(style: str | None, *texts: str) -> bytes:
    made = Document()
    for number, text in enumerate(texts):
        made.add_paragraph(text, style=style if number else None)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def workbook(*rows: list[str | None]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", document(None, "O1: Trust", "KR1: Launch it", "KR2: NPS from 31 to 45")),
        (
            "a.docx",
            document("List Bullet", "Objective: Trust", "Launch it", "NPS from 31 to 45"),
        ),
        (
            "a.xlsx",
            workbook(["Objective", "Key result"], ["T", "Launch it"], [None, "NPS 31 to 45"]),
        ),
        (
            "a.xlsx",
            workbook(
                ["Team", "Objective", "Key result", "Owner"],
                ["Web", "T", "Launch it", "Ann"],
                [None, None, "NPS 31 to 45", "Bob"],
            ),
        ),
    ],
)
def test_the_work_stays_in_a_document_and_a_workbook(name: str, data: bytes) -> None:
    draft = read_draft(data, name=name, form=None, limits=Settings())
    changed = applied(data, draft, [Accepted(0, 0, 0, WORK, "Launch it")], name)
    assert changed.homeless == ()
    assert works_of(changed.data, name) == ["Launch it"]


def test_a_text_that_two_cells_share_is_changed_in_its_own() -> None:
    rows = (["Objective", "Key result"], ["上线新版", "上线新版"], [None, "满意度从 31 到 45"])
    data = workbook(*map(list, rows))
    draft = read_draft(data, name="a.xlsx", form=None, limits=Settings())
    line = "新版的使用率从[基线待确认]提升到[目标待定]"
    changed = applied(data, draft, [Accepted(0, 0, 0, (line,), "上线新版")], "a.xlsx").data
    sheet = load_workbook(io.BytesIO(changed)).active
    assert [sheet["A2"].value, sheet["B2"].value] == ["上线新版", f"{line}\n举措：上线新版"]


def test_chinese_work_is_labelled_in_chinese() -> None:
    source = "O1：让买家愿意再来\nKR1：上线新版结算页\nKR2：复购率从18%提升到25%\n"
    assert "\n举措：上线新版结算页\n" in with_work(source, "a.txt", "上线新版结算页").data.decode()


def test_work_without_a_place_in_the_file_is_handed_back() -> None:
    source = "objectives: [{objective: Trust, key_results: [Launch it, Grow]}]\n"
    changed = with_work(source, "a.yaml", "Launch it")
    assert changed.homeless == ("Launch it",)
    assert "nitiative" not in changed.data.decode()
