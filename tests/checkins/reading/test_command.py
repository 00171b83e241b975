"""`okr-coach checkin read` and `POST /v1/checkins/read`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from assistant.settings import Settings

SET = {
    "objectives": [
        {
            "objective": "Parcels come back without a fuss",
            "key_results": ["Refunded within 3 days from 54% to 90%", "Calls per week 310 → 120"],
        }
    ]
}
MESSAGE = "KR1 71%，比上周多 4 个点，正常；KR2 240，等承运商报价"


def run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assistant", "checkin", "read", *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def set_path(tmp_path: Path) -> str:
    path = tmp_path / "set.json"
    path.write_text(json.dumps(SET), encoding="utf-8")
    return str(path)


def test_the_command_gives_json(set_path: str) -> None:
    done = run("--set", set_path, "--as-of", "2026-02-06", "--format", "json", text=MESSAGE)
    items = json.loads(done.stdout)["items"]
    assert [(i["key_result"], i["value"], i["delta"], i["status"]) for i in items] == [
        ([0, 0], 71, 4, "on_track"),
        ([0, 1], 240, None, None),
    ]
    assert items[1]["blocker"] == "等承运商报价"


def test_the_command_shows_each_field_with_its_words(set_path: str) -> None:
    done = run("--set", set_path, MESSAGE, "--lang", "zh-Hant")
    assert "依據的原話" in done.stdout
    assert "O1 KR1  Refunded within 3 days from 54% to 90%" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


def test_a_set_that_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    done = run("--set", str(tmp_path / "none.json"), "KR1 5")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "none.json" in done.stderr


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    settings = Settings(keys_file=tmp_path_factory.mktemp("keys") / "keys.json")
    return TestClient(create_app(settings), base_url="http://127.0.0.1:8000")


def test_the_service_gives_the_same(client: TestClient) -> None:
    asked = {"set": SET, "text": MESSAGE, "as_of": "2026-02-06"}
    answer = client.post("/v1/checkins/read", json=asked)
    assert answer.status_code == 200
    assert answer.json()["items"][0]["quotes"]["value"] == "71%"
    assert answer.json()["as_of"] == "2026-02-06"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"set": SET}, "unreadable.needs_text"),
        ({"text": "KR1 5"}, "unreadable.needs_object"),
        ([], "unreadable.needs_object"),
        ({"set": SET, "text": "a" * 20_001}, "too_large.message"),
    ],
)
def test_the_service_tells_what_is_wrong(client: TestClient, body: object, code: str) -> None:
    answer = client.post("/v1/checkins/read", json=body)
    assert answer.status_code in (413, 422)
    assert answer.json()["code"] == code


def test_what_was_read_is_kept_only_when_somebody_says_yes(tmp_path: Path) -> None:
    cycle = tmp_path / "cycle.json"
    cycle.write_text(json.dumps({"set": SET, "checkins": []}), encoding="utf-8")
    asked = run("--into", str(cycle), "--as-of", "2026-02-06", MESSAGE)
    assert asked.returncode == 2
    assert json.loads(cycle.read_text(encoding="utf-8"))["checkins"] == []
    done = run("--into", str(cycle), "--as-of", "2026-02-06", "--author", "Mei", "--yes", MESSAGE)
    assert done.returncode == 0
    first, second = json.loads(cycle.read_text(encoding="utf-8"))["checkins"]
    assert (first["date"], first["value"], first["delta"], first["author"]) == (
        "2026-02-06",
        71,
        4,
        "Mei",
    )
    assert (second["key_result"], second["blocker"]) == (1, "等承运商报价")
    assert "quotes" not in first


def test_a_message_needs_okrs_to_be_joined_to() -> None:
    done = run("KR1 5")
    assert (done.returncode, "--set" in done.stderr) == (2, True)
