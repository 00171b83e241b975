"""The search: one query or many in, passages of the knowledge base out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.errors import CoachError, SearchUnavailable
from assistant.knowledge.company import Shelf, with_company
from assistant.knowledge.library import shipped_knowledge
from assistant.language.script import language_of
from assistant.messages import say, traditional
from assistant.models import Language
from assistant.models.knowledge import PassageKind
from assistant.models.passage import Passage, SearchAnswer
from assistant.retrieval.corpus import Corpus, is_chinese
from assistant.retrieval.embeddings import (
    Embedder,
    Vectors,
    load_embedder,
)
from assistant.retrieval.filters import DOCUMENT_LANGUAGES, Filters
from assistant.retrieval.lexical import Lexical
from assistant.retrieval.meaning import Heard, Meaning, Scores
from assistant.retrieval.named import named, names_okrs, subject
from assistant.retrieval.ranking import (
    Weights,
    best_groups,
    diversified,
    drawn,
    fused,
    is_answerable,
    limited,
    measured_weights,
)
from assistant.retrieval.shipped import shipped, shipped_questions, shipped_vectors
from assistant.retrieval.store import Store, store_of
from assistant.retrieval.turning import turn_for
from assistant.retrieval.vectors import Progress, completed, silent
from assistant.settings import Settings

LONGEST_QUERY = 2_000  # characters that are looked at; what stands behind changes little
NO_FILTERS = Filters()


class Searcher:
    """Finds passages; holds the whole corpus in memory and changes nothing.

    Args:
        corpus: What is searched.
        embedder: Makes a vector of a query; none for a search by words alone.
        vectors: One row a passage of the corpus, by the same embedder.
        troubles: What the asker should know, e.g. why the search goes by words alone.
        weights: How what is found is weighed.
    """

    def __init__(
        self,
        corpus: Corpus,
        embedder: Embedder | None = None,
        vectors: Vectors | None = None,
        troubles: Sequence[CoachError] = (),
        weights: Weights | None = None,
    ) -> None:
        self.corpus = corpus
        self.embedder = embedder
        self.vectors = vectors
        self.troubles = list(troubles)
        self.weights = weights or measured_weights()
        titles = [passage.title for passage in corpus.passages]
        asked = [corpus.asked.get(passage.key, "") for passage in corpus.passages]
        known = shipped()
        self.lexical = Lexical(
            corpus.worded, titles, known.dictionary, known.synonyms, self.weights, asked
        )
        self.meaning: Meaning | None = None
        self._floored = False
        if embedder is not None and vectors is not None:
            questions, turn = shipped_questions(embedder.name), turn_for(embedder.name)
            self.meaning = Meaning(corpus, vectors, questions, turn)
            self._floored = turn is not None  # the floor was measured with that model alone

    @property
    def mode(self) -> Literal["hybrid", "lexical"]:
        """Whether it goes by words and meaning, or by words alone."""
        return "lexical" if self.meaning is None else "hybrid"

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
        meanings, troubles = self._meanings(cut)
        return [
            self._answer(query, meaning, Asker.of(query, filters, limit, language), troubles)
            for query, meaning in zip(cut, meanings, strict=True)
        ]

    def _meanings(self, queries: Sequence[str]) -> tuple[Sequence[Heard | None], list[CoachError]]:
        """How near every passage is to each query, as far as the model can be asked."""
        if self.embedder is None or self.meaning is None or not queries:
            return [None] * len(queries), self.troubles
        try:
            rows = self.embedder.queries([subject(query) for query in queries])
        except SearchUnavailable as error:
            return [None] * len(queries), [*self.troubles, error]
        spoken = [is_chinese(language_of(query)) for query in queries]
        pairs = zip(rows, spoken, strict=True)
        return [self.meaning.heard(row, chinese=chinese) for row, chinese in pairs], self.troubles

    def _answer(
        self, query: str, heard: Heard | None, asker: Asker, troubles: Sequence[CoachError]
    ) -> SearchAnswer:
        passages = [
            asker.shown(self.corpus, number, score)
            for number, score in self._ranked(query, heard, asker.filters, asker.limit)
        ]
        return SearchAnswer(
            query=query,
            mode="lexical" if heard is None else "hybrid",
            fallback_language=asker.fallback(passages),
            passages=passages,
            notes=[_told(trouble, asker.language) for trouble in troubles],
        )

    def _has_answer(self, query: str, words: Scores, heard: Heard) -> bool:
        named = not self._floored or names_okrs(query)
        return named or is_answerable(words, heard, self.weights)

    def _ranked(
        self, query: str, heard: Heard | None, filters: Filters, limit: int
    ) -> list[tuple[int, float]]:
        words, heads = self.lexical.both(query)
        if heard and not self._has_answer(query, words, heard):
            return []
        scores = fused(words, heads, heard.near if heard else None, self.weights)
        if heard is None:
            scores[words <= 0] = float("-inf")
        scores += named(query, self.corpus, self.weights)
        scores = limited(self.corpus, scores, filters, self.weights)
        most = max(self.weights.candidates, 2 * limit)
        found = best_groups(self.corpus, scores, filters, most, self.weights)
        if self.meaning is not None and heard is not None:
            found = drawn(self.corpus, self.meaning, found, self.weights)
        return diversified(self.corpus, self.lexical.words, found, limit, self.weights)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: in which language, for what, and for how much of it."""

    language: Language
    filters: Filters
    limit: int

    @classmethod
    def of(cls, query: str, filters: Filters, limit: int, language: Language | None) -> Asker:
        """The asker of a query; documents asked for in a language are told in it."""
        own = language or language_of(query)
        if filters.language is not None:
            asked = DOCUMENT_LANGUAGES[filters.language]
            own = own if is_chinese(own) and is_chinese(asked) else asked
        return cls(own, filters, limit)

    def reads(self, passage: Passage) -> bool:
        """Whether the passage is in the asker's language, in whichever script."""
        return is_chinese(passage.language) == is_chinese(self.language)

    def shown(self, corpus: Corpus, number: int, score: float) -> Passage:
        """The one of the twins that the asker reads, in the asker's script."""
        twins = [corpus.passages[place] for place in corpus.group(number)]
        found = next((twin for twin in twins if self.reads(twin)), twins[0])
        passage = found.model_copy(update={"score": round(score, 4)})
        if self.filters.industry in passage.industries:
            passage.industry = str(self.filters.industry)
        if self.language is Language.ZH_HANT and passage.language is Language.ZH_HANS:
            return _in_traditional(passage)
        return passage

    def fallback(self, passages: Sequence[Passage]) -> Language | None:
        """The language of passages that are not there in the asker's."""
        return next((each.language for each in passages if not self.reads(each)), None)


