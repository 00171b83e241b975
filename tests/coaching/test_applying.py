"""Accepted lines go back into the draft in its own format; all else stays byte for byte."""

import io

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from assistant.coaching.applying import Accepted, accept, applied
from assistant.errors import UnreadableInput
from assistant.models import KeyResult, Objective, OkrSet
from assistant.models.suggestion import Suggestion
from assistant.parsing import read_draft
from assistant.settings import Settings

NEW = "Share of drivers: “careful” from [baseline to confirm] to 45, measured"


def put(data: bytes, name: str, *lines: str, key_result: int = 0) -> bytes:
    draft = read_draft(data, name=name, form=None, limits=Settings())
    return applied(data, draft, [Accepted(0, 0, key_result, lines or (NEW,))], name).data


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.txt", "O1: Customers trust us\r\nKR1: Hold 5 trainings\r\nKR2: Raise NPS to 45\r\n"),
        ("a.md", "# O1 Customers trust us\n\n- **KR1** Hold 5 trainings\n- KR2: NPS 31 → 45\n"),
        (
            "a.json",
            '{"objectives": [{"objective": "Trust",\n "key_results": ["Hold 5 trainings",  "X"]}]}',
        ),
        (
            "a.yaml",
            "objectives:\n  - objective: Trust # kept\n    key_results:\n"
            "      - Hold 5 trainings\n      - text: 'Raise NPS'\n",
        ),
        ("a.csv", "objective,key result\nTrust,Hold 5 trainings\n,Raise NPS\n"),
    ],
)
def test_only_the_line_changes(name: str, source: str) -> None:
    changed = put(source.encode(), name).decode()
    before, after = source.split("Hold 5 trainings")
    assert changed.startswith(before.rstrip('"'))
    assert changed.endswith(after)
    [reading] = read_draft(changed.encode(), name=name, form=None, limits=Settings()).sets
    assert reading.set.objectives[0].key_results[0].text == NEW


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.json", "a.yaml"])
def test_a_line_with_its_day_and_source_in_brackets_is_written_back(name: str) -> None:
    source = {
        "a.json": '{"objectives": [{"objective": "O", "key_results": ["Hold 5 trainings"]}]}',
        "a.yaml": "objectives:\n- objective: O\n  key_results:\n  - Hold 5 trainings\n",
    }.get(name, "O1: Customers trust us\nKR1: Hold 5 trainings\n")
    line = "NPS from 31 to 45 (due: 2026-09-30, source: CRM)"
    assert line in put(source.encode(), name, line).decode()


def test_a_mark_in_front_of_the_text_stays() -> None:
    source = "\ufeffO1：让买家愿意再来\nKR1：上线新版结算页\nKR2：满意度达到95%\n".encode()
    changed = put(source, "a.txt", "新版结算页的下单完成率从[基线待确认]提升到[目标待定]")
    assert changed.startswith(b"\xef\xbb\xbf")
    assert changed.decode().splitlines()[1] == (
        "KR1：新版结算页的下单完成率从[基线待确认]提升到[目标待定]"
    )


def test_the_second_line_of_a_split_takes_the_next_free_number() -> None:
    source = "O1：让买家愿意再来\nKR1：满意度达到95%，流失率降到3%\nKR2：复购率从18%提升到25%\n"
    changed = put(source.encode(), "a.txt", "满意度从81%提升到95%", "流失率从9%降到3%").decode()
    assert changed.splitlines()[1:] == [
        "KR1：满意度从81%提升到95%",
        "KR2：复购率从18%提升到25%",
        "KR3：流失率从9%降到3%",
    ]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (
            "O1: A\nKR1: x and y\n  - note\nKR2: z 5 to 6\n  - note\nO2: B\nKR1: w 7 to 8\n",
            ["KR1: x 1 to 2", "  - note", "KR2: z 5 to 6", "  - note", "KR3: y 3 to 4"],
        ),
        (
            "# O1 A\n\n- KR1: x and y\n- KR2: z 5 to 6\n\n# O2 B\n\n- KR3: w 7 to 8\n",
            ["", "- KR1: x 1 to 2", "- KR2: z 5 to 6", "- KR4: y 3 to 4"],
        ),
        ("# A\n\n- x and y\n- z 5 to 6\n", ["", "- x 1 to 2", "- y 3 to 4", "- z 5 to 6"]),
    ],
)
def test_the_parts_of_a_split_stand_in_the_order_of_their_numbers(
    source: str, lines: list[str]
) -> None:
    changed = put(source.encode(), "a.md", "x 1 to 2", "y 3 to 4").decode()
    assert changed.splitlines()[1 : len(lines) + 1] == lines


def test_a_split_in_a_json_list_becomes_two_strings() -> None:
    source = b'{"objectives": [{"objective": "A", "key_results": ["x and y", "z"]}]}'
    changed = put(source, "a.json", "x 1 to 2", "y 3 to 4")
    assert b'["x 1 to 2", "y 3 to 4", "z"]' in changed


