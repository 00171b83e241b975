"""`okr-coach checkin summary FOLDER`: a folder of cycles, and one where there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import UnreadableInput
from assistant.models import Language
from assistant.problems import problem_of
from tests.checkins.cycles import record
from tests.test_cli_checkin import METRIC, run


@pytest.fixture
def teams(tmp_path: Path) -> Path:
    """A folder with the cycle of one team."""
    made = record(METRIC, checkins=[{"date": "2026-02-06", "value": 84, "confidence": 6}])
    folder = tmp_path / "teams"
    folder.mkdir()
    (folder / "cycle.json").write_text(made.model_dump_json(), encoding="utf-8")
    return folder


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


def test_a_folder_of_cycles_is_rolled_up(teams: Path) -> None:
    told = json.loads(run("summary", str(teams), "--format", "json").stdout)
    assert (told["teams"], told["key_results"]) == (1, 1)
    shown = run("summary", str(teams), "--as-of", "2026-02-06", "--lang", "en").stdout
    assert "Teams: 1 of 1 that need attention" in shown


@pytest.mark.parametrize("form", ["text", "markdown", "html", "docx"])
def test_so_it_is_in_each_format(teams: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"teams.{form}"
    assert run("summary", str(teams), "--format", form, "--output", str(out)).exit_code == 0
    assert out.stat().st_size > 500
