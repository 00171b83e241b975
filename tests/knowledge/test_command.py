"""`okr-coach knowledge check`, as somebody who edits the knowledge base meets it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli import app
from tests.knowledge.checking.conftest import Base

runner = CliRunner()


@pytest.fixture
def base(tmp_path: Path) -> Base:
    return Base(tmp_path / "knowledge")


def test_a_sound_knowledge_base_is_counted(base: Base) -> None:
    run = runner.invoke(app, ["knowledge", "check", str(base.folder), "--lang", "zh-Hant"])
    assert run.exit_code == 0
    assert run.stdout == "指標 2 個，範例 1 個，文件 2 份（2 節），來源 3 個；問題 0 處。\n"


def test_a_fault_is_told_with_its_place_and_mend_and_exit_1(base: Base) -> None:
    base.replace("metrics/delivery.yml", "guardrail: damage-rate", "guardrail: gone")
    run = runner.invoke(app, ["knowledge", "check", str(base.folder), "--lang", "en"])
    assert run.exit_code == 1
    assert run.stderr == (
        "metrics/delivery.yml:13 guardrail: “gone” is named here and is nowhere to be found. "
        "Correct the id, or add the entry that it means.\n"
    )


def test_faults_are_to_be_had_as_json(base: Base) -> None:
    base.replace("metrics/delivery.yml", "max: 100", "max: 0")
    run = runner.invoke(app, ["knowledge", "check", str(base.folder), "--format", "json"])
    told = json.loads(run.stdout)
    assert told["counts"]["metrics"] == 2
    assert [(fault["code"], fault["line"]) for fault in told["faults"]] == [
        ("knowledge.bounds", 12)
    ]