def test_a_document_and_a_workbook_keep_all_else() -> None:
    document = Document()
    for text in ("O1: Customers trust us", "KR1: Hold 5 trainings", "KR2: NPS from 31 to 45"):
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    changed = Document(io.BytesIO(put(buffer.getvalue(), "a.docx")))
    assert [p.text for p in changed.paragraphs] == [
        "O1: Customers trust us",
        f"KR1: {NEW}",
        "KR2: NPS from 31 to 45",
    ]
    book = Workbook()
    for row in (["Objective", "Key result"], ["Trust", "Hold 5 trainings"], [None, "Raise NPS"]):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    sheet = load_workbook(io.BytesIO(put(buffer.getvalue(), "a.xlsx"))).active
    assert [sheet["B2"].value, sheet["B3"].value] == [NEW, "Raise NPS"]


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        (
            ["O1: Trust", "KR1: x and y", "KR2: z 5 to 6", "O2: Growth", "KR1: w 7 to 8"],
            ["O1: Trust", "KR1: x 1 to 2", "KR2: z 5 to 6", "KR3: y 3 to 4", "O2: Growth"],
        ),
        (
            ["O1：信任", "KR1：x和y", "KR2：z从5到6"],
            ["O1：信任", "KR1：x 1 to 2", "KR2：z从5到6", "KR3：y 3 to 4"],
        ),
    ],
)
def test_a_split_in_a_document_gets_a_paragraph_with_the_next_number(
    lines: list[str], written: list[str]
) -> None:
    document = Document()
    for text in lines:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    changed = Document(io.BytesIO(put(buffer.getvalue(), "a.docx", "x 1 to 2", "y 3 to 4")))
    assert [p.text for p in changed.paragraphs][: len(written)] == written
    assert len(changed.paragraphs) == len(lines) + 1


def test_a_split_in_a_workbook_stands_in_the_cell() -> None:
    book = Workbook()
    for row in (["Objective", "Key result"], ["Trust", "x and y"], [None, "Raise NPS"]):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    changed = put(buffer.getvalue(), "a.xlsx", "x 1 to 2", "y 3 to 4")
    assert load_workbook(io.BytesIO(changed)).active["B2"].value == "x 1 to 2\ny 3 to 4"
    [reading] = read_draft(changed, name="a.xlsx", form=None, limits=Settings()).sets
    texts = [one.text for one in reading.set.objectives[0].key_results]
    assert texts == ["x 1 to 2", "y 3 to 4", "Raise NPS"]


def test_what_cannot_be_put_in_leaves_the_file_alone() -> None:
    source = b'{"objectives": [{"objective": "A", "key_results": [{"text": "x and y"}]}]}'
    with pytest.raises(UnreadableInput):
        put(source, "a.json", "x 1 to 2", "y 3 to 4")


def test_lines_that_cannot_be_put_in_keep_no_other_from_it() -> None:
    source = b'{"objectives": [{"objective": "A", "key_results": [{"text": "x and y"}, "z"]}]}'
    draft = read_draft(source, name="a.json", form=None, limits=Settings())
    torn, whole = Accepted(0, 0, 0, ("x 1 to 2", "y 3 to 4")), Accepted(0, 0, 1, ("z 5 to 6",))
    changed = applied(source, draft, [torn, whole], "a.json")
    assert (changed.written, changed.left_out) == ((whole,), (torn,))
    assert b'{"text": "x and y"}, "z 5 to 6"' in changed.data


def test_a_line_whose_values_stand_in_columns_is_not_given_another_metric() -> None:
    result = KeyResult(text="新签 ACV", baseline="300万", target="500万")
    okr_set = OkrSet(objectives=[Objective(objective="新客开口", key_results=[result])])
    better = {
        "id": "1",
        "objective": 0,
        "key_result": 0,
        "before": "新签 ACV",
        "after": "x",
        "why": "",
    }
    suggestion = Suggestion.model_validate({**better, "action": "replace"})
    assert accept(suggestion, 0, okr_set) is None
    assert accept(suggestion, 0, okr_set, "新签 ACV 从 3000万 到 500万") is None
    assert accept(suggestion, 0, okr_set, "新签 ACV 从 300万 到 500万") is not None


def test_a_line_with_the_values_of_its_columns_is_written_into_its_cell() -> None:
    table = "| Objective | Key result | Baseline | Target |\n|---|---|---|---|\n"
    rows = "| Trust | Improve the review score | 4.1 | |\n| | 提升评分 | | 4.6 |\n"
    draft = read_draft(table + rows, name="a.md", form=None, limits=Settings())
    told = ("Review score from 4.1 to [target to set]", "评分从[基线待确认]提升到4.6")
    taken = [Accepted(0, 0, n, (line,)) for n, line in enumerate(told)]
    changed = applied((table + rows).encode(), draft, taken, "a.md")
    assert changed.written == tuple(taken)
    assert f"| {told[0]} | 4.1 | |" in changed.data.decode()
    assert f"| {told[1]} | | 4.6 |" in changed.data.decode()
