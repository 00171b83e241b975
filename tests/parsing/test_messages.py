from __future__ import annotations

import re
from pathlib import Path

import pytest

import assistant.parsing
from assistant.messages import say
from assistant.models import Language

SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(Path(assistant.parsing.__file__).parent.rglob("*.py"))
)
CODES = {"UnreadableInput": "unreadable", "InputTooLarge": "too_large"}
ERRORS = [
    (CODES[name], reason) for name, reason in re.findall(r'(\w+)\("(\w+)"', SOURCE) if name in CODES
]
ERRORS += [("unreadable", "not_xlsx"), ("unreadable", "not_docx")]
ERRORS += [("unknown_format", reason) for reason in ("pdf", "old_office", "picture", "archive")]
NOTES = [
    "unknown_key",
    "outside_set",
    "bad_date",
    "bad_number",
    "no_place",
    "left_out",
    "long_line",
]
NOTES += ["nothing_found", "hidden_sheet", "beside_sheets", "unused_columns"]


@pytest.mark.parametrize(("code", "reason"), sorted(set(ERRORS)))
@pytest.mark.parametrize("language", [Language.EN, Language.ZH_HANS, Language.ZH_HANT])
def test_every_error_has_its_message_and_its_mend(
    code: str, reason: str, language: Language
) -> None:
    assert say("errors", f"{code}.{reason}", language)
    assert say("errors", f"{code}.{reason}.fix", language)


@pytest.mark.parametrize("reason", NOTES)
def test_every_note_has_its_message(reason: str) -> None:
    assert say("parsing", reason, Language.EN)
    assert say("parsing", reason, Language.ZH_HANT)
