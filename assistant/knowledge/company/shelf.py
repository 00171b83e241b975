"""The folder of a company's documents: each as Markdown, and a list of where they come from.

`<id>.md` has the form of the documents that ship, so that a coach can read and edit it;
`added.json` knows the file that each was made from.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError

from assistant import folders
from assistant.errors import (
    BrokenFile,
    InputTooLarge,
    KnowledgeError,
    NotFound,
    TookTooLong,
    UnreadableInput,
)
from assistant.knowledge.checking.prose import read_strictly
from assistant.knowledge.company.bounded import read_bounded
from assistant.knowledge.company.converting import kind_of
from assistant.knowledge.company.sections import cut
from assistant.language.script import language_of_set
from assistant.models import Language
from assistant.models.knowledge import AddedDocument, Document, Knowledge, Section, Source
from assistant.patterns import lazy
from assistant.settings import Settings
from assistant.system import why

MOST_BYTES = 50_000_000
MOST_DOCUMENTS = 5_000
_LIST = "added.json"
_OURS = (".md", ".json")
_LOCK_SECONDS = 30.0
_ADDED = TypeAdapter(list[AddedDocument])
_WORDS = lazy(r"[a-z0-9]+")
_SAMPLE = 400  # lines by which the language of a document is told


@dataclass(frozen=True, slots=True)
class Filing:
    """What its owner says of a document; the language is told from the text where it is none."""

    source: str | None = None
    industries: tuple[str, ...] = ("any",)
    functions: tuple[str, ...] = ("any",)
    language: Language | None = None


class Shelf:
    """A company's documents in one folder, which several processes may use at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of(cls, settings: Settings) -> Shelf:
        """The shelf that the settings name; in the user's own folder for data by default."""
        return cls(settings.knowledge_dir or folders.data() / "knowledge")

    def add(self, path: Path, filing: Filing) -> AddedDocument:
        """Add a file; one that was added before, by content or by path, is replaced.

        Raises:
            CoachError: Why the file cannot be read, with its name.
        """
        try:
            data = _bytes(path)
            text = read_bounded(data, kind_of(data, path.name))
            sections = cut(text, path.stem)
            with self._lock():
                return self._put(path, data, sections, filing)
        except (UnreadableInput, TookTooLong) as error:
            error.file = error.file or str(path)
            raise

    def remove(self, document: str) -> None:
        """Take a document and its passages out.

        Raises:
            NotFound: `document`, naming those that there are.
        """
        with self._lock():
            kept = [one for one in self.added() if one.id != document]
            if len(kept) == len(self.added()):
                known = ", ".join(one.id for one in kept[:20]) or "–"
                raise NotFound("document", name=document[:60], known=known)
            self._write_list(kept)
            self._file(document).unlink(missing_ok=True)

    def added(self) -> list[AddedDocument]:
        """What was added, in the order in which it was.

        Raises:
            KnowledgeError: `broken_list`.
        """
        try:
            return _ADDED.validate_json((self.folder / _LIST).read_bytes())
        except FileNotFoundError:
            return []
        except (OSError, ValidationError) as error:
            raise KnowledgeError("broken_list", file=str(self.folder / _LIST)) from error

    def stamp(self) -> tuple[tuple[str, int, int], ...]:
        """Changes when any file of the folder does; read in a millisecond for 100 documents."""
        try:
            with os.scandir(self.folder) as inside:
                ours = [(one.name, one.stat()) for one in inside if one.name.endswith(_OURS)]
        except OSError:  # no folder yet; or a file that is being taken away, told by the next look
            return ()
        return tuple(sorted((name, how.st_mtime_ns, how.st_size) for name, how in ours))

    def read(self) -> Iterator[tuple[AddedDocument, Document | BrokenFile]]:
        """Each document, or why it cannot be read: its file was edited, or taken away."""
        for one in self.added():
            try:
                yield one, self._document(one)
            except BrokenFile as error:
                yield one, error

    def _document(self, one: AddedDocument) -> Document:
        name = f"{one.id}.md"
        try:
            text = self._file(one.id).read_text("utf-8")
            return read_strictly(text, name).document
        except (OSError, UnicodeDecodeError) as error:
            raise KnowledgeError("document_gone", file=name) from error
        except ValidationError as error:
            why = error.errors()[0]["msg"]
            raise KnowledgeError("invalid", file=name, line=1, why=why) from error

    def _put(
        self, path: Path, data: bytes, sections: list[Section], filing: Filing
    ) -> AddedDocument:
        known = self.added()
        sha, origin = hashlib.sha256(data).hexdigest(), _origin(path)
        same = [one for one in known if one.sha256 == sha or one.origin == origin]
        if not same and len(known) >= MOST_DOCUMENTS:
            raise InputTooLarge("documents", limit=MOST_DOCUMENTS)
        name = same[0].id if same else _free_id(path.stem, {one.id for one in known})
        made = AddedDocument(
            id=name,
            title=_line(filing.source or path.stem)[:200],
            file=_line(path.name),
            language=filing.language or _language(sections),
            industries=list(filing.industries),
            functions=list(filing.functions),
            sections=len(sections),
            sha256=sha,
            origin=origin,
            added=datetime.now(UTC).date(),
        )
        replaced = {one.id for one in same}
        _write(self._file(name), _as_file(made, sections))
        self._write_list([*(one for one in known if one.id not in replaced), made])
        for old in replaced - {name}:
            self._file(old).unlink(missing_ok=True)
        return made

    def _file(self, document: str) -> Path:
        return self.folder / f"{document}.md"

    def _write_list(self, added: list[AddedDocument]) -> None:
        _write(self.folder / _LIST, _ADDED.dump_json(added, indent=1).decode())

    @contextmanager
    def _lock(self) -> Iterator[None]:
        lock = FileLock(self.folder / ".lock", timeout=_LOCK_SECONDS)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except (OSError, Timeout) as error:
            raise UnreadableInput("cannot_open", file=str(self.folder), why=why(error)) from error
        try:
            yield
        finally:
            lock.release()


