"""The search that ships: an answer among the first five, told to the asker in his own script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.language.script import language_of
from assistant.models import Language
from assistant.models.passage import Passage
from assistant.retrieval.corpus import is_chinese, kinds_of
from assistant.retrieval.filters import Filters
from assistant.retrieval.search import Searcher, load_search
from assistant.settings import Settings
from evals.lines import DATASETS
from evals.outcomes import YES, Outcome, holds
from evals.retrieval.questions import FILE, Question, read_questions
from evals.retrieval.report import only
from evals.retrieval.scores import ANSWERS, degrees, unique
from evals.retrieval.systems import LIMIT

FIRST = 5
ACROSS = "across languages"  # with all passages in the asker's own language hidden
ANY = "any"
STRANGE = DATASETS / "strange_questions.jsonl"  # of other subjects: nothing answers them


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each of our questions, or of a file like it; then with the asker's language hidden."""
    searcher = load_search(Settings())
    across = {chinese: only(searcher, chinese=not chinese) for chinese in (False, True)}
    for asked in [*read_questions(data or FILE), *(read_questions(STRANGE) if not data else ())]:
        found = _found(searcher, asked)
        if not asked.grades:
            nothing = not found
            yield holds("retrieval", "no answer", asked.language, asked.query, nothing, asked.split)
            continue
        yield _answered("success@5", found, asked)
        yield from _graded("", found, asked)
        other = _found(across[is_chinese(asked.language)], asked)
        yield _answered(ACROSS, other, asked)
        yield from _graded(f" {ACROSS}", other, asked)
        if asked.language is not Language.MIXED:
            good = all(_is_read(each, asked.language) for each in found)
            yield holds("retrieval", "told in", asked.language, asked.query, good, asked.split)
        if asked.filters:
            good = all(_fits(each, asked.limits) for each in found)
            subject = f"{asked.query} {asked.filters}"
            yield holds("retrieval", "as filtered", asked.language, subject, good, asked.split)


def _found(searcher: Searcher, asked: Question) -> list[Passage]:
    return searcher.search(asked.query, asked.limits, LIMIT, asked.language).passages


def _answered(check: str, found: list[Passage], asked: Question) -> Outcome:
    good = any(asked.grades.get(each.passage_id) == ANSWERS for each in found[:FIRST])
    return holds("retrieval", check, asked.language, asked.query, good, asked.split)


def _graded(direction: str, found: list[Passage], asked: Question) -> Iterator[Outcome]:
    """Where the answers stand among the found, in degrees."""
    ids = unique(each.passage_id for each in found)
    for name, degree in degrees(asked, ids).items():
        check = f"{name}{direction}"
        yield Outcome(
            "retrieval", check, asked.language, asked.query, YES, YES, asked.split, degree
        )


def _is_read(passage: Passage, language: Language) -> bool:
    """Whether it is told in the asker's language, and Chinese in the asker's script."""
    told = language_of(passage.text) if is_chinese(language) else language
    return passage.language is language is told


def _fits(passage: Passage, filters: Filters) -> bool:
    fields = (
        (filters.industry, passage.industries),
        (filters.function, passage.functions),
        (filters.size, passage.sizes),
        (filters.maturity, passage.maturity),
    )
    fits = all(not asked or {asked, ANY}.intersection(own) for asked, own in fields)
    return fits and filters.kind in (None, *kinds_of(passage.kind))
