"""Reviews of drafts: a file as a whole, JSONL line by line, errors in the place of answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, Protocol

from assistant.coaching.batch import Ask, Checked, checked, failed
from assistant.coaching.check import Checker
from assistant.coaching.lines import bounded_lines
from assistant.coaching.review import Asked, Reviewer
from assistant.errors import CoachError, InputTooLarge
from assistant.models import Answer
from assistant.models.passage import SearchAnswer
from assistant.parsing import Draft, Format, SetReading, read_draft, read_jsonl_line
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.retrieval.current import CurrentSearch


class LateFinder:
    """The search, loaded when it is first asked; a broken one costs the examples only."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._search: CurrentSearch | None = None

    def search_many(self, queries: Sequence[str], *, limit: int) -> list[SearchAnswer]:
        """The passages for each query; none where the search cannot be had."""
        try:
            return self._current().searcher().search_many(queries, limit=limit)
        except CoachError:
            return []

    def _current(self) -> CurrentSearch:
        if self._search is None:
            from assistant.retrieval.current import CurrentSearch  # check needs none of it

            self._search = CurrentSearch(self._settings)
        return self._search


class SetReviewer(Protocol):
    """Whoever reviews sets: the rules alone, or with a model."""

    def review_all(self, readings: Sequence[SetReading], asked: Asked) -> Iterator[Answer]:
        """The review of each set."""


def load_reviewer(checker: Checker, settings: Settings) -> Reviewer:
    """The reviewer with the search of these settings."""
    return Reviewer(checker, LateFinder(settings))


def review_draft(
    reviewer: SetReviewer,
    data: bytes | str,
    ask: Ask,
    asked: Asked,
    *,
    name: str | None,
    form: Format | None,
) -> Iterator[tuple[Answer, Draft]]:
    """Review every set of one draft.

    Raises:
        CoachError: If the draft cannot be read.
    """
    draft = read_draft(data, name=name, form=form, limits=ask.limits)
    for answer in reviewer.review_all(draft.sets, asked):
        yield answer, draft


def review_jsonl(
    reviewer: SetReviewer, stream: IO[bytes], ask: Ask, asked: Asked
) -> Iterator[Checked]:
    """Review a set a line, in order; a bad line gives an error object and stops nothing."""
    for number, line in enumerate(bounded_lines(stream, ask.limits.max_bytes), start=1):
        if line.strip():
            yield review_line(reviewer, line, number, ask, asked)


def review_line(reviewer: SetReviewer, line: bytes, number: int, ask: Ask, asked: Asked) -> Checked:
    """The review of one line of JSONL, or the error object in its place."""
    try:
        if len(line) > ask.limits.max_bytes:
            raise InputTooLarge("bytes", line=number, limit=ask.limits.max_bytes)
        reading = read_jsonl_line(line, number, ask.limits)
        [answer] = reviewer.review_all([reading], asked)
        return checked(answer)
    except Exception as error:  # one line never ends the run
        return failed(error, ask, number)
