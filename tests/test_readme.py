"""What the README shows is what the commands print."""

import re
from pathlib import Path

import pytest

from tests.test_cli import okr_coach

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def block(pattern: str) -> str:
    found = re.search(pattern, README, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("command", "draft"),
    [("check", "```text\n(.*?)```"), ("review", r"\$ cat draft.txt\n(.*?)\$ okr-coach")],
)
def test_the_examples_show_what_comes_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, draft: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("draft.txt").write_text(block(draft), encoding="utf-8")
    printed = okr_coach(command, "draft.txt").stdout
    shown = block(rf"\$ okr-coach {command} draft\.txt\n(.*?)```")
    assert printed.startswith(shown.rstrip("\n") + "\n")
