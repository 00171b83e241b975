from __future__ import annotations

import subprocess
import sys
import time

import pytest

from assistant.errors import InputTooLarge, UnreadableInput
from assistant.parsing import Format, read_draft
from assistant.parsing.formats.recognising import recognise
from assistant.settings import Settings
from tests.parsing.conftest import Reader, shape

OBJECTIVE = "目标一：提升客户满意度\n关键结果1：NPS 达到 50\n"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (OBJECTIVE, Format.TEXT),
        ("O1: Win\n- KR1: NPS 50", Format.TEXT),
        ("# O1: Win\n- NPS 50", Format.MARKDOWN),
        ("**O1** Win", Format.MARKDOWN),
        ("[KR1] NPS 50", Format.TEXT),
        ('{"objectives": []}', Format.JSON),
        ('[{"objective": "Win"}]', Format.JSON),
        ("objectives:\n  - objective: Win\n", Format.YAML),
        ("Objectives:\n- Win\n", Format.TEXT),
        ("Objective,Key result\nWin,NPS 50\n", Format.CSV),
        ("目标\t关键结果\n增长\t新客 10 家\n", Format.CSV),
        ("Win, with customers, not against them", Format.TEXT),
    ],
)
def test_the_format_is_recognised_by_content(text: str, form: Format, read: Reader) -> None:
    assert read(text).format is form


def test_the_ending_of_a_name_helps(read: Reader) -> None:
    assert read("O1: Win", name="draft.md").format is Format.MARKDOWN
    assert read("a: 1\nobjectives: []", name="draft.yml").format is Format.YAML


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_simplified_text_is_read_in_common_encodings(encoding: str, read: Reader) -> None:
    draft = read(OBJECTIVE.encode(encoding))
    assert shape(draft.sets[0].set) == [("提升客户满意度", ["NPS 达到 50"])]


def test_traditional_text_is_read_in_big5(read: Reader) -> None:
    draft = read("目標一：提升客戶滿意度\n關鍵結果1：NPS 達到 50\n".encode("big5"))
    assert shape(draft.sets[0].set) == [("提升客戶滿意度", ["NPS 達到 50"])]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"abc\0def", "binary"),
        (b"\x01\x02\x03\x04\x05", "binary"),
        (b"caf\xe9 terrace", "not_utf8"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, reason: str, read: Reader) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(data, name="draft.txt")
    assert (caught.value.reason, caught.value.file) == (reason, "draft.txt")


@pytest.mark.parametrize(
    ("data", "limits", "reason"),
    [
        ("O1: Win" * 10, Settings(max_bytes=50), "bytes"),
        ("O1\n" * 10, Settings(max_lines=5), "lines"),
        ('{"objectives": ["' + "x" * 200 + '"]}', Settings(max_line_chars=100), "line"),
        ("Objective,Key result\nWin," + "x" * 200, Settings(max_line_chars=100), "line"),
    ],
)
def test_limits_hold_for_every_format(data: str, limits: Settings, reason: str) -> None:
    with pytest.raises(InputTooLarge) as caught:
        read_draft(data, limits=limits)
    assert caught.value.reason == reason


def test_plain_text_loads_no_parser_of_other_formats() -> None:
    code = (
        "import sys; from assistant.parsing import read_draft; "
        "from assistant.settings import Settings;"
        "read_draft('O1: Win\\nKR1: NPS 50', limits=Settings());"
        "print([m for m in ('openpyxl', 'docx', 'lxml', 'markdown_it') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("unit", ["---\n\n\n", "---\n", "- \n", "|\n", "*a "])
def test_a_long_text_is_recognised_in_time_that_grows_as_it_does(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit)) + "z"
        times = []
        for _ in range(3):
            begin = time.process_time()
            recognise(text, None)
            times.append(time.process_time() - begin)
        return min(times)

    assert seconds(400_000) < max(0.02, seconds(100_000) * 7)  # 16 were it quadratic


@pytest.mark.parametrize(
    ("first", "result"),
    [("Objectives, Key Results", "15 new beds"), ("目标，关键结果", "新增 15 块菜地")],
)
def test_a_title_that_names_both_parts_is_no_header_of_a_table(first: str, result: str) -> None:
    text = f"{first}\n\nO: Grow beds\n\nKey Results:\n\n1) {result}\n"
    assert recognise(text, None) is Format.TEXT
    assert recognise(f"{first}\nGrow,{result}\n鲜，{result}", None) is Format.CSV


@pytest.mark.parametrize(
    ("aim", "result"),
    [("Open on time", "9 of 10 days"), ("准时开门", "10 天中 9 天"), ("準時開門", "10 天中 9 天")],
)
def test_a_set_below_keys_of_the_authors_own_is_yaml(read: Reader, aim: str, result: str) -> None:
    text = (
        f'---\n  Name: "Pools"\n  Halls:\n    - Name: "North"\n      OKR:\n        Q2:\n'
        f'          Objective: "{aim}"\n          KeyResults:\n            - Metric: "{result}"\n'
        '              Done: true\n            - Title: "Calm"\n              Metric: "Calls"\n'
    )
    draft = read(text)
    assert draft.format is Format.YAML
    assert shape(draft.sets[0].set) == [(aim, [result, "Calm"])]


def test_a_text_with_its_key_results_in_a_list_is_no_yaml(read: Reader) -> None:
    draft = read("Objective: Open on time\n  KeyResults:\n  - 9 of 10 days\n  - Calm: no calls\n")
    assert draft.format is Format.TEXT
    assert [text for text, _ in shape(draft.sets[0].set)] == ["Open on time"]
