"""`okr-coach review` with a model behind a real endpoint."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli import app
from assistant.errors import UsageError
from tests.llm.endpoint import says, serving

LINE = "支付成功率从[基线待确认]提升到[目标待定]"
GOOD = json.dumps(
    {"lines": [{"line": "KR1.1", "reason": "没有数字。", "rewrite": LINE}], "opinions": []}
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text("目标一：客户付款顺畅\nKR1：提升支付成功率，负责人李雷\n", encoding="utf-8")
    return path


def test_a_model_writes_where_one_is_set(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(says(GOOD)) as endpoint:
        monkeypatch.setenv("OKR_LLM_BASE_URL", endpoint.url)
        monkeypatch.setenv("OKR_LLM_MODEL", "m")
        run = CliRunner().invoke(app, ["review", str(draft), "--format", "json"])
    [answer] = json.loads(run.stdout)
    assert answer["suggestions"][0]["after"] == LINE
    assert answer["suggestions"][0]["written_by"] == "model"


def test_a_dry_run_shows_what_would_be_sent_and_sends_nothing(
    draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roster = tmp_path / "names.txt"
    roster.write_text("李雷\n", encoding="utf-8")
    monkeypatch.setenv("OKR_ROSTER_FILE", str(roster))
    monkeypatch.setenv("OKR_LLM_BASE_URL", "http://127.0.0.1:1/v1")
    run = CliRunner().invoke(app, ["review", str(draft), "--dry-run"])
    assert run.exit_code == 0
    assert "--- system ---" in run.stdout
    assert "KR1.1: 提升支付成功率" in run.stdout
    assert "李雷" not in run.stdout


def test_a_model_that_is_wanted_and_not_set_is_a_usage_error(draft: Path) -> None:
    run = CliRunner().invoke(app, ["review", str(draft), "--llm", "on"])
    assert isinstance(run.exception, UsageError)
    assert run.exception.reason == "no_model"
