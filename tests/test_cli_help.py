"""What `--help` tells of each command: whole, as it is written."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from rich.text import Text
from typer.main import get_command
from typer.testing import CliRunner

from assistant.cli import app


def every_text(command: click.Command, name: str = "okr-coach") -> Iterator[tuple[str, str]]:
    """Each help text of a command and of those under it, with where it stands."""
    yield name, command.help or ""
    for one in command.params:
        yield f"{name} {one.name}", getattr(one, "help", None) or ""
    for under, other in getattr(command, "commands", {}).items():
        yield from every_text(other, f"{name} {under}")


@pytest.mark.parametrize(("where", "text"), list(every_text(get_command(app))))
def test_nothing_of_a_help_text_is_taken_for_a_mark_of_style(where: str, text: str) -> None:
    assert Text.from_markup(text).plain == text.replace(r"\[", "["), where


def test_the_mark_of_a_kept_promise_is_shown() -> None:
    told = CliRunner().invoke(app, ["checkin", "add", "--help"], env={"COLUMNS": "200"}).stdout
    assert '"[x] ..."' in told
