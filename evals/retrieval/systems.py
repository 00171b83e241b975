"""The searches that are compared; each gives ids of passages, best first, twins as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from langchain_classic.retrievers import EnsembleRetriever
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from assistant.retrieval.corpus import Corpus
from assistant.retrieval.ranking import best_groups, limited, measured_weights
from assistant.retrieval.search import Searcher
from evals.retrieval.questions import Question
from evals.retrieval.scores import System, unique

ALONE = measured_weights().model_copy(update={"beside": 0.0})
DEPTH = 50  # what each part of a fusion gives
LIMIT = 10


def systems(searcher: Searcher) -> dict[str, System]:
    """Every search over the same corpus, by its name."""
    parts = Parts(searcher)
    chroma = ChromaRoute(parts)
    return {
        "words alone (BM25)": lambda asked: parts.by_words(asked, LIMIT),
        "meaning alone": lambda asked: parts.by_meaning(asked, LIMIT),
        "Chroma's query": lambda asked: chroma.found(asked, LIMIT),
        "EnsembleRetriever": lambda asked: ensemble(parts, asked)[:LIMIT],
        "okr-coach": lambda asked: shipped(searcher, asked),
    }


def shipped(searcher: Searcher, asked: Question) -> list[str]:
    """What the search that ships finds."""
    answer = searcher.search(asked.query, asked.limits, LIMIT, asked.language)
    return [passage.passage_id for passage in answer.passages]


class Parts:
    """The parts of the search, each alone; a query is embedded once."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self.corpus: Corpus = searcher.corpus
        self._embedded: dict[str, Any] = {}

    def vector(self, query: str) -> Any:
        """The vector of a query."""
        if query not in self._embedded:
            if self.searcher.embedder is None:
                raise RuntimeError("the comparison needs a model")
            self._embedded[query] = self.searcher.embedder.queries([query])[0]
        return self._embedded[query]

    def by_words(self, asked: Question, most: int) -> list[str]:
        """BM25 alone."""
        return self._best(self.searcher.lexical.scores(asked.query), asked, most)

    def by_meaning(self, asked: Question, most: int) -> list[str]:
        """Cosine alone."""
        if self.searcher.vectors is None:
            raise RuntimeError("the comparison needs an index")
        return self._best(self.searcher.vectors @ self.vector(asked.query), asked, most)

    def _best(self, scores: Any, asked: Question, most: int) -> list[str]:
        kept = np.asarray(scores, dtype=np.float32)
        plain = measured_weights().model_copy(update={"any_industry": 0.0, "any_function": 0.0})
        kept = limited(self.corpus, kept, asked.limits, plain)
        found = best_groups(self.corpus, kept, asked.limits, most, ALONE)
        places = (self.corpus.group(number)[0] for number, _ in found)
        return [self.corpus.passages[place].passage_id for place in places]


class ChromaRoute:
    """What Chroma does by itself: its nearest vectors, and nothing else."""

    def __init__(self, parts: Parts) -> None:
        import chromadb

        from assistant.retrieval import index

        self.parts = parts
        self._client: Any = chromadb.EphemeralClient()
        self._name = f"eval-{parts.corpus.fingerprint}"
        if parts.searcher.vectors is None:
            raise RuntimeError("the comparison needs an index")
        if self._name not in [each.name for each in self._client.list_collections()]:
            index.write(self._client, self._name, parts.corpus, parts.searcher.vectors)

    def found(self, asked: Question, most: int) -> list[str]:
        """The ids of the nearest vectors that the filters leave."""
        collection = self._client.get_collection(self._name, embedding_function=None)
        found = collection.query(
            query_embeddings=[self.parts.vector(asked.query)], n_results=6 * DEPTH, include=[]
        )
        places = {passage.key: n for n, passage in enumerate(self.parts.corpus.passages)}
        corpus, fits = self.parts.corpus, np.ones(len(places), dtype=np.float32)
        fits = limited(corpus, fits, asked.limits, measured_weights())
        kept = (key for key in found["ids"][0] if np.isfinite(fits[places[key]]))
        return unique(corpus.passages[places[key]].passage_id for key in kept)[:most]


class PartRetriever(BaseRetriever):
    """One part of the search as LangChain wants it."""

    find: Callable[[Question, int], list[str]]
    asked: Question

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        return [
            Document(page_content=each, metadata={"id": each})
            for each in self.find(self.asked, DEPTH)
        ]


def ensemble(parts: Parts, asked: Question) -> list[str]:
    """LangChain's rank fusion of the same two parts, with equal weights."""
    retrievers = [
        PartRetriever(find=find, asked=asked) for find in (parts.by_words, parts.by_meaning)
    ]
    fusion = EnsembleRetriever(retrievers=list(retrievers), weights=[0.5, 0.5], id_key="id")
    return [str(each.metadata["id"]) for each in fusion.invoke(asked.query)]
