"""What the command answers, in each language: results, what goes beside them, and the exit code."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from typer.main import get_command

from assistant.cli import main
from assistant.knowledge.company import Shelf, shelf
from assistant.knowledge.company.converting import markdown_of
from assistant.retrieval.search import load_search
from assistant.settings import Settings
from evals.cycles import FOLDER
from evals.faces.days import Now
from evals.faces.papers import made_of
from evals.faces.rows import Faces, Said, samples
from evals.faces.texts import lines_of, lines_of_file
from evals.lines import LANGUAGES
from evals.rows import read_text

LOCALES = {"en": "en_GB.UTF-8", "zh-Hans": "zh_CN.UTF-8", "zh-Hant": "zh_TW.UTF-8"}
OURS = "OKR_"
BAR = "━"  # of what takes long: its times are others each time
OFFICE = (".docx", ".xlsx")
BREAK = b"\r\n"
OWN = ("own", "index")  # folders of a company's knowledge and of the index
NONE: Mapping[str, str] = {}
TYPED = " <<< "  # what stands behind it is typed in, a line each: a / 40%
_PUT = re.compile(r"put (?P<other>\S+) into (?P<file>\S+)")  # somebody edits a file between calls
TIMER = "assistant.commands.progress.Timer"  # tells what takes long: another thing each time
SEARCH = "assistant.retrieval.search.load_search"
READ = "assistant.knowledge.company.shelf.read_bounded"  # in another process, which takes seconds
_SHARED: list[Any] = []
BUILT = "typer.main.get_command"


def commands() -> Iterator[Said]:
    """Each call in each language, with the files that it writes; those that need it not, once."""
    asked, faces = samples("commands"), Faces()
    for language in LANGUAGES:
        with a_folder(asked["files"], asked["cycles"]):
            for run in asked["runs"]:
                yield from _told(faces, language, f"{run} --lang {language}")
        with a_folder(asked["files"], asked["cycles"]):
            for run in asked["alone"][language]:
                yield from _told(faces, language, run)


def errands() -> Iterator[Said]:
    """What is asked seldom or wrongly, by calls of each language alone."""
    asked, faces = samples("errands"), Faces()
    for language in LANGUAGES:
        with a_folder(asked["files"], asked["cycles"]):
            for name, paper in asked["papers"].items():
                Path(name).write_bytes(made_of(paper))
            for run in asked["runs"][language]:
                yield from _told(faces, language, run)


def _told(faces: Faces, language: str, run: str) -> Iterator[Said]:
    if edited(run):
        return
    before = _files()
    yield from faces.rows(language, run, called(run, language))
    for name, made in _files().items():
        if before.get(name) != made:
            lines = [f"{at}: {told}" for at, told in lines_of_file(name, made)]
            yield from faces.rows(language, f"{run} writes {name}", [*lines, *_ends(name, made)])


def edited(run: str) -> bool:
    """Whether a line is no call but an edit of a file, which is then done."""
    put = _PUT.fullmatch(run)
    if put:
        Path(put["file"]).write_bytes(Path(put["other"]).read_bytes())
    return put is not None


def _ends(name: str, made: bytes) -> Iterator[str]:
    """How many lines of a text end in two signs."""
    if not name.endswith(OFFICE) and BREAK in made:
        yield f"{made.count(BREAK)} of {len(made.splitlines())} lines end in two signs"


def called(run: str, language: str, settings: Mapping[str, str] = NONE) -> list[str]:
    """The exit code of a call and its lines; those of standard error with a mark."""
    out, told, typed = _Stream(), _Stream(), _Stream()
    call, _, answers = run.partition(TYPED)
    typed.write(answers.replace(" / ", "\n"))
    typed.seek(0)
    words = ["okr-coach", *shlex.split(call)]
    with (
        _machine(language, settings),
        patch.object(sys, "argv", words),
        patch.object(sys, "stdin", typed),
        patch(TIMER),
        patch(SEARCH, _search),
        patch(BUILT, _built),
        patch(READ, markdown_of),
        patch.object(shelf, "datetime", Now),
        redirect_stdout(out),
        redirect_stderr(told),
    ):
        code = _code()
    lines = lines_of(out.text().replace(str(Path.cwd()), "."))
    told_beside = told.text().replace(str(Path.cwd()), ".").splitlines()
    beside = (line for line in told_beside if BAR not in line)
    return [f"exit {code}", *lines, *(f"! {line}" for line in beside)]


def _search(settings: Settings, *progress: Any) -> Any:
    """The search of a call; loading it takes a second, so those without own documents share one."""
    if Shelf.of(settings).stamp():
        return load_search(settings, *progress)
    if not _SHARED:
        _SHARED.append(load_search(settings))
    return _SHARED[0]


@cache
def _built(app: Any) -> Any:
    """The commands of the program, built once."""
    return get_command(app)


def _files() -> dict[str, bytes]:
    """The files of the folder that calls are made in, but what a search keeps for itself."""
    seen = (path for path in Path().rglob("*") if path.is_file() and path.parts[0] not in OWN)
    return {str(path): path.read_bytes() for path in sorted(seen) if path.name[0] != "."}


def _code() -> int | str | None:
    try:
        main()
    except SystemExit as ended:
        return ended.code
    return None


@contextmanager
def a_folder(files: Mapping[str, str], cycles: list[str]) -> Iterator[Path]:
    """A folder with drafts and cycles, in which commands are called."""
    with TemporaryDirectory() as folder, chdir(folder):
        for name, text in files.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
        Path("cycles").mkdir()
        for name in cycles:
            cycle: Any = json.loads(read_text(FOLDER / f"{name}.json"))["cycle"]
            for place in (Path(), Path("cycles")):
                (place / f"{name}.json").write_text(json.dumps(cycle), encoding="utf-8")
        Path("set.json").write_text(json.dumps(cycle["set"]), encoding="utf-8")
        yield Path(folder)


class _Stream(io.TextIOWrapper):
    """What is written, as text or as bytes."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def text(self) -> str:
        held: Any = self.buffer
        return str(held.getvalue().decode("utf-8"))


@contextmanager
def _machine(language: str, settings: Mapping[str, str]) -> Iterator[None]:
    """The environment of a user of that language, without settings but those given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    own = {"LC_ALL": LOCALES[language], "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    folders = {"OKR_KNOWLEDGE_DIR": "own", "OKR_INDEX_DIR": "index"}
    with patch.dict(os.environ, kept | own | folders | dict(settings), clear=True):
        yield
