"""A process that builds the small index in the folder that it is told, for races and kills.

`python -m tests.retrieval.build_once FOLDER [slow]` prints `embedding` before and a sum after.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from assistant.retrieval.embeddings import Vectors
from assistant.retrieval.store import FolderStore
from assistant.retrieval.vectors import silent
from tests.retrieval.doubles import WordEmbedder, small_corpus


class Slow(WordEmbedder):
    def passages(self, texts: Sequence[str]) -> Vectors:
        print("embedding", flush=True)  # noqa: T201 - what the test waits for
        time.sleep(60)
        return super().passages(texts)


if __name__ == "__main__":
    embedder = Slow() if "slow" in sys.argv else WordEmbedder()
    vectors = FolderStore(Path(sys.argv[1])).vectors(small_corpus(), embedder, silent)
    print(vectors.shape, len(embedder.embedded), flush=True)  # noqa: T201 - what the test waits for
