from __future__ import annotations

import threading
from pathlib import Path

import pytest

from assistant.coaching.reviewing import LateFinder
from assistant.errors import KnowledgeError
from assistant.knowledge.company import Filing, Shelf
from assistant.retrieval import current, search
from assistant.retrieval.current import CurrentSearch
from assistant.retrieval.search import Searcher
from assistant.settings import Settings
from tests.nobody import NOBODY


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(knowledge_dir=tmp_path / "own", embedding_base_url=NOBODY)


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    file = tmp_path / "returns.md"
    file.write_text("# Rückläufer\n\nKassettenfach vor dem Scannen leeren.\n", encoding="utf-8")
    return file


def titles(finder: LateFinder) -> list[str]:
    (answer,) = finder.search_many(["Kassettenfach leeren"], limit=3)
    return [one.title for one in answer.passages if one.kind == "document"]


def test_reviews_see_documents_that_are_added_and_removed_between_them(
    settings: Settings, handbook: Path
) -> None:
    finder, shelf = LateFinder(settings), Shelf.of(settings)
    assert titles(finder) == []
    added = shelf.add(handbook, Filing())
    assert titles(finder) == ["Rückläufer"]
    shelf.remove(added.id)
    assert titles(finder) == []


def test_nothing_is_loaded_twice_while_nothing_changes(settings: Settings) -> None:
    searching = CurrentSearch(settings)
    assert searching.state == "not_loaded"
    assert searching.searcher() is searching.searcher()
    assert searching.state == "lexical"


def test_a_document_edited_by_hand_is_noticed(settings: Settings, handbook: Path) -> None:
    shelf = Shelf.of(settings)
    added = shelf.add(handbook, Filing())
    before = shelf.stamp()
    file = shelf.folder / f"{added.id}.md"
    file.write_text(file.read_text("utf-8").replace("leeren", "ausräumen"), encoding="utf-8")
    assert shelf.stamp() != before


def test_a_list_that_cannot_be_read_is_told_until_it_is_mended(
    settings: Settings, handbook: Path
) -> None:
    shelf, searching = Shelf.of(settings), CurrentSearch(settings)
    shelf.add(handbook, Filing())
    listed = shelf.folder / "added.json"
    whole = listed.read_bytes()
    listed.write_bytes(b"[{")
    with pytest.raises(KnowledgeError):
        searching.searcher()
    assert searching.state == "failed"
    assert LateFinder(settings).search_many(["Kassettenfach"], limit=3) == []
    listed.write_bytes(whole)
    assert searching.searcher().search("Kassettenfach leeren").passages[0].title == "Rückläufer"


def test_a_search_that_goes_by_words_for_want_of_a_model_tries_again_after_a_while(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    searching = CurrentSearch(settings)
    first = searching.searcher()
    monkeypatch.setattr(current, "RETRY", -1.0)
    assert searching.searcher() is not first


def test_nobody_waits_long_for_documents_that_take_long(
    settings: Settings, handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searching, done, load = CurrentSearch(settings), threading.Event(), search.load_search
    before = searching.searcher()

    def slowly(settings: Settings) -> Searcher:
        assert done.wait(30)
        return load(settings)

    monkeypatch.setattr(search, "load_search", slowly)
    monkeypatch.setattr(current, "PATIENCE", 0.01)
    Shelf.of(settings).add(handbook, Filing())
    assert searching.searcher() is before
    assert searching.state == "loading"
    done.set()
    monkeypatch.setattr(current, "PATIENCE", 30.0)
    assert searching.searcher() is not before
