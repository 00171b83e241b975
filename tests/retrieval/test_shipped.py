import numpy as np

from assistant.knowledge.library import shipped_knowledge
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.embeddings import BundledEmbedder
from assistant.retrieval.shipped import shipped_vectors


def test_the_vectors_that_ship_are_those_of_the_texts_that_ship() -> None:
    """Where this fails, the texts have changed: `make vectors` reads the new ones."""
    embedder, corpus = BundledEmbedder(), Corpus.of(shipped_knowledge())
    vectors = shipped_vectors(embedder.name)
    assert set(vectors) == set(corpus.hashes)
    place = corpus.hashes.index(next(iter(vectors)))
    (made,) = embedder.passages([corpus.meant[place]])
    assert float(made @ vectors[corpus.hashes[place]]) > 0.999
    assert np.allclose([np.linalg.norm(each) for each in vectors.values()], 1, atol=1e-5)


def test_vectors_of_another_model_are_not_used() -> None:
    assert shipped_vectors("another model") == {}
