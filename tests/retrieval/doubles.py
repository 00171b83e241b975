"""A small knowledge base and a model that knows words by their sound; both quick."""

import zlib
from collections.abc import Sequence

import numpy as np

from assistant.knowledge.library import shipped_knowledge
from assistant.models import Language
from assistant.models.knowledge import PassageKind
from assistant.models.passage import Passage, PassageSource
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.embeddings import Vectors
from assistant.retrieval.shipped import unit
from assistant.retrieval.tokens import tokens

SIZE = 64
OWN = PassageSource(id="own", title="Our own reasoning")


class WordEmbedder:
    """Each word is one place of the vector; counts what it was asked to embed."""

    name = "words"

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def queries(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), SIZE), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in tokens(text):
                row[zlib.crc32(word.encode()) % SIZE] += 1
        return unit(rows)

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        return self.queries(texts)


def passage(
    passage_id: str, title: str, text: str, language: Language = Language.EN, **other: object
) -> Passage:
    fields: dict[str, object] = {
        "document": passage_id.partition("#")[0],
        "kind": PassageKind.DOCUMENT,
        "industry": "any",
        "industries": ["any"],
        "functions": ["any"],
        "sizes": ["any"],
        "maturity": ["any"],
        "source": OWN,
        "sources": [OWN],
    }
    told = {"passage_id": passage_id, "title": title, "text": text, "language": language}
    return Passage.model_validate({**fields, **told, **other})


RETURNS = passage("returns#why", "Why parcels come back", "The size was wrong, says the survey.")
NIGHT = passage("night#shift", "夜班交接", "夜班和白班交接时，先说设备，再说人。", Language.ZH_HANS)
AUDIT = passage("audit#dates", "Audit dates", "The auditor comes in March and in September.")


def small_corpus(*passages: Passage) -> Corpus:
    return Corpus(passages or (RETURNS, NIGHT, AUDIT), shipped_knowledge().taxonomy)
