"""What starts work out alike is kept; nothing that is broken, foreign or new does harm."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from assistant import kept, patterns

DRAFT = "目標：讓客戶先選我們\nKR1: Repeat orders from 12% to 20%\nKR2: 上线新版小程序\n"


@pytest.fixture(autouse=True)
def nothing_open() -> Iterator[None]:
    """Each test opens its own folder, and leaves none open."""
    yield
    kept._open = None


def never() -> Any:
    raise AssertionError("it was to be kept")


def written(folder: Path) -> Path:
    return next(folder.glob("start-*.txt"))


def pieces(folder: Path) -> list[Any]:
    _, *lines = written(folder).read_text(encoding="utf-8").splitlines()
    return [json.loads(line.partition(" ")[2]) for line in lines]


def test_a_piece_is_made_once(tmp_path: Path) -> None:
    kept.keep_in(tmp_path)
    assert kept.kept("words of 客户", lambda: [1, "二"]) == [1, "二"]
    kept.save()
    kept.keep_in(tmp_path)
    assert kept.kept("words of 客户", never) == [1, "二"]


def test_another_source_is_another_piece(tmp_path: Path) -> None:
    kept.keep_in(tmp_path)
    assert kept.kept("a", lambda: 1) == 1
    assert kept.kept("b", lambda: 2) == 2


def test_without_a_folder_nothing_is_kept() -> None:
    assert [kept.kept("a", lambda: 1), kept.kept("a", lambda: 2)] == [1, 2]
    kept.save()


@pytest.mark.parametrize("value", [{1: "a key that is no text"}, (1, 2), {"a": {2}}])
def test_what_json_would_change_is_not_kept(tmp_path: Path, value: Any) -> None:
    kept.keep_in(tmp_path)
    assert kept.kept("a", lambda: value) == value
    kept.save()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"another Python\n" + sha256(b"a").hexdigest().encode() + b" 1",
        kept._MADE_BY + b"\n" + sha256(b"a").hexdigest().encode(),
        kept._MADE_BY + b"\n" + sha256(b"a").hexdigest().encode() + b" " + b"[" * 200_000,
    ],
)
def test_a_file_that_is_no_use_is_written_anew(tmp_path: Path, content: bytes) -> None:
    kept.keep_in(tmp_path)
    kept.kept("a", lambda: 1)
    kept.save()
    written(tmp_path).write_bytes(content)
    kept.keep_in(tmp_path)
    assert kept.kept("a", lambda: 2) == 2
    kept.save()
    assert pieces(tmp_path) == [2]


def test_a_folder_that_cannot_be_made_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept.keep_in(tmp_path / "file")
    assert kept.kept("a", lambda: 1) == 1
    kept.save()


def test_old_pieces_go_when_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST_PIECES", 2)
    for names in ("ab", "cd"):
        kept.keep_in(tmp_path)
        for name in names:
            kept.kept(name, lambda: 1)
        kept.save()
    assert len(pieces(tmp_path)) == 2


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="owners are of POSIX")
def test_a_file_of_another_user_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.keep_in(tmp_path)
    kept.kept("a", lambda: 1)
    kept.save()
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    kept.keep_in(tmp_path)
    assert kept.kept("a", lambda: 2) == 2


SOURCES = [
    (r"(?P<from>[0-9]+)(?:%|％)? ?(?:to|到)(?P<to> ?[0-9]+)", 0),
    (r"(?i:kr)s?|关键结果|(?<![a-z])[a-z]{2,5}+(?![a-z])", re.ASCII),
    (r"[^\s㐀-鿿]+$", re.IGNORECASE),
]


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_pattern_finds_what_a_compiled_one_finds(
    tmp_path: Path, source: str, flags: int
) -> None:
    wanted = re.compile(source, flags)
    for _ in range(2):  # made, then kept
        kept.keep_in(tmp_path)
        found = patterns.compiled(source, flags)
        assert (found, found.flags, found.groupindex) == (wanted, wanted.flags, wanted.groupindex)
        texts = [DRAFT, "from 4% to 2", "留存率由 12% 到 20％", "KRs"]
        assert [[m.groups() for m in found.finditer(text)] for text in texts] == [
            [m.groups() for m in wanted.finditer(text)] for text in texts
        ]
        kept.save()


@pytest.mark.parametrize("program", [None, [], [0, "!!", 1, {}], [32, "AAAA", 0, {}], [32, "", 0]])
def test_a_broken_program_is_compiled_anew(tmp_path: Path, program: Any) -> None:
    kept.keep_in(tmp_path)
    kept.kept("pattern 0 [0-9]+", lambda: program)
    assert patterns.compiled("[0-9]+").findall("3 of 12") == ["3", "12"]


def test_a_pattern_with_a_fault_says_so(tmp_path: Path) -> None:
    kept.keep_in(tmp_path)
    with pytest.raises(re.error, match="missing"):
        patterns.compiled("(")


def test_a_lazy_pattern_has_the_methods_of_a_pattern() -> None:
    digits = patterns.lazy("[0-9]+")
    assert digits.sub("#", "Q3 2026") == "Q# #"
    assert digits.fullmatch("7")
    assert digits.groups == 0


def test_the_second_start_says_what_the_first_said(tmp_path: Path) -> None:
    environ = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "assistant", "check", "--format", "json", "-"]
    first, second = (
        subprocess.run(command, input=DRAFT, env=environ, capture_output=True, text=True)
        for _ in range(2)
    )
    assert first.stdout == second.stdout
    assert (first.stderr, second.stderr) == ("", "")
    assert DRAFT.splitlines()[0] not in written(tmp_path / "okr-coach").read_text()
    assert "客戶先選" not in written(tmp_path / "okr-coach").read_text()
