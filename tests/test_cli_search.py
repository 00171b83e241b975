import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("coach")


def coach(folder: Path, *call: str) -> "subprocess.CompletedProcess[str]":
    own = {"OKR_INDEX_DIR": str(folder / "index"), "OKR_KNOWLEDGE_DIR": str(folder / "own")}
    command = [sys.executable, "-m", "assistant", *call]
    environ = {**os.environ, **own, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, env=environ, capture_output=True, encoding="utf-8")


def test_the_index_is_told_to_be_open_then_made_then_ready(folder: Path) -> None:
    before = json.loads(coach(folder, "knowledge", "status", "--format", "json").stdout)
    assert (before["ready"], before["to_embed"]) == (False, 0)
    built = coach(folder, "knowledge", "build", "--lang", "zh-Hans")
    assert built.stdout.startswith("索引已就绪")
    after = json.loads(coach(folder, "knowledge", "status", "--format", "json").stdout)
    assert (after["ready"], after["passages"]) == (True, before["passages"])


def test_a_question_in_chinese_is_answered_with_sources(folder: Path) -> None:
    run = coach(folder, "search", "怎么把任务改写成结果", "--limit", "3")
    assert run.returncode == 0
    assert "from-task-to-outcome#" in run.stdout
    assert "来源：" in run.stdout
    assert "Our own reasoning" not in run.stdout
    assert " · 实践" in run.stdout


def test_a_wrong_filter_ends_in_one_line_with_the_good_values(folder: Path) -> None:
    run = coach(folder, "search", "churn", "--function", "rocketry")
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "customer-success" in run.stderr


def test_a_company_document_is_found_and_gone_after_its_removal(folder: Path) -> None:
    note = folder / "gate.md"
    note.write_text(
        "# Turnstile rules\n\nLost turnstile badges are told to the gatehouse.\n", "utf-8"
    )
    added = coach(folder, "knowledge", "add", str(note))
    assert added.returncode == 0, added.stderr
    found = json.loads(coach(folder, "search", "lost turnstile badges", "--format", "json").stdout)
    first = found["passages"][0]
    assert (found["mode"], first["kind"]) == ("hybrid", "document")
    coach(folder, "knowledge", "remove", first["passage_id"].partition("#")[0])
    left = json.loads(coach(folder, "search", "lost turnstile badges", "--format", "json").stdout)
    assert all(one["kind"] != "document" for one in left["passages"])


def test_where_no_index_can_be_kept_the_search_works_and_says_so(folder: Path) -> None:
    (folder / "file").write_text("no folder", "utf-8")
    environ = {**os.environ, "OKR_INDEX_DIR": str(folder / "file" / "index")}
    command = [sys.executable, "-m", "assistant", "search", "churn rate", "--format", "json"]
    run = subprocess.run(command, env=environ, capture_output=True, encoding="utf-8")
    answer = json.loads(run.stdout)
    assert (answer["mode"], len(answer["passages"])) == ("hybrid", 5)
    assert "cannot be kept" in answer["notes"][0]


def test_without_the_chroma_server_the_search_goes_by_words_and_says_so(folder: Path) -> None:
    environ = {**os.environ, "OKR_CHROMA_URL": "http://127.0.0.1:9"}
    command = [sys.executable, "-m", "assistant", "search", "churn rate", "--format", "json"]
    run = subprocess.run(command, env=environ, capture_output=True, encoding="utf-8")
    answer = json.loads(run.stdout)
    assert answer["mode"] == "lexical"
    assert "words alone" in answer["notes"][0]