def searched_corpus(settings: Settings) -> Corpus:
    """All that these settings give to search: what ships, and the company's own documents."""
    return Corpus.of(with_company(shipped_knowledge(), Shelf.of(settings)))


def load_search(settings: Settings, progress: Progress = silent) -> Searcher:
    """The search over the knowledge base that these settings name.

    What is missing of its index is made first; where model or index are not to be had, it
    searches by words alone, and its answers say so.
    """
    corpus = searched_corpus(settings)
    try:
        embedder = load_embedder(settings)
        vectors, troubles = indexed(corpus, embedder, store_of(settings), progress)
    except SearchUnavailable as error:
        return Searcher(corpus, troubles=[error])
    return Searcher(corpus, embedder, vectors, troubles)


def build_index(settings: Settings, progress: Progress = silent) -> int:
    """Make the index as far as it is not there; gives the number of its passages.

    Raises:
        SearchUnavailable: If the model or the place of the index is not to be had.
    """
    corpus = searched_corpus(settings)
    return len(store_of(settings).vectors(corpus, load_embedder(settings), progress))


def indexed(
    corpus: Corpus, embedder: Embedder, store: Store, progress: Progress
) -> tuple[Vectors, list[CoachError]]:
    """The vectors of a corpus, and what went wrong in keeping them.

    Raises:
        SearchUnavailable: If they are not to be had.
    """
    try:
        return store.vectors(corpus, embedder, progress), []
    except SearchUnavailable as error:
        if error.reason != "index_not_kept":
            raise
        known = shipped_vectors(embedder.name)
        return completed(corpus, embedder, known, progress), [error]


def _in_traditional(passage: Passage) -> Passage:
    """Our own texts are ours to convert; a company's document is shown as it is."""
    if passage.kind is PassageKind.DOCUMENT:
        return passage
    texts = {name: traditional(getattr(passage, name)) for name in ("title", "text", "document")}
    return passage.model_copy(update={**texts, "language": Language.ZH_HANT})


def _told(trouble: CoachError, language: Language) -> str:
    key = f"{trouble.code}.{trouble.reason}"
    parts = (say("errors", name, language, **trouble.facts) for name in (key, f"{key}.fix"))
    return " ".join(parts)