def with_company(knowledge: Knowledge, shelf: Shelf) -> Knowledge:
    """The knowledge base with the company's documents, each its own source, behind it."""
    pairs = [(one, made) for one, made in shelf.read() if isinstance(made, Document)]
    sources = {one.id: _source(one) for one, _ in pairs}
    documents = [*knowledge.documents, *(document for _, document in pairs)]
    return knowledge.model_copy(
        update={"documents": documents, "sources": knowledge.sources | sources}
    )


def _source(one: AddedDocument) -> Source:
    return Source(
        id=one.id,
        title=one.title,
        publisher="",
        url=None,
        published=None,
        read_on=one.added,
        seen=True,
        kind="company's own",
        reliability="high",
        reliability_note="",
        licence_note="",
        named_by=[],
    )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableInput("cannot_open", why=why(error)) from error
    if len(data) > MOST_BYTES:
        raise InputTooLarge("document_bytes", limit=MOST_BYTES)
    if not data.strip():
        raise UnreadableInput("empty_document")
    return data


def _origin(path: Path) -> str:
    """Where a file was, so that its next version is known; not to be read from the list."""
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()


def _free_id(stem: str, taken: set[str]) -> str:
    words = "-".join(_WORDS.findall(stem.lower()))[:50].strip("-")
    if not words:
        words = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    name, number = f"own-{words}", 2
    while name in taken:
        name, number = f"own-{words}-{number}", number + 1
    return name


def _language(sections: list[Section]) -> Language:
    lines = "\n".join(section.text for section in sections).split("\n")[:_SAMPLE]
    told = language_of_set(lines)
    return Language.ZH_HANS if told is Language.MIXED else told


def _as_file(one: AddedDocument, sections: list[Section]) -> str:
    """The document as it stands in its file; JSON's strings are YAML's too."""
    language = "zh" if one.language is Language.ZH_HANS else one.language.value
    head = {
        "id": one.id,
        "title": one.title,
        "kind": "document",
        "language": language,
        "industries": one.industries,
        "functions": one.functions,
        "sizes": ["any"],
        "maturity": ["any"],
        "sources": [one.id],
    }
    fields = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items())
    parts = (f"\n## {_line(each.title)} {{#{each.anchor}}}\n\n{each.text}\n" for each in sections)
    return "\n".join(["---", *fields, "---", *parts])


def _line(text: str) -> str:
    """The text on one line, without signs that cannot be shown."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _write(path: Path, text: str) -> None:
    """Put a file in its place in one step."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.write_text(text, "utf-8", newline="\n")
    aside.replace(path)
