"""A check as a piece of work: the same in the service itself and in a worker process.

The reply is finished here, down to its bytes, so that the service has nothing left to do for a
long draft but to pass it on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from api.envelope import answered
from api.errors import PROBLEM_JSON, STATUS, details_of, details_plain, log_place
from api.order import HEAVY, HTML, JSON, MARKDOWN, NDJSON, SHOWN, Job, Order, Output, Reply
from api.panel import render_panel, render_problem
from api.reading import as_reading
from api.revising import as_message, card_html, exported, finished_html, suggestions_html
from api.samples import samples
from api.week import cycle_text, render_week
from api.weekly import MEDIA_TYPES, summary_of, written
from assistant.coaching.check import Checker, load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.reviewing import LateFinder
from assistant.errors import CoachError, InternalFault
from assistant.models import Answer, Language
from assistant.parsing import Draft, SetReading, read_draft, read_jsonl_line
from assistant.problems import error_object, problem_of
from assistant.rendering.markdown import report
from assistant.rendering.review_markdown import review_report
from assistant.rendering.sets.writers import MEDIA_TYPES as SET_MEDIA_TYPES
from assistant.rules.library import load_library
from assistant.settings import Settings


class Desk:
    """Does the work, with each rubric loaded once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._library = load_library(settings.rubrics_dir)
        self._checkers: dict[tuple[str | None, str | None], Checker] = {}
        self._finder = LateFinder(settings)

    def checker(self, profile: str | None = None, pack: str | None = None) -> Checker:
        """The checker of a profile and a pack.

        Raises:
            NotFound: If there is no such profile or pack.
        """
        known = self._checkers.get((profile, pack))
        if known is None:
            known = load_checker(self._settings, profile, pack)
            self._checkers[profile, pack] = known
        return known

    def warm_up(self) -> None:
        """Load all that a check needs now, so that no request has to wait for it."""
        for profile in self._library.profiles:
            for pack in (None, *self._library.packs):
                self.checker(profile, pack)
        for one in samples():
            order = Order(output=Output.PANEL, told_in=Language(one.language))
            self.run(Job(order, one.text.encode()))

    def run(self, job: Job) -> Reply:
        """The reply to a job; it never raises."""
        try:
            return self._run(job)
        except CoachError as error:
            return self._refusal(error, job.order)
        except Exception as error:
            log_place(error)
            return _our_fault(job.order.told_in)

    def _run(self, job: Job) -> Reply:
        order = job.order
        if order.output is Output.NDJSON:
            return Reply(200, NDJSON, b"".join(self._lines(job)))
        if order.output is Output.SUMMARY:
            return self._summary(job)
        if order.output is Output.WEEK:
            week = render_week(job.data, self._settings, order.as_of, order.told_in, order.written)
            return Reply(200, HTML, week.encode())
        if order.output is Output.CYCLE:
            text = cycle_text(job.data, order.name, self._settings)
            return Reply(200, "text/plain; charset=utf-8", text.encode())
        return self._of_draft(job)

    def _of_draft(self, job: Job) -> Reply:
        order = job.order
        data, given = answered(job.data) if order.review else (job.data, {})
        draft = read_draft(data, name=order.name, form=order.form, limits=self._settings)
        if order.output is Output.READING:
            read = as_reading(draft, order.name or "", order.told_in, self._settings)
            return Reply(200, JSON, read.encode())
        if order.output in HEAVY:
            return self._revised(draft, order)
        return self._answered(draft, self._answers(draft.sets, order, given or order.given), order)

    def _answered(self, draft: Draft, answers: list[Answer], order: Order) -> Reply:
        if order.output is Output.SUGGESTIONS:
            html = suggestions_html(answers, self._library)
            return Reply(200, JSON, as_message(html, answers).encode())
        if order.output is Output.PANEL:
            panel = render_panel(draft, answers, order.told_in, self._library)
            return Reply(200, HTML, panel.encode())
        if order.output is Output.MARKDOWN:
            shown = review_report if order.review else report
            reports = (shown(answer, answer.message_language) for answer in answers)
            return Reply(200, MARKDOWN, "\n".join(reports).encode())
        return Reply(200, JSON, _as_json(answers, one=order.one))

    def _summary(self, job: Job) -> Reply:
        asked, form = job.order, job.order.summary_format
        made = summary_of(
            job.data,
            self._settings,
            as_of=asked.as_of,
            language=asked.messages,
            written=asked.written,
        )
        return Reply(200, MEDIA_TYPES[form], written(made, form))

    def _answers(
        self, sets: Sequence[SetReading], order: Order, given: Mapping[str, str]
    ) -> list[Answer]:
        checker = self.checker(order.profile, order.pack)
        if order.review:
            asked = Asked(order.final, order.messages, given)
            return list(Reviewer(checker, self._finder).review_all(sets, asked))
        return list(checker.check_all(sets, final=order.final, language=order.messages))

    def _revised(self, draft: Draft, order: Order) -> Reply:
        if order.output is Output.EXPORT:
            form = order.set_format
            body = exported(draft, order.decisions, form, order.messages)
            return Reply(200, SET_MEDIA_TYPES[form], body)
        checker = self.checker(order.profile, order.pack)
        if order.output is Output.CARD and order.turn:
            html = card_html(draft, order.turn, checker, self._library)
        else:
            html = finished_html(draft, order.decisions, checker, order.messages, final=order.final)
        return Reply(200, HTML, html.encode())

    def _lines(self, job: Job) -> Iterator[bytes]:
        for number, line in enumerate(job.data.split(b"\n"), start=job.order.first_line):
            if line.strip():
                yield self._line(line, number, job.order) + b"\n"

    def _line(self, line: bytes, number: int, order: Order) -> bytes:
        try:
            data, given = answered(line) if order.review else (line, {})
            reading = read_jsonl_line(data, number, self._settings)
            [answer] = self._answers([reading], order, given)
            return answer.model_dump_json().encode()
        except CoachError as error:
            return error_line(error, order.told_in)
        except Exception as error:  # one line must not cost the others their answers
            log_place(error)
            return error_line(InternalFault("unexpected", line=number), order.told_in)

    def _refusal(self, error: CoachError, order: Order) -> Reply:
        status = STATUS[type(error)]
        if order.output in SHOWN:
            told = problem_of(error, order.told_in)
            return Reply(status, HTML, render_problem(told, order.told_in).encode())
        body = details_of(error, order.told_in).model_dump_json(exclude_none=True)
        return Reply(status, PROBLEM_JSON, body.encode())


def error_line(error: CoachError, language: Language) -> bytes:
    """What stands in a stream in the place of an answer."""
    return error_object(error, language).model_dump_json(exclude_none=True).encode()


def _as_json(answers: list[Answer], *, one: bool) -> bytes:
    written = [answer.model_dump_json() for answer in answers]
    return (written[0] if one and len(written) == 1 else f"[{','.join(written)}]").encode()


def _our_fault(language: Language) -> Reply:
    told = details_plain(500, language)
    return Reply(500, PROBLEM_JSON, told.model_dump_json(exclude_none=True).encode())
