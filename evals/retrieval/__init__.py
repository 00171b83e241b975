"""Passages found for questions with graded answers: `python -m evals retrieval`.

Prints success@5, nDCG@5 and the mean reciprocal rank by language, for words alone, meaning alone,
Chroma's own query, LangChain's EnsembleRetriever and the search that ships; then the same with all
passages in the asker's own language hidden. Twins count as one passage.
"""

from evals.retrieval.report import add_arguments, run

__all__ = ["add_arguments", "run"]
