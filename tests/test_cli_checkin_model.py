"""`okr-coach checkin summary` with a model behind a real endpoint."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli import app
from assistant.errors import UsageError
from tests.checkins.modelling.weeks import HANS, answer
from tests.llm.endpoint import says, serving, status


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    path = tmp_path / "cycle.json"
    path.write_text(HANS.record.model_dump_json(), encoding="utf-8")
    return path


def run(cycle: Path, *options: str, **env: str) -> Result:
    arguments = ["checkin", "summary", str(cycle), "--as-of", "2026-02-06", *options]
    return CliRunner().invoke(app, arguments, env=env)


def test_a_model_opens_the_summary_where_one_is_set(cycle: Path) -> None:
    texts = [HANS.faithful[0], HANS.faulty["number"]]
    with serving(says(answer(HANS.summary(), texts))) as endpoint:
        model = {"OKR_LLM_BASE_URL": endpoint.url, "OKR_LLM_MODEL": "m"}
        told = run(cycle, "--lang", "zh-Hans", **model).stdout
        made = json.loads(run(cycle, "--format", "json", "--llm", "off", **model).stdout)
    assert "简述（由模型撰写）" in told
    assert HANS.faithful[0] in told
    assert HANS.faulty["number"] not in told
    assert made["written"] is None
    assert len(endpoint.asked) == 2


def test_a_model_that_fails_leaves_the_summary_and_says_so(cycle: Path) -> None:
    with serving(status(401)) as endpoint:
        result = run(cycle, OKR_LLM_BASE_URL=endpoint.url, OKR_LLM_MODEL="m")
    assert result.exit_code == 0
    assert "需要关注" in result.stdout
    assert "语言模型没有帮上忙" in result.stdout


def test_a_dry_run_shows_the_facts_without_names_and_sends_nothing(cycle: Path) -> None:
    result = run(cycle, "--dry-run", OKR_LLM_BASE_URL="http://127.0.0.1:1/v1")
    assert result.exit_code == 0
    assert "--- system ---" in result.stdout
    assert "| KR1.1 | shown | off_track |" in result.stdout
    assert "周敏" not in result.stdout


def test_a_model_that_is_wanted_and_not_set_is_a_usage_error(cycle: Path) -> None:
    error = run(cycle, "--llm", "on").exception
    assert isinstance(error, UsageError)
    assert error.reason == "no_model"
