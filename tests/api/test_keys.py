from __future__ import annotations

import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from api.keys import KeyStore, KeysUnusable, default_file
from api.sessions import HOURS, MOST_SESSIONS, Sessions, csrf_fits, csrf_token
from assistant.errors import NotFound
from assistant.settings import Settings


def test_a_key_is_known_again_and_never_kept(keys: KeyStore) -> None:
    key = keys.create("Li Na")
    found = keys.verify(key)
    assert found is not None
    assert found.label == "Li Na"
    assert key not in keys.path.read_text(encoding="utf-8")


def test_two_keys_are_different_and_both_hold(keys: KeyStore) -> None:
    first, second = keys.create("first"), keys.create("second")
    assert [key.label for key in keys.all()] == ["first", "second"]
    assert keys.verify(first) == keys.all()[0]
    assert keys.verify(second) == keys.all()[1]


@pytest.mark.parametrize("wrong", ["", "okr_", "x" * 100_000, "钥匙", "\ud800", "okr_" + "A" * 43])
def test_a_wrong_key_is_no_key(keys: KeyStore, wrong: str) -> None:
    keys.create("Li Na")
    assert keys.verify(wrong) is None


def test_a_revoked_key_is_forgotten(keys: KeyStore) -> None:
    key = keys.create("Li Na")
    keys.revoke(keys.all()[0].id)
    assert keys.verify(key) is None
    with pytest.raises(NotFound, match=r"not_found\.key"):
        keys.revoke("none")


def test_another_process_sees_a_new_key_at_once(keys: KeyStore) -> None:
    other = KeyStore(keys.path)
    assert other.all() == ()
    assert other.verify(keys.create("Li Na")) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_its_owner_can_read_the_file(keys: KeyStore) -> None:
    keys.create("Li Na")
    assert stat.S_IMODE(keys.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(keys.path.parent.stat().st_mode) == 0o700
    left = {path.name for path in keys.path.parent.iterdir()}
    assert left == {"keys.json", ".keys.json.lock"}


def test_a_write_that_fails_is_told_and_leaves_nothing_behind(
    keys: KeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(KeysUnusable):
        keys.create("Li Na")
    assert [path.name for path in keys.path.parent.iterdir()] == [".keys.json.lock"]


def test_keys_made_at_the_same_time_are_all_kept(keys: KeyStore) -> None:
    stores = [KeyStore(keys.path) for _ in range(16)]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda store: store.create("Li Na"), stores))
    assert len(keys.all()) == 16
    assert all(keys.verify(key) for key in made)


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"keys": [{"id": 1}]}', "\x00"])
def test_a_broken_file_opens_no_door(keys: KeyStore, broken: str) -> None:
    keys.path.parent.mkdir()
    keys.path.write_text(broken, encoding="utf-8")
    with pytest.raises(KeysUnusable, match="bad_keys_file"):
        keys.all()


def test_the_keys_stand_where_the_settings_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    assert KeyStore.of(Settings()).path == default_file() == tmp_path / "okr-coach" / "keys.json"
    assert KeyStore.of(Settings(keys_file=tmp_path / "mine")).path == tmp_path / "mine"


def test_a_session_ends_with_its_time() -> None:
    now = [0.0]
    sessions = Sessions(clock=lambda: now[0])
    token = sessions.open("k1")
    assert sessions.key_id(token) == "k1"
    now[0] = HOURS * 3600.0
    assert sessions.key_id(token) is None


def test_sessions_are_bounded_and_the_oldest_goes_first() -> None:
    sessions = Sessions()
    tokens = [sessions.open("k1") for _ in range(MOST_SESSIONS + 1)]
    assert sessions.key_id(tokens[0]) is None
    assert sessions.key_id(tokens[1]) == "k1"


def test_a_form_token_fits_its_own_cookie_only() -> None:
    assert csrf_fits("a", csrf_token("a"))
    assert not csrf_fits("b", csrf_token("a"))
    assert not csrf_fits("", csrf_token(""))
    assert not csrf_fits("a", None)
    assert not csrf_fits("a", "密")
