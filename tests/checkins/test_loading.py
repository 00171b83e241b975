"""Cycles as files have them: strict where a number could go wrong, patient with the rest."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from assistant.checkins.files.joining import read_table
from assistant.checkins.files.loading import CycleReading, read_cycle
from assistant.errors import CoachError
from assistant.models import Language, OkrSet
from assistant.models.cycle import CheckIn
from assistant.settings import Settings

SET: dict[str, Any] = {
    "team": "退货组",
    "cycle": {"name": "2026-Q1"},
    "objectives": [
        {
            "objective": "退货对谁都不麻烦",
            "key_results": ["3 天内退款的比例由 54% 提升到 90%", "每周退货来电从 310 降到 120"],
        },
        {
            "objective": "Parcels arrive when promised",
            "key_results": ["On-time rate from 82% to 96%"],
        },
    ],
}
LIMITS = Settings()


def read(value: Any, **settings: Any) -> CycleReading:
    data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
    return read_cycle(data, name="CYCLE.json", settings=Settings(**settings))


def checkin(**fields: Any) -> dict[str, Any]:
    return {
        "set": SET,
        "checkins": [{"date": "2026-01-09", "objective": 0, "key_result": 0} | fields],
    }


def test_a_cycle_is_read_whole() -> None:
    reading = read(
        {
            **checkin(value="86%", status="on_track", commitments=["访谈"]),
            "as_of": "2026-02-06",
            "changes": [
                {
                    "date": "2026-01-20",
                    "objective": 0,
                    "key_result": 0,
                    "field": "target",
                    "new": 80,
                }
            ],
        }
    )
    assert reading.notes == []
    assert str(reading.record.as_of) == "2026-02-06"
    assert reading.record.checkins[0].value == "86%"
    assert reading.record.changes[0].new == 80


@pytest.mark.parametrize(
    "written", ["2026-01-09T23:30:00+08:00", "2026/1/9", "2026年1月9日", "Jan 9, 2026", "1月9日"]
)
def test_a_day_is_the_one_that_was_typed_whatever_the_time_zone(written: str) -> None:
    assert str(read(checkin(date=written)).record.checkins[0].date) == "2026-01-09"


@pytest.mark.parametrize(
    ("said", "status"),
    [("绿灯", "on_track"), ("At Risk", "at_risk"), ("紅", "off_track"), ("滞后", "off_track")],
)
def test_a_status_is_known_by_the_words_of_both_languages(said: str, status: str) -> None:
    assert read(checkin(status=said)).record.checkins[0].status == status


@pytest.mark.parametrize(("said", "confidence"), [("6/10", 6), ("60%", 6), (7.5, 7.5), ("8", 8)])
def test_a_confidence_is_out_of_ten(said: object, confidence: float) -> None:
    assert read(checkin(confidence=said)).record.checkins[0].confidence == confidence


@pytest.mark.parametrize("said", ["很高", 60, "3/5", -1, True, [6]])
def test_a_confidence_of_another_scale_is_left_out_and_told(said: object) -> None:
    reading = read(checkin(confidence=said, value=60))
    assert reading.record.checkins[0].confidence is None
    assert reading.record.checkins[0].value == 60
    assert [note.reason for note in reading.notes] == ["entry.bad_value"]


@pytest.mark.parametrize("field", ["date", "objective", "key_result"])
def test_an_entry_without_its_day_or_place_is_left_out_and_told(field: str) -> None:
    reading = read(checkin(**{field: "nobody knows"}))
    assert reading.record.checkins == []
    told = reading.told(Language.ZH_HANS)
    assert any("未计入" in note and field in note for note in told)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (b"{", "bad_json"),
        ({"set": {"objectives": []}, "checkins": 3}, "needs_list"),
        ({"set": SET, "checkins": [3]}, "needs_object"),
        ({"set": 3}, "needs_object"),
        ({"checkins": []}, "no_objectives"),
        (b'{"set": {"objectives": []}, "set": {}}', "repeated_key"),
        (b"[" * 100 + b"]" * 100, "depth"),
        (b"", "empty"),
        (checkin(comment="x" * 5000), "line"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_file(value: Any, code: str) -> None:
    with pytest.raises(CoachError) as refused:
        read(value)
    assert (refused.value.reason, refused.value.file) == (code, "CYCLE.json")


def test_a_set_of_any_format_is_a_cycle_without_check_ins() -> None:
    text = "O: Parcels arrive when promised\nKR: On-time rate from 82% to 96%\n"
    record = read_cycle(text.encode(), name="set.md", settings=LIMITS).record
    assert [len(o.key_results) for o in record.set.objectives] == [1]


CSV = """日期,关键结果,当前值,信心,状态,备注,阻碍,下一步
2026-01-09,KR1.1,57%,6/10,正常,,,"周一，开会"
2026/1/16,O1 KR2,290,7,黄灯,"供应商延期
请看附件",采购合同没批,
1月23日,On-time rate,84%,,,,,
2026-01-23,KR3.1,1,,,,,
2026-01-23,KR1.1,,,,,,
某天,KR1.1,60,,,,,
"""


def join(data: bytes | str, name: str) -> tuple[list[CheckIn], list[str]]:
    okr_set = OkrSet.model_validate(SET)
    found, notes = read_table(data, name=name, okr_set=okr_set, year=2026, settings=LIMITS)
    return found, [f"{note.reason} {note.line} {note.facts['value']}" for note in notes]


def test_a_csv_of_check_ins_is_joined_and_what_cannot_be_is_listed() -> None:
    found, notes = join(CSV, "week.csv")
    assert [(str(c.date), c.objective, c.key_result, c.value) for c in found] == [
        ("2026-01-09", 0, 0, "57%"),
        ("2026-01-16", 0, 1, 290),
        ("2026-01-23", 1, 0, "84%"),
    ]
    assert (found[0].confidence, found[0].status, found[0].next_action) == (
        6,
        "on_track",
        "周一，开会",
    )
    assert (found[1].status, found[1].blocker) == ("at_risk", "采购合同没批")
    assert notes == ["entry.no_place 6 KR3.1", "entry.left_out 8 某天"]


def test_a_markdown_table_and_a_workbook_say_the_same() -> None:
    markdown = (
        "# Week 2\n\n| Date | Objective | KR | Current value | Confidence |\n"
        "|---|---|---|---|---|\n"
        "| 2026-01-16 | 1 | 2 | 290 | 7 |\n| 2026-01-16 | O2 | KR1 | 85% | 60% |\n"
    )
    book = Workbook()
    sheet = book.active
    sheet.append(["Date", "Objective", "KR", "Current value", "Confidence"])
    sheet.append(["2026-01-16", 1, 2, 290, 7])
    sheet.append(["2026-01-16", "O2", "KR1", 0.85, 6])
    sheet["D3"].number_format = "0%"
    out = BytesIO()
    book.save(out)
    assert join(markdown, "week.md") == join(out.getvalue(), "week.xlsx")
    found, notes = join(markdown, "week.md")
    assert [(c.objective, c.key_result, c.value, c.confidence) for c in found] == [
        (0, 1, 290, 7),
        (1, 0, "85%", 6),
    ]
    assert notes == []


@pytest.mark.parametrize("name", ["KR2", "2", "提升", "", "the same", "KR9.9"])
def test_a_name_that_fits_none_or_several_is_never_guessed(name: str) -> None:
    found, notes = join(f"date,kr,value\n2026-01-09,{name},3\n", "week.csv")
    assert found == []
    assert len(notes) == 1


def test_a_table_without_check_ins_is_refused() -> None:
    with pytest.raises(CoachError) as refused:
        join("name,age\nx,3\n", "people.csv")
    assert refused.value.reason == "no_checkins"
