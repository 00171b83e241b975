"""An entry that was acknowledged is in the file, whatever happens to the writers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.checkins.files.adding import add_entry
from assistant.errors import CoachError
from assistant.models.cycle import Change, CheckIn
from assistant.settings import Settings
from tests.checkins.cycles import record

METRIC = {"text": "On-time rate", "owner": "Ada", "baseline": 82, "target": 96, "unit": "%"}
# Adds entries for ever and says so after each; `ready` first.
WRITER = """
import sys
from pathlib import Path
from assistant.checkins.files.adding import add_entry
from assistant.models.cycle import CheckIn
from assistant.settings import Settings
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
for number in range(count):
    made = {"date": "2026-01-09", "objective": 0, "key_result": 0, "comment": f"{name} {number}"}
    add_entry(path, CheckIn.model_validate(made), Settings())
    print(f"{name} {number}", flush=True)
"""


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    path = tmp_path / "cycle.json"
    document = {"set": record(METRIC).set.model_dump(mode="json"), "ours": "周报", "checkins": []}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def start(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def comments(path: Path) -> list[str]:
    return [one["comment"] for one in json.loads(path.read_text(encoding="utf-8"))["checkins"]]


def test_two_writers_do_not_overwrite_each_other(cycle: Path) -> None:
    writers = [start(cycle, name, 25) for name in ("A", "B")]
    for writer in writers:
        writer.communicate(timeout=60)
    told = comments(cycle)
    for name in ("A", "B"):
        assert [one for one in told if one.startswith(name)] == [f"{name} {i}" for i in range(25)]


@pytest.mark.parametrize("after", [1, 4, 9])
def test_a_kill_at_any_moment_loses_nothing_acknowledged(cycle: Path, after: int) -> None:
    writer = start(cycle, "A", 10_000)
    assert writer.stdout is not None
    acknowledged = [writer.stdout.readline().strip() for _ in range(after + 1)][1:]
    writer.kill()
    acknowledged += [line.strip() for line in writer.stdout.read().splitlines()]
    writer.wait()
    writer.stdout.close()
    told = comments(cycle)
    whole = [line for line in acknowledged if line]
    assert told[: len(whole)] == whole
    assert len(told) <= len(whole) + 1
    add_entry(cycle, checkin("after the kill"), Settings())  # the lock ended with its holder
    assert comments(cycle)[-1] == "after the kill"


def checkin(comment: str) -> CheckIn:
    made = {"date": "2026-01-09", "objective": 0, "key_result": 0, "comment": comment}
    return CheckIn.model_validate(made)


def test_an_entry_is_a_line_and_what_stood_there_stays(cycle: Path) -> None:
    add_entry(cycle, checkin("第一条\n两行"), Settings())
    add_entry(cycle, checkin("second"), Settings())
    change = {"date": "2026-01-10", "objective": 0, "key_result": 0, "field": "target", "new": 90}
    add_entry(cycle, Change.model_validate(change), Settings())
    text = cycle.read_text(encoding="utf-8")
    document = json.loads(text)
    assert document["ours"] == "周报"
    assert [one["comment"] for one in document["checkins"]] == ["第一条\n两行", "second"]
    assert document["changes"][0]["new"] == 90
    assert sum('"comment"' in line for line in text.splitlines()) == 2


def test_nothing_but_the_cycle_and_its_lock_is_left_behind(cycle: Path) -> None:
    cycle.chmod(0o640)
    add_entry(cycle, checkin("one"), Settings())
    assert {path.name for path in cycle.parent.iterdir()} <= {"cycle.json", ".cycle.json.lock"}
    assert cycle.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_stays_a_link(cycle: Path) -> None:
    link = cycle.with_name("this-week.json")
    link.symlink_to(cycle)
    add_entry(link, checkin("one"), Settings())
    assert link.is_symlink()
    assert comments(cycle) == ["one"]


@pytest.mark.parametrize("content", ["{", "[]", '{"checkins": []}', '{"set": {}, "checkins": 3}'])
def test_what_is_no_cycle_is_left_as_it_is(cycle: Path, content: str) -> None:
    cycle.write_text(content, encoding="utf-8")
    with pytest.raises(CoachError):
        add_entry(cycle, checkin("one"), Settings())
    assert cycle.read_text(encoding="utf-8") == content


def test_a_file_does_not_grow_beyond_what_can_be_read(cycle: Path) -> None:
    before = cycle.read_text(encoding="utf-8")
    with pytest.raises(CoachError) as refused:
        add_entry(cycle, checkin("x" * 3000), Settings(max_bytes=2000))
    assert refused.value.reason == "bytes"
    assert cycle.read_text(encoding="utf-8") == before
