"""`okr-coach checkin summary FOLDER` where there is no cycle."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import UnreadableInput
from assistant.models import Language
from assistant.problems import problem_of
from tests.test_cli_checkin import run


@pytest.mark.parametrize(
    ("language", "told", "mend"),
    [
        (Language.EN, "There is no cycle file", "okr-coach checkin start"),
        (Language.ZH_HANS, "没有周期文件", "okr-coach checkin start"),
    ],
)
def test_a_folder_without_a_cycle_file_is_an_error(
    tmp_path: Path, language: Language, told: str, mend: str
) -> None:
    (tmp_path / "minutes.txt").write_text("nothing of OKRs\n", encoding="utf-8")
    result = run("summary", str(tmp_path))
    assert result.stdout == ""
    assert isinstance(result.exception, UnreadableInput)
    problem = problem_of(result.exception, language)
    assert told in problem.message
    assert mend in problem.fix
    assert problem.file == str(tmp_path)


def test_a_folder_of_which_nothing_can_be_read_says_why_and_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    result = run("summary", str(tmp_path), "--lang", "en")
    assert "broken.json: " in result.stdout
    assert isinstance(result.exception, UnreadableInput)
    assert result.exception.reason == "no_cycle_read"
