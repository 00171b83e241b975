"""API keys: shown once, kept as SHA-256 only, in a file that its owner alone can read.

A key carries 256 random bits, so a plain hash is enough: there is nothing to guess.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError

from api.locks import locked
from assistant.errors import NotFound, UsageError
from assistant.settings import Settings

PREFIX = "okr_"
LONGEST = 200


class Role(StrEnum):
    """What the holder of a key may do; the one place where roles will grow."""

    MEMBER = "member"


class Key(BaseModel):
    """What is known of a key; never the key."""

    model_config = ConfigDict(frozen=True)

    id: str
    label: str
    created: date
    sha256: str
    role: Role = Role.MEMBER


class _KeysFile(BaseModel):
    keys: list[Key] = []


class KeysUnusable(UsageError):
    """The file of keys is broken, or cannot be read or written; `file` says where it is."""


class KeyStore:
    """The keys of one file. A change by another process is seen at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp: tuple[int, int, int] | None = None
        self._keys: tuple[Key, ...] = ()

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The store that the settings name, or else the one of this user."""
        return cls(settings.keys_file or default_file())

    def all(self) -> tuple[Key, ...]:
        """All keys, oldest first.

        Raises:
            KeysUnusable: So that a broken file never opens the door.
        """
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise KeysUnusable("bad_keys_file", file=str(self.path)) from error
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        if stamp != self._stamp:
            self._keys, self._stamp = self._read(), stamp
        return self._keys

    def _read(self) -> tuple[Key, ...]:
        try:
            text = self.path.read_text(encoding="utf-8")
            return tuple(_KeysFile.model_validate_json(text).keys)
        except (OSError, ValueError, ValidationError) as error:
            raise KeysUnusable("bad_keys_file", file=str(self.path)) from error

    def create(self, label: str) -> str:
        """Make a key and return it; it cannot be had a second time."""
        key = PREFIX + secrets.token_urlsafe(32)
        made = Key(
            id=secrets.token_hex(4),
            label=" ".join(label.split())[:80],
            created=datetime.now(UTC).date(),
            sha256=_digest(key),
        )
        with self._alone():
            self._write((*self.all(), made))
        return key

    def revoke(self, key_id: str) -> None:
        """Forget a key; its sessions end with it.

        Raises:
            NotFound: If there is no such key.
        """
        with self._alone():
            left = tuple(key for key in self.all() if key.id != key_id)
            if left == self.all():
                raise NotFound("key", id=key_id)
            self._write(left)

    def verify(self, given: str) -> Key | None:
        """The key that was given, or none. All are compared, so time tells nothing."""
        digest = _digest(given[:LONGEST])
        found = None
        for key in self.all():
            if compare_digest(key.sha256, digest):
                found = key
        return found

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While it lasts, no other process changes the keys."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with locked(self.path.with_name(f".{self.path.name}.lock")):
                yield
        except OSError as error:
            raise KeysUnusable("bad_keys_file", file=str(self.path)) from error

    def _write(self, keys: tuple[Key, ...]) -> None:
        text = _KeysFile(keys=list(keys)).model_dump_json(indent=2)
        # A temporary file is made with 0600; renaming it never shows half a file.
        with NamedTemporaryFile(dir=self.path.parent, prefix=".keys-", delete=False) as file:
            made = Path(file.name)
        try:
            made.write_text(text + "\n", encoding="utf-8")
            made.replace(self.path)
        finally:
            made.unlink(missing_ok=True)  # it is still there only when something failed


def default_file() -> Path:
    """Where the keys of this user are kept, by the custom of the system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home())
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "okr-coach" / "keys.json"


def _digest(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
