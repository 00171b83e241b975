import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import SearchUnavailable
from assistant.retrieval import index
from assistant.retrieval.store import ASIDE, KEPT, FolderStore
from assistant.retrieval.vectors import silent
from tests.retrieval.doubles import AUDIT, NIGHT, RETURNS, WordEmbedder, passage, small_corpus


def folders(root: Path) -> list[str]:
    return sorted(each.name for each in root.iterdir() if each.is_dir())


def process(root: Path, *more: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.retrieval.build_once", str(root), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_the_second_use_reads_what_the_first_one_made(tmp_path: Path) -> None:
    embedder, corpus = WordEmbedder(), small_corpus()
    made = FolderStore(tmp_path).vectors(corpus, embedder, silent)
    read = FolderStore(tmp_path).vectors(corpus, embedder, silent)
    assert np.array_equal(made, read)
    assert len(embedder.embedded) == 3


def test_chroma_holds_the_vectors_and_what_they_are_filed_under(tmp_path: Path) -> None:
    embedder, corpus = WordEmbedder(), small_corpus()
    FolderStore(tmp_path).vectors(corpus, embedder, silent)
    with index.embedded(tmp_path / index.index_name(corpus, embedder)) as client:
        (collection,) = client.list_collections()
        found = collection.get(ids=["night#shift@zh-Hans"], include=["metadatas", "embeddings"])
    assert found["metadatas"] is not None
    assert found["metadatas"][0]["kind"] == "document"
    assert found["metadatas"][0]["source"] == "own"


def test_an_unchanged_text_is_never_embedded_twice(tmp_path: Path) -> None:
    embedder, store = WordEmbedder(), FolderStore(tmp_path)
    store.vectors(small_corpus(), embedder, silent)
    new = passage(
        "badges#night", "Badges at night", "The gate opens for badges of the night shift."
    )
    vectors = store.vectors(small_corpus(RETURNS, NIGHT, AUDIT, new), embedder, silent)
    assert len(embedder.embedded) == 4
    assert vectors.shape[0] == 4


def test_a_text_that_is_taken_away_is_gone_from_the_index(tmp_path: Path) -> None:
    embedder, store = WordEmbedder(), FolderStore(tmp_path)
    store.vectors(small_corpus(), embedder, silent)
    less = small_corpus(RETURNS, NIGHT)
    store.vectors(less, embedder, silent)
    with index.embedded(tmp_path / index.index_name(less, embedder)) as client:
        (collection,) = client.list_collections()
        assert sorted(collection.get()["ids"]) == ["night#shift@zh-Hans", "returns#why@en"]


def test_old_indexes_are_thrown_away(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    for number in range(KEPT + 2):
        new = passage("log#entry", f"Entry {number}", "What was seen.")
        store.vectors(small_corpus(new), WordEmbedder(), silent)
    assert len(folders(tmp_path)) == KEPT


@pytest.mark.parametrize("damage", [b"", b"not a database", None])
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    embedder, corpus, store = WordEmbedder(), small_corpus(), FolderStore(tmp_path)
    made = store.vectors(corpus, embedder, silent)
    folder = tmp_path / index.index_name(corpus, embedder)
    if damage is None:
        shutil.rmtree(folder)
        folder.mkdir()
    else:
        (folder / "chroma.sqlite3").write_bytes(damage)
    assert np.array_equal(store.vectors(corpus, embedder, silent), made)
    assert np.array_equal(FolderStore(tmp_path).vectors(corpus, embedder, silent), made)


def test_processes_that_build_at_once_do_each_other_no_harm(tmp_path: Path) -> None:
    racing = [process(tmp_path) for _ in range(3)]
    told = [each.communicate(timeout=120)[0].strip() for each in racing]
    assert sorted(told) == ["(3, 64) 0", "(3, 64) 0", "(3, 64) 3"]
    assert len(folders(tmp_path)) == 1


def test_a_process_killed_while_it_builds_leaves_the_old_index_and_a_clean_rebuild(
    tmp_path: Path,
) -> None:
    embedder, store, old = WordEmbedder(), FolderStore(tmp_path), small_corpus(RETURNS)
    store.vectors(old, embedder, silent)
    killed = process(tmp_path, "slow")
    assert killed.stdout is not None
    assert killed.stdout.readline() == "embedding\n"
    killed.kill()
    killed.communicate()
    (tmp_path / f"{ASIDE}half").mkdir()
    assert folders(tmp_path) == [f"{ASIDE}half", index.index_name(old, embedder)]
    assert store.vectors(old, embedder, silent).shape == (1, 64)
    assert store.vectors(small_corpus(), embedder, silent).shape == (3, 64)
    assert f"{ASIDE}half" not in folders(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    store = FolderStore(tmp_path / "file" / "index")
    with pytest.raises(SearchUnavailable) as caught:
        store.vectors(small_corpus(), WordEmbedder(), silent)
    assert caught.value.reason == "index_not_kept"
