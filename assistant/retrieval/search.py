"""The search: one query or many in, passages of the knowledge base out."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.knowledge.library import shipped_knowledge
from assistant.language.script import language_of
from assistant.messages import traditional
from assistant.models import Language
from assistant.models.knowledge import PassageKind
from assistant.models.passage import Passage, SearchAnswer
from assistant.retrieval.corpus import Corpus, is_chinese
from assistant.retrieval.embeddings import Embedder, Vectors
from assistant.retrieval.filters import DOCUMENT_LANGUAGES, Filters
from assistant.retrieval.lexical import Lexical
from assistant.retrieval.ranking import (
    Scores,
    Weights,
    best_groups,
    diversified,
    fused,
    limited,
    measured_weights,
)
from assistant.settings import Settings

LONGEST_QUERY = 2_000  # characters that are looked at; what stands behind changes little
NO_FILTERS = Filters()


class Searcher:
    """Finds passages; holds the whole corpus in memory and changes nothing.

    Args:
        corpus: What is searched.
        embedder: Makes a vector of a query; none for a search by words alone.
        vectors: One row a passage of the corpus, by the same embedder.
        notes: What the asker should know, e.g. why the search is by words alone.
        weights: How what is found is weighed.
    """

    def __init__(
        self,
        corpus: Corpus,
        embedder: Embedder | None = None,
        vectors: Vectors | None = None,
        notes: Sequence[str] = (),
        weights: Weights | None = None,
    ) -> None:
        self.corpus = corpus
        self.embedder = embedder if vectors is not None else None
        self.vectors = vectors
        self.notes = list(notes)
        self.weights = weights or measured_weights()
        self.lexical = Lexical(corpus.texts, [passage.title for passage in corpus.passages])

    def search(
        self,
        query: str,
        filters: Filters = NO_FILTERS,
        limit: int = 5,
        language: Language | None = None,
    ) -> SearchAnswer:
        """The passages that fit best.

        Args:
            query: In English or Chinese, a few words or a whole paragraph.
            filters: What the passages must be.
            limit: Most passages to give.
            language: The asker's; that of the query where nothing is said.

        Raises:
            UsageError: `unknown_filter`.
        """
        return self.search_many([query], filters, limit, language)[0]

    def search_many(
        self,
        queries: Sequence[str],
        filters: Filters = NO_FILTERS,
        limit: int = 5,
        language: Language | None = None,
    ) -> list[SearchAnswer]:
        """An answer for each query; their vectors are made in one go."""
        filters.checked(self.corpus.taxonomy)
        cut = [query[:LONGEST_QUERY] for query in queries]
        meanings: Sequence[Scores | None] = [None] * len(cut)
        if self.embedder is not None and self.vectors is not None and cut:
            meanings = list(self.embedder.queries(cut) @ self.vectors.T)
        return [
            self._answer(query, meaning, filters, limit, language)
            for query, meaning in zip(cut, meanings, strict=True)
        ]

    def _answer(
        self,
        query: str,
        meaning: Scores | None,
        filters: Filters,
        limit: int,
        language: Language | None,
    ) -> SearchAnswer:
        asker = _asker(query, filters, language)
        passages = [
            self._shown(number, score, asker, filters.industry)
            for number, score in self._ranked(query, meaning, filters, limit)
        ]
        return SearchAnswer(
            query=query,
            mode="lexical" if meaning is None else "hybrid",
            fallback_language=_fallback(passages, asker),
            passages=passages,
            notes=self.notes,
        )

    def _ranked(
        self, query: str, meaning: Scores | None, filters: Filters, limit: int
    ) -> list[tuple[int, float]]:
        words = self.lexical.scores(query)
        scores = fused(self.corpus, words, meaning, self.weights)
        if meaning is None:
            scores[words <= 0] = float("-inf")
        scores = limited(self.corpus, scores, filters, self.weights)
        most = max(self.weights.candidates, 2 * limit)
        found = best_groups(self.corpus, scores, filters, most)
        return diversified(self.corpus, self.lexical.words, found, limit, self.weights)

    def _shown(self, number: int, score: float, asker: Language, industry: str | None) -> Passage:
        """The one of the twins that the asker reads, in the asker's script."""
        twins = [self.corpus.passages[place] for place in self.corpus.group(number)]
        own = [twin for twin in twins if is_chinese(twin.language) == is_chinese(asker)]
        passage = (own or twins)[0].model_copy(update={"score": round(score, 4)})
        if industry in passage.industries:
            passage.industry = str(industry)
        if asker is Language.ZH_HANT and passage.language is Language.ZH_HANS:
            return _in_traditional(passage)
        return passage


def load_search(settings: Settings) -> Searcher:
    """The search over the knowledge base that these settings name."""
    return Searcher(Corpus.of(shipped_knowledge()))


def _asker(query: str, filters: Filters, language: Language | None) -> Language:
    if filters.language is not None:
        asked = DOCUMENT_LANGUAGES[filters.language]
        own = language or language_of(query)
        return own if is_chinese(own) and is_chinese(asked) else asked
    return language or language_of(query)


def _fallback(passages: Sequence[Passage], asker: Language) -> Language | None:
    others = (each.language for each in passages if is_chinese(each.language) != is_chinese(asker))
    return next(others, None)


def _in_traditional(passage: Passage) -> Passage:
    """Our own texts are ours to convert; a company's document is shown as it is."""
    if passage.kind is PassageKind.DOCUMENT:
        return passage
    texts = {name: traditional(getattr(passage, name)) for name in ("title", "text", "document")}
    return passage.model_copy(update={**texts, "language": Language.ZH_HANT})
