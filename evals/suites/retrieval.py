"""The search that ships: an answer among the first five, in both languages and across them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.retrieval.corpus import is_chinese
from assistant.retrieval.search import Searcher, load_search
from assistant.settings import Settings
from evals.outcomes import Outcome, holds
from evals.retrieval.questions import FILE, Question, read_questions
from evals.retrieval.report import only
from evals.retrieval.scores import ANSWERS
from evals.retrieval.systems import shipped

FIRST = 5


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each of our questions, or of a file like it; then with the asker's language hidden."""
    searcher = load_search(Settings())
    across = {chinese: only(searcher, chinese=not chinese) for chinese in (False, True)}
    for asked in read_questions(data or FILE):
        yield _answered("success@5", searcher, asked)
        yield _answered("across languages", across[is_chinese(asked.language)], asked)


def _answered(check: str, searcher: Searcher, asked: Question) -> Outcome:
    found = shipped(searcher, asked)[:FIRST]
    good = any(asked.grades.get(each) == ANSWERS for each in found)
    return holds("retrieval", check, asked.language, asked.query, good, asked.split)
