"""A small knowledge base without a fault, copied into a folder of the test's own."""

import shutil
from pathlib import Path

import pytest

SOUND = Path(__file__).parent / "base"


class Base:
    """The folder, and a way to spoil one of its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(SOUND, folder)

    def replace(self, name: str, old: str, new: str) -> None:
        """Put `new` in the place of `old`, which has to stand in the file."""
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        (self.folder / name).write_text(text.replace(old, new, 1), "utf-8")

    def write(self, name: str, text: str) -> None:
        """Put a file of this name there, in a folder of its own where there is none."""
        file = self.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")


@pytest.fixture
def base(tmp_path: Path) -> Base:
    return Base(tmp_path / "knowledge")
