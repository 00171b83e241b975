"""What a search finds: for each asker and filter, in which language and script it is told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from assistant.models import Language
from assistant.models.passage import Passage, SearchAnswer
from assistant.rendering.passages import listing, remarks
from assistant.retrieval.filters import Filters
from assistant.retrieval.search import load_search
from assistant.settings import Settings
from evals.faces.rows import Faces, Said, samples
from evals.in_code import named

ASKERS = (None, Language.EN, Language.ZH_HANS, Language.ZH_HANT)


def searches() -> Iterator[Said]:
    """Each question with each filter, by askers of each language and one who names none."""
    faces = Faces()
    searcher = load_search(Settings())
    for query, limits in _pairs(**samples("questions")):
        for asker in (None,) if limits else ASKERS:
            answer = searcher.search(query, Filters(**limits), 3, asker)
            face = " ".join([query, *(f"{k}={v}" for k, v in limits.items()), f"to {asker}"])
            yield "en", face, _told(answer)
            if asker:
                shown = [*listing(answer, asker).splitlines(), *remarks(answer, asker)]
                yield from faces.rows(asker, face, shown)


def _pairs(
    questions: list[str], filtered: list[str], filters: list[dict[str, str]]
) -> Iterator[tuple[str, dict[str, str]]]:
    yield from ((query, {}) for query in questions)
    yield from product(filtered, filters)


def _told(answer: SearchAnswer) -> str:
    found = " ; ".join(map(_passage, answer.passages))
    return f"{answer.mode} {answer.fallback_language} {found}"


def _passage(passage: Passage) -> str:
    return f"{passage.passage_id} {passage.language} {passage.industry} {named(passage.title)}"
