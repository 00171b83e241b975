"""What each command and each call of the service can be asked: options with values and help."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from tempfile import TemporaryDirectory
from typing import Any

from typer.main import get_command

from assistant.cli import app
from assistant.settings import Settings
from evals.faces.rows import Said, fields, leaves, plain
from evals.faces.visits import client_of
from evals.in_code import named

ASKED = (
    "opts", "secondary_opts", "nargs", "multiple", "min", "max", "required", "default", "is_flag",
)  # fmt: skip
LONGEST = 240  # characters of a text that is told as it stands


def options() -> Iterator[Said]:
    """Of commands, of calls over the network, and what a setting is where nobody sets it."""
    yield from _of_command("okr-coach", get_command(app))
    with TemporaryDirectory() as folder:
        described = client_of(folder).get("/openapi.json").json()
    for path, told in fields(described):
        yield "en", f"service {path}", _short(told)
    for name, held in Settings.model_json_schema()["properties"].items():
        yield "en", f"setting {name}", _short(" ".join("=".join(one) for one in leaves(held)))


def _of_command(name: str, command: Any) -> Iterator[Said]:
    yield "en", f"{name} helps", _short(command.help)
    for one in command.params:
        told = " ".join(f"{each}={getattr(one, each, None)}" for each in ASKED)
        yield "en", f"{name} {one.name}", _short(told)
        yield "en", f"{name} {one.name} takes", _short(_values(one))
        yield "en", f"{name} {one.name} helps", _short(one.help)
    for inner, each in sorted(getattr(command, "commands", {}).items()):
        yield from _of_command(f"{name} {inner}", each)


def _values(option: Any) -> str:
    kind = option.type_descriptor.annotation
    is_choice = isinstance(kind, type) and issubclass(kind, Enum)
    return " ".join(str(one.value) for one in kind) if is_choice else ""


def _short(told: object) -> str:
    text = plain(told)
    return text if len(text) <= LONGEST else named(text)
