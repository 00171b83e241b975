"""What is told of a knowledge base with a fault, one fault at a time, and of one without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from assistant.coaching.examples import example_faults
from assistant.errors import BrokenFile
from assistant.knowledge.checking import faults_of, read_shelf
from assistant.models import Language
from assistant.problems import one_line, problem_of
from evals.faces.rows import Said, plain, samples
from evals.lines import LANGUAGES

SOUND = Path(__file__).parents[2] / "tests" / "knowledge" / "checking" / "base"
Edit = tuple[str, str | None, str]  # file, what stands there, what comes


def faults() -> Iterator[Said]:
    """The faults of each edit, the languages one after another; then those of examples alone."""
    asked = samples("faults")
    with TemporaryDirectory() as folder:
        base = Path(folder, "knowledge")
        copytree(SOUND, base)
        for name, text in asked["files"].items():
            _write(base / name, text)
        sound = read_shelf(base)
        yield "en", "without a fault", f"{sound.counts()} {_told(faults_of(sound), 'en')}"
        for number, edit in enumerate(asked["cases"]):
            language = LANGUAGES[number % len(LANGUAGES)]
            with _Edited(base, edit):
                yield language, _key(edit), _told(faults_of(read_shelf(base)), language)
        for edit in asked["unfit"]:
            for language in LANGUAGES:
                with _Edited(base, edit):
                    found = example_faults(read_shelf(base), Language(language))
                    yield language, f"unfit: {_key(edit)}", _told(found, language)


class _Edited:
    """A base with one edit, which is taken back at the end."""

    def __init__(self, base: Path, edit: Edit) -> None:
        self._path, self._edit = base / edit[0], edit
        self._before = self._path.read_text(encoding="utf-8") if self._path.exists() else None

    def __enter__(self) -> None:
        _, old, new = self._edit
        _write(self._path, new if old is None else (self._before or "").replace(old, new, 1))

    def __exit__(self, *_: object) -> None:
        if self._before is None:
            self._path.unlink()
        else:
            _write(self._path, self._before)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _key(edit: Edit) -> str:
    return plain(f"{edit[0]}: {edit[1] or ''} > {edit[2]}")


def _told(found: Iterable[BrokenFile], language: str) -> str:
    lines = [one_line(problem_of(fault, Language(language))) for fault in found]
    return plain(" ; ".join(lines)) or "none"
