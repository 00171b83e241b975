"""`okr-coach guide` and `template`."""

import json
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli import app
from assistant.commands import progress
from assistant.errors import UsageError
from tests.api.test_guides_with_model import LINE, writes
from tests.llm.endpoint import serving, status

ASKED = ["--industry", "物流", "--lang", "zh-Hans", "--format", "json"]


def test_both_take_the_same_parameters() -> None:
    told = [*ASKED, "--size", "30", "--maturity", "piloting", "--focus", "跟踪", "--focus", "文化"]
    for command in ("guide", "template"):
        run = CliRunner().invoke(app, [command, *told, "--cycle", "2027-Q1"])
        asked = json.loads(run.stdout)["parameters"]
        assert (asked["size"], asked["maturity"], asked["cycle"]) == (
            "small",
            "piloting",
            "2027-Q1",
        )
        assert asked["focus"] == ["tracking", "culture"]


@pytest.mark.parametrize("command", ["guide", "template"])
def test_who_names_an_industry_that_is_not_known_is_told_which_there_are(command: str) -> None:
    run = CliRunner().invoke(app, [command, "--industry", "宠物美容", "--format", "json"])
    assert run.exit_code == 0
    assert "智能制造、数字医疗" in run.stderr
    assert any("智能制造、数字医疗" in note for note in json.loads(run.stdout)["notes"])
    known = CliRunner().invoke(app, [command, "--industry", "半导体", "--format", "json"])
    assert "智能制造" not in known.stderr


def test_a_model_writes_where_one_is_set_and_its_progress_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving(writes) as endpoint:
        monkeypatch.setenv("OKR_LLM_BASE_URL", endpoint.url)
        monkeypatch.setenv("OKR_LLM_MODEL", "m")
        monkeypatch.setenv("OKR_LLM_CONCURRENCY", "1")
        run = CliRunner().invoke(app, ["guide", *ASKED])
    guide = json.loads(run.stdout)
    texts = [
        e["text"] for s in guide["sections"] for e in s["sentences"] if e["written_by"] == "model"
    ]
    assert texts == [LINE]
    assert "5/5" in run.stderr


def test_a_model_that_fails_costs_nothing_but_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(status(401)) as endpoint:
        monkeypatch.setenv("OKR_LLM_BASE_URL", endpoint.url)
        monkeypatch.setenv("OKR_LLM_MODEL", "m")
        run = CliRunner().invoke(app, ["guide", *ASKED])
        asked = len(endpoint.asked)
        CliRunner().invoke(app, ["guide", *ASKED, "--llm", "off"])
    assert run.exit_code == 0
    assert "OKR_LLM_API_KEY" in json.loads(run.stdout)["notes"][-1]
    assert len(endpoint.asked) == asked


def test_a_model_that_is_wanted_and_not_set_is_a_usage_error() -> None:
    run = CliRunner().invoke(app, ["guide", *ASKED, "--llm", "on"])
    assert isinstance(run.exception, UsageError)
    assert run.exception.reason == "no_model"


def test_what_takes_long_is_told_and_what_does_not_is_not(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 60.0)
    with progress.waiting("quick"):
        pass
    told = threading.Event()
    monkeypatch.setattr("typer.echo", lambda text, err: told.set())
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with progress.waiting("slow"):
        assert told.wait(10)
    assert capsys.readouterr().err == ""


def test_a_template_is_written_in_the_language_of_what_was_typed() -> None:
    run = CliRunner().invoke(app, ["template", "--industry", "智能制造"])
    assert run.stdout.startswith("# OKR模板：智能制造")


def test_a_bad_value_is_told_in_the_language_of_what_was_typed() -> None:
    run = CliRunner().invoke(app, ["template", "--industry", "物流", "--size", "-5"])
    assert run.exit_code == 2
    assert "可用的值：小型、中型、大型" in run.stderr


@pytest.mark.parametrize(
    ("command", "name", "begins"),
    [
        ("guide", "指南.docx", b"PK"),
        ("guide", "guide.HTML", b"<!doctype html>"),
        ("template", "okr.xlsx", b"PK"),
        ("template", "okr", b"#"),
    ],
)
def test_a_file_is_written_as_its_name_says(
    command: str, name: str, begins: bytes, tmp_path: Path
) -> None:
    asked = ["--industry", "物流", "--lang", "zh-Hant", "-o", str(tmp_path / name)]
    assert CliRunner().invoke(app, [command, *asked]).exit_code == 0
    assert (tmp_path / name).read_bytes().lower().startswith(begins.lower())


@pytest.mark.parametrize(
    ("command", "name", "known"),
    [
        ("guide", "x.pdf", ".md, .json, .html, .docx"),
        ("guide", "x.xlsx", ".md, .json, .html, .docx"),
        ("template", "x.csv", ".md, .json, .html, .docx, .xlsx"),
    ],
)
def test_a_file_of_a_form_that_there_is_not_is_refused(
    command: str, name: str, known: str, tmp_path: Path
) -> None:
    run = CliRunner().invoke(app, [command, "--industry", "物流", "-o", str(tmp_path / name)])
    assert run.exit_code == 2
    assert f"文件名请用 {known} 结尾" in run.stderr
    assert not (tmp_path / name).exists()


def test_the_names_there_are_can_be_listed() -> None:
    run = CliRunner().invoke(app, ["guide", "--industry", "list"])
    assert run.exit_code == 0
    for line in ("  logistics: Logistics / 物流", "  legal: Legal and compliance / 法务与合规"):
        assert line in run.stdout.splitlines()
    assert "  tracking: Tracking / 目标跟踪" in run.stdout.splitlines()
